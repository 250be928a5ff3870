// Quick entry on a telephone: one page that also works without a connection. Without script it is a
// plain form.
import { fail, redirect } from '@sveltejs/kit';
import { belongsTo, platformError } from '#lib/platform/index.ts';
import { newId } from '#lib/platform/index.server.ts';
import { getActKinds, getEntryForm, listGuidance } from '#lib/plans/index.server.ts';
import { recordSent } from '../hoat-dong/record-sent.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) =>
  locals.read(async (tx) => {
    const entry = await getEntryForm(tx);
    const own = entry.units.filter((unit) => belongsTo(locals.actor, unit.id));
    const others = entry.units.filter((unit) => !own.includes(unit));
    return {
      table: getActKinds(),
      plans: entry.plans,
      units: [...own, ...others].map(({ id, name }) => ({ id, name })),
      villages: entry.villages,
      clientKey: newId(),
      today: tx.today,
      guidance: await listGuidance(tx),
      /** A demonstration office stands at its day; any other lives by the telephone's when it is offline. */
      standsStill: locals.commune.demoDay !== null,
      /** Whose drafts these are: another's on the same telephone are neither shown nor sent. */
      account: locals.actor.kind === 'person' ? locals.actor.accountId : '',
    };
  });

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const byScript = request.headers.get('x-sveltekit-action') === 'true';
    requireSender(locals.actor, request.headers.get('x-loa-kept-by'));
    const answer = await recordSent(locals, request);
    if ('errors' in answer) return fail(answer.status, answer);
    if (byScript) return { id: answer.id };
    redirect(303, `/lam-viec/hoat-dong/${answer.id}?moi=1`);
  },
};

/** What one person kept on a telephone isn't sent in the name of another who signed in there since. */
function requireSender(actor: App.Locals['actor'], keptBy: string | null): void {
  if (keptBy === null || keptBy === (actor.kind === 'person' ? actor.accountId : '')) return;
  throw platformError('access.sign-in');
}
