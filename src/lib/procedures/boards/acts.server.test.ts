// Sheets hung on a board as acts of publicity, against a real database: one act a board and day, whatever
// is hung, put right and hung again.
import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  inCommune,
  newId,
  storeFile,
  type StoredFile,
  type Tx,
} from '#lib/platform/index.server.ts';
import type { Actor, Role } from '#lib/platform/index.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import {
  confirmPlan,
  correctAct,
  getAct,
  getArrival,
  getDraft,
  getEntryForm,
  listActs,
  listArrivals,
  receivePlan,
  setArrivalAside,
  settleArrival,
  takeInText,
} from '#lib/plans/index.server.ts';
import { putInForce } from '../import/import.samples.ts';
import './acts.server.ts';
import { getBoard, openBoard, postSheet, printSheets, unpostSheet } from './boards.server.ts';

const office = useTestDatabase();
const MORNING = '2023-07-03T01:00:00.000Z';
const CODES = ['1.000001', '1.000002', '1.000003'];
const PLAN = [
  'ỦY BAN NHÂN DÂN\nXÃ AN BÌNH',
  'Số: 5/KH-UBND',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
  'An Bình, ngày 05 tháng 01 năm 2023',
  'KẾ HOẠCH\nTuyên truyền cải cách hành chính năm 2023',
  'I. NỘI DUNG TUYÊN TRUYỀN',
  '1. Niêm yết công khai thủ tục hành chính về hộ tịch.',
  '2. Vận động nhân dân đọc sách.',
  'II. TỔ CHỨC THỰC HIỆN',
  '1. Công chức Tư pháp - Hộ tịch',
  '- Niêm yết công khai các thủ tục hành chính tại bảng niêm yết.',
  'Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nPhạm Văn Mẫu',
].join('\n\n');

function person(role: Role, ...unitIds: string[]): Actor {
  return { kind: 'person', accountId: newId(), name: 'Công chức', roles: [role], unitIds };
}
const coordinator = person('coordinator');
const as = <T>(work: (tx: Tx) => Promise<T>, actor = coordinator, now = MORNING) =>
  inCommune(office().communeId, work, { write: true, actor, now });

let clerk: Actor;
let unitId = '';
let topicId = '';
let dutyId = '';

beforeAll(async () => {
  const { reading, file } = await takeInText(PLAN);
  const planId = await as((tx) => receivePlan(tx, { reading, file, accepted: ['other-commune'] }));
  await as(async (tx) => {
    const { version } = await getDraft(tx, planId);
    await confirmPlan(tx, { planId, version, units: {} });
  });
  const { plans, units } = await as(getEntryForm);
  [{ id: topicId } = { id: '' }] = plans[0]?.topics ?? [];
  unitId = units[0]?.id ?? '';
  dutyId = units[0]?.duties[0]?.id ?? '';
  clerk = person('member', unitId);
  await as((tx) => putInForce(tx, Object.fromEntries(CODES.map((code) => [code, '1 Ngày']))));
});

/** A board with its sheets printed, in the order of `CODES`. */
async function newBoard() {
  const name = `Bảng ${newId().slice(-6)}`;
  const id = await as((tx) => openBoard(tx, { ten: name, noi: '', 'linh-vuc': [] }));
  await as((tx) => printSheets(tx, id));
  const { items } = await as((tx) => getBoard(tx, id));
  const sheets = CODES.map((code) => items.find((item) => item.code === code)?.waiting?.id ?? '');
  return { id, name, sheets };
}

const hang = (sheet = '', photo: StoredFile | null = null, now = MORNING) =>
  as((tx) => postSheet(tx, sheet, photo), clerk, now);
const unhang = (sheet = '') => as((tx) => unpostSheet(tx, sheet), clerk);
const waitingAt = async (board: string) =>
  (await as(listArrivals)).find(({ title }) => title.endsWith(board));
const actsAt = async (board: string) =>
  (await as((tx) => listActs(tx, {}, { size: 500, start: 0 }))).acts.filter(({ title }) =>
    title.endsWith(board),
  );
const settle = async (board: string) => {
  const id = (await waitingAt(board))?.id ?? '';
  return as((tx) => settleArrival(tx, { id, topics: [topicId], duties: [dutyId] }), clerk);
};

async function photograph(shade: number): Promise<StoredFile> {
  const bytes = await sharp({
    create: { width: 8, height: 8, channels: 3, background: { r: shade, g: 90, b: 40 } },
  })
    .png()
    .toBuffer();
  const request = { name: 'bang.png', maxBytes: 1_000_000, allow: ['image/png'] as const };
  return storeFile(office().communeId, bytes, { ...request, allow: [...request.allow] });
}

describe('sheets hung on a board', () => {
  test('wait as one thing a day, with topics and duty proposed', async () => {
    const board = await newBoard();
    for (const sheet of board.sheets) await hang(sheet);
    const found = await waitingAt(board.name);
    expect(found).toMatchObject({
      kind: 'board-posting',
      day: '2023-07-03',
      unit: { id: unitId },
      topics: [topicId],
      suggestion: { duty: dutyId },
      isOnPortal: false,
      actId: null,
    });
    expect(found?.summary).toContain('Thủ tục 1.000003');
    expect(await actsAt(board.name)).toEqual([]);
  });

  test('become one act that counts the sheets, shows the photographs and the minutes', async () => {
    const board = await newBoard();
    const photo = await photograph(10);
    await hang(board.sheets[0], photo);
    await hang(board.sheets[1]);
    const actId = await settle(board.name);
    const act = await as((tx) => getAct(tx, actId));
    expect(act).toMatchObject({ kind: 'board-posting', channel: 'noticeboard', unitId });
    expect(act.quantities).toEqual({ items: 2 });
    expect(act.files.map(({ kind, isPublic }) => [kind, isPublic])).toEqual([
      ['link', false],
      ['photo', false],
    ]);
    expect(act.files.find(({ kind }) => kind === 'photo')?.file?.sha256).toBe(photo.sha256);
    expect(act.files[0]?.url).toContain(`/bang/${board.id}/giay-to/bien-ban.pdf?ngay=2023-07-03`);
  });

  test('later on the same day count in the act that stands; what a person corrected stays', async () => {
    const board = await newBoard();
    await hang(board.sheets[0]);
    const actId = await settle(board.name);
    const photo = await photograph(20);
    await hang(board.sheets[1], photo);
    const grown = await as((tx) => getAct(tx, actId));
    expect(grown.quantities).toEqual({ items: 2 });
    expect(grown.summary).toContain('Thủ tục 1.000002');
    expect(grown.files.map(({ kind }) => kind).sort()).toEqual(['link', 'photo']);
    await as(async (tx) => {
      const { id, version, kind, unitId: unit, title, topics } = await getAct(tx, actId);
      const told = { id, version, kind, unitId: unit, title, topics: topics.map((one) => one.id) };
      await correctAct(tx, {
        ...told,
        day: '2023-07-03',
        quantities: { items: 9 },
        reason: 'Đếm lại',
      });
    });
    await hang(board.sheets[2]);
    expect((await as((tx) => getAct(tx, actId))).quantities).toEqual({ items: 9 });
    expect(await actsAt(board.name)).toHaveLength(1);
  });

  test('on another day are another act', async () => {
    const board = await newBoard();
    await hang(board.sheets[0]);
    await settle(board.name);
    await hang(board.sheets[1], null, '2023-07-04T01:00:00.000Z');
    expect(await waitingAt(board.name)).toMatchObject({ day: '2023-07-04', actId: null });
  });

  test('by mistake, the act counts less, and goes with the last of them', async () => {
    const board = await newBoard();
    await hang(board.sheets[0], await photograph(30));
    await hang(board.sheets[1]);
    const actId = await settle(board.name);
    await unhang(board.sheets[0]);
    const less = await as((tx) => getAct(tx, actId));
    expect(less.quantities).toEqual({ items: 1 });
    expect(less.files.map(({ kind }) => kind)).toEqual(['link']);
    await unhang(board.sheets[1]);
    expect((await as((tx) => getAct(tx, actId))).withdrawnReason).toContain('Ghi nhầm');
    await expect(unhang(board.sheets[1])).rejects.toMatchObject({ code: 'sheet.settled' });
    await hang(board.sheets[1]);
    expect(await waitingAt(board.name)).toMatchObject({ actId: null });
  });

  test('by mistake, what was taken down for one hangs again', async () => {
    const board = await newBoard();
    await hang(board.sheets[0]);
    const change = '2023-07-03';
    await as((tx) => putInForce(tx, { '1.000001': '4 Ngày' }, change));
    await as((tx) => printSheets(tx, board.id));
    const item = async () =>
      (await as((tx) => getBoard(tx, board.id))).items.find(({ code }) => code === '1.000001');
    const swapped = (await item())?.waiting?.id ?? '';
    await hang(swapped, null, '2023-07-03T02:00:00.000Z');
    expect((await item())?.posted?.id).toBe(swapped);
    await unhang(swapped);
    const after = await item();
    expect(after).toMatchObject({ state: 'stale', posted: { id: board.sheets[0] } });
    expect(after?.waiting?.id).toBe(swapped);
  });

  test('set aside, they aren’t asked about again that day', async () => {
    const board = await newBoard();
    await hang(board.sheets[0]);
    const { arrival } = await as(async (tx) =>
      getArrival(tx, (await waitingIn(tx, board.name)) ?? ''),
    );
    await as((tx) => setArrivalAside(tx, { id: arrival.id, reason: 'Treo thử' }), clerk);
    await hang(board.sheets[1]);
    expect(await waitingAt(board.name)).toBeUndefined();
    expect(await actsAt(board.name)).toEqual([]);
  });
});

async function waitingIn(tx: Tx, board: string): Promise<string | undefined> {
  return (await listArrivals(tx)).find(({ title }) => title.endsWith(board))?.id;
}

test('whatever is hung and put right, one act a day counts what hangs', async () => {
  const step = fc.record({ sheet: fc.nat(2), what: fc.constantFrom('hang', 'unhang', 'settle') });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      const board = await newBoard();
      const hung = new Set<number>();
      let counts = false;
      for (const { sheet, what } of steps) {
        if (what === 'hang' && !hung.has(sheet)) {
          await hang(board.sheets[sheet]);
          hung.add(sheet);
        } else if (what === 'unhang' && hung.has(sheet)) {
          await unhang(board.sheets[sheet]);
          hung.delete(sheet);
          // With the last sheet the act goes; what is hung then is a new thing.
          counts = counts && hung.size > 0;
        } else if (what === 'settle' && hung.size > 0 && !counts) {
          await settle(board.name);
          counts = true;
        }
        const acts = await actsAt(board.name);
        expect(acts.map(({ quantities }) => quantities.items)).toEqual(counts ? [hung.size] : []);
      }
    }),
    { numRuns: 10 },
  );
}, 60_000);
