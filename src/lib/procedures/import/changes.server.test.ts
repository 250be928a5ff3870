// Imports in a real database: applied whole or not at all, twice changes nothing, taken back as a whole,
// in whatever order the decisions come; and who may.
import { beforeAll, describe, expect, it } from 'vitest';
import { inCommune, readEvents, searchPublic, type Tx } from '#lib/platform/index.server.ts';
import { thePublic, type Actor, type Role } from '#lib/platform/index.ts';
import { addTestCommune, useTestDatabase } from '#lib/platform/testing.server.ts';
import { toExport } from '../record/export-format.ts';
import { readPublications } from '../deadlines/publication.server.ts';
import { getProcedure, listProcedures, readWholeRegister } from '../versions/register.server.ts';
import { indexDueProcedures } from '../search/public-index.server.ts';
import { searchProcedures } from '../search/search.server.ts';
import { applyChange, undoChange } from './apply.server.ts';
import { listChanges } from './changes.server.ts';
import { discardChange, previewChange, receiveProcedures } from './receive.server.ts';

const office = useTestDatabase();
const NOW = '2023-06-30T03:00:00.000Z';
const TODAY = '2023-06-30';

function person(...roles: Role[]): Actor {
  const accountId = '01890000-0000-7000-8000-000000000001';
  return { kind: 'person', accountId, name: 'Đầu mối', roles, unitIds: [] };
}

function as<T>(work: (tx: Tx) => Promise<T>, actor = person('coordinator'), now = NOW): Promise<T> {
  return inCommune(office().communeId, work, { write: true, actor, now });
}
const look = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  inCommune(office().communeId, work, { now: NOW });

const PAPER = { truong_hop: 'Tại nhà', ten_giay_to: 'Tờ khai', so_luong: 'to.docx', ghi_chu: '1' };
const BASIS = { so_ky_hieu: '1/2020/NĐ-CP', trich_yeu: 'Nghị định', ngay_ban_hanh: '01-01-2020' };
const item = (code: string, title: string, term = '5 Ngày làm việc') => ({
  thu_tuc_id: code,
  metadata: { mã_thủ_tục: code, tên_thủ_tục: title, lĩnh_vực: 'Hộ tịch' },
  content: { kết_quả_thực_hiện: 'Bản sao' },
  tables: {
    hinh_thuc_nop: [{ hinh_thuc: 'Trực tiếp', thoi_han_giai_quyet: term }],
    thanh_phan_ho_so: [PAPER],
    can_cu_phap_ly: [BASIS],
  },
});

async function bring(source: unknown, effectiveFrom = TODAY, decidedOn: string | null = null) {
  const text = typeof source === 'string' ? source : JSON.stringify(source);
  return as(async (tx) => {
    const id = await receiveProcedures(tx, { name: 'tệp thử', content: text });
    const { seen, counts } = await previewChange(tx, id, effectiveFrom);
    return { id, seen, counts, apply: { effectiveFrom, decidedOn, decision: '9/QĐ-UBND', seen } };
  });
}

async function publish(source: unknown, effectiveFrom = TODAY, decidedOn: string | null = null) {
  const brought = await bring(source, effectiveFrom, decidedOn);
  await as((tx) => applyChange(tx, brought.id, brought.apply));
  return brought;
}

const termOf = (code: string, day?: string) =>
  look(async (tx) => (await getProcedure(tx, code, day)).record.filings[0]?.term);

beforeAll(async () => {
  await publish(
    [item('1.000001', 'Cấp bản sao trích lục'), item('1.000002', 'Đăng ký giám hộ')],
    '2023-01-10',
  );
});

describe('importing', () => {
  it('twice changes nothing', async () => {
    const again = await bring([
      item('1.000001', 'Cấp bản sao trích lục'),
      item('1.000002', 'Đăng ký giám hộ'),
    ]);
    expect(again.counts).toMatchObject({ untouched: 2, new: 0, changed: 0 });
    await expect(as((tx) => applyChange(tx, again.id, again.apply))).rejects.toMatchObject({
      code: 'procedure.nothing-to-apply',
    });
  });

  it('exports again what was read', async () => {
    const { items } = await look((tx) => readWholeRegister(tx, { size: 10, start: 0 }));
    const found = items.find(({ version }) => version.code === '1.000001');
    expect(found && toExport(found.record, found.origin)).toEqual(
      item('1.000001', 'Cấp bản sao trích lục'),
    );
  });

  it('changes what differs, keeps what was, and takes it back as a whole', async () => {
    const { id, counts } = await publish(
      [item('1.000001', 'Cấp bản sao trích lục', '2 Ngày')],
      '2023-05-01',
    );
    expect(counts).toMatchObject({ changed: 1 });
    expect(await termOf('1.000001')).toBe('2 Ngày');
    expect(await termOf('1.000001', '2023-04-30')).toBe('5 Ngày làm việc');
    await expect(as((tx) => undoChange(tx, id, ' '))).rejects.toMatchObject({
      code: 'procedure.reason-needed',
    });
    await as((tx) => undoChange(tx, id, 'Nhầm tệp'));
    expect(await termOf('1.000001')).toBe('5 Ngày làm việc');
    await expect(as((tx) => undoChange(tx, id, 'Lần nữa'))).rejects.toMatchObject({
      code: 'procedure.already-settled',
    });
  });

  it('puts an older decision that comes late into history', async () => {
    await publish([item('1.000002', 'Đăng ký giám hộ', '9 Ngày')], '2023-06-01');
    const late = await bring([item('1.000002', 'Đăng ký giám hộ', '7 Ngày')], '2023-03-01');
    expect(late.counts).toMatchObject({ older: 1, changed: 0 });
    await as((tx) => applyChange(tx, late.id, late.apply));
    expect(await termOf('1.000002')).toBe('9 Ngày');
    expect(await termOf('1.000002', '2023-04-01')).toBe('7 Ngày');
  });

  it('stays abolished when an older decision comes after the one that abolished it', async () => {
    const title = 'Xác nhận đã cũ';
    await publish([item('1.000031', title)], '2023-01-10');
    await publish(
      `DANH MỤC THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ\nSTT\tTên thủ tục\tMã\n1\t${title}\t1.000031`,
      '2023-06-01',
      '2023-05-25',
    );
    const late = await publish([item('1.000031', title, '7 Ngày')], '2023-03-01', '2023-02-20');
    expect(late.counts).toMatchObject({ older: 1, new: 0, changed: 0 });
    const held = (day?: string) =>
      look(async (tx) => {
        const { version, record } = await getProcedure(tx, '1.000031', day);
        return [version.status, record.filings[0]?.term];
      });
    expect((await held())[0]).toBe('abolished');
    expect(await held('2023-04-01')).toEqual(['in-force', '7 Ngày']);
    expect(await held('2023-02-01')).toEqual(['in-force', '5 Ngày làm việc']);
    expect((await look((tx) => searchProcedures(tx, 'xac nhan da cu'))).length).toBe(0);
  });

  it('waits for a day to come and tells it before', async () => {
    await publish([item('1.000002', 'Đăng ký giám hộ', '1 Ngày')], '2023-08-01');
    const told = await look((tx) => getProcedure(tx, '1.000002'));
    expect(told.record.filings[0]?.term).toBe('9 Ngày');
    expect(told.upcoming.map(({ version }) => version.effectiveFrom)).toEqual(['2023-08-01']);
    expect(await termOf('1.000002', '2023-08-01')).toBe('1 Ngày');
  });

  it('finds a procedure by its new name from the day it bears it', async () => {
    await publish([item('1.000021', 'Xin tạm trú vạn đò')], '2023-02-01');
    await publish([item('1.000021', 'Khai báo ngụ cư ghe bến')], '2023-07-10');
    const found = (words: string) =>
      look(async (tx) => (await searchPublic(tx, words, { size: 5, start: 0 })).total);
    expect([await found('van do'), await found('ghe ben')]).toEqual([1, 0]);
    await indexDueProcedures(office().communeId, '2023-07-09T17:30:00.000Z');
    expect([await found('van do'), await found('ghe ben')]).toEqual([0, 1]);
    expect(await indexDueProcedures(office().communeId, '2023-07-20T03:00:00.000Z')).toBe(0);
  });

  it('abolishes by a pasted decision; one nobody has is said, not done', async () => {
    await publish([item('1.000003', 'Xác nhận tạm')], '2023-01-10');
    const decision = [
      'DANH MỤC THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ',
      'STT\tTên thủ tục\tMã',
      '1\tXác nhận tạm\t1.000003',
      '2\tChưa từng có\t1.999999',
    ].join('\n');
    const { counts } = await publish(decision);
    expect(counts).toMatchObject({ abolished: 1, unknown: 1 });
    const codes = await look(async (tx) => (await listProcedures(tx)).map(({ code }) => code));
    expect(codes).not.toContain('1.000003');
    expect((await look((tx) => getProcedure(tx, '1.000003'))).version.status).toBe('abolished');
    expect(
      (await look((tx) => searchPublic(tx, 'xac nhan tam', { size: 5, start: 0 }))).total,
    ).toBe(0);
    await expect(look((tx) => getProcedure(tx, '1.999999'))).rejects.toMatchObject({
      code: 'procedure.unknown',
    });
  });

  it('leaves nothing of an application that is broken off', async () => {
    const brought = await bring([item('1.000004', 'Dở dang')]);
    const broken = as(async (tx) => {
      await applyChange(tx, brought.id, brought.apply);
      throw new Error('điện mất');
    });
    await expect(broken).rejects.toThrow('điện mất');
    await expect(look((tx) => getProcedure(tx, '1.000004'))).rejects.toMatchObject({
      code: 'procedure.unknown',
    });
    await as((tx) => applyChange(tx, brought.id, brought.apply));
    expect(await termOf('1.000004')).toBe('5 Ngày làm việc');
  });

  it('refuses what the officer did not see, and days that are none', async () => {
    const one = await bring([item('1.000005', 'Một')]);
    const other = await bring([item('1.000005', 'Một', '3 Ngày')]);
    await as((tx) => applyChange(tx, one.id, one.apply));
    await expect(as((tx) => applyChange(tx, other.id, other.apply))).rejects.toMatchObject({
      code: 'procedure.changed-meanwhile',
    });
    await expect(
      as((tx) => applyChange(tx, other.id, { ...other.apply, effectiveFrom: '31/02' })),
    ).rejects.toMatchObject({ code: 'procedure.day-malformed' });
    await as((tx) => discardChange(tx, other.id));
    const discarded = await as((tx) => readEvents(tx, { kinds: ['procedure.discarded'] }));
    expect(discarded.map(({ subject }) => subject.id)).toEqual([other.id]);
    await expect(as((tx) => applyChange(tx, other.id, other.apply))).rejects.toMatchObject({
      code: 'procedure.already-settled',
    });
  });

  it('is found as people ask, in its own commune only', async () => {
    const found = (communeId: string) =>
      inCommune(
        communeId,
        async (tx) => (await searchProcedures(tx, 'trich luc')).map(({ code }) => code),
        { now: NOW },
      );
    expect(await found(office().communeId)).toEqual(['1.000001']);
    expect(await found(await addTestCommune('xã Khác', 'khac.example'))).toEqual([]);
  });

  it('tells which became public in time', async () => {
    // 01/06/2023 is a Thursday: five working days end on 08/06.
    const late = await publish([item('1.000006', 'Muộn')], TODAY, '2023-06-01');
    const timely = await publish([item('1.000007', 'Kịp')], TODAY, '2023-06-29');
    const waiting = await bring([item('1.000008', 'Chờ')], TODAY, null);
    const states = await as(async (tx) => readPublications(tx, await listChanges(tx)));
    expect(states.get(late.id)).toMatchObject({ state: 'late', due: '2023-06-08' });
    expect(states.get(timely.id)).toMatchObject({ state: 'on-time', due: '2023-07-06' });
    expect(states.get(waiting.id)).toMatchObject({ state: 'no-day', due: null });
  });

  it('says in events how much, not what', async () => {
    const events = await as((tx) =>
      readEvents(tx, { kinds: ['procedure.applied', 'procedure.undone'] }),
    );
    expect(events.length).toBeGreaterThan(5);
    expect(JSON.stringify(events)).not.toContain('trích lục');
    expect(JSON.stringify(events)).not.toContain('Nhầm tệp');
  });
});

describe('who may', () => {
  const acts: Readonly<Record<string, (tx: Tx) => Promise<unknown>>> = {
    receive: (tx) => receiveProcedures(tx, { name: 'x', content: '[]' }),
    discard: (tx) => discardChange(tx, '01890000-0000-7000-8000-000000000009'),
    apply: (tx) =>
      applyChange(tx, '01890000-0000-7000-8000-000000000009', {
        effectiveFrom: TODAY,
        decidedOn: null,
        decision: '',
        seen: '',
      }),
    undo: (tx) => undoChange(tx, '01890000-0000-7000-8000-000000000009', 'x'),
  };
  it.each(Object.entries(acts))('%s is denied to members and the public', async (_name, act) => {
    await expect(as(act, person('member'))).rejects.toMatchObject({ code: 'access.denied' });
    await expect(as(act, thePublic)).rejects.toMatchObject({ code: 'access.sign-in' });
  });
  it('an editor receives but does not make public; the public sees no imports', async () => {
    await expect(
      as(acts['apply'] ?? (() => Promise.resolve()), person('editor')),
    ).rejects.toMatchObject({ code: 'access.denied' });
    await expect(as(listChanges, thePublic)).rejects.toMatchObject({ code: 'access.sign-in' });
  });
});
