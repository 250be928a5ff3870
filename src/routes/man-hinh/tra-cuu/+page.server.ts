// The touch screen: by occasion in life or by field, a list, then one procedure. Nothing typed is kept.
import { findLifeEvent, isOfLifeEvent, lifeEvents } from '#lib/procedures/index.ts';
import { listProcedures, searchProcedures } from '#lib/procedures/index.server.ts';
import { compareVietnamese, slugify } from '#lib/vietnam/index.ts';
import { backToStart, longerUrl } from '../back-to-start.ts';
import type { PageServerLoad } from './$types';

/** Rows as tall as a thumb: so many stand on a screen without much moving. */
const ON_SCREEN = 8;
const LONGEST_QUERY = 120;

export const load: PageServerLoad = ({ locals, url, setHeaders }) =>
  locals.read(async (tx) => {
    const query = (url.searchParams.get('q') ?? '').slice(0, LONGEST_QUERY).trim();
    const event = findLifeEvent(url.searchParams.get('viec') ?? '');
    const field = url.searchParams.get('linh-vuc') ?? '';
    if (query !== '') setHeaders({ 'cache-control': 'no-store' });
    setHeaders({ refresh: backToStart(url) });
    const all = await listProcedures(tx);
    const isStart = query === '' && !event && field === '';
    const found = query === '' ? all : await searchProcedures(tx, query, 3 * ON_SCREEN);
    const shown = found.filter(
      (one) =>
        (!event || isOfLifeEvent(event, one)) && (field === '' || slugify(one.field) === field),
    );
    const pages = Math.max(1, Math.ceil(shown.length / ON_SCREEN));
    const asked = Number(url.searchParams.get('trang') ?? 1);
    const page = Number.isInteger(asked) && asked >= 1 && asked <= pages ? asked : 1;
    const fields = [...new Set(all.map((one) => one.field).filter((name) => name !== ''))];
    return {
      isStart,
      heading:
        query !== ''
          ? `“${query}”`
          : (event?.name ?? fields.find((one) => slugify(one) === field) ?? ''),
      longer: longerUrl(url),
      page,
      pages,
      /** The address of another page of the list, without its number. */
      list: `/man-hinh/tra-cuu?${listWords({ q: query, viec: event?.slug ?? '', 'linh-vuc': field })}`,
      events: lifeEvents
        .filter((one) => all.some((procedure) => isOfLifeEvent(one, procedure)))
        .map(({ slug, name, about }) => ({ slug, name, about })),
      fields: fields.toSorted(compareVietnamese).map((name) => ({ slug: slugify(name), name })),
      procedures: isStart
        ? []
        : shown
            .slice((page - 1) * ON_SCREEN, page * ON_SCREEN)
            .map(({ code, title }) => ({ code, title })),
    };
  });

function listWords(words: Readonly<Record<string, string>>): string {
  return Object.entries(words)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}&`)
    .join('');
}
