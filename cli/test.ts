// loa test: every check, in order, and one closing line. Needs nothing prepared.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  closingLines,
  type Finished,
  onePassed,
  oneFailed,
  type Outcome,
  skippedBecause,
} from './checks/outcome.ts';
import { findOldPostgres, installSystemPackages } from './checks/system.server.ts';
import { check, PROJECT, runTool, runVitest } from './checks/tools.server.ts';
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

const checks: readonly Check[] = [
  {
    name: 'formatting',
    run: () => check('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  },
  { name: 'lint', run: () => check('eslint/bin/eslint.js', ['.', '--max-warnings', '0']) },
  { name: 'types', run: checkTypes },
  { name: 'unused', run: () => check('knip/bin/knip.js', []) },
  { name: 'tests', run: () => runVitest('tests', ['--project', 'unit']) },
  { name: 'old-postgres', run: testOnOldPostgres },
  { name: 'build', run: build },
  { name: 'browser', run: () => runVitest('browser', ['--project', 'browser']) },
  { name: 'faults', run: () => runVitest('faults', ['--project', 'faults']) },
];

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { only: { type: 'string', multiple: true } } });
  const chosen = checks.filter(({ name }) => !values.only || values.only.includes(name));
  const unknown = values.only?.filter((name) => !checks.some((each) => each.name === name)) ?? [];
  if (unknown.length > 0) {
    process.stderr.write(`Không có phép kiểm tra: ${unknown.join(', ')}\n`);
    return 2;
  }
  await installSystemPackages(say);
  const finished: Finished[] = [];
  for (const { name, run: runCheck } of chosen) {
    say(`\n── ${name}`);
    const start = performance.now();
    const outcome = await runCheck();
    finished.push({ name, seconds: (performance.now() - start) / 1000, ...outcome });
  }
  say('');
  closingLines(finished).forEach(say);
  return finished.some(({ failed }) => failed > 0) ? 1 : 0;
}

async function checkTypes(): Promise<Outcome> {
  const synced = await runTool('@sveltejs/kit/svelte-kit.js', ['sync']);
  if (!synced) return oneFailed;
  return check('svelte-check/bin/svelte-check', [
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
