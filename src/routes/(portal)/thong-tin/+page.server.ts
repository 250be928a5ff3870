// What the office has written of itself and made public, by group and section, beside what Loa fills.
import { publicPageUrl } from '#lib/newsroom/index.ts';
import { listOfficePages, readSiteSections } from '#lib/newsroom/index.server.ts';
import type { PageServerLoad } from './$types';
import { listUnitsToday } from './units-today.server.ts';

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => {
    const pages = await listOfficePages(tx);
    const hasUnits = (await listUnitsToday(tx)).length > 0;
    const { groups, sections } = readSiteSections();
    return {
      groups: groups
        .map(({ id, name }) => ({
          id,
          name,
          sections: sections
            .filter(({ group }) => group === id)
            .map((section) => ({
              id: section.id,
              name: section.name,
              about: section.about,
              links: linksOf(section, pages, hasUnits),
            }))
            .filter(({ links }) => links.length > 0),
        }))
        .filter((group) => group.sections.length > 0),
    };
  });

type Pages = Awaited<ReturnType<typeof listOfficePages>>;
type Section = ReturnType<typeof readSiteSections>['sections'][number];

/** A page of several under its own title; the only one under the section's name. */
function linksOf(
  section: Section,
  pages: Pages,
  hasUnits: boolean,
): { href: string; label: string }[] {
  if (section.filledBy !== null) return [{ href: section.filledBy, label: section.name }];
  const own = pages.filter((page) => page.section === section.id);
  if (own.length === 0) {
    const isDrawn = section.drawn === 'units' && hasUnits;
    return !isDrawn ? [] : [{ href: publicPageUrl(section.id), label: section.name }];
  }
  return own.map(({ slug, title }) => ({
    href: publicPageUrl(slug ?? ''),
    label: own.length === 1 ? section.name : title,
  }));
}
