import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LABEL_LENGTH, shortLabel } from './labels.ts';

test.each([
  ['Tuyên truyền về quyền của người bệnh; quy tắc ứng xử.', 'Quyền của người bệnh'],
  ['Tiếp tục đẩy mạnh công tác tuyên truyền, phổ biến lịch mùa vụ.', 'Lịch mùa vụ'],
  ['Duy trì công tác tuyên truyền về nước sạch trên địa bàn;', 'Nước sạch trên địa bàn'],
  ['Vệ sinh môi trường', 'Vệ sinh môi trường'],
  ['Giữ nguồn nước ăn - Rào giếng làng - Thau bể hằng năm', 'Giữ nguồn nước ăn'],
  ['Tuyên truyền.', 'Tuyên truyền'],
  [
    'Những gia đình nuôi dạy con tốt, những thôn giữ gìn đường làng ngõ xóm sạch đẹp quanh năm',
    'Những gia đình nuôi dạy con tốt',
  ],
  [
    'Cách phân loại rác ở nhà, ở trường và ở cơ quan theo quy định mới của tỉnh từ đầu năm',
    'Cách phân loại rác ở nhà, ở trường và ở cơ quan',
  ],
  [
    'Chính sách hỗ trợ học phí cho học sinh trung học cơ sở, học sinh khuyết tật và mồ côi',
    'Chính sách hỗ trợ học phí cho học sinh trung học cơ sở',
  ],
])('%s', (text, label) => {
  expect(shortLabel(text)).toBe(label);
});

test('a label is never empty, never too long, never ends inside a pair of marks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (text) => {
      const label = shortLabel(text);
      expect(label.length).toBeLessThanOrEqual(LABEL_LENGTH + 1);
      if (/[\p{L}\p{N}]/u.test(text)) expect(label).not.toBe('');
    }),
  );
});
