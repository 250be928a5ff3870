// LibreOffice as a witness: what a Word file looks like to another program than the one that wrote it.
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const SOFFICE = '/usr/bin/soffice';

/** Letters of the same widths in the place of those the file names, which not every machine has. */
const FONTS = `<?xml version="1.0"?><fontconfig>
  <dir>${path.resolve('node_modules/@expo-google-fonts/tinos')}</dir>
  <match target="pattern">
    <edit name="family" mode="assign" binding="strong"><string>Tinos</string></edit>
  </match>
</fontconfig>`;

/** Why the witness can't be asked here; undefined where it can. */
export const whyNoLibreOffice = existsSync(SOFFICE)
  ? undefined
  : 'LibreOffice is not installed here (npm test installs it as root on Debian)';

/** A Word file as LibreOffice prints it. */
export async function printWithLibreOffice(docx: Uint8Array): Promise<Uint8Array> {
  const folder = mkdtempSync(path.join(tmpdir(), 'loa-libreoffice-'));
  try {
    writeFileSync(path.join(folder, 'a.docx'), docx);
    writeFileSync(path.join(folder, 'fonts.conf'), FONTS);
    await promisify(execFile)(
      SOFFICE,
      [
        // A profile of its own: two at once don't wait for each other.
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'pdf:writer_pdf_Export',
        '--outdir',
        folder,
        path.join(folder, 'a.docx'),
      ],
      {
        timeout: 120_000,
        env: { ...process.env, FONTCONFIG_FILE: path.join(folder, 'fonts.conf') },
      },
    );
    return new Uint8Array(readFileSync(path.join(folder, 'a.pdf')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
