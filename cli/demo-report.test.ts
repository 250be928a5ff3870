// The six months' report of the sample commune: every number opens its list, the list is what anybody
// counts from the rows of the acts and the schedule, and the number stands so in the PDF and the Word file.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractText, getDocumentProxy } from 'unpdf';
import { parse } from 'yaml';
import { readHere, readPaperPictures, writeDocx, writePdf } from '#lib/documents/index.server.ts';
import type { Block } from '#lib/documents/index.ts';
import {
  inCommune,
  makeWebPicture,
  newId,
  stopPrinting,
  type Tx,
} from '#lib/platform/index.server.ts';
import { richTextToPlain, type Actor } from '#lib/platform/index.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import { listOccurrences, recordAct } from '#lib/plans/index.server.ts';
import { piecesOf, type ReportCell, type ReportContent } from '#lib/reports/index.ts';
import { createReport, readReport, type ReportReading } from '#lib/reports/index.server.ts';
import { load as openListPage } from '../src/routes/lam-viec/bao-cao/[id]/so-lieu/+page.server.ts';
import { printWithLibreOffice, whyNoLibreOffice } from '../tests/support/libreoffice.server.ts';
import { loadDemo } from './demo.ts';
import { readDemoData } from './demo-data.server.ts';

const NOW = '2023-06-30T01:00:00.000Z';
const FIRST = '2023-01-01';
const LAST = '2023-06-30';
const coordinator: Actor = {
  kind: 'person',
  accountId: newId(),
  name: 'Công chức',
  roles: ['coordinator'],
  unitIds: [],
};
const office = useTestDatabase();
let folder = '';
let communeId = '';
let reportId = '';
let report: ReportReading;
let rows: Rows;

const as = <T>(work: (tx: Tx) => Promise<T>) =>
  inCommune(communeId, work, { write: true, actor: coordinator, now: NOW });

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'loa-report-'));
  process.env['LOA_DATA'] = folder;
  // The sample answers at localhost, as the fixture's commune does.
  await office().ownerPool.query(`UPDATE commune_host SET host = 'an-binh.example'`);
  ({ communeId } = await loadDemo(() => undefined));
  reportId = await as(async (tx) => {
    const plans = await tx.db.selectFrom('plan').select('id').execute();
    const planIds = plans.map(({ id }) => id);
    return createReport(tx, { clientKey: newId(), kind: 'half-year', from: LAST, planIds });
  });
  report = await as((tx) => readReport(tx, reportId));
  rows = await as(readRows);
}, 240_000);

afterAll(async () => {
  delete process.env['LOA_DATA'];
  await stopPrinting();
  rmSync(folder, { recursive: true, force: true });
});

/** What is counted here: rows as they lie in the tables, the schedule as its file says it. */
interface Rows {
  readonly acts: readonly CountedAct[];
  readonly scheduled: readonly {
    topic: string;
    channel: string;
    month: string;
    units: readonly string[];
  }[];
  readonly occurrences: Awaited<ReturnType<typeof listOccurrences>>;
}
interface CountedAct extends Record<
  'items' | 'airings' | 'minutes' | 'people' | 'copies',
  number | null
> {
  readonly id: string;
  readonly day: string;
  readonly kind: string;
  readonly channel: string;
  readonly unit: string;
  readonly topics: readonly string[];
  readonly proofs: number;
}

async function readRows(tx: Tx): Promise<Rows> {
  const acts = await tx.db
    .selectFrom('act')
    .selectAll()
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute();
  const topics = await tx.db.selectFrom('act_topic').selectAll().execute();
  const proofs = await tx.db
    .selectFrom('evidence')
    .select('act_id')
    .where('removed_at', 'is', null)
    .execute();
  const topicIds = await tx.db.selectFrom('plan_topic').select('id').orderBy('position').execute();
  const unitIds = await tx.db.selectFrom('unit').select('id').orderBy('position').execute();
  const cells = new Map<string, Rows['scheduled'][number]>();
  for (const { topic, channel, unit, months } of readDemoData().schedule.planned) {
    for (const month of months) {
      const key = `2023-${String(month).padStart(2, '0')}`;
      const at = `${String(topic)} ${channel} ${key}`;
      const units = [...(cells.get(at)?.units ?? []), unitIds[unit - 1]?.id ?? ''];
      cells.set(at, { topic: topicIds[topic - 1]?.id ?? '', channel, month: key, units });
    }
  }
  return {
    acts: acts.map((act) => ({
      ...act,
      day: act.happened_on,
      unit: act.unit_id,
      topics: topics.filter((one) => one.act_id === act.id).map((one) => one.topic_id),
      proofs: proofs.filter((one) => one.act_id === act.id).length,
    })),
    scheduled: [...cells.values()],
    occurrences: await listOccurrences(tx),
  };
}

type Figure = ReportContent['figures'][string];

/** The list a figure names, with the amount of each, counted one by one. */
function countNaively({ reference }: Figure, { acts, scheduled, occurrences }: Rows) {
  const list = new Map<string, number>();
  if (reference.of === 'acts') {
    const { measure, filter } = reference.acts;
    for (const act of acts) {
      const { kind, channel, unit, topic } = filter;
      if (act.day < FIRST || act.day > LAST) continue;
      if (kind !== undefined && act.kind !== kind) continue;
      if (channel !== undefined && act.channel !== channel) continue;
      if (unit !== undefined && act.unit !== unit) continue;
      if (topic !== undefined && !act.topics.includes(topic)) continue;
      const amount = amountOf(act, measure);
      if (amount !== null) list.set(act.id, amount);
    }
  } else if (reference.of === 'cells') {
    const { which, span, channel } = reference;
    for (const cell of scheduled) {
      if (channel !== undefined && cell.channel !== channel) continue;
      if (cell.month > '2023-06' && (span === 'period' || which !== 'scheduled')) continue;
      const done = acts.filter(
        (act) =>
          act.topics.includes(cell.topic) &&
          act.channel === cell.channel &&
          act.day.startsWith(cell.month),
      );
      const past = cell.month < '2023-06';
      const gap = past && cell.units.some((unit) => !done.some((act) => act.unit === unit));
      if (which === 'reached' && done.length === 0) continue;
      if (which === 'missing' && !gap) continue;
      list.set(`${cell.topic} ${cell.channel} ${cell.month}`, 1);
    }
  } else {
    for (const one of occurrences) {
      if (reference.unit !== undefined && one.unit !== reference.unit) continue;
      if (one.due < FIRST || one.due > LAST || one.state === 'excused') continue;
      const done = ['done', 'evidenced'].includes(one.state);
      const fits = {
        due: true,
        done,
        late: done && one.late,
        overdue: one.state === 'overdue',
        unproven: done && one.unproven > 0,
      }[reference.which];
      if (fits) list.set(`${one.about.id} ${one.key}`, 1);
    }
  }
  return list;
}

const kinds = (
  parse(readFileSync(path.join(import.meta.dirname, '../data/act-kinds.yaml'), 'utf8')) as {
    kinds: { id: string; quantities: Record<string, { default?: number; per?: string }> }[];
  }
).kinds;

/** What one row adds: minutes are of one airing or session, an unwritten number is none. */
function amountOf(act: CountedAct, measure: string): number | null {
  if (measure === 'acts') return 1;
  if (measure === 'evidenced') return act.proofs > 0 ? 1 : null;
  const rules = kinds.find(({ id }) => id === act.kind)?.quantities ?? {};
  const written = (name: string) => act[name as 'items'] ?? rules[name]?.default ?? null;
  const rule = rules[measure];
  const amount = written(measure);
  if (!rule || amount === null) return null;
  return rule.per === undefined ? amount : amount * (written(rule.per) ?? 1);
}

const sumOf = (list: ReadonlyMap<string, number>): number | null =>
  list.size === 0 ? null : [...list.values()].reduce((sum, amount) => sum + amount, 0);
const digits = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/gu, '.');

/** Lines of the report with the numbers counted here: sentences, items and rows of tables. */
function linesOnPaper({ content }: ReportReading, counted: Rows): string[] {
  const valueOf = (name: string) => {
    const figure = content.figures[name];
    return figure ? sumOf(countNaively(figure, counted)) : null;
  };
  const said = (name: string) => {
    const value = valueOf(name);
    return value === null
      ? 'không phát sinh'
      : `${digits(value)} ${content.figures[name]?.unit ?? ''}`;
  };
  const sentence = (text: string) =>
    piecesOf(text, content.figures)
      .map((piece) => ('words' in piece ? piece.words : said(piece.figure).trim()))
      .join('');
  const cell = (one: ReportCell): string => {
    if (typeof one === 'string') return one;
    if ('note' in one) return content.notes?.[one.note] ?? '';
    if ('figure' in one) return valueOf(one.figure) === null ? '–' : said(one.figure);
    const [part, whole] = one.share.map(valueOf);
    if (!whole) return 'không phát sinh';
    return `${(((part ?? 0) / whole) * 100).toFixed(1).replace('.', ',')}%`;
  };
  const parts = [...content.sections, ...content.appendices].flatMap((each) => each.parts);
  return parts.flatMap((part) => {
    if (part.kind === 'text') {
      const words = part.judgement ? '' : richTextToPlain(part.text);
      return words
        .split('\n')
        .filter((line) => line !== '')
        .map(sentence);
    }
    return part.kind === 'table' ? part.rows.map((row) => row.map(cell).join(' ')) : [];
  });
}

/** A file's pages as one text, without what heads and foots each of them. */
async function runningText(pdf: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(pdf));
  return text
    .map((page) => page.trim().replace(/^(?:DỰ THẢO|\d+)\s/u, ''))
    .map((page) => page.replace(/\s*Dữ liệu minh họa$/u, ''))
    .join(' ');
}

const tokensOf = (text: string): string => ` ${text.split(/\s+/u).filter(Boolean).join(' ')} `;
/** Lines whose words and numbers, each whole, don't follow one another anywhere in the text. */
const missingFrom = (text: string, lines: readonly string[]): string[] => {
  const all = tokensOf(text).replaceAll('./.', '.');
  return lines.filter((line) => !all.includes(tokensOf(line)));
};

async function openList(
  name: string,
): Promise<{ counted: string; list: { href: string; amount: number }[] }> {
  const url = new URL('http://localhost/so-lieu');
  url.searchParams.set('ten', name);
  const event = { locals: { read: as }, params: { id: reportId }, url };
  return (await openListPage(event as never)) as never;
}

describe('every number of the six months', () => {
  it('opens a list that is the one counted from the rows', async () => {
    const names = Object.keys(report.content.figures);
    expect(names.length).toBeGreaterThan(100);
    for (const name of names) {
      const figure = report.content.figures[name] as Figure;
      const counted = countNaively(figure, rows);
      const { list } = await openList(name);
      expect(report.values.get(name)?.value, name).toBe(sumOf(counted));
      expect(list, name).toHaveLength(counted.size);
      const amounts = list.map(({ amount }) => amount);
      expect(
        amounts.reduce((sum, amount) => sum + amount, 0),
        name,
      ).toBe(sumOf(counted) ?? 0);
      if (figure.reference.of !== 'acts') continue;
      const ids = list.map(({ href }) => href.split('/').at(-1) ?? '');
      expect(ids.sort(), name).toEqual([...counted.keys()].sort());
    }
  }, 240_000);

  it('stands so in the PDF and in the Word file', async () => {
    const lines = linesOnPaper(report, rows);
    expect(lines.length).toBeGreaterThan(40);
    const pdf = await runningText(await writePdf(report.written));
    expect(missingFrom(pdf, lines)).toEqual([]);
    const docx = await readHere(await writeDocx(report.written), { name: 'báo cáo.docx' });
    expect(missingFrom(docx.text, lines)).toEqual([]);
    // The same search finds a single number that isn't the one counted.
    const row = lines.find((line) => /\d{2}/u.test(line)) ?? '';
    const wrong = row.replace(/\d{2}/u, (number) => String(Number(number) + 1));
    expect(missingFrom(pdf, [wrong])).toEqual([wrong]);
    expect(missingFrom(docx.text, [wrong])).toEqual([wrong]);
  }, 120_000);

  it('agrees with the appendices made of the acts themselves', () => {
    const tables = (report.written.appendices ?? []).flatMap(({ title, blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? [{ title, ...block }] : [])),
    );
    const matrix = tables.find(({ caption }) => caption === 'Số hoạt động trong kỳ');
    const covered = tables.find(({ caption }) => caption?.startsWith('Số tháng đã làm'));
    const list = tables.find(({ title }) => title.startsWith('Danh mục'));
    const inPeriod = rows.acts.filter(({ day }) => FIRST <= day && day <= LAST);
    expect(list?.rows).toHaveLength(inPeriod.length);
    const proven = list?.rows.filter((row) => row.at(-1) !== 'chưa có').length;
    expect(proven).toBe(inPeriod.filter(({ proofs }) => proofs > 0).length);
    const { facts } = report;
    for (const [at, row] of (matrix as Extract<Block, { kind: 'table' }>).rows.entries()) {
      const topic = facts.topics[at]?.id ?? '';
      for (const [index, short] of matrix?.columns.slice(1).entries() ?? []) {
        const channel = facts.source.kinds.channels.find((one) => one.short === short.head)?.id;
        const own = inPeriod.filter((act) => act.topics.includes(topic) && act.channel === channel);
        expect(row[index + 1]).toBe(own.length === 0 ? '–' : String(own.length));
        const months = rows.scheduled
          .filter((cell) => cell.topic === topic && cell.channel === channel)
          .map(({ month }) => month)
          .filter((month) => month <= LAST.slice(0, 7));
        const done = months.filter((month) => own.some(({ day }) => day.startsWith(month)));
        expect(covered?.rows[at]?.[index + 1]).toBe(
          months.length === 0 ? '' : `${String(done.length)}/${String(months.length)}`,
        );
      }
    }
  });

  it('agrees with the charts, month by month', () => {
    const charts = (report.written.appendices ?? [])
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
    expect(charts.map(({ id }) => id)).toEqual([
      'hoat-dong-theo-thang',
      'lich-va-thuc-hien',
      'luot-nguoi-theo-thang',
    ]);
    const { channels } = report.facts.source.kinds;
    const months = ['01', '02', '03', '04', '05', '06'].map((month) => `2023-${month}`);
    const within = (month: string) => rows.acts.filter(({ day }) => day.startsWith(month));
    const [byChannel, schedule, people] = charts;
    for (const [at, month] of months.entries()) {
      const named = byChannel?.series.filter(({ name }) => name !== 'Kênh khác') ?? [];
      for (const { name, values } of named) {
        const channel = channels.find(({ short }) => short === name)?.id;
        const own = within(month).filter((act) => act.channel === channel).length;
        expect(values[at] ?? 0, `${name} ${month}`).toBe(own);
      }
      const whole = byChannel?.series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0);
      expect(whole).toBe(within(month).length);
      const cells = rows.scheduled.filter((cell) => cell.month === month);
      expect(schedule?.series[0]?.values[at] ?? 0).toBe(cells.length);
      const heads = within(month).map((act) => amountOf(act, 'people') ?? 0);
      expect(people?.series[0]?.values[at] ?? 0).toBe(heads.reduce((sum, one) => sum + one, 0));
    }
  });

  it('shows photographs that became pictures, by the words of their acts, in both files', async () => {
    const photographs = await as((tx) =>
      tx.db
        .selectFrom('evidence')
        .innerJoin('act', (join) =>
          join
            .onRef('act.commune_id', '=', 'evidence.commune_id')
            .onRef('act.id', '=', 'evidence.act_id'),
        )
        .select(['evidence.file_sha256', 'act.title'])
        .where('evidence.kind', '=', 'photo')
        .where('evidence.is_public', '=', true)
        .orderBy('act.happened_on')
        .limit(3)
        .execute(),
    );
    for (const { file_sha256 } of photographs) await makeWebPicture(communeId, file_sha256 ?? '');
    const { written } = await as((tx) => readReport(tx, reportId));
    const files = await readPaperPictures(communeId, written);
    expect(Object.keys(files)).toHaveLength(photographs.length);
    const text = await runningText(await writePdf(written, files));
    const docx = await readHere(await writeDocx(written, files), { name: 'báo cáo.docx' });
    for (const { title } of photographs) {
      expect(missingFrom(text, [title])).toEqual([]);
      expect(missingFrom(docx.text, [title])).toEqual([]);
    }
  }, 120_000);

  it('is told apart from what a later act makes of it, and exactly those are shown', async () => {
    const [first] = rows.acts;
    await as((tx) =>
      recordAct(tx, {
        clientKey: newId(),
        anotherAct: true,
        outsidePlan: true,
        kind: 'meeting',
        day: '2023-06-29',
        unitId: first?.unit ?? '',
        title: 'Họp thôn ghi bổ sung sau khi dự thảo',
        topics: [first?.topics[0] ?? ''],
        quantities: { people: 17 },
      }),
    );
    const later = await as(readRows);
    const changed = Object.entries(report.content.figures).flatMap(([name, figure]) => {
      const before = countNaively(figure, rows);
      const after = countNaively(figure, later);
      return JSON.stringify([...before]) === JSON.stringify([...after])
        ? []
        : [{ name, before: sumOf(before), after: sumOf(after) }];
    });
    expect(changed.length).toBeGreaterThan(5);
    const { changes } = await as((tx) => readReport(tx, reportId));
    expect(changes).toEqual(changed);
  });
});

describe('the Word file of the six months', () => {
  it('opens in LibreOffice as the same paper: head, numbered parts, page numbers from the second', async ({
    skip,
  }) => {
    if (whyNoLibreOffice) return skip(whyNoLibreOffice);
    const printed = await printWithLibreOffice(await writeDocx(report.written));
    const { text: pages } = await extractText(await getDocumentProxy(printed.slice()));
    const words = pages.map((page) => page.replace(/\s+/gu, ' ').trim());
    expect(words[0]).toMatch(/CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM.*Độc lập - Tự do - Hạnh phúc/u);
    expect(words[0]).toContain('I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI');
    const all = words.join(' ');
    expect(all).toContain('II. KẾT QUẢ THỰC HIỆN');
    expect(all).toContain('1. Kết quả chung');
    // The mark of a draft heads the first page, a number every other until the next part begins.
    expect(words[0]).toMatch(/^DỰ THẢO/u);
    expect(words[1]).toMatch(/^2 /u);
    expect(words[2]).toMatch(/^3 /u);
    const appendices = words.filter((page) => /Phụ lục [IVX]+ /u.test(page));
    expect(appendices.length).toBeGreaterThanOrEqual(report.written.appendices?.length ?? 1);
    expect(missingFrom(await runningText(printed), linesOnPaper(report, rows))).toEqual([]);
  }, 240_000);
});
