import { expect, it } from 'vitest';
import { isWrittenInVietnamese } from './written-in.ts';

it.each([
  'Xe chở rác nên đi sau 6 giờ sáng.',
  'xe cho rac nen di sau 6 gio sang',
  'Đề nghị UBND xã giữ Điều 5 như dự thảo, bỏ cụm từ “karaoke”.',
  'Đồng ý',
  '6/2023',
  '',
])('Vietnamese: %s', (text) => {
  expect(isWrittenInVietnamese(text)).toBe(true);
});

it.each([
  'The lorry should come after six.',
  'Please keep the road to Tiền Tiến open on market days.',
  'I can not agree.',
  'Agreed',
  'La route est trop étroite pour les camions.',
])('not Vietnamese: %s', (text) => {
  expect(isWrittenInVietnamese(text)).toBe(false);
});
