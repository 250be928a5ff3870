// Signs of effect: which ways of telling people showed that they were heard.
import { effectInWords, findChannel } from '#lib/plans/index.ts';
import { getActKinds } from '#lib/plans/index.server.ts';
import { readEffects } from '#lib/portal/index.server.ts';
import { monthEnd, monthStart } from '#lib/vietnam/index.ts';
import { readAsked } from '../asked.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  locals.read(async (tx) => {
    const { asOf: _asOf, ...asked } = await readAsked(tx, url.searchParams);
    const [from, to] = [asked.months[0], asked.months.at(-1)];
    if (!asked.plan || !from || !to) return { asked, reading: undefined };
    const days = { from: monthStart(from), to: monthEnd(to) };
    const { channels, signs, ...rest } = await readEffects(tx, { planId: asked.plan.id, ...days });
    const table = getActKinds();
    return {
      asked,
      reading: {
        ...rest,
        ...days,
        months: { from, to },
        channels: channels.map((one) => ({
          ...one,
          name: findChannel(table, one.channel)?.name ?? one.channel,
        })),
        signs: signs.map(({ id, act, ...sign }) => ({ id, act, words: effectInWords(sign) })),
      },
    };
  });
