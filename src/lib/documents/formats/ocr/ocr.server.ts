// Recognises the letters of scanned pages with Tesseract, where it and its Vietnamese are installed. Each
// page is a process of its own with a limit on time and output; pictures are bounded in size.
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Recognition } from '../../document-reading.ts';
import { documentError } from '../../errors.ts';
import { textOfPages } from '../pdf/rows.ts';
import { cleanText } from '../../clean.ts';
import { readTsv, type RecognisedPage } from './tsv.ts';
import { unsureIn } from './unsure.ts';

const run = promisify(execFile);

/** More pages are not recognised; the reading says how many were. */
const MOST_PAGES = 40;
/** Long side of a page's picture: A4 at about 200 dots an inch, whatever the PDF asks for. */
const LONG_SIDE = 2340;
const PAGE_MS = 90_000;
const MOST_OUTPUT = 32 * 1024 * 1024;

/** Why nothing can be recognised here, or undefined where it can. */
export async function whyNoRecognition(): Promise<string | undefined> {
  const languages = await output('tesseract', ['--list-langs']);
  if (languages === undefined) return 'chưa cài Tesseract';
  if (!/^vie$/m.test(languages)) return 'Tesseract chưa có tiếng Việt';
  if ((await output('pdftoppm', ['-v'])) === undefined) return 'chưa cài poppler-utils';
  return undefined;
}

/**
 * The cleaned text of a scanned PDF or of a picture of a page.
 * @throws `document.no-ocr` where the machine can't, `document.unreadable-scan` where no letters are found
 */
export async function recognise(
  bytes: Uint8Array,
  name: string,
  kind: 'pdf' | 'picture',
): Promise<{ text: string; recognition: Recognition }> {
  const reason = await whyNoRecognition();
  if (reason !== undefined) throw documentError('document.no-ocr', { name, reason });
  const folder = await mkdtemp(path.join(tmpdir(), 'loa-ocr-'));
  try {
    const pages: RecognisedPage[] = [];
    for (const picture of await picturesOf(bytes, name, kind, folder))
      pages.push(await readPage(picture, name));
    const letters = pages.reduce((sum, page) => sum + page.letters, 0);
    if (letters < 20) throw documentError('document.unreadable-scan', { name });
    const weighed = pages.reduce((sum, page) => sum + page.confidence * page.letters, 0);
    const confidence = Math.round((weighed / letters) * 100) / 100;
    const text = cleanText(textOfPages(pages));
    const unsure = unsureIn(pages, text);
    return { text, recognition: { engine: 'tesseract', confidence, pages: pages.length, unsure } };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function picturesOf(
  bytes: Uint8Array,
  name: string,
  kind: 'pdf' | 'picture',
  folder: string,
): Promise<string[]> {
  const file = path.join(folder, kind === 'pdf' ? 'in.pdf' : 'in.image');
  await writeFile(file, bytes);
  if (kind === 'picture') return [file];
  const args = [
    '-png',
    '-gray',
    '-scale-to',
    String(LONG_SIDE),
    '-l',
    String(MOST_PAGES),
    file,
    path.join(folder, 'page'),
  ];
  try {
    await run('pdftoppm', args, { timeout: PAGE_MS * 2, maxBuffer: MOST_OUTPUT });
  } catch {
    throw documentError('document.damaged', { name, reason: 'không dựng được ảnh của các trang' });
  }
  const pages = (await readdir(folder)).filter((each) => each.startsWith('page'));
  return pages
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((each) => path.join(folder, each));
}

async function readPage(picture: string, name: string): Promise<RecognisedPage> {
  try {
    const { stdout } = await run(
      'tesseract',
      [picture, 'stdout', '-l', 'vie', '--psm', '4', 'tsv'],
      {
        timeout: PAGE_MS,
        maxBuffer: MOST_OUTPUT,
        // One thread: an office machine has others to serve.
        env: { PATH: process.env['PATH'] ?? '', OMP_THREAD_LIMIT: '1' },
      },
    );
    return readTsv(stdout);
  } catch (error) {
    const late = (error as { killed?: boolean }).killed === true;
    if (late) throw documentError('document.timeout', { name, seconds: PAGE_MS / 1000 });
    throw documentError('document.unreadable-scan', { name });
  }
}

async function output(program: string, args: string[]): Promise<string | undefined> {
  try {
    const { stdout, stderr } = await run(program, args, { timeout: 10_000 });
    return `${stdout}${stderr}`;
  } catch {
    return undefined;
  }
}
