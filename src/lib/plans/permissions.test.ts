import { describe, expect, test } from 'vitest';
import { roles, thePublic, type Actor, type Role } from '#lib/platform/index.ts';
import { can, plansPermissions, requireCan } from './permissions.ts';

function person(...has: Role[]): Actor {
  return { kind: 'person', accountId: 'a', name: 'Công chức', roles: has, unitIds: [] };
}

const plan: Record<string, Role[]> = {
  'plan.see': [...roles],
  'plan.receive': ['coordinator', 'administrator'],
  'plan.correct': ['coordinator', 'administrator'],
  'plan.confirm': ['coordinator', 'leader'],
  'plan.discard': ['coordinator', 'leader'],
  'plan.publish': ['coordinator', 'leader', 'editor'],
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
