// Runs what works on a picture in a process of its own, which ends when done: the memory that pictures need
// never stays with the server (ruling 22), and a picture made to hurt hurts nobody else.
import { spawn } from 'node:child_process';

const TIME_LIMIT_MS = 120_000;

export interface PictureAnswer {
  /** What the process wrote. */
  readonly out: Buffer;
  /** What it said beside that. */
  readonly said: string;
}

/** Hands the original to `script` on its standard input. @throws Error when the process fails or hangs */
export function runPictureProcess(
  script: string,
  words: readonly string[],
  original: Buffer,
): Promise<PictureAnswer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...words], {
      stdio: 'pipe',
      // A Ctrl-C in the terminal is for the server, which lets work under way finish.
      detached: process.platform !== 'win32',
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
      // Nothing of the server's settings, keys and addresses is of use to a picture.
      env: { PATH: process.env['PATH'] ?? '', NODE_NO_WARNINGS: '1' },
    });
    const out: Buffer[] = [];
    const said: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      const answer = { out: Buffer.concat(out), said: Buffer.concat(said).toString('utf8') };
      if (code === 0) resolve(answer);
      else reject(new Error(`the picture could not be made smaller: ${answer.said}`));
    });
    // A picture that is refused early closes its input; the exit code tells.
    child.stdin.on('error', () => undefined);
    child.stdin.end(original);
  });
}

/** Whatever a library said before, the answer comes last. */
export function lastLine(said: string): string {
  return said.trim().split('\n').at(-1) ?? '';
}
