// One import: the difference, confirmed as a whole, taken back as a whole.
import { fail, redirect } from '@sveltejs/kit';
import { isLoaError } from '#lib/platform/index.ts';
import { canInNewsroom } from '#lib/newsroom/index.ts';
import { canWithProcedures, outcomeNames, type Outcome } from '#lib/procedures/index.ts';
import {
  applyChange,
  discardChange,
  previewChange,
  readPublications,
  undoChange,
} from '#lib/procedures/index.server.ts';
import { formatDate, formatInstant, isPlainDate, parseDate } from '#lib/vietnam/index.ts';
import { readChangeImpact, startNotice } from './change-impact.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** So many are drawn of each kind; the counts are of all. */
const MOST_SHOWN = 100;
const ORDER: readonly Outcome[] = ['new', 'changed', 'abolished', 'older', 'unknown', 'untouched'];

export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const asked = url.searchParams.get('hieu-luc') ?? '';
    const effective = isPlainDate(asked) ? asked : tx.today;
    const preview = await previewChange(tx, params.id, effective);
    const { change, reading, items, counts, seen } = preview;
    const publication = (await readPublications(tx, [change])).get(change.id);
    return {
      id: change.id,
      status: change.status,
      source: change.sourceName,
      decision: change.decision,
      decidedOn: change.decidedOn ?? '',
      decidedWords: day(change.decidedOn),
      effective: change.effectiveFrom ?? effective,
      effectiveWords: day(change.effectiveFrom),
      appliedAt: change.appliedAt && formatInstant(change.appliedAt),
      undoneAt: change.undoneAt && formatInstant(change.undoneAt),
      undoneReason: change.undoneReason ?? '',
      publication: publication ?? null,
      seen,
      counts: change.status === 'draft' ? counts : (change.outcome ?? counts),
      faults: reading.faults,
      groups: ORDER.map((outcome) => ({
        outcome,
        name: outcomeNames[outcome],
        total: counts[outcome],
        items: items
          .filter((item) => item.outcome === outcome)
          .slice(0, MOST_SHOWN)
          .map(({ code, title, place, changes, remarks, record }) => ({
            code,
            title,
            place,
            remarks,
            field: record?.field ?? '',
            changes: changes.map(({ field, label, before, after }) => ({
              field,
              label,
              before,
              after,
            })),
          })),
      })).filter(({ total }) => total > 0),
      impact: await readChangeImpact(tx, preview, change.effectiveFrom ?? effective),
      mayWrite: canInNewsroom(locals.actor, 'article.write', {}),
      mayApply: canWithProcedures(locals.actor, 'procedure.apply', {}),
      mayDiscard: canWithProcedures(locals.actor, 'procedure.receive', {}),
    };
  });

export const actions: Actions = {
  apply: async ({ request, locals, params }) => {
    const form = await request.formData();
    const text = (name: string) =>
      String(form.get(name) ?? '')
        .normalize('NFC')
        .trim();
    const typed = {
      effective: text('hieu-luc'),
      decision: text('quyet-dinh'),
      decidedOn: text('ngay-quyet-dinh'),
    };
    const decided = dayOf(typed.decidedOn);
    return settle(typed, '?da-cong-khai', () =>
      locals.write((tx) =>
        applyChange(tx, params.id, {
          effectiveFrom: dayOf(typed.effective) || tx.today,
          decision: typed.decision,
          decidedOn: decided === '' ? null : decided,
          seen: text('da-xem'),
        }),
      ),
    );
  },
  undo: async ({ request, locals, params }) => {
    const reason = String((await request.formData()).get('ly-do') ?? '').normalize('NFC');
    return settle({ reason }, '?da-hoan-tac', () =>
      locals.write((tx) => undoChange(tx, params.id, reason)),
    );
  },
  notice: ({ locals, params }) => {
    let editionId: string | undefined;
    const work = async () => {
      editionId = await locals.write(async (tx) =>
        startNotice(tx, await previewChange(tx, params.id, tx.today)),
      );
    };
    return settle({}, () => (editionId ? `/lam-viec/bien-tap/${editionId}` : '?'), work);
  },
  discard: ({ locals, params }) =>
    settle({}, '/lam-viec/thu-tuc', () => locals.write((tx) => discardChange(tx, params.id))),
};

async function settle<Typed>(
  typed: Typed,
  then: string | (() => string),
  work: () => Promise<unknown>,
) {
  try {
    await work();
  } catch (error) {
    if (!isLoaError(error)) throw error;
    return fail(error.status, { what: error.what, todo: error.todo, typed });
  }
  redirect(303, typeof then === 'string' ? then : then());
}

/** A day from a date field or as people write it; what is no day stays, to be refused by name. */
function dayOf(text: string): string {
  return isPlainDate(text) ? text : (parseDate(text) ?? text);
}

function day(date: string | null): string {
  return date !== null && isPlainDate(date) ? formatDate(date) : '';
}
