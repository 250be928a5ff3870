// The commune's own words in a real database: submitted, looked over by another, public from their day; who
// handled it on any day; numbers that are the hotlines'.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  addHotline,
  inCommune,
  readEvents,
  updateHotline,
  type Tx,
} from '#lib/platform/index.server.ts';
import { thePublic, type Actor, type Role } from '#lib/platform/index.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import { getBoard, openBoard, postSheet, printSheets } from '../boards/boards.server.ts';
import { readHotlineUses } from '../boards/hotline-uses.server.ts';
import { applyChange } from '../import/apply.server.ts';
import { previewChange, receiveProcedures } from '../import/receive.server.ts';
import { searchProcedures } from '../search/search.server.ts';
import { getProcedure } from '../versions/register.server.ts';
import {
  approveGuide,
  forceGuide,
  returnGuide,
  submitGuide,
  type WrittenGuide,
} from './guide.server.ts';
import { emptyGuide, type ProcedureGuide } from './guide.ts';
import { listGuideEditions, listWaitingGuides } from './read-guides.server.ts';

const office = useTestDatabase();
const CODE = '1.000001';
const TODAY = '2023-06-30';

const person = (number: number, ...roles: Role[]): Actor => ({
  kind: 'person',
  accountId: `01890000-0000-7000-8000-00000000000${number}`,
  name: 'Người thử',
  roles,
  unitIds: [],
});
const writer = person(1, 'coordinator');
const leader = person(2, 'leader');

const as = <T>(work: (tx: Tx) => Promise<T>, actor = writer, now = `${TODAY}T03:00:00.000Z`) =>
  inCommune(office().communeId, work, { write: true, actor, now });
const told = (day = TODAY, now = `${TODAY}T03:00:00.000Z`) =>
  inCommune(office().communeId, (tx) => getProcedure(tx, CODE, day), { now });

const written = (
  basedOn: number,
  words: Partial<ProcedureGuide> = {},
  effectiveFrom = TODAY,
): WrittenGuide => ({ guide: { ...emptyGuide, ...words }, effectiveFrom, basedOn });

beforeAll(async () => {
  const item = {
    metadata: { mã_thủ_tục: CODE, tên_thủ_tục: 'Cấp bản sao trích lục', lĩnh_vực: 'Hộ tịch' },
    content: {},
    tables: { hinh_thuc_nop: [], thanh_phan_ho_so: [], can_cu_phap_ly: [] },
  };
  await as(async (tx) => {
    const id = await receiveProcedures(tx, { name: 'tệp', content: JSON.stringify(item) });
    const { seen } = await previewChange(tx, id, '2023-01-01');
    await applyChange(tx, id, { effectiveFrom: '2023-01-01', decidedOn: null, decision: '', seen });
  });
});

describe('a guide', () => {
  it('is public once somebody else approved it, not before', async () => {
    const words = { summary: 'Lấy lại giấy khai sinh bị mất', room: 'Quầy 2' };
    const number = await as((tx) => submitGuide(tx, CODE, written(0, words, '2023-02-01')));
    expect((await told()).guide).toMatchObject({ number: 0, summary: '' });
    expect(await as(listWaitingGuides)).toMatchObject([
      { code: CODE, number, status: 'submitted' },
    ]);
    await expect(as((tx) => approveGuide(tx, CODE, number))).rejects.toMatchObject({
      code: 'procedure.own-guide',
    });
    await as((tx) => approveGuide(tx, CODE, number), leader);
    expect((await told()).guide).toMatchObject({ number: 1, ...words });
    expect(await as(listWaitingGuides)).toEqual([]);
    const found = await inCommune(office().communeId, (tx) => searchProcedures(tx, 'bi mat giay'), {
      now: `${TODAY}T03:00:00.000Z`,
    });
    expect(found.map(({ code }) => code)).toEqual([CODE]);
    await expect(as((tx) => approveGuide(tx, CODE, number), leader)).rejects.toMatchObject({
      code: 'procedure.guide-decided',
    });
  });

  it('goes back with a reason, is written anew, and holds from its day on', async () => {
    const first = await as((tx) => submitGuide(tx, CODE, written(1, { room: 'Quầy 9' })));
    await expect(as((tx) => returnGuide(tx, CODE, first, ' '), leader)).rejects.toMatchObject({
      code: 'procedure.return-reason-needed',
    });
    await as((tx) => returnGuide(tx, CODE, first, 'Chưa có quầy 9'), leader);
    const second = await as((tx) => submitGuide(tx, CODE, written(2, { room: 'Quầy 8' })));
    // Written anew before anybody looked: the one before no longer waits.
    const third = await as((tx) =>
      submitGuide(tx, CODE, written(second, { room: 'Quầy 1' }, '2023-07-15')),
    );
    await as((tx) => approveGuide(tx, CODE, third), leader);
    const editions = await as((tx) => listGuideEditions(tx, CODE));
    expect(editions.map(({ status, reason }) => [status, reason])).toEqual([
      ['approved', null],
      ['rewritten', null],
      ['returned', 'Chưa có quầy 9'],
      ['approved', null],
    ]);
    expect((await told()).guide.room).toBe('Quầy 2');
    expect((await told('2023-01-31')).handling).toEqual([]);
    expect((await told('2023-07-15')).handling).toMatchObject([
      { room: 'Quầy 1', from: '2023-07-15', until: null },
      { room: 'Quầy 2', from: '2023-02-01', until: '2023-07-15' },
    ]);
  });

  it('is refused when overtaken, personal, undated or without its procedure', async () => {
    const refused = (code: string, given: WrittenGuide, of = CODE) =>
      expect(as((tx) => submitGuide(tx, of, given))).rejects.toMatchObject({ code });
    await refused('record.changed', written(1));
    await refused('procedure.personal-data', written(4, { tips: 'Gọi bà có số 001187000123' }));
    await refused('procedure.day-malformed', written(4, {}, '2023-02-30'));
    await refused('procedure.unknown', written(0), '9.000001');
    const hotline = '01890000-0000-7000-8000-0000000000ff';
    await refused('procedure.hotline-unknown', written(4, { hotline }));
    const forced = (reason: string) =>
      as((tx) => forceGuide(tx, CODE, written(4, { room: 'Quầy 2' }), reason), leader);
    await expect(forced('')).rejects.toMatchObject({ code: 'procedure.force-reason-needed' });
    await forced('Chỉ còn một người trực');
    const [last] = await as((tx) => listGuideEditions(tx, CODE));
    expect(last).toMatchObject({ status: 'approved', isForced: true });
  });

  it('names the numbers of the hotlines; one that changes makes its sheets stale', async () => {
    const line = { name: 'Hộ tịch', number: '0220 0000 006', owner: 'Tư pháp', hours: '' };
    const id = await as((tx) => addHotline(tx, line));
    const number = await as((tx) => submitGuide(tx, CODE, written(5, { hotline: id })));
    await as((tx) => approveGuide(tx, CODE, number), leader);
    expect((await told()).guide.telephone).toBe(line.number);
    const board = await as((tx) => openBoard(tx, { ten: 'Bảng', noi: '', 'linh-vuc': [] }));
    await as((tx) => printSheets(tx, board));
    for (const { waiting } of (await as((tx) => getBoard(tx, board))).items) {
      await as((tx) => postSheet(tx, waiting?.id ?? '', null));
    }
    expect((await as(readHotlineUses)).get(id)).toEqual({ sheets: 1, guides: [CODE] });
    const later = '2023-07-01T03:00:00.000Z';
    await as((tx) => updateHotline(tx, id, { ...line, number: '0220 0000 007' }), writer, later);
    expect((await told('2023-07-01', later)).guide.telephone).toBe('0220 0000 007');
    // What was told on a day before stays told.
    expect((await told(TODAY, later)).guide.telephone).toBe(line.number);
    const view = await as((tx) => getBoard(tx, board), writer, later);
    expect(view.items).toMatchObject([{ code: CODE, state: 'stale', reason: 'telephone' }]);
  });

  it('says in events which edition, not what it says', async () => {
    const events = await as((tx) =>
      readEvents(tx, {
        kinds: [
          'procedure.guide-submitted',
          'procedure.guide-approved',
          'procedure.guide-returned',
        ],
      }),
    );
    expect(new Set(events.map(({ kind }) => kind)).size).toBe(3);
    expect(JSON.stringify(events)).not.toMatch(/Quầy|trực/);
    expect(events.filter(({ data }) => 'forced' in data)).toHaveLength(1);
  });
});

describe('who may', () => {
  const acts: Readonly<Record<string, [act: (tx: Tx) => Promise<unknown>, refused: Role]>> = {
    submit: [(tx) => submitGuide(tx, CODE, written(0)), 'member'],
    approve: [(tx) => approveGuide(tx, CODE, 1), 'editor'],
    return: [(tx) => returnGuide(tx, CODE, 1, 'x'), 'editor'],
    force: [(tx) => forceGuide(tx, CODE, written(0), 'x'), 'coordinator'],
  };
  it.each(Object.entries(acts))(
    '%s is denied to others and the public',
    async (_name, [act, refused]) => {
      await expect(as(act, person(3, refused))).rejects.toMatchObject({ code: 'access.denied' });
      await expect(as(act, thePublic)).rejects.toMatchObject({ code: 'access.sign-in' });
    },
  );
  it('the public sees no editions that wait', async () => {
    await expect(as(listWaitingGuides, thePublic)).rejects.toMatchObject({
      code: 'access.sign-in',
    });
    await expect(as((tx) => listGuideEditions(tx, CODE), thePublic)).rejects.toMatchObject({
      code: 'access.sign-in',
    });
    await expect(as(readHotlineUses, thePublic)).rejects.toMatchObject({ code: 'access.sign-in' });
  });
});
