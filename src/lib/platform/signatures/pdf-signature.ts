// Where the signatures of a PDF lie (ISO 32000-2, 12.8): what each covers, the CMS object, the time its
// dictionary names. Every deviation that known forgeries lean on makes a place malformed.

/** Bytes a signature covers: from the file's first byte to the hole, and from the hole on. */
export interface SignaturePlace {
  readonly covered: readonly [Uint8Array, Uint8Array];
  readonly cms: Uint8Array;
  /** First byte after what is covered; the file's length when nothing was appended. */
  readonly end: number;
  /** `/M` of the dictionary: the signer's own clock. */
  readonly writtenAt: Date | null;
  readonly subFilter: string | null;
}

const BYTE_RANGE = /\/ByteRange\s*\[([^\]]{0,80})\]/g;

/** The signatures of a file in their order; `undefined` stands for one that is not well formed. */
export function findSignatures(pdf: Uint8Array): (SignaturePlace | undefined)[] {
  const text = new TextDecoder('latin1').decode(pdf);
  return [...text.matchAll(BYTE_RANGE)].map(({ 1: numbers = '', index }) =>
    placeOf(pdf, text, numbers, index),
  );
}

function placeOf(
  pdf: Uint8Array,
  text: string,
  written: string,
  at: number,
): SignaturePlace | undefined {
  const numbers = written.trim().split(/\s+/);
  if (numbers.length !== 4 || !numbers.every((one) => /^\d{1,10}$/.test(one))) return undefined;
  const [start = 1, length = 0, next = 0, rest = 0] = numbers.map(Number);
  const end = next + rest;
  if (start !== 0 || length === 0 || next <= length || end > pdf.byteLength) return undefined;
  // The signature's own dictionary is covered, and the hole holds one hexadecimal string and nothing else.
  if (at >= length && at < next) return undefined;
  const hole = text.slice(length, next);
  const hex = /^<([0-9A-Fa-f\s]+)>$/.exec(hole)?.[1]?.replace(/\s/g, '');
  if (!hex || hex.length % 2 === 1 || !text.slice(0, length).trimEnd().endsWith('/Contents')) {
    return undefined;
  }
  const cms = withoutPadding(Uint8Array.from(Buffer.from(hex, 'hex')));
  if (!cms) return undefined;
  const dictionary =
    text.slice(Math.max(0, text.lastIndexOf(' obj', Math.min(at, length))), length) +
    text.slice(next, Math.max(next, text.indexOf('endobj', Math.max(at, next))));
  return {
    covered: [pdf.subarray(0, length), pdf.subarray(next, end)],
    cms,
    end,
    writtenAt: dateOf(/\/M\s*\(D:([^)]{4,30})\)/.exec(dictionary)?.[1]),
    subFilter: /\/SubFilter\s*\/([\w.]+)/.exec(dictionary)?.[1] ?? null,
  };
}

/** The DER object at the front; what follows it may only be zeros (ISO 32000-2, 12.8.3.3). */
function withoutPadding(bytes: Uint8Array): Uint8Array | undefined {
  const first = bytes[1];
  if (bytes[0] !== 0x30 || first === undefined) return undefined;
  const lengthBytes = first < 0x80 ? 0 : first - 0x80;
  // BER of indefinite length ends where its parser says; the padding can't be told from outside.
  if (lengthBytes > 4 || first === 0x80) return undefined;
  let length = first < 0x80 ? first : 0;
  for (const byte of bytes.subarray(2, 2 + lengthBytes)) length = length * 256 + byte;
  const end = 2 + lengthBytes + length;
  if (end > bytes.byteLength || bytes.subarray(end).some((byte) => byte !== 0)) return undefined;
  return bytes.subarray(0, end);
}

/** `20230630080000+07'00'`; undefined parts count as the first (ISO 32000-2, 7.9.4). */
function dateOf(written: string | undefined): Date | null {
  const found = /^(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?'?)?/.exec(
    written ?? '',
  );
  if (!found) return null;
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00'] = found;
  const zone = found[7] ? `${found[7]}${found[8]}:${found[9] ?? '00'}` : 'Z';
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(date.getTime()) ? null : date;
}
