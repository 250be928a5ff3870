// Forms as an administrator writes them, and as they are filled: formulas by row, errors with their place.
import { describe, expect, test } from 'vitest';
import { actsOf, secondQuarter, sourceOf } from '../reports.samples.ts';
import { fillForm, filledText, type WrittenCell } from './fill.ts';
import { DefineForm, QuestionnaireForm, readForm, writtenForm } from './form.ts';
import { formDocument, formTable } from './papers.ts';
import { WrittenDocument } from '#lib/documents/index.ts';

const names = {
  kind: [{ id: 'meeting', name: 'Cuộc họp' }],
  channel: [
    { id: 'meeting', name: 'Họp, hội nghị' },
    { id: 'radio', name: 'Đài phát thanh xã' },
  ],
  unit: [],
  topic: [],
};
const asked = (more: Partial<DefineForm> = {}) =>
  DefineForm.parse({
    title: 'Biểu số 02',
    agency: 'Sở Nội vụ',
    source: 'Công văn số 12/SNV ngày 05/01/2023',
    validFrom: '2023-01-01',
    columns: [
      'Trong kỳ | hoạt_động(kênh: "{dòng}")',
      'Tỷ lệ có minh chứng | tỷ_lệ(có_minh_chứng(kênh: "{dòng}"); hoạt_động(kênh: "{dòng}"))',
      'Kinh phí',
    ].join('\n'),
    rows: 'Đài truyền thanh | radio\n\nHội nghị | Họp, hội nghị',
    total: 'on',
    ...more,
  });
const form = readForm(asked(), names);
const acts = actsOf(
  { id: 'a', proven: true },
  { id: 'b' },
  { id: 'c', proven: true },
  { id: 'd', day: '2021-01-01' },
);
const written: WrittenCell[] = [
  { row: 0, column: 2, text: '1.500,5', by: 'Kế toán', at: '2023-07-01T02:00:00.000Z' },
  { row: 1, column: 2, text: 'chưa quyết toán', by: 'Kế toán', at: '2023-07-01T02:00:00.000Z' },
];
const filled = fillForm(form, sourceOf(acts), written);
const refusal = (code: string, field: string, more: object = {}) =>
  expect.objectContaining({ code, field, ...more });

describe('a form', () => {
  test('keeps ids in place of names, and is written out as it was read', () => {
    expect(form.cells[1]?.[0]).toMatchObject({
      reference: { filter: { channel: 'meeting' }, span: 'period' },
    });
    expect(form.cells.map((row) => row[2])).toEqual([null, null]);
    expect(QuestionnaireForm.parse(JSON.parse(JSON.stringify(form)))).toEqual(form);
    expect(readForm(asked(writtenForm(form)), names)).toEqual(form);
  });

  test('says in which row and column a formula is wrong, and beside which field', () => {
    const rows = 'Đài truyền thanh | radio\nBáo in | báo';
    expect(() => readForm(asked({ rows }), names)).toThrow(
      refusal('questionnaire.wrong-formula', 'rows', {
        what: expect.stringMatching(/Dòng “Báo in”, cột “Trong kỳ”: .*báo/u),
      }),
    );
    expect(() => readForm(asked({ columns: 'Trong kỳ | hoạt_động(' }), names)).toThrow(
      refusal('questionnaire.wrong-formula', 'columns'),
    );
  });

  test('without rows, with a nameless one or with too many is refused', () => {
    expect(() => readForm(asked({ rows: ' \n ' }), names)).toThrow(
      refusal('questionnaire.empty', 'rows'),
    );
    expect(() => readForm(asked({ rows: '| radio' }), names)).toThrow(
      refusal('questionnaire.nameless', 'rows'),
    );
    const many = Array.from({ length: 13 }, (_, at) => `Cột ${String(at)}`).join('\n');
    expect(() => readForm(asked({ columns: many }), names)).toThrow(
      refusal('questionnaire.too-many', 'columns'),
    );
    expect(
      DefineForm.safeParse({ ...asked(), total: undefined, validTo: '2022-12-31' }).success,
    ).toBe(false);
  });
});

describe('a filled form', () => {
  test('counts what formulas say, keeps what people wrote, and adds up numbers only', () => {
    expect(filled.rows.map(({ cells }) => cells.map(filledText))).toEqual([
      ['không phát sinh', 'không phát sinh', '1.500,5'],
      ['3', '66,7%', 'chưa quyết toán'],
    ]);
    expect(filled.total).toEqual([3, null, 1500.5]);
    const [, second] = filled.rows;
    const [counted] = second?.cells ?? [];
    expect(
      counted?.kind === 'counted' && counted.figures[0]?.parts.map((part) => part.actId),
    ).toEqual(['a', 'b', 'c']);
  });

  test('is an official document that says who wrote by hand', () => {
    const paper = { recipients: ['Lưu: VT'], signatory: { title: 'Chủ tịch' } };
    const document = formDocument(form, filled, secondQuarter, {
      office: 'Ủy ban nhân dân xã An Bình',
      superior: null,
      place: 'An Bình',
      draft: true,
      demonstration: false,
      paper,
    });
    expect(WrittenDocument.safeParse(document).success).toBe(true);
    expect(document.recipients).toEqual(['Sở Nội vụ', 'Lưu: VT']);
    const table = document.blocks.find((block) => block.kind === 'table');
    expect(table?.kind === 'table' && table.total).toEqual(['', 'Tổng cộng', '3', '', '1.500,5']);
    expect(JSON.stringify(document.blocks)).toContain(
      'Đài truyền thanh, Kinh phí: Kế toán ghi ngày 01/07/2023',
    );
  });

  test('is a table with real numbers and shares, nothing where nothing happened', () => {
    const { columns, rows } = formTable(form, filled, secondQuarter);
    expect(columns.map(({ kind }) => kind)).toEqual(['text', 'number', 'percent', 'text']);
    expect(rows[0]).toEqual(['Đài truyền thanh', null, null, '1.500,5']);
    expect(rows[1]?.slice(0, 2)).toEqual(['Hội nghị', 3]);
    expect(rows[1]?.[2]).toBeCloseTo(2 / 3);
  });
});
