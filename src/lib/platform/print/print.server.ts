// PDFs from Typst templates, made in a process that ends when nobody prints (ruling 22).
import { fork, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { printError } from './errors.ts';

/** What the process is asked. */
export interface PrintOrder {
  template: string;
  /** JSON; stays text in the template, whatever is in it. */
  data: string;
  files: Record<string, Uint8Array>;
}

/** What it answers: a PDF, or what went wrong. */
export interface PrintAnswer {
  ready?: boolean;
  pdf?: Uint8Array;
  trouble?: string;
}

const TEMPLATES = path.join(import.meta.dirname, '../../../../templates');
const ENTRY = path.join(import.meta.dirname, 'print.process.server.ts');
const SECONDS = 60;
const IDLE_MS = 60_000;
/** Beyond so many waiting orders a person is better told to come back. */
const MOST_WAITING = 8;

let child: Promise<ChildProcess> | undefined;
let idle: NodeJS.Timeout | undefined;
let last: Promise<unknown> = Promise.resolve();
let inHand = 0;

/**
 * Sets a document: `templates/<template>.typ` with `data` as JSON and pictures by name.
 * One is set at a time; the others wait their turn.
 * @throws `print.busy`, `print.timeout`, or `print.failed` with what the engine said
 */
export async function renderPdf(
  template: string,
  data: unknown,
  files: Record<string, Uint8Array> = {},
): Promise<Uint8Array> {
  if (!/^[a-z-]+$/.test(template)) throw new Error(`no such template: ${template}`);
  const source = await readFile(path.join(TEMPLATES, `${template}.typ`), 'utf8');
  if (inHand > MOST_WAITING) throw printError('print.busy', { waiting: MOST_WAITING });
  inHand += 1;
  const order = { template: source, data: JSON.stringify(data), files };
  const turn = last.then(() => printAway(order));
  last = turn.catch(() => undefined);
  return turn.finally(() => {
    inHand -= 1;
  });
}

/** Ends the process; the next document starts another. */
export async function stopPrinting(): Promise<void> {
  clearTimeout(idle);
  const ending = child;
  child = undefined;
  (await ending?.catch(() => undefined))?.kill('SIGKILL');
}

async function printAway(order: PrintOrder): Promise<Uint8Array> {
  clearTimeout(idle);
  child ??= start();
  try {
    const answer = await ask(await child, order);
    if (answer.pdf) return answer.pdf;
    const failed = printError('print.failed', { reason: 'bộ dàn trang không nhận nội dung' });
    // The log tells what happened; the person only what to do.
    failed.cause = answer.trouble?.slice(0, 4000);
    throw failed;
  } catch (error) {
    // An engine that failed may be in any state.
    await stopPrinting();
    throw error;
  } finally {
    idle = setTimeout(() => void stopPrinting(), IDLE_MS).unref();
  }
}

async function start(): Promise<ChildProcess> {
  const started = fork(ENTRY, {
    serialization: 'advanced',
    // Nothing of the server's settings, keys and addresses is of use to a typesetter.
    env: { PATH: process.env['PATH'] ?? '', NODE_NO_WARNINGS: '1' },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  await ask(started);
  // A warm engine is no reason for the server, or a command, to go on.
  started.unref();
  started.channel?.unref();
  return started;
}

/** One message there, one back; without a message, the first word of a new process. */
function ask(to: ChildProcess, order?: PrintOrder): Promise<PrintAnswer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => settle(printError('print.timeout', { seconds: SECONDS })),
      SECONDS * 1000,
    );
    const onExit = (): void =>
      settle(printError('print.failed', { reason: 'bộ dàn trang dừng giữa chừng' }));
    const onMessage = (answer: PrintAnswer): void => settle(answer);
    function settle(outcome: PrintAnswer | Error): void {
      clearTimeout(timer);
      to.off('message', onMessage).off('exit', onExit).off('error', onExit);
      if (outcome instanceof Error) {
        to.kill('SIGKILL');
        reject(outcome);
      } else resolve(outcome);
    }
    to.on('message', onMessage).on('exit', onExit).on('error', onExit);
    if (order) to.send(order);
  });
}
