import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '#lib/vietnam/index.ts';
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

  it('knows a word wherever folding knows it, and nowhere else', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'Sổ',
        'so',
        'SỐ',
        'so\u0302\u0309',
        'sô\u00ad',
        's\u200bo',
        'sos',
        'ẞo',
        'ｓｏ',
      ),
      fc.constantFrom(' ', '\n', '-', '.', '\u3000', '\u2028', '\ufeff', '\ufe0f', 'đ', '9'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const isThere = /(?<![a-z0-9])so(?![a-z0-9])/.test(fold(text));
        expect(bestPassage(text, new Set(['so'])) !== undefined).toBe(isThere);
      }),
    );
  });

  it('is found at the end of a long text', () => {
    const text = `${FILLER.repeat(70)}Lịch cấp nước sạch.`;
    const passage = bestPassage(text, new Set(['lich', 'nuoc', 'sach']));
    expect(passage).toContain('Lịch cấp nước sạch.');
  });
});
