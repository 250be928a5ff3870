// Reads a document in a child process with little memory and little time, so that a file that unpacks
// without end or keeps a parser busy can't hurt the server; the memory returns when it ends.
import { spawn, type ChildProcess } from 'node:child_process';
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
/** Where Node keeps what it compiled: most of a short reading is spent on loading the reader itself. */
const COMPILED =
  process.env['NODE_COMPILE_CACHE'] ??
  path.join(import.meta.dirname, '../../../node_modules/.cache/loa');
const MEGABYTES = 512;
const SECONDS = 60;
/** Beyond so many waiting readings a person is better told to come back. */
const MOST_WAITING = 8;

/** A scan may take minutes. */
const SECONDS_FOR_SCANS = 300;

interface Queue {
  last: Promise<unknown>;
  /** The one being read and those behind it. */
  inHand: number;
}

/** Scans wait apart, so that nobody with a Word file waits behind them. */
const QUEUES = {
  texts: { last: Promise.resolve(), inHand: 0 } as Queue,
  scans: { last: Promise.resolve(), inHand: 0 } as Queue,
};

/**
 * Reads a document from a path or from bytes, away from this process. One is read at a time, the others
 * wait their turn: each reading may take half of a small machine's memory.
 * @param given.name shown in messages and kept as the file's name
 * @param given.ocr recognise the letters of a scan
 * @param given.seconds after which reading is given up (60, for a scan 300)
 * @throws `document.busy` when too many wait; other `document.*` errors, each saying what is wrong with the file and what to do
 */
export async function readDocumentFile(
  input: string | Uint8Array,
  given: ReadOptions & { seconds?: number } = {},
): Promise<FileReading> {
  const name = given.name ?? (typeof input === 'string' ? path.basename(input) : 'văn bản');
  const bytes = typeof input === 'string' ? await loadFile(input, name) : input;
  const queue = given.ocr ? QUEUES.scans : QUEUES.texts;
  if (queue.inHand > MOST_WAITING)
    throw documentError('document.busy', { name, waiting: MOST_WAITING });
  queue.inHand += 1;
  const turn = queue.last.then(() => readAway(bytes, name, given));
  queue.last = turn.catch(() => undefined);
  return turn.finally(() => {
    queue.inHand -= 1;
  });
}

async function readAway(
  bytes: Uint8Array,
  name: string,
  { ocr, encoding, ...given }: ReadOptions & { seconds?: number },
): Promise<FileReading> {
  const seconds = given.seconds ?? (ocr ? SECONDS_FOR_SCANS : SECONDS);
  const options = JSON.stringify({ name, ocr, encoding } satisfies ReadOptions);
  const child = spawn(process.execPath, [`--max-old-space-size=${MEGABYTES}`, ENTRY, options], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // Nothing of the server's settings, keys and addresses is of use to a parser.
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_NO_WARNINGS: '1',
      NODE_COMPILE_CACHE: COMPILED,
    },
    // A group of its own: the programs that recognise letters end with it.
    detached: process.platform !== 'win32',
  });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    end(child);
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
    end(child);
  }
}

/** Ends a reader with all it started; one that is gone already is no error. */
function end(child: ChildProcess): void {
  if (child.exitCode !== null || child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if ((error as { code?: string }).code !== 'ESRCH') throw error;
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
