// The ways of the desk: who is shown which, and which one is open.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Actor, type Role, roles, thePublic } from '#lib/platform/index.ts';
import { waysFor, wayTo } from './ways.ts';

function person(...has: Role[]): Actor {
  return { kind: 'person', accountId: 'a', name: 'Công chức', roles: has, unitIds: [] };
}

const all = waysFor(person(...roles));
const addresses = all.flatMap(({ ways }) => ways.map(({ href }) => href));

test('every way leads to a page of the desk, and none twice', () => {
  expect(new Set(addresses).size).toBe(addresses.length);
  for (const href of addresses) {
    const folder = path.join(import.meta.dirname, '..', href);
    expect(readdirSync(folder), href).toContain('+page.server.ts');
  }
});

test('administration is shown to who manages something there', () => {
  const seen = (actor: Actor) => waysFor(actor).map(({ label }) => label);
  expect(seen(person('administrator'))).toContain('Quản trị');
  expect(seen(person('member'))).not.toContain('Quản trị');
  expect(seen(thePublic)).not.toContain('Quản trị');
});

test('the most exact way is the open one; the first page is open only itself', () => {
  expect(wayTo('/lam-viec', all)).toBe('/lam-viec');
  expect(wayTo('/lam-viec/hoat-dong/moi', all)).toBe('/lam-viec/hoat-dong');
  expect(wayTo('/lam-viec/tai-khoan', all)).toBeUndefined();
  expect(wayTo('/lam-viec/ke-hoach-khac', all)).toBeUndefined();
});
