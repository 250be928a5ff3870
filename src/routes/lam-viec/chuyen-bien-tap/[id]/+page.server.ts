// One hand-over: what came, what was asked, and what the secretary does with it.
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { AnswerBack, AskBack, DeclineHandover, DraftHandover } from '#lib/newsroom/index.ts';
import {
  answerBack,
  askBack,
  declineHandover,
  draftFromHandover,
  getHandover,
  takeHandover,
} from '#lib/newsroom/index.server.ts';
import { findChannel } from '#lib/plans/index.ts';
import { getActKinds } from '#lib/plans/index.server.ts';
import { carryOut } from '../../carry-out.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const This = z.object({ id: z.uuid() });

export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const { channels, ...handover } = await getHandover(tx, params.id);
    return {
      handover,
      channels: channels.map((id) => findChannel(getActKinds(), id)?.name ?? id),
      isNew: url.searchParams.has('moi'),
    };
  });

export const actions: Actions = {
  nhan: (event) => act(event, This, (tx, { id }) => takeHandover(tx, id)),
  'hoi-lai': (event) => act(event, AskBack, askBack),
  'tra-loi': (event) => act(event, AnswerBack, answerBack),
  'khong-dang': (event) => act(event, DeclineHandover, declineHandover),
  'soan-bai': async (event) => {
    const done = await carryOut(event, DraftHandover, draftFromHandover);
    if (done.refused) {
      return fail(done.refused.status, { errors: done.refused.errors, values: done.values });
    }
    redirect(303, `/lam-viec/bien-tap/${done.result}`);
  },
};

async function act<Form extends { id: string }>(
  event: RequestEvent,
  schema: z.ZodType<Form>,
  work: Parameters<typeof carryOut<z.ZodType<Form>, unknown>>[2],
) {
  const { refused, values } = await carryOut(event, schema, work);
  if (refused) return fail(refused.status, { errors: refused.errors, values });
  redirect(303, `/lam-viec/chuyen-bien-tap/${event.params.id}`);
}
