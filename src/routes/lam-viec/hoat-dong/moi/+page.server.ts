// Recording an act: the kind first, then one screen. Works without script; every form carries its key, so
// that sending twice records once.
import { fail, redirect } from '@sveltejs/kit';
import { belongsTo } from '#lib/platform/index.ts';
import { newId } from '#lib/platform/index.server.ts';
import { isLoaError, type LoaError } from '#lib/platform/index.ts';
import { findKind, RecordAct, requireCan } from '#lib/plans/index.ts';
import {
  getAct,
  getActKinds,
  getEntryForm,
  recordAct,
  reportingSubject,
  suggestDuty,
  type ActView,
} from '#lib/plans/index.server.ts';
import { faultsOf, readActForm, type Typed } from '../act-form.server.ts';
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
      query: passOn(url.searchParams),
    };
  });
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const data = await request.formData();
    const unitId = String(data.get('unitId') ?? '');
    const unit = await locals.read((tx) => reportingSubject(tx, unitId));
    requireCan(locals.actor, 'act.record', unit);
    const sent = await readActForm(locals.commune.id, data, { evidence: true });
    const checked = RecordAct.safeParse(sent.input);
    const errors = [...sent.errors, ...(checked.success ? [] : faultsOf(checked.error))];
    const { typed } = sent;
    if (!checked.success || errors.length > 0) return fail(422, { errors, typed, twinId: '' });
    const answer = await locals
      .write((tx) => recordAct(tx, checked.data))
      .catch((failure: unknown) => {
        if (!isLoaError(failure) || failure.status === 403) throw failure;
        const message = `${failure.what} ${failure.todo}`;
        const errors = [{ name: failure.field ?? '', message }];
        return { status: failure.status, errors, twinId: twinOf(failure) };
      });
    if ('errors' in answer) {
      const { status, errors, twinId } = answer;
      return fail(status, { errors, typed, twinId });
    }
    redirect(303, `/lam-viec/hoat-dong/${answer.id}?moi=1`);
  },
};

/** The act that the one sent looks like, where it was refused for that; empty otherwise. */
function twinOf({ code, details }: LoaError): string {
  return code === 'act.twin' ? String(details['id']) : '';
}

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
