// When a commune is an archive, and what may still happen in it.
import { describe, expect, it } from 'vitest';
import { systemJob, thePublic, type Actor } from '../actor.ts';
import { CommuneEnd, isArchive, mayHappenInArchive } from './archive.ts';

const person: Actor = { kind: 'person', accountId: 'a', name: 'x', roles: [], unitIds: [] };

it.each([
  [null, '2025-07-01', false],
  ['2025-06-30', '2025-06-29', false],
  ['2025-06-30', '2025-06-30', false],
  ['2025-06-30', '2025-07-01', true],
])('a last day of %s makes it an archive on %s: %s', (lastDay, today, is) => {
  expect(isArchive(lastDay, today)).toBe(is);
});

it.each([
  [person, 'account.signed-in', true],
  [person, 'commune.reopened', true],
  [person, 'act.recorded', false],
  [person, 'accounting.begun', false],
  [thePublic, 'dispatch.read', false],
  [systemJob('commendations.erase-names'), 'commendation.name-erased', true],
] as const)('%o may still do %s: %s', (actor, kind, may) => {
  expect(mayHappenInArchive(actor, kind)).toBe(may);
});

describe('the end as it is typed', () => {
  const end = { lastDay: '2025-06-30', successor: 'Xã An Bình hợp vào xã An Hòa.' };

  it.each(['', 'https://anhoa.example.vn', 'http://anhoa.example.vn/gioi-thieu'])(
    'leads to “%s”',
    (successorUrl) => {
      expect(CommuneEnd.safeParse({ ...end, successorUrl }).success).toBe(true);
    },
  );

  it.each(['javascript:alert(1)', 'anhoa.example.vn', 'ftp://anhoa.example.vn'])(
    'never leads to “%s”',
    (successorUrl) => {
      const refused = CommuneEnd.safeParse({ ...end, successorUrl }).error;
      expect(refused?.issues[0]?.message).toMatch(/^Địa chỉ bắt đầu bằng https:/);
    },
  );
});
