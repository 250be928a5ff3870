// Recording an act: the kind first, then one screen. Works without script; every form carries its key, so
// that sending twice records once.
import { fail, redirect } from '@sveltejs/kit';
import { belongsTo } from '#lib/platform/index.ts';
import { newId } from '#lib/platform/index.server.ts';
import { findKind } from '#lib/plans/index.ts';
import {
  getAct,
  getActKinds,
  getEntryForm,
  listGuidance,
  suggestDuty,
  type ActView,
} from '#lib/plans/index.server.ts';
import { type Typed } from '../act-form.server.ts';
import { recordSent } from '../record-sent.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const table = getActKinds();
  return locals.read(async (tx) => {
    const entry = await getEntryForm(tx);
    const likeId = url.searchParams.get('tu');
    const like = likeId ? await getAct(tx, likeId) : undefined;
    const kind = findKind(table, url.searchParams.get('loai') ?? like?.kind ?? '');
    const own = entry.units.find((unit) => belongsTo(locals.actor, unit.id)) ?? entry.units[0];
    const wanted = url.searchParams.get('don-vi') ?? like?.unitId;
    const unit = entry.units.find((one) => one.id === wanted) ?? own;
    const duty = kind && unit ? await suggestDuty(tx, unit.id, kind.id) : undefined;
    const start = startOf(url.searchParams, like, unit?.id ?? '', duty);
    const units = unit ? [unit, ...entry.units.filter((one) => one !== unit)] : [];
    return {
      table,
      kind,
      entry: { ...entry, units },
      start,
      clientKey: newId(),
      today: tx.today,
      guidance: await listGuidance(tx),
      query: passOn(url.searchParams),
    };
  });
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const answer = await recordSent(locals, request);
    if ('errors' in answer) return fail(answer.status, answer);
    redirect(303, `/lam-viec/hoat-dong/${answer.id}?moi=1`);
  },
};

/** What stands in the fields at first: from a like act, or from where the person came. */
function startOf(
  from: URLSearchParams,
  like: ActView | undefined,
  unitId: string,
  suggested: string | undefined,
): Typed {
  const topic = from.get('noi-dung');
  const duty = from.get('nhiem-vu') ?? suggested;
  return {
    fields: {
      unitId,
      day: '',
      channel: from.get('kenh') ?? like?.channel ?? '',
      place: like?.place ?? '',
      villageId: like?.village?.id ?? '',
      isPublic: like?.isPublic ? 'on' : '',
    },
    topics: topic ? [topic] : (like?.topics.map(({ id }) => id) ?? []),
    duties: like ? like.duties.map(({ id }) => id) : duty ? [duty] : [],
    audience: like?.audience ?? ['people'],
    kept: [],
  };
}

/** What is known already goes on with the choice of the kind. */
function passOn(from: URLSearchParams): string {
  const kept = [...from].filter(([name]) => name !== 'loai');
  return kept.length === 0 ? '' : `&${new URLSearchParams(kept)}`;
}
