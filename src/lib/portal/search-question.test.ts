import { describe, expect, it } from 'vitest';
import { spellAlike } from './marked-words.ts';
import { searchAddress, searchQuestionOf } from './search-question.ts';

const read = (address: string) => searchQuestionOf(new URL(address, 'http://xa.example'));

describe('the address of a search', () => {
  it('is read as it is written', () => {
    const question = {
      query: 'sổ đỏ & đất',
      kind: 'article',
      year: 2023,
      topic: 'Đất đai',
      newest: true,
    };
    const address = searchAddress(question, 3);
    expect(address).toContain('trang=3');
    expect(read(address)).toEqual(question);
  });

  it('lets go what means nothing', () => {
    expect(read('/tim-kiem?q=%20a%20&loai=khong&nam=23&xep=cu&ve=')).toEqual({
      query: 'a',
      kind: undefined,
      year: undefined,
      topic: undefined,
      newest: false,
    });
    expect(read(`/tim-kiem?q=${'a'.repeat(5000)}`).query).toHaveLength(200);
  });
});

it('spells folded words as they were found, typed ones as they were typed', () => {
  const texts = ['Trực bão tại thôn Hải Hòa'];
  expect(spellAlike(['truc', 'bao'], 'truc boa', texts)).toBe('truc bão');
  expect(spellAlike(['khai', 'sinh'], 'khái snih', texts)).toBe('khái sinh');
});
