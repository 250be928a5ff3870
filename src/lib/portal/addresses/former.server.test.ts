// Former addresses in a real database: what leads where, who may say so, and what is asked for in vain.
import { describe, expect, it } from 'vitest';
import { findFormerAddress, inCommune, readEvents, type Tx } from '#lib/platform/index.server.ts';
import { type Actor, type Role, thePublic } from '#lib/platform/index.ts';
import { addTestCommune, useTestDatabase } from '#lib/platform/testing.server.ts';
import { flushReadership, noteMissed } from '../visits/readership.server.ts';
import {
  addFormerAddresses,
  dropFormerAddress,
  listFormerAddresses,
  listMissedAddresses,
} from './former.server.ts';

const office = useTestDatabase();
const PAGE = { size: 50, start: 0 };

function person(...roles: Role[]): Actor {
  const accountId = '01890000-0000-7000-8000-000000000001';
  return { kind: 'person', accountId, name: 'Quản trị', roles, unitIds: [] };
}
const administrator = person('administrator');

function as<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inCommune(office().communeId, work, { write: true, actor });
}
const keep = (lines: string) => as(administrator, (tx) => addFormerAddresses(tx, { lines }));
const find = (address: string) => as(thePublic, (tx) => findFormerAddress(tx, address));

describe('an address of the former site', () => {
  it('leads on or says why it is gone, with its query before without, and in no other commune', async () => {
    expect(
      await keep(
        '/Default.aspx?id=4 → /tin/bon\n/default.aspx → /tin\n/cu.html → gỡ: Hết hiệu lực',
      ),
    ).toBe(3);
    expect(await find('/default.aspx?ID=4&utm_source=x')).toEqual({ to: '/tin/bon' });
    expect(await find('/Default.aspx?id=5')).toEqual({ to: '/tin' });
    expect(await find('/CU.html')).toEqual({ reason: 'Hết hiệu lực' });
    expect(await find('/khac.html')).toBeUndefined();
    const other = await addTestCommune('xã Bên', 'ben.example');
    expect(
      await inCommune(other, (tx) => findFormerAddress(tx, '/cu.html'), { actor: thePublic }),
    ).toBeUndefined();
  });

  it('leads where it was said last, until it is let go; both are in the record without the address', async () => {
    await keep('/doi.html → /tin/cu');
    await keep('/doi.html → /tin/moi');
    expect(await find('/doi.html')).toEqual({ to: '/tin/moi' });
    await as(administrator, (tx) => dropFormerAddress(tx, { key: '/doi.html' }));
    expect(await find('/doi.html')).toBeUndefined();
    const events = await as(administrator, (tx) => readEvents(tx));
    expect(events.at(-1)?.kind).toBe('addresses.dropped');
    expect(events.some(({ kind }) => kind === 'addresses.kept')).toBe(true);
    expect(JSON.stringify(events)).not.toContain('doi.html');
    await expect(
      as(administrator, (tx) => dropFormerAddress(tx, { key: '/doi.html' })),
    ).rejects.toMatchObject({ code: 'address.not-found' });
  });

  it.each([
    ['', 'address.nothing'],
    ['/x', 'address.unreadable'],
    ['/vong-1 → /vong-2\n/vong-2 → /vong-1', 'address.circle'],
    ['/ten.html → gỡ: Hỏi ông Năm số 0912 345 678', 'address.personal-data'],
  ])('is refused whole where a line is wrong: %j', async (lines, code) => {
    const before = await as(administrator, (tx) => listFormerAddresses(tx, PAGE));
    await expect(keep(lines)).rejects.toMatchObject({ code, field: 'lines' });
    expect(await as(administrator, (tx) => listFormerAddresses(tx, PAGE))).toEqual(before);
  });

  it.each([
    ['the public', thePublic, 'access.sign-in'],
    ['an editor', person('editor'), 'access.denied'],
    ['a leader', person('leader'), 'access.denied'],
  ])('is not kept, dropped or listed by %s', async (_who, actor, code) => {
    const works: ((tx: Tx) => Promise<unknown>)[] = [
      (tx) => addFormerAddresses(tx, { lines: '/a → /b' }),
      (tx) => dropFormerAddress(tx, { key: '/a' }),
      (tx) => listFormerAddresses(tx, PAGE),
      (tx) => listMissedAddresses(tx, '2000-01-01'),
    ];
    for (const work of works) await expect(as(actor, work)).rejects.toMatchObject({ code });
  });
});

describe('an address asked for in vain', () => {
  const miss = (address: string, userAgent = 'Mozilla/5.0 (Linux; Android 9)') =>
    noteMissed(office().communeId, { address, userAgent });
  const missed = () => as(administrator, (tx) => listMissedAddresses(tx, '2000-01-01'));

  it('is counted when people ask again, until it leads somewhere', async () => {
    for (const address of ['/mat.html?id=7', '/mat.html?id=7', '/mot-lan.html']) miss(address);
    for (let time = 0; time < 3; time += 1) {
      miss('/wp-login.php');
      miss('/.env');
      miss('/robot.html', 'Googlebot/2.1');
      miss('/hoi/0912345678');
      miss('/hoi?ten=Nguyễn Văn Năm');
    }
    await flushReadership();
    miss('/mat.html?id=7');
    await flushReadership();
    expect(await missed()).toEqual([
      // The words of a query that may be somebody's are left out.
      { address: '/hoi', times: 3 },
      { address: '/mat.html?id=7', times: 3 },
    ]);
    await keep('/mat.html → /tin');
    expect(await missed()).toEqual([{ address: '/hoi', times: 3 }]);
  });
});
