// A report against a real database: drafted whole, every number traced to its list, changed, checked,
// approved by another, sent back; who may not is refused.
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inCommune, newId, readEvents, stopPrinting } from '#lib/platform/index.server.ts';
import { parseMarkup, printMarkup, type Actor } from '#lib/platform/index.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import {
  closePeriod,
  correctAct,
  listEffects,
  noteEffect,
  recordAct,
  withdrawAct,
  withdrawEffect,
} from '#lib/plans/index.server.ts';
import { insertPlanInForce, NOW, person } from '#lib/plans/testing.server.ts';
import { paperTables, WrittenDocument } from '#lib/documents/index.ts';
import { readHere, writeDocx, writePdf } from '#lib/documents/index.server.ts';
import {
  acceptFigure,
  createReport,
  editText,
  noteRow,
  overrideFigure,
  restoreFigure,
} from './draft.server.ts';
import type { NewReport } from './change.ts';
import { notedRowOf, ReportContent, usedFigures } from './content.ts';
import { listReports, readReport } from './read.server.ts';
import { approveReport, checkReport, discardReport, returnReport } from './steps.server.ts';
import { sentence } from './write.ts';

const database = useTestDatabase();
const coordinator = person('coordinator');
const leader = person('leader');
const unit = newId();
const renamed = newId();
const plan = newId();
const topic = newId();

beforeAll(async () => {
  await inCommune(
    database().communeId,
    async (tx) => {
      const row = { commune_id: tx.communeId, position: 1 };
      const text = 'Tuyên truyền về bộ phận một cửa.';
      await insertPlanInForce(tx, { id: plan, topics: [{ id: topic, label: 'Một cửa', text }] });
      await tx.db
        .insertInto('unit')
        .values({ ...row, id: renamed, name: 'Đài truyền thanh', slug: 'dai-truyen-thanh' })
        .execute();
      await tx.db
        .insertInto('unit')
        .values({ ...row, id: unit, name: 'Đài phát thanh', slug: 'dai', successor_id: renamed })
        .execute();
    },
    { write: true, now: NOW },
  );
});

afterAll(stopPrinting);

const as = <T>(actor: Actor, work: Parameters<typeof inCommune<T>>[1]) =>
  inCommune(database().communeId, work, { write: true, actor, now: NOW });
const draft = (given: Partial<NewReport> = {}) =>
  as(coordinator, (tx) =>
    createReport(tx, {
      clientKey: newId(),
      kind: 'half-year',
      from: '2023-06-30',
      planIds: [],
      ...given,
    }),
  );
const read = (id: string) => as(coordinator, (tx) => readReport(tx, id));
const record = (title: string, day = '2023-05-10', people?: number) =>
  as(coordinator, (tx) =>
    recordAct(tx, { clientKey: newId(), anotherAct: true, ...meeting(title, day, people) }),
  );
const meeting = (title: string, day: string, people?: number) => ({
  kind: 'meeting',
  day,
  unitId: unit,
  title,
  topics: [topic],
  outsidePlan: true,
  lateForPeriod: true,
  ...(people !== undefined && { quantities: { people } }),
});
const refusal = (code: string) => expect.objectContaining({ code });

async function judged(id: string): Promise<number> {
  const report = await read(id);
  let { revision } = report;
  const open = report.content.sections
    .flatMap(({ parts }) => parts)
    .filter((part) => part.kind === 'text' && part.judgement);
  for (const { key } of open) {
    await as(coordinator, (tx) => editText(tx, id, { revision, key, text: 'Không có.' }));
    revision += 1;
  }
  return revision;
}

describe('a draft', () => {
  test('of a period without data says so and never gives a rate', async () => {
    const id = await draft({ kind: 'month', from: '2021-02-10' });
    const { written, content, values } = await read(id);
    expect(WrittenDocument.safeParse(written).success).toBe(true);
    const words = JSON.stringify(written.blocks);
    expect(words).toContain('không phát sinh');
    expect(words).not.toMatch(/\b(?:0|100)(?:,0)?\s?%/);
    expect(written.appendices).toEqual([]);
    expect(sentence(content, values, '{số hoạt động}')).toBe('không phát sinh');
  });

  test('traces every number to the list it counts, and names a renamed unit as of its day', async () => {
    await record('Họp thôn về một cửa', '2023-05-10', 40);
    await record('Hội nghị quân dân chính', '2023-02-10', 60);
    await record('Ngoài kỳ', '2022-12-31', 999);
    const { values, content, written } = await read(await draft());
    expect(Object.keys(content.figures)).toHaveLength(values.size);
    for (const { value, acts, cells, occurrences } of values.values()) {
      const counted =
        acts.reduce((sum, { amount }) => sum + amount, 0) + cells.length + occurrences.length;
      expect(value ?? 0).toBe(counted);
    }
    expect(values.get('lượt người')?.value).toBe(100);
    expect(JSON.stringify(written.blocks)).toContain('Đài phát thanh (nay là Đài truyền thanh)');
    const acts = written.appendices?.at(-1)?.blocks[0];
    expect(acts?.kind === 'table' && acts.rows.map((row) => row[2])).toEqual([
      'Hội nghị quân dân chính',
      'Họp thôn về một cửa',
    ]);
  });

  test('of a unit renamed in the middle of it has what each name did, and the sum of both', async () => {
    const after = await as(coordinator, (tx) =>
      recordAct(tx, {
        ...{ clientKey: newId(), anotherAct: true },
        ...meeting('Phát thanh sau khi đổi tên', '2023-05-20', 10),
        unitId: renamed,
      }),
    );
    const { written, values } = await read(await draft());
    const byUnit = written.blocks.find(
      (block) => block.kind === 'table' && block.caption === 'Kết quả theo đơn vị',
    );
    const counted = new Map(
      byUnit?.kind === 'table' ? byUnit.rows.map((row) => [row[1], Number(row[2])]) : [],
    );
    const [before, since] = [
      counted.get('Đài phát thanh (nay là Đài truyền thanh)') ?? 0,
      counted.get('Đài truyền thanh') ?? 0,
    ];
    expect(since).toBe(1);
    expect(values.get('số hoạt động')?.value).toBe(before + since);
    await as(coordinator, (tx) => withdrawAct(tx, { id: after.id, reason: 'Chỉ để thử' }));
  });

  test('of a closed period stands as it was closed; what came later is told in the next one', async () => {
    const quarter = { kind: 'quarter', from: '2023-03-31' } as const;
    const early = await draft(quarter);
    await as(coordinator, (tx) => closePeriod(tx, { key: '2023-q1' }));
    const { id: late } = await record('Ghi sau khi khóa sổ', '2023-03-20', 7);
    const closed = await read(await draft(quarter));
    expect(closed.facts.closedOn).toBe('2023-06-30');
    expect(closed.values.get('số hoạt động')?.value).toBe(1);
    expect(closed.changes).toEqual([]);
    expect(JSON.stringify(closed.written.blocks)).toContain('Số liệu theo sổ đã khóa của kỳ');
    // One drafted before has nothing to take over either: its period is closed.
    expect((await read(early)).changes).toEqual([]);
    const next = await read(await draft({ kind: 'quarter', from: '2023-06-30' }));
    expect(next.facts.closedOn).toBeNull();
    expect(JSON.stringify(next.written.blocks)).toContain('Ghi sau khi khóa sổ: ');
    await as(coordinator, (tx) => withdrawAct(tx, { id: late, reason: 'Ghi nhầm xã' }));
  });

  test('sent twice is drafted once; a free span needs its end', async () => {
    const clientKey = newId();
    expect(await draft({ clientKey })).toBe(await draft({ clientKey }));
    await expect(draft({ kind: 'span' })).rejects.toThrow(refusal('report.span-without-end'));
  });
});

describe('a figure', () => {
  test('that changed after drafting is shown, and taken over one by one or all at once', async () => {
    const id = await draft();
    expect((await read(id)).changes).toEqual([]);
    await record('Họp bổ sung', '2023-06-01', 5);
    const { changes } = await read(id);
    expect(changes).toContainEqual({ name: 'số hoạt động', before: 2, after: 3 });
    await as(coordinator, (tx) => acceptFigure(tx, id, { revision: 1, name: 'số hoạt động' }));
    const after = await read(id);
    expect(after.values.get('số hoạt động')?.value).toBe(3);
    expect(after.changes).toHaveLength(changes.length - 1);
    const revision = await judged(id);
    await expect(as(coordinator, (tx) => checkReport(tx, id, { revision }))).rejects.toThrow(
      refusal('report.figures-changed'),
    );
    await as(coordinator, (tx) => acceptFigure(tx, id, { revision, name: '' }));
    expect((await read(id)).changes).toEqual([]);
  });

  test('that was corrected later is shown old and new, and stays as drafted until taken over', async () => {
    const { id: act } = await record('Họp tổ dân phố', '2023-06-02', 5);
    const id = await draft();
    const before = (await read(id)).values.get('lượt người')?.value ?? 0;
    const correct = (version: number, people: number) =>
      as(coordinator, (tx) =>
        correctAct(tx, {
          id: act,
          version,
          reason: 'Ghi nhầm số người dự',
          ...meeting('Họp tổ dân phố', '2023-06-02', people),
        }),
      );
    await correct(1, 45);
    const { changes, content, values } = await read(id);
    expect(changes).toContainEqual({ name: 'lượt người', before, after: before + 40 });
    expect(changes.map(({ name }) => name)).not.toContain('số hoạt động');
    expect(sentence(content, values, '{lượt người}')).toBe(`${String(before)} lượt`);
    await correct(2, 5);
    expect((await read(id)).changes).toEqual([]);
    await as(coordinator, (tx) => withdrawAct(tx, { id: act, reason: 'Trùng với việc khác' }));
  });

  test('is overwritten with a reason only, marked, with the counted number beside it', async () => {
    const id = await draft();
    const given = { revision: 1, name: 'lượt người', value: '500' };
    await expect(
      as(coordinator, (tx) => overrideFigure(tx, id, { ...given, reason: ' ' })),
    ).rejects.toThrow('vì sao');
    await as(coordinator, (tx) =>
      overrideFigure(tx, id, { ...given, reason: 'Đếm theo danh sách ký' }),
    );
    const { content, values, written } = await read(id);
    expect(sentence(content, values, '{lượt người}')).toBe('500* lượt');
    const noted = written.appendices?.find(({ title }) => title.endsWith('(*)'))?.blocks[0];
    expect(noted?.kind === 'table' && noted.rows).toEqual([
      ['1', 'Lượt người', 'lượt', '500', '105', 'Đếm theo danh sách ký'],
    ]);
    await as(coordinator, (tx) => restoreFigure(tx, id, { revision: 2, name: 'lượt người' }));
    const back = await read(id);
    expect(sentence(back.content, back.values, '{lượt người}')).toBe('105 lượt');
  });
});

describe('a note about a row', () => {
  const note = (id: string, revision: number, name: string, words: string) =>
    as(coordinator, (tx) => noteRow(tx, id, { revision, name, note: words }));

  test('stands in the row on paper and in the sheet, and goes when it is emptied', async () => {
    const id = await draft();
    const { content } = await read(id);
    const name =
      Object.keys(content.figures).find((one) => one.startsWith('trong kỳ – kênh')) ?? '';
    expect(notedRowOf(content, name)?.table).toContain('so với lịch');
    const words = 'Gồm cả 02 buổi lồng ghép;  họp thôn';
    await note(id, 1, name, words);
    const { written } = await read(id);
    const kept = 'Gồm cả 02 buổi lồng ghép; họp thôn';
    const channels = paperTables(written).find(({ title }) => title.includes('theo kênh so với'));
    const at = channels?.columns.findIndex(({ head }) => head === 'Ghi chú') ?? -1;
    expect(channels?.rows.map((row) => row[at])).toContain(kept);
    // PDF and Word are set from these same rows.
    expect(JSON.stringify(written.appendices)).toContain(kept);
    await note(id, 2, name, '  ');
    expect((await read(id)).content.notes).toEqual({});
    const events = await as(leader, (tx) => readEvents(tx, { subject: { type: 'report', id } }));
    expect(JSON.stringify(events)).not.toContain('lồng ghép');
    expect(events.map(({ kind }) => kind).slice(1)).toEqual([
      'report.row-noted',
      'report.row-noted',
    ]);
  });

  test('is refused where the figure stands in no such row, or it is longer than a column holds', async () => {
    const id = await draft();
    await expect(note(id, 1, 'số hoạt động', 'x')).rejects.toThrow(refusal('report.no-such-row'));
    const { content } = await read(id);
    const name = Object.keys(content.figures).find((one) => notedRowOf(content, one)) ?? '';
    await expect(note(id, 1, name, 'dài '.repeat(200))).rejects.toThrow('300');
    await expect(
      as(person('member'), (tx) => noteRow(tx, id, { revision: 1, name, note: 'x' })),
    ).rejects.toThrow(refusal('access.denied'));
  });
});

describe('an appendix made from the acts', () => {
  const accept = (id: string, revision: number) =>
    as(coordinator, (tx) => acceptFigure(tx, id, { revision, name: '' }));

  test('that would say something else is shown with its rows, holds the report up, and is renewed', async () => {
    const id = await draft();
    expect((await read(id)).appendixChanges).toEqual([]);
    const { id: act } = await record('Họp thêm sau khi dự thảo', '2023-06-04', 5);
    const list = async () =>
      (await read(id)).appendixChanges.find(({ title }) => title.startsWith('Danh mục'));
    const change = await list();
    expect(change?.gone).toEqual([]);
    expect(change?.added).toHaveLength(1);
    expect(change?.added[0]).toContain('Họp thêm sau khi dự thảo');
    await accept(id, 1);
    expect((await read(id)).appendixChanges).toEqual([]);
    await as(coordinator, (tx) => withdrawAct(tx, { id: act, reason: 'Ghi nhầm' }));
    expect((await list())?.gone).toHaveLength(1);
    // Nothing else changed: figures were each taken over, the lists were not.
    const { content, revision } = await read(id);
    let at = revision;
    for (const { name } of (await read(id)).changes) {
      await as(coordinator, (tx) => acceptFigure(tx, id, { revision: at, name }));
      at += 1;
    }
    expect(content.appendixDigests).toBeDefined();
    expect((await read(id)).changes).toEqual([]);
    const judgedAt = await judged(id);
    await expect(
      as(coordinator, (tx) => checkReport(tx, id, { revision: judgedAt })),
    ).rejects.toThrow(refusal('report.appendix-changed'));
    await accept(id, judgedAt);
    await as(coordinator, (tx) => checkReport(tx, id, { revision: judgedAt + 1 }));
  });

  test('whose act was only renamed has changed too', async () => {
    const { id: act } = await record('Tên viết nhầm', '2023-06-05');
    const id = await draft();
    await as(coordinator, (tx) =>
      correctAct(tx, {
        id: act,
        version: 1,
        reason: 'Sửa tên cuộc họp',
        ...meeting('Tên viết đúng', '2023-06-05'),
      }),
    );
    const { changes, appendixChanges } = await read(id);
    expect(changes).toEqual([]);
    expect(appendixChanges.map(({ title }) => title)).toEqual(['Danh mục hoạt động và minh chứng']);
    await as(coordinator, (tx) => withdrawAct(tx, { id: act, reason: 'Ghi nhầm' }));
  });
});

describe('signs of effect', () => {
  const wordsOf = ({ content }: Awaited<ReturnType<typeof read>>) =>
    JSON.stringify(
      content.sections
        .flatMap(({ parts }) => parts)
        .filter(({ key }) => key === 'dau-hieu-hieu-qua'),
    );
  const signs = async (id: string) =>
    (await read(id)).appendixChanges.filter((change) => change.of === 'words');
  const note = (actId: string, words: string) =>
    as(coordinator, (tx) => noteEffect(tx, { actId, kind: 'questions', amount: '3', words }));

  test('noted or taken back after the draft show as a change, and are taken over with the rest', async () => {
    const { id: act } = await record('Họp hỏi nhiều', '2023-06-06');
    await note(act, 'hỏi về giờ tiếp dân');
    const id = await draft();
    expect(wordsOf(await read(id))).toContain('hỏi về giờ tiếp dân');
    expect(await signs(id)).toEqual([]);
    await note(act, 'hỏi về lệ phí');
    const drafted = await read(id);
    expect(drafted.facts.effects.map(({ words }) => words).join()).not.toContain('lệ phí');
    expect(await signs(id)).toMatchObject([
      { title: 'Dấu hiệu hiệu quả', added: [expect.stringContaining('hỏi về lệ phí')], gone: [] },
    ]);
    await as(coordinator, (tx) => acceptFigure(tx, id, { revision: 1, name: '' }));
    expect(await signs(id)).toEqual([]);
    expect(wordsOf(await read(id))).toContain('hỏi về lệ phí');
    const [noted] = await as(coordinator, (tx) => listEffects(tx, { actId: act }));
    await as(coordinator, (tx) =>
      withdrawEffect(tx, { id: noted?.id ?? '', reason: 'Ghi nhầm cuộc họp' }),
    );
    expect(await signs(id)).toMatchObject([
      { added: [], gone: [expect.stringContaining('giờ tiếp dân')] },
    ]);
    await as(coordinator, (tx) => withdrawAct(tx, { id: act, reason: 'Ghi nhầm' }));
  });
});

describe('words a person writes', () => {
  const MARKUP = [
    'Đã làm **{số hoạt động}**, __chưa đủ__.',
    '1. Việc một\n  - Việc con\n2. Việc hai',
    '|= Thôn | Số cuộc |\n| Đông | 4 |',
  ].join('\n\n');
  const write = (id: string, text: { text?: string; 'text-json'?: string }, revision = 1) =>
    as(coordinator, (tx) => editText(tx, id, { revision, key: 'giao-viec', ...text }));

  test('reach PDF and Word with their lists, tables and figures', async () => {
    const id = await draft();
    await write(id, { text: MARKUP });
    const { written, values } = await read(id);
    const acts = String(values.get('số hoạt động')?.value);
    const word = await readHere(await writeDocx(written), { name: 'báo cáo.docx' });
    const { text } = await extractText(await getDocumentProxy(await writePdf(written)));
    for (const made of [word.text, text.join(' ')]) {
      const words = made.replace(/\s+/gu, ' ');
      expect(words).toContain(`Đã làm ${acts} hoạt động, chưa đủ.`);
      expect(words).toMatch(/1\. Việc một [-+] Việc con 2\. Việc hai/);
      expect(words).toMatch(/Thôn Số cuộc Đông 4/);
    }
    expect(JSON.stringify(written.blocks)).toContain(`{"text":"${acts} hoạt động","bold":true}`);
  });

  test('are the same from the editor and from light markup; a paper takes no heading of theirs', async () => {
    const [typed, drawn] = [await draft(), await draft()];
    await write(typed, { text: `# Mục thừa\n\n${MARKUP}` });
    const json = JSON.stringify(parseMarkup(`**Mục thừa**\n\n${MARKUP}`));
    await write(drawn, { 'text-json': json });
    const [one, other] = [await read(typed), await read(drawn)];
    expect(one.written.blocks).toEqual(other.written.blocks);
    await expect(write(drawn, { 'text-json': '{"type":"script"}' }, 2)).rejects.toThrow(
      'không được nhận',
    );
    await expect(write(drawn, { text: 'dài '.repeat(6_000) }, 2)).rejects.toThrow('20.000');
  });

  test('taken away whole are gone from the paper, and their figures hold nobody up', async () => {
    const id = await draft();
    await write(id, { text: '' });
    const { id: act } = await record('Họp ghi sau', '2023-06-03');
    const { written, changes, content } = await read(id);
    expect(JSON.stringify(written.blocks)).not.toContain('Nhiệm vụ giao các đơn vị');
    expect(written.blocks).not.toContainEqual({ kind: 'paragraph', text: '[]' });
    expect(changes.map(({ name }) => name)).toContain('số hoạt động');
    expect(Object.keys(content.figures)).toContain('lượt nhiệm vụ đến hạn');
    expect(usedFigures(content)).not.toContain('lượt nhiệm vụ đến hạn');
    await as(coordinator, (tx) => withdrawAct(tx, { id: act, reason: 'Ghi nhầm' }));
  });

  test('of reports drafted before there was an editor are read as they were', () => {
    const old = [
      { kind: 'text', key: 'a', text: 'Một\nHai', judgement: false, asks: '' },
      { kind: 'list', key: 'b', items: ['Ba', 'Bốn'] },
    ];
    const content = ReportContent.parse({
      sections: [{ key: 's', heading: 'I', parts: old }],
      appendices: [],
      figures: {},
      seq: 1,
    });
    const parts = content.sections[0]?.parts ?? [];
    expect(parts.map((part) => part.kind === 'text' && printMarkup(part.text))).toEqual([
      'Một\n\nHai',
      '- Ba\n- Bốn',
    ]);
  });
});

describe('the way to approval', () => {
  test('asks for the judgement, another hand, and records every step', async () => {
    const id = await draft();
    await expect(as(coordinator, (tx) => checkReport(tx, id, { revision: 1 }))).rejects.toThrow(
      refusal('report.judgement-missing'),
    );
    const revision = await judged(id);
    await as(coordinator, (tx) => checkReport(tx, id, { revision }));
    await expect(
      as(coordinator, (tx) => editText(tx, id, { revision, key: 'ket', text: 'x' })),
    ).rejects.toThrow(refusal('report.not-draft'));
    await as(leader, (tx) => approveReport(tx, id, { revision }));
    expect(await read(id)).toMatchObject({ status: 'approved', written: { draft: false } });
    await as(leader, (tx) => returnReport(tx, id, { revision, reason: 'Bổ sung nguyên nhân' }));
    expect(await read(id)).toMatchObject({
      status: 'draft',
      returnedReason: 'Bổ sung nguyên nhân',
    });
    const events = await as(leader, (tx) => readEvents(tx, { subject: { type: 'report', id } }));
    expect([...new Set(events.map(({ kind }) => kind))]).toEqual([
      'report.drafted',
      'report.edited',
      'report.checked',
      'report.approved',
      'report.returned',
    ]);
  });

  test('a leader who checked it does not approve it', async () => {
    const id = await draft();
    const revision = await judged(id);
    await as(leader, (tx) => checkReport(tx, id, { revision }));
    await expect(as(leader, (tx) => approveReport(tx, id, { revision }))).rejects.toThrow(
      refusal('access.denied'),
    );
    await as(person('leader'), (tx) => approveReport(tx, id, { revision }));
  });

  test('two who save at once: the second is refused', async () => {
    const id = await draft();
    const edit = () =>
      as(coordinator, (tx) => editText(tx, id, { revision: 1, key: 'ket', text: 'Hết.' }));
    await edit();
    await expect(edit()).rejects.toThrow(refusal('report.changed-meanwhile'));
  });

  test('a discarded draft is gone from the list', async () => {
    const id = await draft();
    await as(coordinator, (tx) => discardReport(tx, id, { revision: 1 }));
    const left = await as(coordinator, (tx) => listReports(tx));
    expect(left.map((one) => one.id)).not.toContain(id);
    await expect(read(id)).rejects.toThrow(refusal('report.not-found'));
  });
});

test('every action refuses those it is not for', async () => {
  const id = await draft();
  const member = person('member');
  const refused = refusal('access.denied');
  const on = { revision: 1 };
  await expect(
    as(member, (tx) => editText(tx, id, { ...on, key: 'ket', text: '' })),
  ).rejects.toThrow(refused);
  await expect(as(member, (tx) => checkReport(tx, id, on))).rejects.toThrow(refused);
  await expect(as(coordinator, (tx) => approveReport(tx, id, on))).rejects.toThrow(refused);
  await expect(
    as(member, (tx) => returnReport(tx, id, { ...on, reason: 'Chưa đủ' })),
  ).rejects.toThrow(refused);
  await expect(as(leader, (tx) => discardReport(tx, id, on))).rejects.toThrow(refused);
  await expect(
    inCommune(database().communeId, (tx) => listReports(tx), { now: NOW }),
  ).rejects.toThrow(refusal('access.sign-in'));
});
