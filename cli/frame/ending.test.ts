// Tests of how a command ends what it began.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { log } from '#lib/platform/index.server.ts';
import { endInTurn } from './ending.server.ts';

it('ends everything in its order, though one fails and another hangs', async () => {
  const said = vi.spyOn(log, 'error').mockReturnValue();
  const ended: string[] = [];
  await endInTurn(
    [
      { name: 'pages', end: () => sleep(5).then(() => void ended.push('pages')) },
      { name: 'log', end: () => Promise.reject(new Error('the disk is full')) },
      { name: 'jobs', end: () => new Promise<void>(() => undefined) },
      { name: 'database', end: () => void ended.push('database') },
    ],
    50,
  );
  const failures = said.mock.calls.map(([entry]) => (entry as { err: Error }).err.message);
  said.mockRestore();
  expect(ended).toEqual(['pages', 'database']);
  expect(failures).toEqual([
    'the disk is full',
    'jobs did not end within 50 ms and was left behind',
  ]);
});
