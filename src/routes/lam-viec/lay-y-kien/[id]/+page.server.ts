// One consultation at the desk: how it stands, keeping it open longer, its result, taking it off.
import { fail, redirect } from '@sveltejs/kit';
import type { z } from 'zod';
import {
  AnswerConsultation,
  canWithDocuments as can,
  mayStayShort,
  ProlongConsultation,
  WithdrawConsultation,
} from '#lib/documents/index.ts';
import {
  answerConsultation,
  getConsultation,
  listEntries,
  prolongConsultation,
  readConsultationTerms,
  withdrawConsultation,
} from '#lib/documents/index.server.ts';
import { printMarkup } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import { addDays, toPlainDate } from '#lib/vietnam/index.ts';
import { carryOut } from '../../carry-out.server.ts';
import { nameOf } from '../../../document-parts/names.ts';
import type { Actions, PageServerLoad } from './$types';

const RECENT = 100;
/** Offered when it is kept open longer. */
const USUAL_DAYS = 7;

export const load: PageServerLoad = ({ locals, params }) =>
  locals.read(async (tx) => {
    const one = await getConsultation(tx, params.id);
    const mayAnswer = can(locals.actor, 'consultation.answer', {});
    const { entries } = await listEntries(tx, tx.today, {}, { size: RECENT, start: 0 });
    const { answer, ...consultation } = one;
    return {
      consultation,
      answer,
      markup: answer ? printMarkup(answer) : '',
      today: tx.today,
      longer: addDays(toPlainDate(one.closesOn > tx.today ? one.closesOn : tx.today), USUAL_DAYS),
      mayStayShort: mayStayShort(one, readConsultationTerms()),
      mayHold: can(locals.actor, 'consultation.hold', {}),
      mayReview: can(locals.actor, 'consultation.review', {}),
      mayAnswer,
      /** Documents that may have come of it: the office's own, the newest first. */
      issued: entries
        .filter(({ direction }) => direction === 'own')
        .map((entry) => ({ value: entry.id, label: `${nameOf(entry)}: ${entry.title}` })),
    };
  });

export const actions: Actions = {
  'keo-dai': (event) => act(event, ProlongConsultation, prolongConsultation),
  'cong-bo': (event) => act(event, AnswerConsultation, answerConsultation),
  go: (event) => act(event, WithdrawConsultation, withdrawConsultation),
};

async function act<Schema extends z.ZodType>(
  event: { locals: App.Locals; request: Request; params: { id: string } },
  schema: Schema,
  work: (tx: Tx, id: string, form: z.output<Schema>) => Promise<void>,
) {
  const { id } = event.params;
  const { refused, values } = await carryOut(event, schema, (tx, form) => work(tx, id, form));
  if (refused) return fail(refused.status, { errors: refused.errors, values });
  redirect(303, `/lam-viec/lay-y-kien/${id}`);
}
