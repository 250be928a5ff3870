// The English catalogue is English, and says as many things as the Vietnamese one.
import { describe, expect, it } from 'vitest';
import { CITED_TYPES, DOCUMENT_TYPES, validityOn } from '#lib/documents/index.ts';
import { readSiteSections } from '#lib/newsroom/index.server.ts';
import { foldFigures } from '#lib/onestop/index.ts';
import { quantitiesOf } from '#lib/plans/index.ts';
import { getActKinds } from '#lib/plans/index.server.ts';
import { toInstant, toMonthKey } from '#lib/vietnam/index.ts';
import { SEARCH_KINDS } from '../search-question.ts';
import { ways } from '../ways.ts';
import { englishDate, englishName } from './english-names.ts';
import { englishType } from './document-types.ts';
import { actWords } from './act-kinds.ts';
import { consultationWords } from './consultations.ts';
import { documentWords } from './documents.ts';
import { figureWords } from './figures.ts';
import { wordsIn } from './frame.ts';
import { newsWords } from './news.ts';
import { englishGroup, englishSection } from './site-sections.ts';
import { planWords } from './plans.ts';
import { procedureWords } from './procedure.ts';
import { searchWords } from './search.ts';
import { sheetWords } from './sheets.ts';
import { siteWords } from './site.ts';
import { termFaults } from './term-faults.ts';
import { calculatorWords } from './terms.ts';
import { villageWords } from './villages.ts';
import { waysFor, wayWords } from './ways.ts';

/** Letters that English words don't have. */
const VIETNAMESE = /[ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/i;

const CATALOGUES = {
  frame: wordsIn,
  documents: documentWords,
  news: newsWords,
  procedure: procedureWords,
  search: searchWords,
  terms: calculatorWords,
  faults: termFaults,
  site: siteWords,
  plans: planWords,
  sheets: sheetWords,
  villages: villageWords,
  consultations: consultationWords,
  figures: figureWords,
};

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

it.each(ways.map(({ href }) => href))('%s has an English name and a few words about it', (href) => {
  const { label, about } = wayWords('en', href);
  for (const words of [label, about]) {
    expect(words).toMatch(/\S/);
    expect(words).not.toMatch(VIETNAMESE);
  }
  expect(wayWords('vi', href).label).toBe(ways.find((way) => way.href === href)?.label);
});

it('names every section that a commune’s site has to have', () => {
  const { groups, sections } = readSiteSections();
  expect(groups.filter(({ id }) => !englishGroup(id))).toEqual([]);
  expect(sections.filter(({ id }) => !englishSection(id))).toEqual([]);
  for (const { id } of sections) {
    const { name = '', about = '' } = englishSection(id) ?? {};
    expect(name + about).not.toMatch(VIETNAMESE);
    expect(name + about).not.toMatch(KIND_OF_PLACE);
  }
  expect(groups.map(({ id }) => englishGroup(id)).join()).not.toMatch(KIND_OF_PLACE);
});

it('calls a section that is a page of the portal as that page is called', () => {
  const isWay = (address: string | null) => ways.some(({ href }) => href === address);
  const led = readSiteSections().sections.filter(({ filledBy }) => isWay(filledBy));
  expect(led.length).toBeGreaterThan(8);
  for (const { id, filledBy } of led) {
    const { label, about } = wayWords('en', filledBy ?? '');
    expect(englishSection(id)).toEqual({ name: label, about });
  }
});

/** What an office is of: the same words are read in a commune and in a ward. */
const KIND_OF_PLACE = /\b(?:commune|ward)\b|(?<!\p{L})(?:xã(?! hội)|phường)(?!\p{L})/iu;

it.each(Object.entries(CATALOGUES))('%s fits a commune and a ward', (_, catalogue) => {
  const said = [catalogue('vi'), catalogue('en')].flatMap((words) => Object.values<unknown>(words));
  expect(said.filter((words) => KIND_OF_PLACE.test(String(words)))).toEqual([]);
});

it('tells what went wrong and what to do, whatever it was', () => {
  for (const status of [400, 403, 404, 410, 413, 422, 429, 500, 503]) {
    for (const say of ['failure', 'failureTodo', 'failureTodoAlone'] as const) {
      expect(wordsIn('en')[say](status)).toMatch(/^[A-Z].*\.$/);
      expect(wordsIn('en')[say](status)).not.toMatch(VIETNAMESE);
      expect(wordsIn('vi')[say](status)).toMatch(/\.$/);
    }
  }
});

it.each([...DOCUMENT_TYPES, ...CITED_TYPES])(
  'the type $type, $name, has an English name',
  ({ type }) => {
    expect(englishType(type)).toMatch(/^[A-Z][a-z ]+$/);
    expect(englishType('XYZ')).toBe('XYZ');
  },
);

describe('why a document is in force or not', () => {
  const { reasons } = documentWords('en');
  const dated = { issuedOn: '2020-03-05', inForceOn: null, expiresOn: null, replacedBy: null };

  it.each([
    ['signed', dated, [], ['Signed on 5 March 2020; the register has no separate day of effect.']],
    ['in force', { ...dated, inForceOn: '2020-04-01' }, [], ['In force from 1 April 2020.']],
    [
      'to end',
      { ...dated, inForceOn: '2020-04-01', expiresOn: '2025-01-01' },
      [],
      ['In force from 1 April 2020.', 'Ends on 1 January 2025.'],
    ],
    [
      'replaced',
      { ...dated, inForceOn: '2020-04-01' },
      [{ relation: 'replaces' as const, by: 'decree', code: '1/2022/NĐ-CP', from: '2022-01-01' }],
      ['In force from 1 April 2020.', 'Replaced by 1/2022/NĐ-CP from 1 January 2022.'],
    ],
    [
      'amended',
      { ...dated, inForceOn: '2020-04-01' },
      [{ relation: 'amends' as const, by: 'decree', code: '1/2022/NĐ-CP', from: '2022-01-01' }],
      ['In force from 1 April 2020.', 'Amended by 1/2022/NĐ-CP from 1 January 2022.'],
    ],
    [
      'unknown',
      { ...dated, issuedOn: null },
      [],
      ['The register has neither the day of signing nor the day of effect.'],
    ],
  ])('%s', (_what, document, doings, said) => {
    const validity = validityOn(document, doings, '2023-06-30');
    expect(reasons(validity, document)).toEqual(said);
    expect(documentWords('vi').reasons(validity, document)).toHaveLength(said.length);
  });
});

it('names every kind that is found, and finds pages by their English names', () => {
  for (const { kind } of SEARCH_KINDS) expect(searchWords('en').kindName(kind)).not.toBe(kind);
  expect(waysFor('en', 'hotlines').map(({ href }) => href)).toContain('/duong-day-nong');
  expect(waysFor('en', 'reception', 'tiếp công dân').map(({ label }) => label)).toContain(
    'About the office',
  );
  expect(waysFor('vi', 'hotlines')).toEqual([]);
  expect(waysFor('en', '')).toEqual([]);
  expect(searchWords('en').results(1, 'x')).toBe('1 result for “x”');
  expect(searchWords('en').results(undefined, 'x')).toBe('More than 2,000 results for “x”');
  expect(searchWords('vi').results(undefined, 'x')).toBe('Hơn 2.000 kết quả cho “x”');
  expect(searchWords('vi').results(51, 'x')).toBe('51 kết quả cho “x”');
});

describe('what acts are', () => {
  const { channels, kinds } = getActKinds();
  const { channel, kind, amounts } = actWords('en');

  it.each(channels)('the channel $id, $name, has an English name', (one) => {
    expect(channel(one)).toMatch(/^[a-z][a-z ,]+$/);
    expect(actWords('vi').channel(one)).toBe(one.name);
  });

  it.each(kinds)(
    'the kind $id, $name, has an English name, and so has what it is counted in',
    (one) => {
      expect(kind(one)).toMatch(/^[A-Z][a-z ]+$/);
      const names = quantitiesOf(one).map(({ name }) => name);
      const all = amounts(one, Object.fromEntries(names.map((name) => [name, 1200])));
      expect(all).not.toMatch(VIETNAMESE);
      expect(all.match(/1,200 [a-z]+s(?=,|$)/g)).toHaveLength(names.length);
      expect(amounts(one, { items: 1 })).toMatch(/^1 [a-z]+$/);
      expect(amounts(one, {})).toBe('');
    },
  );

  it('keep the name they have where the table knows them better', () => {
    expect(channel({ id: 'pigeon', name: 'Bồ câu' })).toBe('Bồ câu');
  });
});

describe('the figures of the one-stop desk', () => {
  const { box: englishBox } = figureWords('en');
  const month = (late: number) => ({
    ...{ month: toMonthKey('2023-01'), version: 1, early: 1200, onTime: 30, late },
    ...{ source: 'x', reason: null, declaredAt: toInstant('2023-02-01T01:20:00.000Z') },
  });

  it('are said in English numbers and months', () => {
    const versions = [month(9), { ...month(0), month: toMonthKey('2023-03') }];
    const box = foldFigures(versions, { asOf: null });
    expect(englishBox(box)).toMatchObject({
      heading: 'Decided on time up to March 2023',
      rate: '99.64%',
      counted: true,
      updatedAt: '1 February 2023, 08:20',
      caution: 'Not reported yet: February 2023; the figures above are without that month.',
    });
    expect(englishBox(box).lines[0]?.value).toBe('2,469');
    expect(englishBox(box).lines).toHaveLength(figureWords('vi').box(box).lines.length);
  });

  it('name a month as people write it', () => {
    expect(figureWords('vi').corrected('2023-01')).toBe('Tháng 01/2023');
    expect(figureWords('en').corrected('2023-01')).toBe('January 2023');
  });

  it('that lack are neither 0 % nor 100 %', () => {
    expect(englishBox(undefined)).toMatchObject({ rate: 'No figures yet', lines: [] });
    const none = [{ ...month(0), early: 0, onTime: 0 }];
    const said = englishBox(foldFigures(none, { asOf: null }));
    expect(said).toMatchObject({ rate: 'None', counted: false });
    expect(JSON.stringify(said)).not.toMatch(/\d%/);
  });
});
