// What a telephone shows of a sheet without network: always the edition, never more than a code holds.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MOST_OFFLINE_BYTES, offlineText, type OfflineFacts } from './offline-text.ts';

const FACTS: OfflineFacts = {
  office: 'Ủy ban nhân dân xã An Bình',
  title: 'Đăng ký khai sinh',
  code: '1.001193',
  edition: 2,
  from: '01/07/2023',
  printedOn: '30/06/2023',
  shortCode: 'K7M 3P9',
  term: '1 ngày làm việc',
  fee: 'Lệ phí: 8.000 đồng',
  place: 'Bộ phận Một cửa, UBND xã',
  telephone: '0220 0000 001',
  papers: ['Tờ khai (1 bản chính)', 'Giấy chứng sinh (1 bản chính)'],
  isDemo: false,
};
const bytes = (text: string) => new TextEncoder().encode(text).byteLength;

it('says which edition, how long, how much, where, whom to ask and what to bring', () => {
  expect(offlineText(FACTS)).toBe(
    [
      'Đăng ký khai sinh',
      'Mã 1.001193, bản 2, áp dụng từ 01/07/2023.',
      'Tờ K7M 3P9, in 30/06/2023, Ủy ban nhân dân xã An Bình.',
      'Bao lâu: 1 ngày làm việc',
      'Phí, lệ phí: Lệ phí: 8.000 đồng',
      'Nộp tại: Bộ phận Một cửa, UBND xã',
      'Hỏi: 0220 0000 001',
      'Cần mang:',
      '- Tờ khai (1 bản chính)',
      '- Giấy chứng sinh (1 bản chính)',
    ].join('\n'),
  );
});

it('leaves out whole papers and says how many; what nobody says has no line', () => {
  const papers = Array.from(
    { length: 12 },
    (_, at) => `Giấy tờ thứ ${at + 1} ${'dài '.repeat(20)}`,
  );
  const text = offlineText({ ...FACTS, papers, place: '', telephone: '' });
  const told = text.split('\n').filter((line) => line.startsWith('- ')).length;
  expect(told).toBeGreaterThan(1);
  expect(text).toContain(`và ${12 - told} giấy tờ khác, xem trên tờ.`);
  expect(text).not.toMatch(/Nộp tại|Hỏi/);
  expect(offlineText({ ...FACTS, papers: [] })).not.toContain('Cần mang');
  expect(offlineText({ ...FACTS, papers: ['x'.repeat(900)] })).toContain('Cần mang 1 giấy tờ');
});

it('fits its code whatever the source wrote, and is whole text', () => {
  const wild = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 600 }),
    fc.constant('Ễ'.repeat(700)),
    fc.constant('𝒳'.repeat(400)),
  );
  fc.assert(
    fc.property(
      fc.record({
        ...{ office: wild, title: wild, term: wild, fee: wild, place: wild, telephone: wild },
        papers: fc.array(wild, { maxLength: 200 }),
        edition: fc.nat(99_999),
        isDemo: fc.boolean(),
      }),
      (given) => {
        const text = offlineText({ ...FACTS, ...given });
        expect(bytes(text)).toBeLessThanOrEqual(MOST_OFFLINE_BYTES);
        expect(text.isWellFormed()).toBe(true);
        expect(text).toContain(`Mã 1.001193, bản ${given.edition}, áp dụng từ 01/07/2023.`);
        expect(text).toContain('Tờ K7M 3P9');
      },
    ),
  );
});
