// What people read on the portal and what they searched for, of the last days.
import { readReadership } from '#lib/portal/index.server.ts';
import type { PageServerLoad } from './$types';

const SPANS = [7, 30, 90] as const;
const USUAL = 30;

export const load: PageServerLoad = ({ locals, url }) =>
  locals.read(async (tx) => {
    const asked = Number(url.searchParams.get('ngay'));
    const days = SPANS.find((span) => span === asked) ?? USUAL;
    return { days, spans: SPANS, figures: await readReadership(tx, days) };
  });
