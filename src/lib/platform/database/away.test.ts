import { describe, expect, it } from 'vitest';
import { isDatabaseAway } from './away.ts';

function failure(message: string, facts: object = {}): Error {
  return Object.assign(new Error(message), facts);
}

describe('a database that is away', () => {
  it.each([
    failure('connect ECONNREFUSED', { code: 'ECONNREFUSED' }),
    failure('connect ENOENT', { code: 'ENOENT', syscall: 'connect' }),
    failure('terminating connection due to administrator command', { code: '57P01' }),
    failure('the database system is starting up', { code: '57P03' }),
    failure('sorry, too many clients already', { code: '53300' }),
    failure('connection failure', { code: '08006' }),
    failure('Connection terminated unexpectedly'),
    failure('timeout exceeded when trying to connect'),
  ])('is told: $message', (given) => {
    expect(isDatabaseAway(given)).toBe(true);
  });

  it.each([
    failure('no such file', { code: 'ENOENT', syscall: 'open' }),
    failure('duplicate key', { code: '23505' }),
    failure('canceling statement due to statement timeout', { code: '57014' }),
    failure('a query after the end of its transaction'),
    'words',
    undefined,
  ])('is not seen where something else failed: %s', (given) => {
    expect(isDatabaseAway(given)).toBe(false);
  });
});
