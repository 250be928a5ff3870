// What comes from fixed lists of the register is said in English; what only the register can say stays.
import { describe, expect, it } from 'vitest';
import { lifeEvents, viewProcedure } from '#lib/procedures/index.ts';
import { slugify } from '#lib/vietnam/index.ts';
import { occasionWords } from './occasions.ts';
import { ENGLISH_FIELDS } from './register-fields.ts';
import { registerValue } from './register-values.ts';

const VIETNAMESE = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹáàãéèíìóòõúùý]/i;
type Record = Parameters<typeof viewProcedure>[0];

/** A record whose values are worded as every page words them. */
function viewOf(given: Partial<Record>) {
  const empty = { code: '1.000001', suffix: null, title: 'x', filings: [], papers: [], bases: [] };
  return viewProcedure({ ...empty, ...given });
}

describe('values of a procedure', () => {
  it.each([
    ['05 Ngày làm việc', '5 working days'],
    ['1 Ngày làm việc', '1 working day'],
    ['02 Giờ', '2 hours'],
    ['0,5 Ngày', '0.5 days'],
    ['3 Tháng', '3 months'],
    ['1 Khác', 'not given in days, see the note'],
  ])('the time limit %s', (term, english) => {
    const view = viewOf({ filings: [{ term }] });
    expect(registerValue('en', 'term', view.term)).toEqual({ text: english, lang: 'en' });
    expect(registerValue('vi', 'term', view.term)).toEqual({ text: view.term, lang: undefined });
  });

  it.each([
    ['Phí : 8.000 Đồng', '8,000 VND'],
    ['Lệ phí : 0 Đồng', 'Free of charge'],
    ['1.250.000 đồng', '1,250,000 VND'],
    ['Phí : 2.000 Đồng\nLệ phí : 10.000 Đồng', '2,000 VND; 10,000 VND'],
  ])('the charge %s', (fee, english) => {
    const view = viewOf({ filings: [{ fee }] });
    expect(registerValue('en', 'fee', view.fee)).toEqual({ text: english, lang: 'en' });
  });

  it('several ways with different limits', () => {
    const view = viewOf({ filings: [{ term: '2 Giờ' }, { term: '1 Ngày làm việc' }] });
    expect(registerValue('en', 'term', view.term).text).toBe('2 hours or 1 working day');
  });

  it('counts of papers and ways to apply', () => {
    const view = viewOf({
      filings: [{ form: 'Trực tuyến' }, {}],
      papers: [{ name: 'a', counts: 'Bản chính: 1\nBản sao: 2' }],
    });
    const counts = view.groups[0]?.papers[0]?.counts ?? '';
    expect(registerValue('en', 'counts', counts).text).toBe('1 original, 2 copies');
    expect(view.filings.map(({ form }) => registerValue('en', 'form', form).text)).toEqual([
      'Online',
      'Not stated',
    ]);
  });

  it.each([
    ['Công dân Việt Nam, Người nước ngoài', 'Vietnamese citizens, Foreign nationals'],
    ['Cán bộ, công chức, viên chức', 'Public officials and employees'],
    [
      'Doanh nghiệp, Tổ chức (không bao gồm doanh nghiệp, HTX)',
      'Businesses, Organisations other than businesses and cooperatives',
    ],
  ])('those who apply: %s', (audience, english) => {
    expect(registerValue('en', 'audience', audience)).toEqual({ text: english, lang: 'en' });
    const shown = viewOf({ audience }).forWhom.map((one) => registerValue('en', 'audience', one));
    expect(shown.map(({ text }) => text).join(', ')).toBe(english);
  });

  it.each([
    ['fee', 'Theo quy định của Hội đồng nhân dân'],
    ['fee', 'Phí: 8.000 đồng; theo quy định'],
    ['term', 'Ngay trong ngày'],
    ['term', '2 giờ hoặc ngay'],
    ['form', 'Qua fax'],
    ['audience', 'Hộ gia đình'],
    ['audience', 'Công dân Việt Nam, Hộ gia đình'],
    ['field', 'Một lĩnh vực lạ'],
    ['level', 'Cấp Xã, Cấp khác'],
  ] as const)('%s: %s stays as it is and says so, whole', (kind, text) => {
    expect(registerValue('en', kind, text)).toEqual({ text, lang: 'vi' });
  });
});

it('fields of work with one English name are one in the filter of procedures', () => {
  const slugs = new Map<string, Set<string>>();
  for (const [name, english] of Object.entries(ENGLISH_FIELDS)) {
    slugs.set(english, (slugs.get(english) ?? new Set()).add(slugify(name)));
  }
  expect([...slugs].filter(([, of]) => of.size > 1)).toEqual([]);
});

it.each(lifeEvents)('the occasion $slug, $name, is named in English', (event) => {
  const { name, about } = occasionWords('en', event);
  expect(`${name} ${about}`).not.toMatch(VIETNAMESE);
  expect(name).not.toBe(event.name);
  expect(occasionWords('vi', event)).toEqual({ name: event.name, about: event.about });
});
