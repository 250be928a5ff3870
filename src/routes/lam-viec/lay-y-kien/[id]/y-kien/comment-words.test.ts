import { describe, expect, test } from 'vitest';
import { commentStateName, leftWords, showWords } from './comment-words.ts';

describe('a comment that was let through', () => {
  test.each(['planned', 'open', 'closed', 'withdrawn'] as const)(
    'isn’t called published while its consultation is %s',
    (state) => {
      expect(commentStateName('shown', state)).toBe('Cho đăng');
      expect(leftWords(state)).not.toContain('đã đăng');
      expect(showWords(state)).toEqual({
        button: 'Cho đăng',
        hint: 'Hiện trên cổng khi công bố kết quả.',
      });
    },
  );

  test('is published with the result', () => {
    expect(commentStateName('shown', 'answered')).toBe('Đã đăng');
    expect(leftWords('answered')).toContain('đã đăng');
    expect(showWords('answered').hint).toContain('ngay');
  });

  test('others are called the same throughout', () => {
    for (const state of ['open', 'answered'] as const) {
      expect(commentStateName('waiting', state)).toBe('Chờ duyệt');
      expect(commentStateName('aside', state)).toBe('Không đăng');
    }
  });
});
