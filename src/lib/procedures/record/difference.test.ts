import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from './difference.ts';
import { bareRecord, type ProcedureRecord } from './record.ts';

const base: ProcedureRecord = {
  ...bareRecord({ code: '1.000001', suffix: null, title: 'Cấp bản sao', field: 'Hộ tịch' }),
  filings: [{ form: 'Trực tiếp', term: '1 Ngày làm việc', fee: 'Phí : 8.000 Đồng' }],
  papers: [{ name: 'Tờ khai' }, { name: 'Giấy tờ tùy thân' }],
};

describe('differences', () => {
  it('names old and new of each field, and a row put in above changes none below', () => {
    const after = {
      ...base,
      title: 'Cấp bản sao trích lục',
      filings: [
        { form: 'Trực tuyến', term: '2 Giờ' },
        { ...base.filings[0], fee: 'Phí : 5.000 Đồng' },
      ],
      papers: [{ name: 'Đơn' }, ...base.papers],
    };
    expect(
      differences(base, after).map(({ label, before, after: now }) => [label, before, now]),
    ).toEqual([
      ['Tên thủ tục', 'Cấp bản sao', 'Cấp bản sao trích lục'],
      ['Cách nộp', null, 'Trực tuyến · 2 Giờ'],
      [
        'Cách nộp',
        'Trực tiếp · 1 Ngày làm việc · Phí : 8.000 Đồng',
        'Trực tiếp · 1 Ngày làm việc · Phí : 5.000 Đồng',
      ],
      ['Giấy tờ', null, 'Đơn'],
    ]);
  });

  it('is empty exactly where both say the same', () => {
    const record = fc.record({
      title: fc.string({ minLength: 1 }),
      papers: fc.array(fc.record({ name: fc.constantFrom('a', 'b', 'c') }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(record, record, (one, other) => {
        const [a, b] = [
          { ...base, ...one },
          { ...base, ...other },
        ];
        expect(differences(a, b).length === 0).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });
});
