// The English catalogue is English, and says as many things as the Vietnamese one.
import { describe, expect, it } from 'vitest';
import { englishDate, englishName } from './english-names.ts';
import { wordsIn } from './frame.ts';
import { newsWords } from './news.ts';

/** Letters that English words don't have. */
const VIETNAMESE = /[ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/i;

const CATALOGUES = { frame: wordsIn, news: newsWords };

describe('the English words', () => {
  const plain = Object.values(CATALOGUES)
    .flatMap((catalogue) => Object.entries<unknown>(catalogue('en')))
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string');

  it.each(plain)('%s is said, in English: %s', (key, words) => {
    expect(words.trim()).not.toBe('');
    // The way back is named in its own language.
    if (key !== 'otherLanguage') expect(words).not.toMatch(VIETNAMESE);
  });

  it('count one and many', () => {
    expect(wordsIn('en').count(1)).toBe('1 procedure');
    expect(wordsIn('en').count(0)).toBe('0 procedures');
    expect(wordsIn('en').count(1234567)).toBe('1,234,567 procedures');
    expect(wordsIn('en').countFor(1234, 'x')).toBe('1,234 procedures for “x”');
    expect(wordsIn('vi').count(1)).toBe('1 thủ tục');
  });

  it('name how pressing an alert is, and what a procedure’s page says', () => {
    const { urgency, procedureAbout } = wordsIn('en');
    expect((['notice', 'warning', 'emergency'] as const).map(urgency)).toEqual([
      'Notice',
      'Warning',
      'Emergency',
    ]);
    expect(procedureAbout({ title: 'A', code: '1.1', office: 'xã B' })).not.toMatch(VIETNAMESE);
    expect(wordsIn('vi').urgency('warning')).toBe('Cảnh báo');
  });
});

it.each([
  ['xã Tiền Tiến', 'Tiền Tiến Commune'],
  ['Xã Tiền Tiến', 'Tiền Tiến Commune'],
  ['phường Nam Đồng', 'Nam Đồng Ward'],
  ['Thành phố Hải Dương', 'Hải Dương City'],
  ['tỉnh Hải Dương', 'Hải Dương Province'],
  ['Đặc khu Côn Đảo', 'Côn Đảo Special Zone'],
  ['Văn phòng một cửa', 'Văn phòng một cửa'],
])('%s is %s', (name, english) => {
  expect(englishName(name)).toBe(english);
});

it('writes a day so that it can’t be taken for another', () => {
  expect(englishDate('2023-06-05')).toBe('5 June 2023');
  expect(wordsIn('en').day('2023-12-31')).toBe('31 December 2023');
  expect(wordsIn('vi').day('2023-12-31')).toBe('31/12/2023');
});
