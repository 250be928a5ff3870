// The outgoing register against a real database: numbers without doubles or holes, even for two at once;
// a cancelled one stays with its reason; who may not is refused.
import { beforeEach, describe, expect, test } from 'vitest';
import { inCommune, newId } from '#lib/platform/index.server.ts';
import type { Actor, Role } from '#lib/platform/index.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import { readPaperSetting, setPaperSetting } from '../writing/paper-setting.server.ts';
import { defaultPaper, paperFormValues } from '../writing/paper-setting.ts';
import { listOutgoing, listSeries } from './list.server.ts';
import { cancelNumber, startSeries, takeNumber } from './number.server.ts';
import { unexplainedGaps, type PaperToNumber } from './outgoing.ts';

const NOW = '2023-06-30T01:00:00.000Z';
const database = useTestDatabase();
const person = (role: Role): Actor => ({
  kind: 'person',
  accountId: newId(),
  name: 'Công chức',
  roles: [role],
  unitIds: [],
});
const clerk = person('coordinator');
const as = <T>(actor: Actor, work: Parameters<typeof inCommune<T>>[1], now = NOW) =>
  inCommune(database().communeId, work, { write: true, actor, now });

const PAPER: PaperToNumber = {
  type: 'CV',
  symbol: 'UBND',
  issuedOn: '2023-06-30',
  title: 'Đôn đốc thực hiện nhiệm vụ',
  signer: 'TM. ỦY BAN NHÂN DÂN; CHỦ TỊCH',
  recipients: 'Như trên\nLưu: VT',
  copies: '',
};
const take = (given: Partial<PaperToNumber> = {}) =>
  as(clerk, (tx) => takeNumber(tx, { ...PAPER, ...given }));
const series = (type: string, year = 2023) =>
  as(clerk, async (tx) => (await listSeries(tx, year)).find((one) => one.type === type));

beforeEach(() => take({ type: 'TB', symbol: 'TB-UBND' }));

describe('a number', () => {
  test('runs per year and type from 01 on', async () => {
    expect(await take({ type: 'KH', symbol: 'KH-UBND', issuedOn: '2022-12-30' })).toMatchObject({
      code: '01/KH-UBND',
    });
    expect(await take({ type: 'KH', symbol: 'KH-UBND' })).toMatchObject({ code: '01/KH-UBND' });
    expect(await take({ type: 'KH', symbol: 'KH-UBND' })).toMatchObject({ code: '02/KH-UBND' });
    expect(await take({ type: 'QĐ', symbol: 'QĐ-UBND' })).toMatchObject({ code: '01/QĐ-UBND' });
  });

  test('is another one for each of many who ask at once, and none is left out', async () => {
    const taken = await Promise.all(Array.from({ length: 8 }, () => take()));
    const numbers = taken.map(({ number }) => number).sort((a, b) => a - b);
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect((await series('CV'))?.gaps).toEqual([]);
  });

  test('that its transaction gave up is given to the next', async () => {
    const gaveUp = as(clerk, async (tx) => {
      await takeNumber(tx, { ...PAPER, type: 'GM', symbol: 'GM-UBND' });
      throw new Error('không ban hành nữa');
    });
    await expect(gaveUp).rejects.toThrow('không ban hành nữa');
    expect(await take({ type: 'GM', symbol: 'GM-UBND' })).toMatchObject({ number: 1 });
  });

  test('follows time, and never a day to come', async () => {
    await take({ type: 'TTr', symbol: 'TTr-UBND', issuedOn: '2023-06-20' });
    await expect(take({ type: 'TTr', symbol: 'TTr-UBND', issuedOn: '2023-06-19' })).rejects.toThrow(
      expect.objectContaining({ code: 'outgoing.out-of-order' }),
    );
    await expect(take({ issuedOn: '2023-07-01' })).rejects.toThrow(
      expect.objectContaining({ code: 'outgoing.future-day' }),
    );
  });

  test('cancelled needs a reason, stays in the register, and is not given again', async () => {
    const { id } = await take({ type: 'BB', symbol: 'BB-UBND' });
    await expect(as(clerk, (tx) => cancelNumber(tx, id, { reason: ' ' }))).rejects.toThrow('lý do');
    await as(clerk, (tx) => cancelNumber(tx, id, { reason: 'Ghi nhầm loại văn bản' }));
    await expect(as(clerk, (tx) => cancelNumber(tx, id, { reason: 'Lần nữa' }))).rejects.toThrow(
      expect.objectContaining({ code: 'outgoing.cancelled' }),
    );
    expect(await take({ type: 'BB', symbol: 'BB-UBND' })).toMatchObject({ number: 2 });
    const { lines } = await as(clerk, (tx) =>
      listOutgoing(tx, { year: 2023, type: 'BB' }, { size: 10, start: 0 }),
    );
    expect(lines.map(({ code, cancelled }) => [code, cancelled?.reason ?? null])).toEqual([
      ['02/BB-UBND', null],
      ['01/BB-UBND', 'Ghi nhầm loại văn bản'],
    ]);
    expect(await series('BB')).toMatchObject({ last: 2, cancelled: 1, gaps: [] });
  });

  test('of a document in Loa is cancelled only with its document', async () => {
    const { id } = await as(clerk, (tx) => takeNumber(tx, PAPER, { type: 'report', id: newId() }));
    await expect(as(clerk, (tx) => cancelNumber(tx, id, { reason: 'Không dùng' }))).rejects.toThrow(
      expect.objectContaining({ code: 'outgoing.belongs' }),
    );
  });
});

describe('a series that began elsewhere', () => {
  test('goes on after the paper book, which is named as the reason', async () => {
    const start = { year: '2023', type: 'CTr', lastNumber: '46', reason: 'Cấp ở sổ giấy đến 31/3' };
    await as(clerk, (tx) => startSeries(tx, start));
    expect(await take({ type: 'CTr', symbol: 'CTr-UBND' })).toMatchObject({ code: '47/CTr-UBND' });
    expect(await series('CTr')).toMatchObject({ gaps: [], before: { last: 46 } });
    await expect(
      as(clerk, (tx) => startSeries(tx, { ...start, lastNumber: '60' })),
    ).rejects.toThrow(expect.objectContaining({ code: 'outgoing.series-begun' }));
  });

  test('a missing number would be seen', () => {
    expect(unexplainedGaps([4, 6, 7], 2)).toEqual([3, 5]);
  });
});

test('the register is found by words without accents', async () => {
  const found = await as(clerk, (tx) =>
    listOutgoing(tx, { year: 2023, words: 'don doc nhiem vu' }, { size: 5, start: 0 }),
  );
  expect(found.total).toBeGreaterThan(0);
});

test('recipients and signatory are the office’s own, with a deputy signing too', async () => {
  expect(await as(clerk, readPaperSetting)).toEqual(defaultPaper);
  const form = {
    ...paperFormValues(defaultPaper),
    recipients: '- Đảng ủy xã;\n\n- Lưu: VT.',
    inPlaceOf: 'Chủ tịch',
    title: 'Phó Chủ tịch',
  };
  await as(clerk, (tx) => setPaperSetting(tx, form));
  expect(await as(clerk, readPaperSetting)).toEqual({
    recipients: ['Đảng ủy xã', 'Lưu: VT'],
    signatory: {
      onBehalf: { mark: 'TM.', of: 'Ủy ban nhân dân' },
      inPlaceOf: 'Chủ tịch',
      title: 'Phó Chủ tịch',
    },
  });
});

test('every action refuses those it is not for', async () => {
  const refused = expect.objectContaining({ code: 'access.denied' });
  const { id } = await take();
  const member = person('member');
  await expect(as(member, (tx) => takeNumber(tx, PAPER))).rejects.toThrow(refused);
  await expect(as(member, (tx) => cancelNumber(tx, id, { reason: 'Không có' }))).rejects.toThrow(
    refused,
  );
  const start = { year: '2023', type: 'HD', lastNumber: '3', reason: 'Ở sổ giấy' };
  await expect(as(member, (tx) => startSeries(tx, start))).rejects.toThrow(refused);
  await expect(
    as(member, (tx) => setPaperSetting(tx, paperFormValues(defaultPaper))),
  ).rejects.toThrow(refused);
  await expect(
    inCommune(database().communeId, (tx) =>
      listOutgoing(tx, { year: 2023 }, { size: 5, start: 0 }),
    ),
  ).rejects.toThrow(expect.objectContaining({ code: 'access.sign-in' }));
});
