// Each action of the platform room is denied to everybody its rule doesn't name.
import { describe, expect, it } from 'vitest';
import { type Actor, type Person, type Role, roles, systemJob, thePublic } from '../actor.ts';
import {
  canInPlatform,
  platformActions,
  type PlatformAction,
  requireInPlatform,
} from './permissions.ts';

function person(role: Role): Person {
  return { kind: 'person', accountId: 'own', name: 'Chức danh', roles: [role], unitIds: [] };
}

const ALLOWED: Record<PlatformAction, readonly Role[]> = {
  'account.manage': ['administrator'],
  'account.own': roles,
  'unit.manage': ['administrator', 'coordinator'],
  'village.manage': ['administrator', 'coordinator'],
  'hotline.manage': ['administrator', 'coordinator'],
  'calendar.edit': ['administrator'],
  'commune.manage': ['administrator'],
  'mail.manage': ['administrator'],
  'commune.create': [],
  'audit.read': ['administrator', 'leader'],
};

const actions = Object.keys(platformActions) as PlatformAction[];
const own = { accountId: 'own' };

describe('permissions of the platform room', () => {
  it('are all listed here', () => {
    expect(Object.keys(ALLOWED).sort()).toEqual([...actions].sort());
  });

  it.each(actions)('%s: exactly the named roles', (action) => {
    const allowed = roles.filter((role) => canInPlatform(person(role), action, own));
    expect(allowed).toEqual(roles.filter((role) => ALLOWED[action].includes(role)));
  });

  it.each(actions)(
    '%s: the public is sent to sign in, a person without roles is denied',
    (action) => {
      const nobody: Actor = { ...person('member'), roles: [], accountId: 'other' };
      expect(() => requireInPlatform(thePublic, action, own)).toThrow(/Đăng nhập lại/);
      expect(() => requireInPlatform(nobody, action, own)).toThrow(platformActions[action].says);
    },
  );

  it('an account is one’s own only under its own id', () => {
    expect(canInPlatform(person('administrator'), 'account.own', { accountId: 'x' })).toBe(false);
  });

  it('the system may do what its jobs do', () => {
    expect(canInPlatform(systemJob('first-run'), 'commune.create', {})).toBe(true);
    expect(canInPlatform(systemJob('first-run'), 'account.manage', {})).toBe(true);
  });
});
