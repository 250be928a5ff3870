import { describe, expect, it } from 'vitest';
import { bestPassage } from './passage.ts';

const FILLER = 'Nội dung khác được nói dài ở đoạn này. '.repeat(20);

describe('the passage of a text that shows why it was found', () => {
  it('stands around the most of the words, cut between words', () => {
    const text = `${FILLER}Nước lên. ${FILLER}Lịch cấp nước sạch từ 6 giờ. ${FILLER}`;
    const passage = bestPassage(text, new Set(['lich', 'nuoc', 'sach'])) ?? '';
    expect(passage).toContain('Lịch cấp nước sạch từ 6 giờ');
    expect(passage).toMatch(/^… \S.*\S …$/);
    expect(passage.length).toBeLessThan(260);
  });

  it('is the whole of a short text, and nothing where no word stands', () => {
    expect(bestPassage('Cấp nước sạch.', new Set(['nuoc']))).toBe('Cấp nước sạch.');
    expect(bestPassage('Cấp nước sạch.', new Set(['dien']))).toBeUndefined();
    expect(bestPassage('', new Set(['dien']))).toBeUndefined();
  });

  it('knows decomposed letters', () => {
    expect(bestPassage('Sổ đỏ'.normalize('NFD'), new Set(['so']))).toBe('Sổ đỏ'.normalize('NFD'));
  });
});
