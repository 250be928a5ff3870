// Runs the checking tools as child processes, their words shown as they come; those of a run beside another
// carry its name before each line.
import { AsyncLocalStorage } from 'node:async_hooks';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { onePassed, oneFailed, type Outcome } from './outcome.ts';

export const PROJECT = path.resolve(import.meta.dirname, '../..');
const RESULTS = path.join(PROJECT, 'test-results');

/** Runs a package's program under this Node; true if it ended well. */
export async function runTool(
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<boolean> {
  return await runProgram(
    process.execPath,
    [path.join(PROJECT, 'node_modules', script), ...args],
    env,
  );
}

/** Runs any program in the project's folder; true if it ended well. */
export async function runProgram(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<boolean> {
  const label = beside.getStore();
  return await new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: PROJECT,
      stdio: label ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      // The packages' programs first: tools that start other tools get the same Node.
      env: {
        ...process.env,
        ...env,
        PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH}`,
      },
    });
    if (label) passOn(child, label);
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}

/** Whose words are on the screen together with another's, and are told apart by this name. */
const beside = new AsyncLocalStorage<string>();

/** Runs work whose tools' lines carry a name, since other work prints meanwhile. */
export async function runBeside<T>(label: string, work: () => Promise<T>): Promise<T> {
  return await beside.run(label, work);
}

function passOn({ stdout, stderr }: ChildProcess, label: string): void {
  const follow = (from: Readable | null, to: NodeJS.WriteStream) => {
    if (from)
      createInterface({ input: from }).on('line', (line) => to.write(`${label} │ ${line}\n`));
  };
  follow(stdout, process.stdout);
  follow(stderr, process.stderr);
}

/** A tool as one check. */
export async function check(script: string, args: readonly string[]): Promise<Outcome> {
  return (await runTool(script, args)) ? onePassed : oneFailed;
}

/** A run of vitest; its tests are counted one by one, with the reasons of the skipped. */
export async function runVitest(
  label: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  mkdirSync(RESULTS, { recursive: true });
  const counts = path.join(RESULTS, `${label}.json`);
  rmSync(counts, { force: true });
  const well = await runTool(
    'vitest/vitest.mjs',
    ['run', '--reporter=default', '--reporter=./tests/setup/count-reporter.ts', ...args],
    { ...env, LOA_TEST_COUNTS: counts },
  );
  if (!existsSync(counts)) return oneFailed;
  const found = JSON.parse(readFileSync(counts, 'utf8')) as Outcome;
  // A file that could not be loaded or a stray error fails the run without a failed test.
  return well || found.failed > 0 ? found : { ...found, failed: 1 };
}
