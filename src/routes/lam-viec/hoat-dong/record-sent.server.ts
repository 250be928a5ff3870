// A sent entry form becomes an act, or comes back with what is wrong and all that was typed.
import { isLoaError, type FormFault, type LoaError } from '#lib/platform/index.ts';
import { RecordAct, requireCan } from '#lib/plans/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import {
  listEffects,
  noteEffect,
  recordAct,
  reportingSubject,
  type RecordedAct,
} from '#lib/plans/index.server.ts';
import { faultsOf, readActForm, type Typed } from './act-form.server.ts';

export interface Refused {
  readonly status: number;
  readonly errors: readonly FormFault[];
  readonly typed: Typed;
  /** The act that the one sent looks like, where it was refused for that; empty otherwise. */
  readonly twinId: string;
}

/** Records what a form says. Sending it twice records once, by its `clientKey`. */
export async function recordSent(
  locals: App.Locals,
  request: Request,
): Promise<{ readonly id: string } | Refused> {
  const data = await request.formData();
  const unitId = String(data.get('unitId') ?? '');
  const unit = await locals.read((tx) => reportingSubject(tx, unitId));
  requireCan(locals.actor, 'act.record', unit);
  const sent = await readActForm(locals.commune.id, data, { evidence: true });
  const { typed } = sent;
  const checked = RecordAct.safeParse(sent.input);
  const errors = [...sent.errors, ...(checked.success ? [] : faultsOf(checked.error))];
  if (!checked.success || errors.length > 0) return { status: 422, errors, typed, twinId: '' };
  return locals
    .write((tx) => recordWithEffect(tx, checked.data, typed.fields['effect'] ?? ''))
    .catch((failure: unknown) => {
      if (!isLoaError(failure) || failure.status === 403) throw failure;
      const message = `${failure.what} ${failure.todo}`;
      // The sign that came with the act stands in one field of this form.
      const name = failure.code === 'effect.personal-data' ? 'effect' : failure.field;
      const fault = { name: name ?? '', message };
      return { status: failure.status, errors: [fault], typed, twinId: twinOf(failure) };
    });
}

async function recordWithEffect(tx: Tx, act: RecordAct, words: string): Promise<RecordedAct> {
  const known = await recordAct(tx, act);
  // Sent twice, the act is recorded once, and so is what was seen.
  const isNoted = (await listEffects(tx, { actId: known.id })).length > 0;
  if (words.trim() !== '' && !isNoted) {
    await noteEffect(tx, { actId: known.id, kind: 'other', words: words.trim().slice(0, 300) });
  }
  return known;
}

function twinOf({ code, details }: LoaError): string {
  return code === 'act.twin' ? String(details['id']) : '';
}
