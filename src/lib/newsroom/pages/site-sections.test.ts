// What the site has to carry: the shipped data, which law asks on a day, and when something is old.
import { describe, expect, it } from 'vitest';
import { parseMarkup, richTextToPlain } from '#lib/platform/index.ts';
import { demandsOn, sectionState, unfilledPlaces } from './site-sections.ts';
import { readSiteSections, writtenSections } from './site-sections.server.ts';

const { groups, sections } = readSiteSections();
const sourcesOf = (id: string, day: string) => {
  const section = sections.find((one) => one.id === id);
  return section ? demandsOn(section, day).map(({ source }) => source) : [];
};

describe('the shipped list', () => {
  it('names every section once, each in a group that is there', () => {
    expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
    const known = groups.map(({ id }) => id);
    for (const { group } of sections) expect(known).toContain(group);
  });

  it('begins each page with a scaffold that cannot be submitted as it is', () => {
    for (const { id, start } of writtenSections()) {
      expect(unfilledPlaces(richTextToPlain(parseMarkup(start))), id).not.toEqual([]);
    }
  });

  it('asks by the law of the day', () => {
    expect(sourcesOf('van-hoa-di-san', '2026-06-30')).toEqual([]);
    expect(sourcesOf('van-hoa-di-san', '2026-07-01')).toEqual(['Nghị định 224/2026/NĐ-CP, Điều 9']);
    expect(sourcesOf('ngan-sach', '2023-06-30').join()).toContain('34/2007');
    expect(sourcesOf('ngan-sach', '2023-07-01').join()).toContain('10/2022');
    expect(sourcesOf('ngan-sach', '2023-07-01').join()).not.toContain('34/2007');
  });

  it('says which laws nobody has held the list against', () => {
    const open = sections.flatMap(({ demands }) => demands).filter(({ isChecked }) => !isChecked);
    expect(new Set(open.map(({ source }) => source.split(/,? /)[2]))).toEqual(
      new Set(['42/2022/NĐ-CP', '34/2007/PL-UBTVQH11', '26/2020/TT-BTTTT']),
    );
  });
});

describe('the state of a section', () => {
  it.each([
    [undefined, 6, 'missing'],
    ['2023-01-01', null, 'present'],
    ['2022-12-30', 6, 'present'],
    ['2022-12-29', 6, 'stale'],
    // August has a 31st, February has not: the last day of the shorter month counts.
    ['2022-08-31', 10, 'present'],
  ] as const)('looked at on %s, every %s months: %s', (lookedOn, reviewMonths, state) => {
    expect(sectionState({ reviewMonths }, lookedOn, '2023-06-30')).toBe(state);
  });
});

it('finds every place nobody filled in, and no other bracket', () => {
  expect(unfilledPlaces('Giáp xã (điền: tên xã), rộng (điền) ha (1) (điền đủ)')).toEqual([
    '(điền: tên xã)',
    '(điền)',
  ]);
});
