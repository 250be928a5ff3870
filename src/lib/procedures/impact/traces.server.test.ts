// Where a procedure stands, looked up in a real database: sheets that carry a number nobody answers any
// more, hotlines concerned.
import { beforeAll, expect, it } from 'vitest';
import { addHotline, inCommune, updateHotline, type Tx } from '#lib/platform/index.server.ts';
import { thePublic, type Actor } from '#lib/platform/index.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import { getBoard, openBoard, postSheet, printSheets } from '../boards/boards.server.ts';
import { putInForce } from '../import/import.samples.ts';
import { approveGuide, submitGuide } from '../guide/guide.server.ts';
import { emptyGuide } from '../guide/guide.ts';
import { readTraces } from './traces.server.ts';

const office = useTestDatabase();
const TODAY = '2023-06-30';

function person(number: number, ...roles: ('administrator' | 'coordinator' | 'leader')[]): Actor {
  const accountId = `01890000-0000-7000-8000-00000000000${number}`;
  return { kind: 'person', accountId, name: 'Người thử', roles, unitIds: [] };
}
const coordinator = person(1, 'coordinator', 'administrator');
const as = <T>(work: (tx: Tx) => Promise<T>, actor = coordinator) =>
  inCommune(office().communeId, work, { write: true, actor, now: `${TODAY}T03:00:00.000Z` });

const BIRTH = { code: '1.000001', title: 'Thủ tục 1.000001', field: 'Hộ tịch' };
const OTHER = { code: '1.000002', title: 'Thủ tục 1.000002', field: 'Hộ tịch' };
const line = (name: string, number: string) => ({ name, number, owner: 'Công chức', hours: '' });
let first = '';
let civil = '';

beforeAll(async () => {
  first = await as((tx) => addHotline(tx, line('Thủ tục hành chính', '0220 0000 001')));
  civil = await as((tx) => addHotline(tx, line('Hộ tịch, chứng thực', '0220 0000 002')));
  await as((tx) => putInForce(tx, { '1.000001': '1 Ngày', '1.000002': '2 Ngày' }));
  const guide = { ...emptyGuide, hotline: first };
  const number = await as((tx) =>
    submitGuide(tx, BIRTH.code, { guide, effectiveFrom: TODAY, basedOn: 0 }),
  );
  await as((tx) => approveGuide(tx, BIRTH.code, number), person(2, 'leader'));
  const board = await as((tx) => openBoard(tx, { ten: 'Bảng trụ sở', noi: '', 'linh-vuc': [] }));
  await as((tx) => printSheets(tx, board));
  const { items } = await as((tx) => getBoard(tx, board));
  const hung = items.find(({ code }) => code === BIRTH.code)?.waiting?.id ?? '';
  await as((tx) => postSheet(tx, hung, null));
});

it('names the line of its guide, else the office’s first, and the lines for its field', async () => {
  const traces = await as((tx) => readTraces(tx, [BIRTH, OTHER]));
  expect(traces.get(BIRTH.code)?.hotlines).toMatchObject([
    { id: first, number: '0220 0000 001', owner: 'Công chức', reason: 'printed' },
    { id: civil, reason: 'field' },
  ]);
  expect(traces.get(OTHER.code)?.hotlines).toMatchObject([
    { id: first, reason: 'printed' },
    { id: civil, reason: 'field' },
  ]);
  expect(traces.get(BIRTH.code)).toMatchObject({ hasGuide: true, forms: 0 });
  expect(traces.get(OTHER.code)?.hasGuide).toBe(false);
});

it('tells the sheets that carry a number which has changed since, hung or waiting', async () => {
  const numbers = async () =>
    [...(await as((tx) => readTraces(tx, [BIRTH, OTHER]))).values()].flatMap(({ sheets }) =>
      sheets.map(({ isPosted, oldTelephone }) => [isPosted, oldTelephone]),
    );
  expect(await numbers()).toEqual([
    [true, null],
    [false, null],
  ]);
  await as((tx) => updateHotline(tx, first, line('Thủ tục hành chính', '0220 0000 009')));
  expect(await numbers()).toEqual([
    [true, '0220 0000 001'],
    [false, '0220 0000 001'],
  ]);
});

it('is for those who work here', async () => {
  await expect(as((tx) => readTraces(tx, [BIRTH]), thePublic)).rejects.toMatchObject({
    code: 'access.sign-in',
  });
});
