// A scan as a copier makes it: a PDF whose pages are pictures only, from a PDF that has text.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';

const DOTS = 200;

/** The pages of a PDF as JPEG pictures, by poppler. */
export function picturesOfPdf(pdf: Uint8Array): Buffer[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'loa-scan-'));
  try {
    writeFileSync(path.join(folder, 'in.pdf'), pdf);
    execFileSync('pdftoppm', [
      '-jpeg',
      '-gray',
      '-r',
      String(DOTS),
      path.join(folder, 'in.pdf'),
      path.join(folder, 'page'),
    ]);
    return readdirSync(folder)
      .filter((file) => file.endsWith('.jpg'))
      .sort()
      .map((file) => readFileSync(path.join(folder, file)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A PDF of pictures only. */
export async function scannedPdf(pictures: readonly Buffer[]): Promise<Uint8Array> {
  const kids = pictures.map((_, at) => `${3 + at * 3} 0 R`).join(' ');
  const objects: Buffer[] = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(`<< /Type /Pages /Kids [${kids}] /Count ${pictures.length} >>`),
  ];
  for (const [at, picture] of pictures.entries()) {
    const { width = 1, height = 1, channels } = await sharp(picture).metadata();
    const drawing = Buffer.from('q 595 0 0 842 0 0 cm /P Do Q');
    objects.push(
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${4 + at * 3} 0 R /Resources << /XObject << /P ${5 + at * 3} 0 R >> >> >>`,
      ),
      stream('', drawing),
      stream(
        `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /${channels === 1 ? 'DeviceGray' : 'DeviceRGB'} /BitsPerComponent 8 /Filter /DCTDecode`,
        picture,
      ),
    );
  }
  return assembled(objects);
}

function stream(entries: string, content: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<< ${entries} /Length ${content.length} >>\nstream\n`),
    content,
    Buffer.from('\nendstream'),
  ]);
}

function assembled(objects: readonly Buffer[]): Uint8Array {
  const parts = [Buffer.from('%PDF-1.4\n')];
  const places: number[] = [];
  let at = parts[0]?.length ?? 0;
  objects.forEach((object, index) => {
    places.push(at);
    const part = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      object,
      Buffer.from('\nendobj\n'),
    ]);
    parts.push(part);
    at += part.length;
  });
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
