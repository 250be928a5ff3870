// Text in the encodings from before Unicode, as old machines wrote it: the reverse of what Loa reads.
import { decodeLegacy, type LegacyEncoding } from '#lib/vietnam/index.ts';

/** The bytes of a text in TCVN3 or VNI; TCVN3 has no capitals with a tone, so they come small. */
export function encodeLegacy(text: string, encoding: LegacyEncoding): Uint8Array {
  const table = tableOf(encoding);
  const shown = [...text.normalize('NFC')].map(
    (letter) => table.get(letter) ?? table.get(letter.toLowerCase()) ?? letter,
  );
  return Buffer.from(shown.join('').replace(/[–—]/g, '-').replace(/[“”]/g, '"'), 'latin1');
}

function tableOf(encoding: LegacyEncoding): Map<string, string> {
  const table = new Map<string, string>();
  const high = Array.from({ length: 0x60 }, (_, at) => String.fromCharCode(0xa0 + at));
  const bases = [...'aeouyAEOUY', 'ô', 'ö', 'Ô', 'Ö'];
  const written =
    encoding === 'vni'
      ? [...high, ...bases.flatMap((base) => high.map((mark) => base + mark))]
      : high;
  for (const shown of written) {
    const letter = decodeLegacy(shown, encoding);
    // VNI's marks show as letters that mean nothing alone; TCVN3's "ý" is Windows' own.
    const own = letter !== shown || (encoding === 'tcvn3' && shown === 'ý');
    if (letter.length === 1 && own && !table.has(letter)) table.set(letter, shown);
  }
  return table;
}
