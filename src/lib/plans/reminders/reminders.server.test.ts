// Reminding against a real database, with the office's clock in hand.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  inCommune,
  prepareJobs,
  readEvents,
  readOfficeCalendar,
  setMailServer,
  setUnitEmail,
} from '#lib/platform/index.server.ts';
import { thePublic } from '#lib/platform/index.ts';
import { addTestCommune, useTestDatabase } from '#lib/platform/testing.server.ts';
import { isWorkingDay, toPlainDate, vietnamDate, vietnamTime } from '#lib/vietnam/index.ts';
import {
  anAct,
  asActor,
  coordinator,
  person,
  setUpOffice,
  type SampleOffice,
} from '../acts/office.samples.ts';
import { recordAct } from '../acts/record-act.server.ts';
import { setCadence } from '../occurrences/decide.server.ts';
import {
  listRemindedDays,
  listReminders,
  readReminderWays,
  setReminders,
  sweepReminders,
} from './reminders.server.ts';

const database = useTestDatabase();
const refusal = (code: string) => expect.objectContaining({ code });
const administrator = person('administrator');
let office: SampleOffice;
let hosts = 0;

beforeAll(async () => {
  await prepareJobs(database().owner, String(database().app.user));
  office = await freshOffice(database().communeId);
}, 60_000);

/** Both duties monthly from June 2023: June's is due on Friday the 30th. */
async function freshOffice(communeId: string): Promise<SampleOffice> {
  const made = await setUpOffice(communeId);
  await asActor(
    made,
    coordinator,
    (tx) =>
      setCadence(tx, {
        dutyIds: [made.radioDuty, made.justiceDuty],
        from: '2023-06-01',
        every: { count: 1, unit: 'month' },
      }),
    '2023-06-01T02:00:00.000Z',
  );
  return made;
}

const vn = (day: string, clock: string) => new Date(`${day}T${clock}:00+07:00`).toISOString();
const sweep = (day: string, clock = '09:00', of = office) =>
  sweepReminders(of.communeId, vn(day, clock));
const list = (of = office, actor = coordinator) =>
  inCommune(of.communeId, (tx) => listReminders(tx), { actor });

describe('reminding', () => {
  test('goes by steps, in one bundle a unit and day, in working hours only', async () => {
    await sweep('2023-06-26');
    expect(await list()).toEqual([]);
    await sweep('2023-06-27', '06:00');
    await sweep('2023-06-27', '12:15');
    await sweep('2023-06-27', '20:00');
    expect(await list()).toEqual([]);
    await Promise.all([sweep('2023-06-27'), sweep('2023-06-27', '09:05')]);
    await sweep('2023-06-28');
    const reminders = await list();
    expect(reminders.map(({ day, items, mail }) => ({ day, items, mail }))).toEqual([
      { day: '2023-06-27', items: 1, mail: null },
      { day: '2023-06-27', items: 1, mail: null },
    ]);
    const days = await inCommune(
      office.communeId,
      (tx) => listRemindedDays(tx, [office.radioDuty, office.justiceDuty]),
      { actor: coordinator },
    );
    expect(new Set(days.values())).toEqual(new Set(['2023-06-27']));
  });

  test('stops for what was done, and goes by mail where there is a server and an address', async () => {
    await asActor(office, administrator, async (tx) => {
      await setMailServer(tx, {
        host: '127.0.0.1',
        port: 2,
        security: 'none',
        username: '',
        password: '',
        senderAddress: 'ubnd@anbinh.example',
        senderName: 'UBND xã An Bình',
      });
      await setUnitEmail(tx, office.justice, 'tu-phap@anbinh.example');
    });
    const act = anAct(office, { day: '2023-06-29', duties: [office.radioDuty] });
    await asActor(office, person('member', office.radio), (tx) => recordAct(tx, act));
    await sweep('2023-07-03');
    const late = (await list()).filter(({ day }) => day === '2023-07-03');
    expect(late).toMatchObject([{ unitName: 'Công chức Tư pháp', items: 1, mail: 'waiting' }]);
    const rows = await inCommune(office.communeId, (tx) =>
      tx.db.selectFrom('mail_message').select(['recipient', 'body']).execute(),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.recipient).toBe('tu-phap@anbinh.example');
    expect(rows[0]?.body).toContain('quá 3 ngày');
    const made = await inCommune(
      office.communeId,
      (tx) => readEvents(tx, { kinds: ['reminder.made'] }),
      { actor: coordinator },
    );
    expect(made).toHaveLength(3);
    expect(JSON.stringify(made)).not.toContain('@');
    const ways = await inCommune(office.communeId, readReminderWays, { actor: coordinator });
    expect(ways).toEqual({ sendsMail: true, withoutAddress: ['Đài phát thanh'] });
  });

  test('is set by coordinators, seen by those who oversee', async () => {
    const member = person('member', office.radio);
    const set = (actor = coordinator) =>
      asActor(office, actor, (tx) => setReminders(tx, { before: '', after: '' }));
    await expect(set(member)).rejects.toEqual(refusal('access.denied'));
    await expect(set(person('leader'))).rejects.toEqual(refusal('access.denied'));
    await expect(list(office, member)).rejects.toEqual(refusal('access.denied'));
    await expect(list(office, thePublic)).rejects.toEqual(refusal('access.sign-in'));
    await set();
    const before = (await list()).length;
    await sweep('2023-07-07');
    expect(await list()).toHaveLength(before);
  });
});

test('whenever it is looked: never twice, never outside working hours, once a unit and day', async () => {
  const instants = fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: 60 }),
      minute: fc.integer({ min: 0, max: 24 * 60 - 1 }),
    }),
    { minLength: 25, maxLength: 40 },
  );
  await fc.assert(
    fc.asyncProperty(instants, async (looks) => {
      const of = await freshOffice(await addTestCommune('xã An Bình', `h${++hosts}.example`));
      const start = Date.parse(vn('2023-06-20', '00:00'));
      const times = looks
        .map(({ day, minute }) => start + (day * 24 * 60 + minute) * 60_000)
        .sort((a, b) => a - b);
      for (const time of times) await sweepReminders(of.communeId, new Date(time).toISOString());
      const events = await inCommune(
        of.communeId,
        async (tx) => ({
          made: await readEvents(tx, { kinds: ['reminder.made'] }),
          ...(await readOfficeCalendar(tx, '2023-06-20')),
        }),
        { actor: coordinator },
      );
      const seen = new Set<string>();
      for (const { at, data } of events.made) {
        const { unit, items } = data as {
          unit: string;
          items: { duty: string; occurrence: string; step: string }[];
        };
        const day = vietnamDate(at);
        const clock = vietnamTime(at).slice(0, 5);
        expect(isWorkingDay(toPlainDate(day), events.calendar)).toBe(true);
        expect(clock >= '07:30' && clock < '17:00', clock).toBe(true);
        expect(clock >= '11:30' && clock < '13:30', clock).toBe(false);
        for (const key of [
          `${unit} ${day}`,
          ...items.map(({ duty, occurrence, step }) => `${duty} ${occurrence} ${step}`),
        ]) {
          expect(seen.has(key), key).toBe(false);
          seen.add(key);
        }
      }
    }),
    { numRuns: 4 },
  );
}, 120_000);

test('a commune reminds nobody of another', async () => {
  const other = await addTestCommune('xã An Ninh', 'anninh.example');
  await inCommune(other, async (tx) => expect(await listReminders(tx)).toEqual([]), {
    actor: coordinator,
  });
});
