// Units, hotlines and what a commune says of itself, each closed to whoever may not.
import { beforeAll, describe, expect, it } from 'vitest';
import { type Person, systemJob, thePublic } from '../actor.ts';
import { addPerson, as, there, useTestKeys } from '../accounts/accounts.samples.ts';
import { listAccounts } from '../accounts/accounts.server.ts';
import { findCommuneByHost, readCommune } from '../communes/lookup.server.ts';
import { inCommune } from '../database/commune.server.ts';
import type { Tx } from '../database/tx.server.ts';
import { readEvents } from '../events/read.server.ts';
import { useTestDatabase } from '../testing.server.ts';
import { addCommuneHost, createCommune, updateCommune } from './commune.server.ts';
import { CommuneFacts, HotlineForm, Login } from './forms.ts';
import {
  addHotline,
  findHotlineOn,
  listHotlines,
  removeHotline,
  updateHotline,
  verifyHotline,
} from './hotlines.server.ts';
import { addUnit, endUnit, listUnits, moveUnit, renameUnit, succeedUnit } from './units.server.ts';

const office = useTestDatabase();
useTestKeys();
let coordinator: Person;
let member: Person;

const FACTS: CommuneFacts = {
  name: 'phường Bình Minh',
  kind: 'phuong',
  superiors: ['thành phố Hải Dương'],
  address: 'Số 1, đường Bình Minh',
  telephone: '0220 3786 123',
  email: '',
  editorInChief: 'Phó Chủ tịch UBND phường',
  openingHours: '',
};
const HOTLINE: HotlineForm = {
  name: 'Phản ánh thủ tục',
  number: '0220 3786 123',
  owner: 'Công chức Văn phòng',
  hours: '',
};

beforeAll(async () => {
  coordinator = await addPerson(office().communeId, 'dau-moi', ['coordinator']);
  member = await addPerson(office().communeId, 'tu-phap');
});

function manage<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return as(office().communeId, coordinator, work);
}

describe('units', () => {
  it('stand in the order they are put in', async () => {
    for (const name of ['Văn phòng', 'Tư pháp', 'Đài truyền thanh']) {
      await manage((tx) => addUnit(tx, name));
    }
    const third = there((await manage(listUnits))[2]);
    await manage((tx) => moveUnit(tx, third.id, 'up'));
    await manage((tx) => moveUnit(tx, third.id, 'up'));
    await manage((tx) => moveUnit(tx, third.id, 'up'));
    const names = (await manage(listUnits)).map((unit) => unit.name);
    expect(names).toEqual(['Đài truyền thanh', 'Văn phòng', 'Tư pháp']);
  });

  it('are renamed in place, and never two by one name', async () => {
    const unit = there((await manage(listUnits)).find((each) => each.name === 'Tư pháp'));
    await manage((tx) => renameUnit(tx, unit.id, 'Tư pháp – Hộ tịch'));
    const after = (await manage(listUnits)).find((each) => each.id === unit.id);
    expect(after).toMatchObject({ name: 'Tư pháp – Hộ tịch', slug: 'tu-phap' });
    const taken = manage((tx) => renameUnit(tx, unit.id, 'Văn phòng'));
    await expect(taken).rejects.toMatchObject({ code: 'unit.name-taken', field: 'name' });
  });

  it('are one by one name even when two people make it at once', async () => {
    const both = ['Tổ công nghệ số', 'Tổ công nghệ số'].map((name) =>
      manage((tx) => addUnit(tx, name)),
    );
    const ends = await Promise.allSettled(both);
    expect(ends.map((end) => end.status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = there(ends.find((end) => end.status === 'rejected'));
    expect(refused).toMatchObject({ reason: { code: 'unit.name-taken' } });
  });

  it('are succeeded: the old one stays known, its people move along', async () => {
    const { communeId } = office();
    const old = there((await manage(listUnits)).find((each) => each.name === 'Văn phòng'));
    await inCommune(
      communeId,
      (tx) =>
        tx.db
          .insertInto('unit_member')
          .values({ commune_id: communeId, unit_id: old.id, account_id: member.accountId })
          .execute(),
      { write: true },
    );
    const next = { name: 'Văn phòng Đảng ủy – Nội vụ', from: '2025-07-01' };
    const nextId = await manage((tx) => succeedUnit(tx, old.id, next));
    const units = await manage(listUnits);
    expect(units.find((each) => each.id === old.id)).toMatchObject({
      validTo: '2025-07-01',
      successorId: nextId,
      members: 0,
    });
    expect(units.find((each) => each.id === nextId)).toMatchObject({
      validFrom: '2025-07-01',
      members: 1,
    });
    const twice = manage((tx) => endUnit(tx, old.id));
    await expect(twice).rejects.toMatchObject({ code: 'unit.ended' });
  });
});

describe('hotlines', () => {
  it('know when and by whom they were last made sure of', async () => {
    const id = await manage((tx) => addHotline(tx, HOTLINE));
    const actor = coordinator;
    const later = { write: true, actor, now: '2030-01-02T03:00:00.000Z' };
    await inCommune(office().communeId, (tx) => verifyHotline(tx, id), later);
    expect(await manage(listHotlines)).toMatchObject([
      { id, verifiedOn: '2030-01-02', verifiedBy: coordinator.accountId },
    ]);
    // What it was stays known, day by day, when it changes and goes.
    const on = (day: string) => manage((tx) => findHotlineOn(tx, id, day));
    const at = (now: string, work: (tx: Tx) => Promise<unknown>) =>
      inCommune(office().communeId, work, { write: true, actor, now });
    await at('2030-02-01T03:00:00.000Z', (tx) =>
      updateHotline(tx, id, { ...HOTLINE, number: '0220 3786 999' }),
    );
    await at('2030-03-01T03:00:00.000Z', (tx) => removeHotline(tx, id));
    expect((await on('2030-01-31'))?.number).toBe(HOTLINE.number);
    expect((await on('2030-02-28'))?.number).toBe('0220 3786 999');
    expect(await on('2030-03-01')).toBeUndefined();
    const gone = manage((tx) => updateHotline(tx, id, HOTLINE));
    await expect(gone).rejects.toMatchObject({ code: 'hotline.not-found' });
  });
});

describe('what a member of a unit may not do', () => {
  const ID = '00000000-0000-7000-8000-000000000000';
  const ways: Record<string, (tx: Tx) => Promise<unknown>> = {
    'add a unit': (tx) => addUnit(tx, 'x'),
    'rename a unit': (tx) => renameUnit(tx, ID, 'x'),
    'succeed a unit': (tx) => succeedUnit(tx, ID, { name: 'x', from: '2025-07-01' }),
    'end a unit': (tx) => endUnit(tx, ID),
    'move a unit': (tx) => moveUnit(tx, ID, 'up'),
    'add a hotline': (tx) => addHotline(tx, HOTLINE),
    'change a hotline': (tx) => updateHotline(tx, ID, HOTLINE),
    'verify a hotline': (tx) => verifyHotline(tx, ID),
    'remove a hotline': (tx) => removeHotline(tx, ID),
    'change the commune': (tx) => updateCommune(tx, FACTS),
  };

  it.each(Object.keys(ways))('%s', async (way) => {
    const attempt = as(office().communeId, member, (tx) => there(ways[way])(tx));
    await expect(attempt).rejects.toMatchObject({ code: 'access.denied' });
  });

  it('nor add a host name', async () => {
    const attempt = addCommuneHost(office().communeId, 'x.example', member);
    await expect(attempt).rejects.toMatchObject({ code: 'access.denied' });
  });
});

describe('createCommune', () => {
  it('makes a commune with host, administrator and events, or nothing', async () => {
    const administrator = { login: 'quan-tri', name: 'Quản trị viên', passwordHash: 'x' };
    const made = await createCommune(
      { facts: FACTS, host: 'binh-minh.example', administrator },
      systemJob('first-run'),
    );
    expect(await findCommuneByHost('binh-minh.example:8080')).toMatchObject({
      id: made.communeId,
      slug: 'phuong-binh-minh',
      superiors: ['thành phố Hải Dương'],
    });
    const found = await inCommune(
      made.communeId,
      async (tx) => ({
        accounts: await listAccounts(tx),
        kinds: (await readEvents(tx)).map((event) => event.kind),
      }),
      { actor: systemJob('test') },
    );
    expect(found.accounts).toMatchObject([{ login: 'quan-tri', roles: ['administrator'] }]);
    expect(found.kinds).toEqual(['commune.created', 'account.created']);
    const again = createCommune({ facts: FACTS, host: 'binh-minh.example' }, systemJob('x'));
    await expect(again).rejects.toMatchObject({ code: 'commune.host-taken' });
  });

  it('is for no person and not for the public', async () => {
    const { communeId } = office();
    const administrator = await addPerson(communeId, 'chi-xa-minh', ['administrator']);
    const commune = { facts: FACTS, host: 'them-xa.example' };
    const byPerson = createCommune(commune, administrator);
    await expect(byPerson).rejects.toMatchObject({ code: 'access.denied' });
    const byPublic = createCommune(commune, thePublic);
    await expect(byPublic).rejects.toMatchObject({ code: 'access.sign-in' });
    expect(await findCommuneByHost('them-xa.example')).toBeUndefined();
  });

  it('keeps what an administrator says of it', async () => {
    const { communeId } = office();
    const administrator = await addPerson(communeId, 'quan-tri', ['administrator']);
    await as(communeId, administrator, (tx) => updateCommune(tx, { ...FACTS, name: 'xã An Bình' }));
    expect(await inCommune(communeId, readCommune)).toMatchObject({
      name: 'xã An Bình',
      telephone: '0220 3786 123',
    });
  });
});

describe('the forms', () => {
  it('say in Vietnamese what is missing', () => {
    const parsed = CommuneFacts.safeParse({ ...FACTS, superiors: '', telephone: '12', name: '' });
    expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([
      'Nhập tên, ví dụ: xã Tiền Tiến.',
      'Số điện thoại chưa đúng, ví dụ: 0220 3786 123.',
    ]);
  });

  it.each(['tu phap', 'tư-pháp', '-a-b', 'ab', 'a..b'])('take no login like %j', (login) => {
    expect(Login.safeParse(login).success).toBe(false);
  });

  it('take short public numbers for hotlines', () => {
    expect(HotlineForm.safeParse({ ...HOTLINE, number: '1900 1234' }).success).toBe(true);
    expect(HotlineForm.safeParse({ ...HOTLINE, number: 'xin gọi' }).success).toBe(false);
  });
});
