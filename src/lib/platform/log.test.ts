// What the log must not tell.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const LOG = fileURLToPath(new URL('./log.server.ts', import.meta.url));

it('leaves out rows that the database quotes in its errors, and keeps what helps', () => {
  const program = `
    import { logFailure } from ${JSON.stringify(LOG)};
    logFailure(Object.assign(new Error('violates check constraint "act_x"'), {
      code: '23514', constraint: 'act_x', detail: 'Failing row contains (0912345678).',
    }));`;
  const done = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });
  expect(done.stderr).toContain('act_x');
  expect(done.stderr).toContain('23514');
  expect(done.stderr).not.toContain('0912345678');
});
