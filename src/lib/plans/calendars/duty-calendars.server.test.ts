// A unit's calendar address on a real database: who gets one, what it gives, and when it gives nothing.
import { beforeAll, describe, expect, test } from 'vitest';
import {
  createAccount,
  disableAccount,
  hashPassword,
  inCommune,
  newId,
  updateAccount,
} from '#lib/platform/index.server.ts';
import { systemJob, thePublic, type Actor, type Role } from '#lib/platform/index.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import { asActor, NOW, setUpOffice, type SampleOffice } from '../acts/office.samples.ts';
import {
  endDutyCalendar,
  getCalendarPage,
  makeDutyCalendar,
  readDutyCalendar,
} from './duty-calendars.server.ts';

const database = useTestDatabase();
const ORIGIN = 'https://xa.example';
const refusal = (code: string) => expect.objectContaining({ code });
let office: SampleOffice;
let announcer: Actor;

beforeAll(async () => {
  office = await setUpOffice(database().communeId);
  // An office always has one.
  await person('quan-tri', office.justice, 'administrator');
  announcer = await person('dai-phat-thanh', office.radio);
}, 60_000);

async function person(login: string, unitId: string, role: Role = 'member'): Promise<Actor> {
  const passwordHash = await hashPassword('ruộng lúa chín vàng');
  const given = { name: 'Phụ trách đài', roles: [role], unitIds: [unitId] };
  const accountId = await asActor(office, systemJob('test'), (tx) =>
    createAccount(tx, { login, passwordHash, ...given }),
  );
  return { kind: 'person', accountId, ...given };
}

const make = (actor = announcer, unit = office.radio) =>
  asActor(office, actor, (tx) => makeDutyCalendar(tx, unit));
const end = (id: string, actor = announcer) =>
  asActor(office, actor, (tx) => endDutyCalendar(tx, id));
const page = (actor = announcer, slug = 'don-vi-1') =>
  inCommune(office.communeId, (tx) => getCalendarPage(tx, slug), { actor, now: NOW });
const read = (name: string) =>
  inCommune(office.communeId, (tx) => readDutyCalendar(tx, name, ORIGIN), {
    actor: thePublic,
    now: NOW,
  });

describe('a calendar address', () => {
  test('gives the duties of its unit, and only those, to whoever holds it', async () => {
    const { unitName, entries } = await read(await make());
    expect(unitName).toBe('Đài phát thanh');
    expect(entries.map(({ text }) => text.split('\n')[0])).toEqual([
      'Nhiệm vụ của Đài phát thanh.',
    ]);
    expect(entries[0]).toMatchObject({ day: '2023-12-29' });
    expect(entries[0]?.url).toMatch(/^https:\/\/xa\.example\/lam-viec\/nhiem-vu\//);
  });

  test('is one for each person and unit, and only its maker reads it', async () => {
    const name = await make();
    expect(await make()).toBe(name);
    const colleague = await person('dong-nghiep', office.radio);
    const { calendars } = await page(colleague);
    expect(calendars).toEqual([expect.objectContaining({ name: '', isOwn: false })]);
    expect(await make(colleague)).not.toBe(name);
    expect((await page()).calendars[0]).toMatchObject({ name, isOwn: true });
  });

  test('gives nothing once it was ended, and a new one is another', async () => {
    const name = await make();
    const [own] = (await page()).calendars;
    await end(own?.id ?? '');
    await expect(read(name)).rejects.toEqual(refusal('calendar.gone'));
    await end(own?.id ?? '');
    expect(await make()).not.toBe(name);
  });

  test('gives nothing once its maker may no longer sign in', async () => {
    const leaving = await person('sap-nghi', office.radio);
    const name = await make(leaving);
    if (leaving.kind !== 'person') throw new Error('a person');
    await asActor(office, systemJob('test'), (tx) => disableAccount(tx, leaving.accountId));
    await expect(read(name)).rejects.toEqual(refusal('calendar.gone'));
  });

  test('gives nothing once its maker works elsewhere', async () => {
    const moving = await person('chuyen-cong-tac', office.radio);
    const name = await make(moving);
    if (moving.kind !== 'person') throw new Error('a person');
    const { accountId, name: position } = moving;
    const given = { name: position, roles: ['member'], unitIds: [office.justice] } as const;
    await asActor(office, systemJob('test'), (tx) => updateAccount(tx, accountId, given));
    await expect(read(name)).rejects.toEqual(refusal('calendar.gone'));
  });

  test('an id that is none is told as not found', async () => {
    await expect(end('x')).rejects.toEqual(refusal('record.not-found'));
  });

  test.each(['', 'x', `${newId()}-${'0'.repeat(32)}`])('is not to be guessed: %j', async (name) => {
    await expect(read(name)).rejects.toEqual(refusal('calendar.gone'));
  });

  test('is refused to those of another unit and to the public', async () => {
    const other = await person('tu-phap', office.justice);
    const [own] = (await page()).calendars;
    await expect(page(other)).rejects.toEqual(refusal('access.denied'));
    await expect(make(other)).rejects.toEqual(refusal('access.denied'));
    await expect(end(own?.id ?? '', other)).rejects.toEqual(refusal('access.denied'));
    await expect(make(thePublic)).rejects.toEqual(refusal('access.sign-in'));
  });
});
