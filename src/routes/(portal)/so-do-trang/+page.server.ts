// Everything there is to open, on one page.
import { publicPageUrl } from '#lib/newsroom/index.ts';
import { listOfficePages } from '#lib/newsroom/index.server.ts';
import { listPublishedPlans } from '#lib/plans/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => ({
    plans: await listPublishedPlans(tx),
    pages: (await listOfficePages(tx)).map(({ slug, title }) => ({
      href: publicPageUrl(slug ?? ''),
      title,
    })),
  }));
