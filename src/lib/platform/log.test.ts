// What the log must not tell.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const LOG = fileURLToPath(new URL('./log.server.ts', import.meta.url));

/** What `logFailure` writes of the failure this expression makes. */
function logged(failure: string): string {
  const program = `import { logFailure } from ${JSON.stringify(LOG)}; logFailure(${failure});`;
  const done = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });
  return done.stderr;
}

it('leaves out rows that the database quotes in its errors, and keeps what helps', () => {
  const written = logged(`Object.assign(new Error('violates check constraint "act_x"'), {
    code: '23514', constraint: 'act_x', detail: 'Failing row contains (0912345678).',
  })`);
  expect(written).toContain('act_x');
  expect(written).toContain('23514');
  expect(written).not.toContain('0912345678');
});

it('says what went wrong also where a failure comes as a plain copy of an error', () => {
  const written = logged(`{
    message: 'no connection', stack: 'Error: no connection at queue.ts:1', code: '08006',
    detail: 'Failing row contains (0912345678).',
  }`);
  expect(written).toContain('"msg":"no connection"');
  expect(written).toContain('queue.ts:1');
  expect(written).toContain('08006');
  expect(written).not.toContain('0912345678');
  expect(logged(`'lời trần'`)).toContain('"msg":"lời trần"');
});
