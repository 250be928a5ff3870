// A sheet's life in a real database: printed, hung, overtaken by a change, swapped; scanned by anyone.
import { beforeAll, describe, expect, it } from 'vitest';
import { WrittenDocument } from '#lib/documents/index.ts';
import { inCommune, readEvents, stopPrinting, type Tx } from '#lib/platform/index.server.ts';
import { thePublic, type Actor, type Role } from '#lib/platform/index.ts';
import { addTestCommune, useTestDatabase } from '#lib/platform/testing.server.ts';
import { readImpact } from '../impact/impact.server.ts';
import { undoChange } from '../import/apply.server.ts';
import { putInForce } from '../import/import.samples.ts';
import { previewChange } from '../import/receive.server.ts';
import {
  endBoard,
  findSheet,
  getBoard,
  listBoards,
  openBoard,
  postSheet,
  printAllSheets,
  printSheets,
  removeSheet,
  unpostSheet,
} from './boards.server.ts';
import { postingMinutes } from './minutes.ts';
import { listPostingDays, readPostingDay } from './posting-days.server.ts';
import { dropPostingPeriod, setPostingPeriod } from './posting-periods.server.ts';
import { makeSheetCode } from './sheet-code.ts';
import { printSheetsPdf, readSheetsData } from './sheets-pdf.server.ts';

const office = useTestDatabase();
const NOW = '2023-06-30T03:00:00.000Z';

function person(...roles: Role[]): Actor {
  const accountId = '01890000-0000-7000-8000-000000000001';
  return { kind: 'person', accountId, name: 'Đầu mối', roles, unitIds: [] };
}
function as<T>(work: (tx: Tx) => Promise<T>, actor = person('coordinator')): Promise<T> {
  return inCommune(office().communeId, work, { write: true, actor, now: NOW });
}

function publish(terms: Readonly<Record<string, string>>): Promise<string> {
  return as((tx) => putInForce(tx, terms));
}

const PERIOD = { field: '', startsOn: null, endsOn: null, withinDays: 2 };

let boardId: string;
const look = () => as((tx) => getBoard(tx, boardId));
const scan = (code: string, communeId = office().communeId) =>
  inCommune(communeId, (tx) => findSheet(tx, code), { actor: thePublic, now: NOW });

beforeAll(async () => {
  await publish({ '1.000001': '1 Ngày', '1.000002': '2 Ngày' });
  boardId = await as((tx) =>
    openBoard(tx, { ten: 'Bảng trụ sở', noi: '', 'linh-vuc': ['Hộ tịch'] }),
  );
});

describe('a board', () => {
  it('is printed for, hung, overtaken and swapped', async () => {
    expect((await look()).items.map(({ state }) => state)).toEqual(['missing', 'missing']);
    expect(await as((tx) => printSheets(tx, boardId))).toBe(2);
    await expect(as((tx) => printSheets(tx, boardId))).rejects.toMatchObject({
      code: 'board.nothing-to-print',
    });
    for (const { waiting } of (await look()).items) {
      await as((tx) => postSheet(tx, waiting?.id ?? '', null), person('member'));
    }
    const hung = (await look()).items;
    expect(hung.map(({ state }) => state)).toEqual(['current', 'current']);
    const first = hung.find(({ code }) => code === '1.000001')?.posted;
    expect((await scan(first?.shortCode ?? '')).state).toBe('current');

    const change = await publish({ '1.000001': '3 Ngày' });
    const stale = (await look()).items.filter(({ state }) => state === 'stale');
    expect(stale.map(({ code, reason }) => [code, reason])).toEqual([['1.000001', 'record']]);
    const touched = await as(async (tx) =>
      readImpact(tx, await previewChange(tx, change, '2023-06-30')),
    );
    expect(touched).toMatchObject([
      {
        code: '1.000001',
        act: 'changed',
        sheets: [{ shortCode: first?.shortCode, board: 'Bảng trụ sở', isPosted: true }],
        hasGuide: false,
      },
    ]);
    const told = await scan(first?.shortCode ?? '');
    expect(told.state).toBe('record');
    expect(told.procedure.history[0]?.changes).toMatchObject([
      { before: 'Trực tiếp · 1 Ngày', after: 'Trực tiếp · 3 Ngày' },
    ]);

    expect(await as((tx) => printSheets(tx, boardId))).toBe(1);
    const waiting = (await look()).items[0]?.waiting;
    await as((tx) => postSheet(tx, waiting?.id ?? '', null));
    expect((await look()).items.every(({ state }) => state === 'current')).toBe(true);
    expect((await scan(first?.shortCode ?? '')).sheet.removedAt).not.toBeNull();
    await expect(as((tx) => postSheet(tx, waiting?.id ?? '', null))).rejects.toMatchObject({
      code: 'sheet.settled',
    });

    await as((tx) => undoChange(tx, change, 'Nhầm'));
    expect((await look()).items[0]).toMatchObject({ code: '1.000001', state: 'stale' });
  });

  it('tells a slip from a sheet of another office, and says so', async () => {
    const mine = (await look()).items[0]?.posted?.shortCode ?? '';
    const elsewhere = await addTestCommune('xã Khác', 'khac.example');
    await expect(scan(mine, elsewhere)).rejects.toMatchObject({ code: 'sheet.unknown' });
    await expect(scan(makeSheetCode(() => 3))).rejects.toMatchObject({ code: 'sheet.unknown' });
    await expect(scan('K7M 3P')).rejects.toMatchObject({ code: 'sheet.malformed' });
  });

  it('prints route and sheets as one PDF', async () => {
    await as((tx) => printSheets(tx, boardId));
    const data = await as((tx) =>
      readSheetsData(tx, {
        name: 'Ủy ban nhân dân xã An Bình',
        origin: 'https://xa.example',
        address: 'Thôn 1, xã An Bình',
        isDemo: true,
      }),
    );
    expect(data.sheets).toHaveLength(1);
    const [sheet] = data.sheets;
    const number = sheet?.shortCode ?? '';
    expect(sheet?.scanned).toBe(
      `https://xa.example/to/${number.replace(' ', '')}#1.000001-ban-1-tu-30-06-2023`,
    );
    expect(sheet?.offline.split('\n')).toEqual([
      'Thủ tục 1.000001',
      'Mã 1.000001, bản 1, áp dụng từ 30/06/2023.',
      `Tờ ${number}, in 30/06/2023, Ủy ban nhân dân xã An Bình. DỮ LIỆU MINH HỌA.`,
      'Bao lâu: 1 ngày',
      'Nộp tại: Thôn 1, xã An Bình',
      'Cần mang:',
      '- Tờ khai',
    ]);
    expect(data.route[0]?.lines).toHaveLength(1);
    const pdf = await printSheetsPdf(data);
    const large = await printSheetsPdf({ ...data, paper: 'a3' });
    await stopPrinting();
    const mediaBoxes = (bytes: Uint8Array) =>
      Buffer.from(bytes)
        .toString('latin1')
        .match(/MediaBox \[[^\]]+\]/g);
    // A4 is 595 by 842 points; A3 has no route before its one sheet.
    expect(mediaBoxes(pdf)?.[0]).toMatch(/595\.\d+ 841\.\d+/);
    expect(mediaBoxes(large)?.[0]).toMatch(/841\.\d+ 1190\.\d+/);
  }, 60_000);

  it('says from when its sheets hang, and when one that is wanting is late', async () => {
    const dated = (await look()).items.find(({ code }) => code === '1.000001');
    // Opened on a Friday: five working days end on the Friday after.
    expect(dated).toMatchObject({
      from: '2023-06-30',
      until: null,
      due: '2023-07-07',
      isOverdue: false,
    });
    const later = (day: string) =>
      inCommune(office().communeId, (tx) => getBoard(tx, boardId), {
        actor: person('member'),
        now: `${day}T03:00:00.000Z`,
      });
    const late = (await later('2023-07-10')).items;
    expect(late.map(({ code, isOverdue }) => [code, isOverdue])).toEqual([
      ['1.000001', true],
      ['1.000002', false],
    ]);
  });

  it('has minutes for every day something was hung or taken down', async () => {
    const days = await as((tx) => listPostingDays(tx, boardId));
    expect(days).toMatchObject([{ day: '2023-06-30', posted: 3, removed: 1 }]);
    const posting = await as((tx) => readPostingDay(tx, boardId, '2023-06-30'));
    const committee = { name: 'xã An Bình', superiors: ['huyện Bình'], demoDay: null };
    const minutes = WrittenDocument.parse(postingMinutes(posting, committee));
    expect(minutes).toMatchObject({ type: 'BB', date: '2023-06-30' });
    const tables = minutes.blocks.filter((block) => block.kind === 'table');
    expect(tables.map(({ rows }) => rows.length)).toEqual([3, 1]);
    // A photograph is offered, not forced; the minutes say that there is none.
    expect(JSON.stringify(minutes.blocks)).toContain('Không chụp ảnh khi treo');
    const [first, ...others] = posting.posted;
    if (!first) throw new Error('nothing was hung');
    const proved = { ...posting, posted: [{ ...first, hasPhoto: true }, ...others] };
    expect(JSON.stringify(postingMinutes(proved, committee).blocks)).toContain(
      '2 tờ treo không có ảnh chụp',
    );
    await expect(as((tx) => readPostingDay(tx, boardId, '2023-07-01'))).rejects.toMatchObject({
      code: 'board.nothing-done',
    });
    await expect(
      as((tx) => readPostingDay(tx, boardId, '2023-06-30'), thePublic),
    ).rejects.toMatchObject({ code: 'access.sign-in' });
  });

  it('is printed for together with the others, each sheet once', async () => {
    const others = await Promise.all(
      ['Bảng thôn 1', 'Bảng thôn 2'].map((ten) =>
        as((tx) => openBoard(tx, { ten, noi: '', 'linh-vuc': ['Hộ tịch'] })),
      ),
    );
    const before = (await look()).items.filter(({ waiting }) => waiting !== null).length;
    expect(await as(printAllSheets)).toBe(4);
    const waiting = (await as(listBoards)).map(
      ({ items }) => items.filter((item) => item.waiting !== null).length,
    );
    expect(waiting).toEqual([before, 2, 2]);
    await expect(as(printAllSheets)).rejects.toMatchObject({
      code: 'board.nothing-to-print-anywhere',
    });
    for (const id of others) await as((tx) => endBoard(tx, id));
  });

  it('goes with its sheets, every step an event', async () => {
    const other = await as((tx) => openBoard(tx, { ten: 'Bảng thôn', noi: '', 'linh-vuc': [] }));
    await as((tx) => printSheets(tx, other));
    await as((tx) => endBoard(tx, other));
    expect((await as(listBoards)).map(({ board }) => board.id)).toEqual([boardId]);
    const kinds = (
      await as((tx) =>
        readEvents(tx, { kinds: ['board.opened', 'board.ended', 'sheet.printed', 'sheet.posted'] }),
      )
    ).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(
      new Set(['board.opened', 'board.ended', 'sheet.printed', 'sheet.posted']),
    );
  });
});

describe('who may', () => {
  const nobody = '01890000-0000-7000-8000-000000000009';
  const acts: Readonly<Record<string, [act: (tx: Tx) => Promise<unknown>, refused: Role]>> = {
    open: [(tx) => openBoard(tx, { ten: 'x', noi: '', 'linh-vuc': [] }), 'member'],
    end: [(tx) => endBoard(tx, nobody), 'member'],
    'set a period': [(tx) => setPostingPeriod(tx, nobody, PERIOD), 'member'],
    'drop a period': [(tx) => dropPostingPeriod(tx, nobody, ''), 'member'],
    print: [(tx) => printSheets(tx, nobody), 'member'],
    'print everywhere': [printAllSheets, 'member'],
    post: [(tx) => postSheet(tx, nobody, null), 'leader'],
    remove: [(tx) => removeSheet(tx, nobody), 'leader'],
    unpost: [(tx) => unpostSheet(tx, nobody), 'leader'],
  };
  it.each(Object.entries(acts))(
    '%s is denied to others and the public',
    async (_name, [act, refused]) => {
      await expect(as(act, person(refused))).rejects.toMatchObject({ code: 'access.denied' });
      await expect(as(act, thePublic)).rejects.toMatchObject({ code: 'access.sign-in' });
    },
  );
  it('the public sees no list of boards', async () => {
    await expect(as(listBoards, thePublic)).rejects.toMatchObject({ code: 'access.sign-in' });
  });
});
