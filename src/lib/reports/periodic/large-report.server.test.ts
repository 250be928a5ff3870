// A report that outgrows its paper: three thousand acts in the appendices, names longer than a column.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getDocumentProxy } from 'unpdf';
import { getDocumentLayout, readHere, writeDocx, writePdf } from '#lib/documents/index.server.ts';
import { paperTables, type WrittenDocument } from '#lib/documents/index.ts';
import { stopPrinting, toXlsx } from '#lib/platform/index.server.ts';
import { toPlainDate } from '#lib/vietnam/index.ts';
import { periodAround } from '../period.ts';
import { actsOf, sourceOf } from '../reports.samples.ts';
import { draftReport } from './draft.ts';
import type { ReportFacts } from './facts.ts';
import { resolveContent } from './resolve.ts';
import { writeReport } from './write.ts';

const ACTS = 3000;
const LONG_UNIT =
  'Ban Chấp hành Hội Liên hiệp Phụ nữ phối hợp Ban Công tác Mặt trận các thôn và Tổ công nghệ số cộng đồng liên thôn';
const LONG_WORD = `https://xa.example/${'thong-bao-ve-thu-tuc-hanh-chinh-'.repeat(6)}.html`;
const LONG_TOPIC = `Tuyên truyền ${'về trách nhiệm giải quyết thủ tục hành chính của cán bộ, công chức '.repeat(4)}`;

const titleOf = (at: number) => `Hoạt động thứ ${String(at)} ${at === 7 ? LONG_WORD : ''}`.trim();

function written(): WrittenDocument {
  const ids = Array.from({ length: ACTS }, (_, at) => `a${String(at + 1).padStart(4, '0')}`);
  const acts = actsOf(...ids.map((id) => ({ id, day: '2023-05-10', proven: id.endsWith('5') })));
  const period = periodAround('half-year', toPlainDate('2023-05-10'));
  const facts: ReportFacts = {
    office: 'Ủy ban nhân dân xã An Bình',
    period,
    seq: 1,
    source: { ...sourceOf(acts, period), cells: [], occurrences: [] },
    plans: [{ id: 'p', name: 'Kế hoạch tuyên truyền' }],
    topics: [{ id: 't1', name: LONG_TOPIC }],
    units: [{ id: 'u1', name: LONG_UNIT, nowCalled: LONG_UNIT }],
    duties: [],
    titles: new Map(ids.map((id, at) => [id, titleOf(at + 1)])),
    places: new Map(),
    pictures: new Map(),
    praised: [],
    effects: [],
    shortcomings: [],
    adjustments: [],
    closedOn: null,
  };
  const content = draftReport(facts);
  const values = resolveContent(content, new Map([[1, facts.source]]));
  const paper = { recipients: ['Lưu: VT'], signatory: { title: 'CHỦ TỊCH' } };
  return writeReport(content, values, facts, {
    superior: null,
    place: 'An Bình',
    // The mark of a draft lies across the page, over its edges.
    draft: false,
    demonstration: false,
    paper,
  });
}

/** Pages as words in their order, and the pieces that reach beyond the right margin. */
async function readPages(pdf: Uint8Array) {
  const margin = (getDocumentLayout().margins.right.used / 25.4) * 72;
  const proxy = await getDocumentProxy(pdf);
  const pages: string[] = [];
  const beyond: string[] = [];
  for (let at = 1; at <= proxy.numPages; at += 1) {
    const page = await proxy.getPage(at);
    const edge = page.getViewport({ scale: 1 }).width - margin;
    const { items } = await page.getTextContent();
    const pieces = items.filter((item) => 'str' in item);
    pages.push(
      pieces
        .map(({ str }) => str)
        .join(' ')
        .replace(/\s+/gu, ' '),
    );
    for (const { str, width, transform } of pieces) {
      const [, , , , left = 0] = transform as number[];
      if (str.trim() !== '' && left + width > edge + 1) beyond.push(`${String(at)}: ${str}`);
    }
  }
  return { pages, beyond };
}

describe('a report of three thousand acts with very long names', () => {
  const document = written();
  let made: Awaited<ReturnType<typeof readPages>>;
  beforeAll(async () => {
    made = await readPages(await writePdf(document));
  }, 120_000);
  afterAll(stopPrinting);

  test('names every act in the PDF, and heads its table on every page', () => {
    const { pages } = made;
    expect(new Set(pages.join(' ').match(/Hoạt động thứ \d+/gu)).size).toBe(ACTS);
    const first = pages.findIndex((page) => page.includes('DANH MỤC HOẠT ĐỘNG'));
    expect(pages.length - first).toBeGreaterThan(50);
    for (const page of pages.slice(first)) expect(page).toContain('TT Ngày Hoạt động Loại');
  });

  test('keeps every word between the edges of the paper', () => {
    expect(made.beyond).toEqual([]);
  });

  test('has a sheet with every act, its day a day', async () => {
    const acts = paperTables(document).find(({ title }) => title.includes('Danh mục'));
    expect(acts?.rows).toHaveLength(ACTS);
    expect(acts?.rows[6]?.slice(0, 2)).toEqual([7, '2023-05-10']);
    const made = await toXlsx(paperTables(document));
    // One workbook of all tables, whose sheets Excel can name.
    expect(made.length).toBeGreaterThan(50_000);
  }, 60_000);

  test('names every act in the Word file too', async () => {
    const { text } = await readHere(await writeDocx(document), { name: 'báo cáo.docx' });
    expect(new Set(text.match(/Hoạt động thứ \d+/gu)).size).toBe(ACTS);
    expect(text).toContain(`${LONG_UNIT} (nay là ${LONG_UNIT})`);
  }, 120_000);
});
