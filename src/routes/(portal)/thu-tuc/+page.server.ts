// The procedures people can do here: searched as people ask, by occasion in life, by field, by who applies.
import {
  findLifeEvent,
  isOfLifeEvent,
  lifeEvents,
  listParts,
  procedureUrl,
} from '#lib/procedures/index.ts';
import { listProcedures, searchProcedures } from '#lib/procedures/index.server.ts';
import { occasionWords, registerValue } from '#lib/portal/index.ts';
import { asVietnamese } from '#lib/portal/index.server.ts';
import { languageOf, PAGE_SIZE, pageCount, pageNumber } from '#lib/ui/index.ts';
import { slugify } from '#lib/vietnam/index.ts';
import type { PageServerLoad } from './$types';
import { choicesOf } from './choices.ts';

const LONGEST_QUERY = 200;
const MOST_HITS = 40;

export const load: PageServerLoad = ({ locals, url, setHeaders }) =>
  locals.read(async (tx) => {
    const language = languageOf(url.pathname);
    const given = (name: string) => url.searchParams.get(name) ?? '';
    const query = given('q').slice(0, LONGEST_QUERY).trim();
    // What people search for stays out of caches.
    if (query !== '') setHeaders({ 'cache-control': 'no-store' });
    // In English it is asked as an office here would ask it.
    const asked = (language === 'en' ? asVietnamese(query) : undefined) ?? query;
    const all = await listProcedures(tx);
    const chosen = { event: given('viec'), field: given('linh-vuc'), audience: given('doi-tuong') };
    const event = findLifeEvent(chosen.event);
    const found = query === '' ? all : await searchProcedures(tx, asked, MOST_HITS);
    const shown = found.filter(
      (one) =>
        (!event || isOfLifeEvent(event, one)) &&
        (chosen.field === '' || slugify(one.field) === chosen.field) &&
        (chosen.audience === '' ||
          listParts(one.audience).some((part) => slugify(part) === chosen.audience)),
    );
    const page = pageNumber(url);
    return {
      query,
      asked: asked === query ? null : asked,
      chosen,
      total: all.length,
      found: shown.length,
      page,
      pages: pageCount(shown.length),
      isNarrowed:
        query !== '' || event !== undefined || chosen.field !== '' || chosen.audience !== '',
      eventName: event ? occasionWords(language, event).name : '',
      events: lifeEvents
        .map((one) => ({
          slug: one.slug,
          ...occasionWords(language, one),
          count: all.filter((procedure) => isOfLifeEvent(one, procedure)).length,
        }))
        .filter(({ count }) => count > 0),
      fields: choicesOf(
        all.map(({ field }) => field),
        language,
        'field',
      ),
      audiences: choicesOf(
        all.flatMap(({ audience }) => [...new Set(listParts(audience))]),
        language,
        'audience',
      ),
      procedures: shown.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((one) => ({
        code: one.code,
        href: procedureUrl(one.code),
        title: one.title,
        field: registerValue(language, 'field', one.field),
        audience: listParts(one.audience).map((part) => registerValue(language, 'audience', part)),
      })),
    };
  });
