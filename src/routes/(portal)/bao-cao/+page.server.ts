// Reports the office issued and made public.
import { listPublicReports } from '#lib/reports/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => ({
    reports: (await listPublicReports(tx)).map(({ slug, title, code, date }) => ({
      slug,
      title,
      code,
      date,
    })),
  }));
