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
    expect(read('/tim-kiem?q=so%00do%0Dx&ve=dat%00dai')).toMatchObject({
      query: 'so do x',
      topic: 'dat dai',
    });
    expect(read('/tim-kiem?q=%00').query).toBe('');
    expect(read(`/tim-kiem?q=${'a'.repeat(5000)}`).query).toHaveLength(200);
  });
});

describe('folded words are spelled', () => {
  const texts = ['Trực bão tại thôn Hải Hòa', 'Đang sửa đường; đăng ký khai sinh'];

  it('as they were found, in the company they keep', () => {
    expect(spellAlike(['truc', 'bao'], 'truc boa', texts)).toBe('trực bão');
    expect(spellAlike(['dang', 'ky'], 'dang kyy', texts)).toBe('đăng ký');
    expect(spellAlike(['dang'], 'dangg', texts)).toBe('đang');
    expect(spellAlike(['xa', 'la'], 'xa laa', texts)).toBe('xa la');
  });

  it('as they were typed, where accents were', () => {
    expect(spellAlike(['khai', 'sinh'], 'khái snih', texts)).toBe('khái sinh');
  });
});
