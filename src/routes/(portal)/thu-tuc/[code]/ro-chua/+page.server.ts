// "Was this clear?": counted by day, without a name, an address or a cookie.
import { redirect } from '@sveltejs/kit';
import { networkOf } from '#lib/platform/index.ts';
import { bucketOf, countAttempt } from '#lib/platform/index.server.ts';
import {
  isClarityAnswer,
  procedureUrl,
  type UnclearPart,
  unclearParts,
} from '#lib/procedures/index.ts';
import { countAnswer } from '#lib/procedures/index.server.ts';
import { speechOf } from '#lib/ui/index.ts';
import { procedureOf } from '../procedure-of.server.ts';
import type { Actions, PageServerLoad } from './$types';

const HOUR_MS = 3_600_000;
/** A household or an office may share one address; who taps on and on isn't counted on. */
const TAPS = { free: 6, firstWaitMs: HOUR_MS, longestWaitMs: 12 * HOUR_MS };

export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const { version, record } = await procedureOf(tx, params.code, (code) =>
      speechOf(url.pathname).to(`${procedureUrl(code)}/ro-chua`),
    );
    const parts = Object.keys(unclearParts) as UnclearPart[];
    return { code: version.code, title: record.title, parts };
  });

export const actions: Actions = {
  default: async ({ request, locals, params, url, getClientAddress }) => {
    const answer = String((await request.formData()).get('tra-loi') ?? '');
    const bucket = bucketOf(TAPS, 'clarity', networkOf(getClientAddress()), params.code);
    if (isClarityAnswer(answer)) {
      await locals.write(async (tx) => {
        const until = await countAttempt(tx, [bucket], Date.now());
        if (until === undefined) await countAnswer(tx, params.code, answer);
      });
    }
    const next = answer === 'unclear' ? 'ro-chua' : 'cam-on';
    redirect(303, speechOf(url.pathname).to(`${procedureUrl(params.code)}/${next}`));
  },
};
