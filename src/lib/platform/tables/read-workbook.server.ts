// Reads an Excel workbook in a child process with little memory and little time.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { sizeInWords } from '../files/kinds.ts';
import { tableError } from './errors.ts';
import type { SheetCells } from './sheet-cells.ts';

const ENTRY = path.join(import.meta.dirname, 'workbook.process.server.ts');
const MOST_BYTES = 10 * 1024 * 1024;
const MEGABYTES = 512;
const SECONDS = 60;

let last: Promise<unknown> = Promise.resolve();

/**
 * The visible cells of a workbook. One is read at a time, the others wait their turn.
 * @param name shown in messages
 * @throws LoaError `table.too-large`, `table.old-excel`, `table.damaged`, `table.too-long`
 */
export async function readWorkbook(bytes: Uint8Array, name: string): Promise<SheetCells[]> {
  if (bytes.length > MOST_BYTES) {
    const sizes = { size: sizeInWords(bytes.length), most: sizeInWords(MOST_BYTES) };
    throw tableError('table.too-large', { name, ...sizes });
  }
  const [first, second] = bytes;
  if (first === 0xd0 && second === 0xcf) throw tableError('table.old-excel', { name });
  if (first !== 0x50 || second !== 0x4b) throw tableError('table.damaged', { name });
  const turn = last.then(() => readAway(bytes, name));
  last = turn.catch(() => undefined);
  return turn;
}

async function readAway(bytes: Uint8Array, name: string): Promise<SheetCells[]> {
  const child = spawn(process.execPath, [`--max-old-space-size=${MEGABYTES}`, ENTRY], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // Nothing of the server's settings, keys and addresses is of use to a parser.
    env: { PATH: process.env['PATH'] ?? '', NODE_NO_WARNINGS: '1' },
  });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, SECONDS * 1000);
  // A process that dies early closes its input; what it left unread is no error of ours.
  child.stdin.on('error', () => undefined);
  child.stdin.end(bytes);
  const [out, trouble, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]).finally(() => clearTimeout(timer));
  if (code === 0) return JSON.parse(out) as SheetCells[];
  const isTooLong = late || /heap|memory/i.test(trouble);
  const refused = isTooLong
    ? tableError('table.too-long', { name, seconds: SECONDS })
    : tableError('table.damaged', { name });
  // The log tells what happened; the person only what to do.
  refused.cause = trouble.slice(0, 4000);
  throw refused;
}
