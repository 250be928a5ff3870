// Reads a document in a child process with little memory and little time, so that a file that unpacks
// without end or keeps a parser busy can't hurt the server; the memory returns when it ends.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { ErrorDetails } from '#lib/platform/index.ts';
import type { FileReading } from './document-reading.ts';
import { documentError } from './errors.ts';
import { loadFile, type ReadOptions } from './read-file.server.ts';

/** What the process answers. */
export interface ReaderAnswer {
  reading?: FileReading;
  refused?: { code: string; details: ErrorDetails };
}

const ENTRY = path.join(import.meta.dirname, 'reader.process.server.ts');
const MEGABYTES = 512;
const SECONDS = 60;
/** Beyond so many waiting readings a person is better told to come back. */
const MOST_WAITING = 8;

let last: Promise<unknown> = Promise.resolve();
/** The one being read and those behind it. */
let inHand = 0;

/**
 * Reads a document from a path or from bytes, away from this process. One is read at a time, the others
 * wait their turn: each reading may take half of a small machine's memory.
 * @param given.name shown in messages and kept as the file's name
 * @param given.seconds after which reading is given up (60)
 * @throws `document.busy` when too many wait; other `document.*` errors, each saying what is wrong with the file and what to do
 */
export async function readDocumentFile(
  input: string | Uint8Array,
  given: ReadOptions & { seconds?: number } = {},
): Promise<FileReading> {
  const name = given.name ?? (typeof input === 'string' ? path.basename(input) : 'văn bản');
  const bytes = typeof input === 'string' ? await loadFile(input, name) : input;
  if (inHand > MOST_WAITING) throw documentError('document.busy', { name, waiting: MOST_WAITING });
  inHand += 1;
  const turn = last.then(() => readAway(bytes, name, given));
  last = turn.catch(() => undefined);
  return turn.finally(() => {
    inHand -= 1;
  });
}

async function readAway(
  bytes: Uint8Array,
  name: string,
  { seconds = SECONDS, ocr, encoding }: ReadOptions & { seconds?: number },
): Promise<FileReading> {
  const options = JSON.stringify({ name, ocr, encoding } satisfies ReadOptions);
  const child = spawn(process.execPath, [`--max-old-space-size=${MEGABYTES}`, ENTRY, options], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // Nothing of the server's settings, keys and addresses is of use to a parser.
    env: { PATH: process.env['PATH'] ?? '', NODE_NO_WARNINGS: '1' },
  });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, seconds * 1000);
  // A process that dies early closes its input; what it left unread is no error of ours.
  child.stdin.on('error', () => undefined);
  child.stdin.end(bytes);
  try {
    const [out, trouble, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ]);
    if (late) throw documentError('document.timeout', { name, seconds });
    if (code !== 0) throw lost(name, trouble);
    return settle(JSON.parse(out) as ReaderAnswer);
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}

function settle({ reading, refused }: ReaderAnswer): FileReading {
  if (reading) return reading;
  if (!refused) throw new Error('the document reader answered nothing');
  throw documentError(refused.code as keyof typeof documentError.codes, refused.details);
}

function lost(name: string, trouble: string): Error {
  if (/heap|memory/i.test(trouble)) return documentError('document.bomb', { name });
  const damaged = documentError('document.damaged', {
    name,
    reason: 'nội dung không như khai báo',
  });
  // The log tells what happened; the person only what to do.
  damaged.cause = trouble.slice(0, 4000);
  return damaged;
}
