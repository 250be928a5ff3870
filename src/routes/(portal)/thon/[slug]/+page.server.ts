// What concerns one village.
import { publicArticleUrl } from '#lib/newsroom/index.ts';
import { listVillages, onceUntilNextEvent } from '#lib/platform/index.server.ts';
import { platformError } from '#lib/platform/index.ts';
import { publicActUrl } from '#lib/plans/index.ts';
import { listPublicDuties } from '#lib/plans/index.server.ts';
import { readVillagePage } from '#lib/portal/index.server.ts';
import { toInstant, vietnamDate } from '#lib/vietnam/index.ts';
import { procedureUrl } from '#lib/procedures/index.ts';
import { languageOf } from '#lib/ui/index.ts';
import { nextDuties } from '../../home-data.server.ts';
import { kindOf } from '../../shown-acts.server.ts';
import type { PageServerLoad } from './$types';

const MOST_DUE = 3;

export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const village = (await listVillages(tx)).find(({ slug }) => slug === params.slug);
    if (!village) throw platformError('record.not-found', { what: 'trang thôn này' });
    const page = await onceUntilNextEvent(tx, 'page.village', village.id, () =>
      readVillagePage(tx, village),
    );
    return {
      village,
      heads: page.heads,
      news: page.news.map(({ id, slug, title, publicAt }) => ({
        id,
        href: publicArticleUrl(slug ?? ''),
        title,
        day: publicAt ? vietnamDate(toInstant(publicAt)) : null,
      })),
      acts: page.acts.map(({ id, slug, title, day, kind }) => ({
        id,
        href: publicActUrl(slug),
        title,
        day,
        kindName: kindOf(kind, languageOf(url.pathname)).kindName,
      })),
      boards: page.boards.map(({ sheets, ...board }) => ({
        ...board,
        sheets: sheets.map((sheet) => ({ ...sheet, href: procedureUrl(sheet.code) })),
      })),
      due: nextDuties(await listPublicDuties(tx), tx.today, MOST_DUE),
    };
  });
