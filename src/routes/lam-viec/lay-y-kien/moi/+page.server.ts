// Opening a draft for comment.
import { fail, redirect } from '@sveltejs/kit';
import {
  consultationError,
  earliestClose,
  HoldConsultation,
  publicPaperOf,
  requireWithDocuments,
  termOn,
} from '#lib/documents/index.ts';
import { getEntry, holdConsultation, readConsultationTerms } from '#lib/documents/index.server.ts';
import { addDays } from '#lib/vietnam/index.ts';
import { carryOut } from '../../carry-out.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Offered where no law says how long. */
const USUAL_DAYS = 20;

export const load: PageServerLoad = ({ locals, url }) =>
  locals.read(async (tx) => {
    requireWithDocuments(locals.actor, 'consultation.hold', {});
    const entry = await getEntry(tx, url.searchParams.get('van-ban') ?? '');
    if (entry.status !== 'draft') throw consultationError('consultation.not-draft');
    const term = termOn(readConsultationTerms(), tx.today);
    return {
      entry: { id: entry.id, title: entry.title, hasFile: entry.source !== null },
      paper: publicPaperOf(entry.draft),
      today: tx.today,
      closesOn: term ? earliestClose(tx.today, term) : addDays(tx.today, USUAL_DAYS),
      term: term ? { leastDays: term.leastDays, source: term.source } : null,
    };
  });

export const actions: Actions = {
  default: async (event) => {
    const entryId = event.url.searchParams.get('van-ban') ?? '';
    const carried = await carryOut(event, HoldConsultation, (tx, form) =>
      holdConsultation(tx, entryId, form),
    );
    const { refused, values } = carried;
    if (refused) return fail(refused.status, { errors: refused.errors, values });
    redirect(303, `/lam-viec/lay-y-kien/${carried.result}`);
  },
};
