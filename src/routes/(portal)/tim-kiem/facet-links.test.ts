// What a search can be narrowed by, as links: what was chosen can always be taken back.
import { describe, expect, it } from 'vitest';
import { searchQuestionOf } from '#lib/portal/index.ts';
import { facetLinks } from './facet-links.ts';

const topics = Array.from({ length: 20 }, (_, at) => ({ value: `Lĩnh vực ${at}`, count: 20 - at }));
const facets = { kinds: [], years: [], topics };
const linksFor = (address: string) => {
  const question = searchQuestionOf(new URL(address, 'http://xa.example'));
  return facetLinks(question, facets, 'vi')[0]?.links ?? [];
};

describe('links to narrow a search by', () => {
  it('keep their order while nothing is chosen', () => {
    expect(linksFor('/tim-kiem?q=xa').map(({ label }) => label)).toEqual(
      topics.map(({ value }) => value),
    );
  });

  it('begin with the chosen one, however few hits it has', () => {
    const [first, second, ...others] = linksFor('/tim-kiem?q=xa&ve=Lĩnh+vực+18');
    expect(first).toMatchObject({ label: 'Lĩnh vực 18', count: 2, chosen: true });
    expect(first?.href).toBe('/tim-kiem?q=xa');
    expect(second).toMatchObject({ label: 'Lĩnh vực 0', chosen: false });
    expect(others).toHaveLength(18);
  });

  it('keep a choice that leaves nothing', () => {
    expect(linksFor('/tim-kiem?q=xa&ve=Khác')[0]).toMatchObject({ label: 'Khác', chosen: true });
  });
});
