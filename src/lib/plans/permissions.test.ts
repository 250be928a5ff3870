import { describe, expect, test } from 'vitest';
import { roles, thePublic, type Actor, type Role } from '#lib/platform/index.ts';
import type { plansPermissions } from './permissions.ts';
import { can, requireCan } from './permissions.ts';

function person(...has: Role[]): Actor {
  return { kind: 'person', accountId: 'a', name: 'Công chức', roles: has, unitIds: [] };
}

function worksFor(unitId: string, role: Role): Actor {
  return { kind: 'person', accountId: 'a', name: 'Công chức', roles: [role], unitIds: [unitId] };
}

const plan: Record<string, Role[]> = {
  'plan.see': [...roles],
  'plan.receive': ['coordinator', 'administrator'],
  'plan.correct': ['coordinator', 'administrator'],
  'plan.confirm': ['coordinator', 'leader'],
  'plan.discard': ['coordinator', 'leader'],
  'plan.compose': ['coordinator', 'administrator'],
  'plan.approve': ['leader'],
  'plan.return': ['coordinator', 'leader'],
  'plan.issue': ['coordinator', 'administrator'],
  'plan.publish': ['coordinator', 'leader', 'editor'],
  'plan.amend': ['coordinator', 'leader'],
  'plan.close': ['coordinator', 'leader'],
  'plan.carry': ['coordinator', 'leader'],
  'act.see': [...roles],
  'coverage.see': [...roles],
  'overview.see': ['leader', 'coordinator', 'administrator'],
  'coverage.schedule': ['coordinator', 'administrator'],
  'coverage.set-silence': ['coordinator', 'administrator'],
  'dispatch.see': [...roles],
  'dispatch.send': ['coordinator', 'leader'],
  'head.manage': ['administrator'],
  'commendation.see': [...roles],
  'commendation.record': ['coordinator', 'leader'],
  'commendation.publish': ['coordinator', 'leader', 'editor'],
  'urging.see': [...roles],
  'urging.record': ['coordinator', 'leader'],
  'urging.number': ['coordinator', 'administrator'],
  'reminder.see': ['coordinator', 'leader', 'administrator'],
  'sheet.print': ['coordinator', 'leader', 'administrator'],
  'reminder.set': ['coordinator', 'administrator'],
  'period.close': ['coordinator', 'leader'],
  'period.reopen': ['leader'],
};

describe.each(Object.entries(plan))('%s', (name, allowed) => {
  const action = name as keyof typeof plansPermissions;

  test.each(roles)('as %s', (role) => {
    expect(can(person(role), action, {})).toBe(allowed.includes(role));
  });

  test('is refused to the public, who is asked to sign in', () => {
    expect(() => requireCan(thePublic, action, {})).toThrow(
      expect.objectContaining({ code: 'access.sign-in' }),
    );
  });
});

test('a refusal names the action', () => {
  expect(() => requireCan(person('member'), 'plan.confirm', {})).toThrow(/xác nhận kế hoạch/);
});

const reporting = [
  'act.record',
  'act.correct',
  'act.withdraw',
  'evidence.add',
  'evidence.remove',
  'effect.note',
  'effect.withdraw',
] as const;

describe.each(reporting)('%s', (action) => {
  test.each(['member', 'editor'] as const)('as %s for the own unit only', (role) => {
    expect(can(worksFor('radio', role), action, { unitId: 'radio' })).toBe(true);
    expect(can(worksFor('radio', role), action, { unitId: 'justice' })).toBe(false);
    expect(can(worksFor('radio', role), action, {})).toBe(false);
  });

  test('as coordinator or administrator for any unit, as leader for none', () => {
    expect(can(person('coordinator'), action, { unitId: 'justice' })).toBe(true);
    expect(can(person('administrator'), action, { unitId: 'justice' })).toBe(true);
    expect(can(worksFor('justice', 'leader'), action, { unitId: 'justice' })).toBe(false);
  });

  test('is refused to the public', () => {
    expect(can(thePublic, action, { unitId: 'radio' })).toBe(false);
  });
});

test('a signed list of people opens for its unit, those who run plans and leaders', () => {
  const list = { unitId: 'radio', listsPeople: true };
  expect(can(worksFor('radio', 'member'), 'evidence.see', list)).toBe(true);
  expect(can(worksFor('justice', 'member'), 'evidence.see', list)).toBe(false);
  expect(can(person('leader'), 'evidence.see', list)).toBe(true);
  expect(can(worksFor('justice', 'member'), 'evidence.see', { unitId: 'radio' })).toBe(true);
  expect(can(thePublic, 'evidence.see', { unitId: 'radio' })).toBe(false);
});

test('a dispatch is confirmed by members of its unit only, whatever their role', () => {
  for (const role of roles) {
    expect(can(worksFor('radio', role), 'dispatch.read', { unitId: 'radio' })).toBe(true);
    expect(can(worksFor('radio', role), 'dispatch.read', { unitId: 'justice' })).toBe(false);
    expect(can(worksFor('radio', role), 'dispatch.read', {})).toBe(false);
  }
  expect(can(thePublic, 'dispatch.read', { unitId: 'radio' })).toBe(false);
});

test('a unit’s calendar is followed by its members, those who run plans and leaders', () => {
  expect(can(worksFor('radio', 'member'), 'calendar.follow', { unitId: 'radio' })).toBe(true);
  expect(can(worksFor('justice', 'member'), 'calendar.follow', { unitId: 'radio' })).toBe(false);
  for (const role of ['coordinator', 'administrator', 'leader'] as const) {
    expect(can(person(role), 'calendar.follow', { unitId: 'radio' })).toBe(true);
  }
  expect(can(thePublic, 'calendar.follow', { unitId: 'radio' })).toBe(false);
});
