// Everyday phrases in what is typed: by their spelling where it has accents, by their letters where it has none.
import { describe, expect, it } from 'vitest';
import { isAskedFor, readAsked } from './question.ts';
import { readQuestion, sayingOf, type SpokenWords } from './words.ts';

const spoken: SpokenWords = {
  synonyms: [
    { says: ['hỏa táng', 'thiêu'].map(sayingOf), means: 'ho tro chi phi hoa tang' },
    { says: ['sửa nhà'].map(sayingOf), means: 'cap phep sua chua nha o' },
    { says: ['sổ đỏ'].map(sayingOf), means: 'giay chung nhan quyen su dung dat' },
    { says: ['giấy khai sinh'].map(sayingOf), means: 'dang ky khai sinh' },
  ],
  abbreviations: new Map(),
  empty: new Set(),
};
const CREMATION = spoken.synonyms[0]?.means.split(' ');
const REPAIR = spoken.synonyms[1]?.means.split(' ');
const LAND = spoken.synonyms[2]?.means.split(' ');
const BIRTH = spoken.synonyms[3]?.means.split(' ');

describe('an everyday phrase', () => {
  it.each([
    ['trồng vải thiều', []],
    ['thiểu số', []],
    ['thiêu', CREMATION],
    ['THIÊU người đã mất', CREMATION],
    ['vai thieu', CREMATION],
    // A word without accents may be any, whatever stands beside it.
    ['vải thieu', CREMATION],
    // The tone over either vowel, and hỏi for ngã.
    ['hoả táng', CREMATION],
    ['sữa nhà', REPAIR],
    ['sứa nhà', []],
    // A tone left out tells no other word; another tone does, and so does another vowel.
    ['sô đỏ', LAND],
    ['sổ đo', LAND],
    ['làm giây khai sinh', BIRTH],
    ['sồ đỏ', []],
    ['sơ đo', []],
    // Written in two ways, it may be either.
    ['thiêu vải thiều', CREMATION],
  ])('in “%s”: %j', (typed, meant) => {
    expect(readQuestion(typed, spoken).meant).toEqual(meant);
    expect(readAsked(typed, spoken).readings.length).toBe(meant?.length === 0 ? 0 : 1);
  });

  it('names what is asked for only as it is spelled', () => {
    const name = 'Hỗ trợ chi phí hỏa táng';
    expect(isAskedFor('thiêu', name, spoken)).toBe(true);
    expect(isAskedFor('thieu', name, spoken)).toBe(true);
    expect(isAskedFor('thiều', name, spoken)).toBe(false);
  });
});
