// The sheets of a week against a real database: what stands on them, who prints, and who confirms how.
import { beforeAll, describe, expect, test } from 'vitest';
import { inCommune, newId, readEvents } from '#lib/platform/index.server.ts';
import { thePublic, type Actor } from '#lib/platform/index.ts';
import { addTestCommune, useTestDatabase } from '#lib/platform/testing.server.ts';
import { toPlainDate } from '#lib/vietnam/index.ts';
import {
  asActor,
  coordinator,
  NOW,
  person,
  setUpOffice,
  type SampleOffice,
} from '../acts/office.samples.ts';
import { addHead, endHead, issuePin, makePin } from '../dispatches/heads.server.ts';
import { getDispatch } from '../dispatches/list.server.ts';
import { reviseDispatch, sendDispatch } from '../dispatches/send.server.ts';
import { setCadence } from '../occurrences/decide.server.ts';
import { confirmSheetLine, openWeekSheet, readSheetsOf } from './confirm.server.ts';
import { readWeekSheets } from './print.server.ts';
import { listOccurrenceReports, makeWeekSheets } from './sheets.server.ts';

const database = useTestDatabase();
const administrator = person('administrator');
const TODAY = toPlainDate('2023-06-30');
const MONDAY = toPlainDate('2023-06-26');
const refusal = (code: string) => expect.objectContaining({ code });
let office: SampleOffice;
let village: string;
let dispatchId: string;
const pins = new Map<string, string>();
const heads = new Map<string, string>();

beforeAll(async () => {
  office = await setUpOffice(database().communeId);
  village = newId();
  await asActor(office, { kind: 'system', job: 'test' }, ({ db, communeId }) =>
    db
      .insertInto('village')
      .values({ commune_id: communeId, id: village, name: 'Thôn Nội', slug: 'thon-noi' })
      .execute(),
  );
  for (const place of [office.radio, village]) await appoint(place);
  const dutyIds = [office.radioDuty, office.justiceDuty];
  await asActor(
    office,
    coordinator,
    (tx) => setCadence(tx, { dutyIds, from: '2023-05-01', every: { count: 1, unit: 'month' } }),
    '2023-05-01T02:00:00.000Z',
  );
  dispatchId = await asActor(office, coordinator, (tx) =>
    sendDispatch(tx, {
      clientKey: newId(),
      kind: 'relay',
      title: 'Phun thuốc muỗi ngày 05/7',
      body: 'Mời bà con ở nhà.\nĐậy kín bể nước.',
      recipients: [village],
      confirmWithin: 3,
    }),
  );
}, 60_000);

async function appoint(place: string): Promise<void> {
  const { pin, hash } = await makePin();
  const id = await asActor(office, administrator, async (tx) => {
    const made = await addHead(tx, { of: place, position: `Trưởng ${place.slice(0, 4)}` });
    await issuePin(tx, made, hash);
    return made;
  });
  pins.set(place, pin);
  heads.set(place, id);
}

const make = (unitId?: string, actor: Actor = coordinator) =>
  asActor(office, actor, (tx) =>
    makeWeekSheets(tx, { day: TODAY, ...(unitId !== undefined && { unitId }) }),
  );
const sheets = () =>
  inCommune(office.communeId, (tx) => readSheetsOf(tx, MONDAY), { actor: thePublic, now: NOW });
async function sheetOf(place: string) {
  const found = (await sheets()).find((sheet) => sheet.place === place);
  if (!found) throw new Error(`no sheet of ${place}`);
  return found;
}
const open = (name: string, now = NOW) =>
  inCommune(office.communeId, (tx) => openWeekSheet(tx, name), { actor: thePublic, now });
const confirm = (name: string, line: string, pin: string, network = newId()) =>
  confirmSheetLine(office.communeId, { name, line, pin, network, now: NOW });

describe('the sheets of a week', () => {
  test('name what is overdue and due, and what a village head relays', async () => {
    await make();
    const radio = await sheetOf('Đài phát thanh');
    expect(radio.lines).toMatchObject([
      { kind: 'duty', name: 'tháng 05/2023', state: 'overdue', done: false },
      { kind: 'duty', name: 'tháng 06/2023', due: '2023-06-30', done: false },
    ]);
    const thon = await sheetOf('Thôn Nội');
    expect(thon).toMatchObject({
      isVillage: true,
      lines: [{ kind: 'relay', title: 'Phun thuốc muỗi ngày 05/7', done: false }],
    });
    // Nobody there has a PIN: the sheet is printed, and confirms nothing.
    expect((await sheetOf('Công chức Tư pháp')).head).toBeNull();
    const printed = await inCommune(
      office.communeId,
      (tx) =>
        readWeekSheets(tx, {
          day: TODAY,
          office: 'Ủy ban nhân dân xã An Bình',
          origin: 'https://xa.example',
          isDemo: false,
        }),
      { actor: coordinator, now: NOW },
    );
    expect(
      printed.sheets.map(({ place, late, due, relays }) => [
        place,
        late.length,
        due.length,
        relays.length,
      ]),
    ).toEqual([
      ['Đài phát thanh', 1, 1, 0],
      ['Công chức Tư pháp', 1, 1, 0],
      ['Thôn Nội', 0, 0, 1],
    ]);
  });

  test('stay the same when nothing changed, however often they are printed', async () => {
    const before = (await sheets()).map(({ id }) => id);
    await Promise.all([make(), make(office.radio)]);
    expect((await sheets()).map(({ id }) => id)).toEqual(before);
  });

  test('are printed by a unit for itself and by those who oversee, for nobody else', async () => {
    await make(office.radio, person('member', office.radio));
    const member = person('member', office.radio);
    await expect(make(office.justice, member)).rejects.toEqual(refusal('access.denied'));
    await expect(make(undefined, member)).rejects.toEqual(refusal('access.denied'));
    await expect(make(undefined, thePublic)).rejects.toEqual(refusal('access.sign-in'));
  });
});

describe('confirming', () => {
  test('takes the PIN for each line on its own', async () => {
    const { name, lines } = await sheetOf('Đài phát thanh');
    const [may, june] = lines.map(({ id }) => id) as [string, string];
    const pin = pins.get(office.radio) ?? '';
    const wrong = pin === '000000' ? '111111' : '000000';
    await expect(confirm(name, may, wrong)).rejects.toEqual(refusal('link.wrong-pin'));
    await confirm(name, may, pin);
    expect((await open(name)).lines.map(({ done }) => done)).toEqual([true, false]);
    await expect(confirm(name, may, pin)).rejects.toEqual(refusal('sheet.not-on-it'));
    await expect(confirm(name, `${office.justiceDuty} 2023-06`, pin)).rejects.toEqual(
      refusal('sheet.not-on-it'),
    );
    const both = await Promise.allSettled([confirm(name, june, pin), confirm(name, june, pin)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const reports = await inCommune(
      office.communeId,
      (tx) => listOccurrenceReports(tx, [office.radioDuty, office.justiceDuty]),
      { actor: coordinator },
    );
    expect([...reports.keys()].sort()).toEqual([may, june].sort());
    const events = await inCommune(
      office.communeId,
      (tx) => readEvents(tx, { kinds: ['occurrence.reported'] }),
      { actor: coordinator },
    );
    expect(events).toHaveLength(2);
    expect(events[0]?.data).toMatchObject({ how: 'code', head: heads.get(office.radio) });
  });

  test('a village head confirms having read, which shows at the dispatch', async () => {
    const { name, lines } = await sheetOf('Thôn Nội');
    await confirm(name, lines[0]?.id ?? '', pins.get(village) ?? '');
    const { recipients } = await inCommune(office.communeId, (tx) => getDispatch(tx, dispatchId), {
      actor: coordinator,
      now: NOW,
    });
    expect(recipients).toMatchObject([{ state: 'read', how: 'code' }]);
  });

  test('is impossible where nobody has a PIN, by a made-up name, and in another commune', async () => {
    const { name, lines } = await sheetOf('Công chức Tư pháp');
    await expect(confirm(name, lines[0]?.id ?? '', '123456')).rejects.toEqual(
      refusal('sheet.void'),
    );
    const forged = `${name.slice(0, -1)}${name.endsWith('0') ? '1' : '0'}`;
    await expect(open(forged)).rejects.toEqual(refusal('sheet.invalid'));
    const other = await addTestCommune('xã An Ninh', 'anninh.example');
    await expect(inCommune(other, (tx) => openWeekSheet(tx, name))).rejects.toEqual(
      refusal('sheet.invalid'),
    );
  });

  test('ends with a newer sheet, with its days, and with the head', async () => {
    await asActor(office, coordinator, (tx) =>
      reviseDispatch(tx, {
        id: dispatchId,
        title: 'Dời phun thuốc',
        body: 'Sang 06/7.',
        reason: 'Mưa.',
      }),
    );
    const old = await sheetOf('Thôn Nội');
    expect(old.lines).toEqual([]);
    await make();
    await expect(open(old.name)).rejects.toEqual(refusal('sheet.void'));
    const current = await sheetOf('Thôn Nội');
    expect(current.lines).toMatchObject([{ title: 'Dời phun thuốc', done: false }]);
    await expect(open(current.name, '2023-08-15T01:00:00.000Z')).rejects.toEqual(
      refusal('sheet.void'),
    );
    await asActor(office, administrator, (tx) => endHead(tx, heads.get(village) ?? ''));
    await expect(open(current.name)).rejects.toEqual(refusal('sheet.void'));
  });

  test('whoever issued the PIN makes and is shown no sheet that it opens', async () => {
    await appoint(office.justice);
    await make(office.justice, administrator);
    expect((await sheetOf('Công chức Tư pháp')).head).toBeNull();
    await make(office.justice);
    const { id, head } = await sheetOf('Công chức Tư pháp');
    expect(head).not.toBeNull();
    await make(office.justice, administrator);
    expect((await sheetOf('Công chức Tư pháp')).id).toBe(id);
    const shown = await inCommune(
      office.communeId,
      (tx) => readSheetsOf(tx, MONDAY, office.justice),
      { actor: administrator, now: NOW },
    );
    expect(shown[0]?.head).toBeNull();
  });
});
