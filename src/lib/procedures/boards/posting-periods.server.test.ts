// When what must hang where, set by the commune over the law's term, in a real database.
import { beforeAll, describe, expect, it } from 'vitest';
import { inCommune, readEvents, sha256Hex, type Tx } from '#lib/platform/index.server.ts';
import { thePublic, type Actor } from '#lib/platform/index.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import { putInForce } from '../import/import.samples.ts';
import { getBoard, openBoard, postSheet, printSheets } from './boards.server.ts';
import { PostingPeriodForm, type PostingPeriod } from './posting-period.ts';
import { dropPostingPeriod, setPostingPeriod } from './posting-periods.server.ts';

const office = useTestDatabase();
const coordinator: Actor = {
  kind: 'person',
  accountId: '01890000-0000-7000-8000-000000000001',
  name: 'Đầu mối',
  roles: ['coordinator'],
  unitIds: [],
};
// Friday 30/06/2023.
const as = <T>(work: (tx: Tx) => Promise<T>, day = '2023-06-30') =>
  inCommune(office().communeId, work, {
    write: true,
    actor: coordinator,
    now: `${day}T03:00:00.000Z`,
  });
const period = (given: Partial<PostingPeriod>): PostingPeriod => ({
  ...{ field: '', startsOn: null, endsOn: null, withinDays: null },
  ...given,
});

let board = '';
const item = async (day?: string) =>
  (await as((tx) => getBoard(tx, board), day)).items.find(({ code }) => code === '1.000001');

beforeAll(async () => {
  await as((tx) => putInForce(tx, { '1.000001': '1 Ngày' }));
  board = await as((tx) =>
    openBoard(tx, { ten: 'Bảng', noi: '', 'linh-vuc': ['Hộ tịch', 'Y tế'] }),
  );
});

describe('a board', () => {
  it('goes by the law’s term where nothing is set', async () => {
    expect(await item()).toMatchObject({ state: 'missing', due: '2023-07-07', isOverdue: false });
    expect((await item('2023-07-08'))?.isOverdue).toBe(true);
    expect((await item())?.why).toContain('63/2010/NĐ-CP');
  });

  it('may be given less time, never more', async () => {
    await expect(
      as((tx) => setPostingPeriod(tx, board, period({ withinDays: 6 }))),
    ).rejects.toMatchObject({ code: 'board.term-too-long', details: { days: 5 } });
    await as((tx) => setPostingPeriod(tx, board, period({ withinDays: 2 })));
    expect(await item('2023-07-05')).toMatchObject({ due: '2023-07-04', isOverdue: true });
    expect((await item())?.why).toContain('Số ngày do xã đặt');
  });

  it('has another time for a field of its own, and none for a foreign one', async () => {
    const own = period({ field: 'Hộ tịch', startsOn: '2023-07-10', endsOn: '2023-07-31' });
    await as((tx) => setPostingPeriod(tx, board, own));
    expect(await item()).toBeUndefined();
    // From Monday on, five working days by law: the two days are those of the other fields.
    expect(await item('2023-07-10')).toMatchObject({
      ...{ state: 'missing', from: '2023-07-10', endsOn: '2023-07-31', due: '2023-07-17' },
    });
    await expect(
      as((tx) => setPostingPeriod(tx, board, period({ field: 'Đất đai', withinDays: 1 }))),
    ).rejects.toMatchObject({ code: 'board.field-foreign' });
  });

  it('has a sheet taken down when its time is over, and prints none', async () => {
    await as((tx) => printSheets(tx, board), '2023-07-11');
    const waiting = (await item('2023-07-11'))?.waiting?.id ?? '';
    await as((tx) => postSheet(tx, waiting, null), '2023-07-11');
    expect(await item('2023-07-31')).toMatchObject({ state: 'current', reason: null });
    expect(await item('2023-08-01')).toMatchObject({
      ...{ state: 'stale', reason: 'ended', due: null, isOverdue: false },
    });
    await expect(as((tx) => printSheets(tx, board), '2023-08-01')).rejects.toMatchObject({
      code: 'board.nothing-to-print',
    });
  });

  it('goes by the law again once a period is given up; every step is an event', async () => {
    await as((tx) => dropPostingPeriod(tx, board, 'Hộ tịch'));
    await as((tx) => dropPostingPeriod(tx, board, ''));
    await as((tx) => dropPostingPeriod(tx, board, ''));
    expect((await as((tx) => getBoard(tx, board))).periods).toEqual([]);
    expect(await item('2023-08-01')).toMatchObject({ state: 'current', endsOn: null });
    const events = await as((tx) =>
      readEvents(tx, { kinds: ['board.period-set', 'board.period-dropped'] }),
    );
    expect(events.map(({ kind }) => kind)).toEqual([
      ...['board.period-set', 'board.period-set'],
      ...['board.period-dropped', 'board.period-dropped'],
    ]);
    // What was set can be read from the chain, the field by its digest.
    const [all, own] = [sha256Hex(''), sha256Hex('Hộ tịch')];
    expect(events.map(({ data }) => data)).toEqual([
      { digest: all, startsOn: null, endsOn: null, withinDays: 2 },
      { digest: own, startsOn: '2023-07-10', endsOn: '2023-07-31', withinDays: null },
      { digest: own },
      { digest: all },
    ]);
  });

  it('that carries every field has periods for fields of the register only', async () => {
    const whole = await as((tx) => openBoard(tx, { ten: 'Bảng chung', noi: '', 'linh-vuc': [] }));
    await expect(
      as((tx) => setPostingPeriod(tx, whole, period({ field: 'Bịa đặt', withinDays: 1 }))),
    ).rejects.toMatchObject({ code: 'board.field-foreign', field: 'linh-vuc' });
    await as((tx) => setPostingPeriod(tx, whole, period({ field: 'Hộ tịch', withinDays: 1 })));
    expect((await as((tx) => getBoard(tx, whole))).periods).toMatchObject([{ field: 'Hộ tịch' }]);
  });

  it('is given its time by whoever keeps boards, by nobody else', async () => {
    const asOther = (actor: Actor, work: (tx: Tx) => Promise<unknown>) =>
      inCommune(office().communeId, work, { write: true, actor, now: '2023-06-30T03:00:00.000Z' });
    for (const work of [
      (tx: Tx) => setPostingPeriod(tx, board, period({ withinDays: 1 })),
      (tx: Tx) => dropPostingPeriod(tx, board, ''),
    ]) {
      const member: Actor = { ...coordinator, roles: ['member'] };
      await expect(asOther(member, work)).rejects.toMatchObject({ code: 'access.denied' });
      await expect(asOther(thePublic, work)).rejects.toMatchObject({ code: 'access.sign-in' });
    }
  });
});

describe('the form', () => {
  const faults = (given: Record<string, string>) => {
    const read = PostingPeriodForm.safeParse(given);
    return read.success ? read.data : read.error.issues.map(({ path }) => path.join('.'));
  };
  it('leaves to the law what is left empty', () => {
    expect(faults({ 'linh-vuc': 'Y tế', tu: '2023-07-01', den: '', 'so-ngay': ' 2 ' })).toEqual({
      ...{ field: 'Y tế', startsOn: '2023-07-01', endsOn: null, withinDays: 2 },
    });
  });
  it.each([
    [{ tu: '', den: '', 'so-ngay': '' }, 'tu'],
    [{ tu: '2023-08-01', den: '2023-07-01' }, 'den'],
    [{ tu: '31/02' }, 'tu'],
    [{ 'so-ngay': 'hai' }, 'so-ngay'],
    [{ 'so-ngay': '-1' }, 'so-ngay'],
    [{ 'so-ngay': '0' }, 'so-ngay'],
    [{ 'so-ngay': '61' }, 'so-ngay'],
  ])('refuses %j', (given, field) => expect(faults(given)).toContain(field));
});
