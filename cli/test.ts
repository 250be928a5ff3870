// loa test: every check and one closing line. Needs nothing prepared.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  addUp,
  closingLines,
  type Finished,
  onePassed,
  oneFailed,
  type Outcome,
  skippedBecause,
} from './checks/outcome.ts';
import { findOldPostgres, installSystemPackages } from './checks/system.server.ts';
import { check, PROJECT, runBeside, runTool, runVitest } from './checks/tools.server.ts';
import { ensureBuilt } from './frame/build.server.ts';

export const help = 'chạy mọi phép kiểm tra; cần gì thì tự cài';
export const usage = `
  --only TÊN    chỉ chạy một phép: formatting, lint, types, unused, tests, old-postgres, build,
                browser, faults (lặp lại được)
`;

interface Check {
  readonly name: string;
  readonly run: () => Promise<Outcome>;
}

/** They read the sources and change nothing, each on one core: two at a time, the longest first. */
const readers: readonly Check[] = [
  { name: 'lint', run: () => check('eslint/bin/eslint.js', ['.', '--max-warnings', '0']) },
  { name: 'types', run: checkTypes },
  {
    name: 'formatting',
    run: () => check('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  },
  { name: 'unused', run: () => check('knip/bin/knip.js', []) },
];

/** They run the program, on every core there is: one after the other. */
const trials: readonly Check[] = [
  { name: 'tests', run: () => runVitest('tests', ['--project', 'unit']) },
  { name: 'old-postgres', run: testOnOldPostgres },
  { name: 'build', run: build },
  { name: 'browser', run: journeys },
  { name: 'faults', run: () => runVitest('faults', ['--project', 'faults']) },
];

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { only: { type: 'string', multiple: true } } });
  const known = [...readers, ...trials].map(({ name }) => name);
  const unknown = values.only?.filter((name) => !known.includes(name)) ?? [];
  const isChosen = ({ name }: Check) => !values.only || values.only.includes(name);
  if (unknown.length > 0) {
    process.stderr.write(`Không có phép kiểm tra: ${unknown.join(', ')}\n`);
    return 2;
  }
  await installSystemPackages(say);
  const finished = await readInPairs(readers.filter(isChosen));
  for (const trial of trials.filter(isChosen)) finished.push(await timed(trial));
  say('');
  closingLines(finished).forEach(say);
  return finished.some(({ failed }) => failed > 0) ? 1 : 0;
}

async function timed({ name, run: runCheck }: Check): Promise<Finished> {
  say(`\n── ${name}`);
  const start = performance.now();
  const outcome = await runCheck();
  return { name, seconds: (performance.now() - start) / 1000, ...outcome };
}

async function readInPairs(checks: readonly Check[]): Promise<Finished[]> {
  // The names that the sources lean on are written first; whoever reads them finds them whole.
  if (checks.length > 0 && !(await runTool('@sveltejs/kit/svelte-kit.js', ['sync']))) {
    return [{ name: 'sync', seconds: 0, ...oneFailed }];
  }
  const waiting = [...checks];
  const finished: Finished[] = [];
  const takeTurns = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const one = next;
      finished.push(await runBeside(one.name, () => timed(one)));
    }
  };
  await Promise.all([takeTurns(), takeTurns()]);
  return finished;
}

/** Half of the journeys in one office, half in another: a browser and its office leave a core idle. */
async function journeys(): Promise<Outcome> {
  const halves = [1, 2].map((half) =>
    runBeside(`${half}/2`, () =>
      runVitest(`browser-${half}`, ['--project', 'browser', `--shard=${half}/2`]),
    ),
  );
  return addUp(await Promise.all(halves));
}

async function checkTypes(): Promise<Outcome> {
  return await check('svelte-check/bin/svelte-check', [
    '--tsconfig',
    './tsconfig.json',
    '--fail-on-warnings',
    '--output',
    'human',
  ]);
}

/** Ruling 7: "PostgreSQL 15 or later" is tried, not hoped. */
async function testOnOldPostgres(): Promise<Outcome> {
  const folder = findOldPostgres();
  if (!folder)
    return skippedBecause('no PostgreSQL of Debian is installed here, and it could not be');
  const files = globSync('src/**/*.test.ts', { cwd: PROJECT }).filter((file) =>
    readFileSync(path.join(PROJECT, file), 'utf8').includes('testing.server.ts'),
  );
  say(`database tests on ${folder}`);
  return await runVitest('old-postgres', ['--project', 'unit', ...files], {
    LOA_TEST_POSTGRES: folder,
  });
}

async function build(): Promise<Outcome> {
  try {
    if (!(await ensureBuilt(say))) say('the build is newer than its sources');
    return onePassed;
  } catch (error) {
    say(String(error));
    return oneFailed;
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
