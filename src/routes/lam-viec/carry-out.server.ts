// What every form of the desk comes to: its fields are read, one use case is carried out, a refusal in
// words goes back with what was typed.
import { fail } from '@sveltejs/kit';
import type { z } from 'zod';
import { readForm, refusalOf, type FormFault, type FormValues } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';

/** What came of a form: what the use case gave, or why it was refused and with what status. */
export type CarriedOut<Form, Result> = {
  /** As typed, for the fields of the page that comes back. */
  readonly values: FormValues;
} & (
  | { readonly refused: { readonly status: number; readonly errors: readonly FormFault[] } }
  | { readonly refused?: undefined; readonly form: Form; readonly result: Result }
);

/** Reads the form of `request` and carries `work` out in one transaction. What is no refusal is thrown. */
export async function carryOut<Schema extends z.ZodType, Result>(
  { locals, request }: { locals: App.Locals; request: Request },
  schema: Schema,
  work: (tx: Tx, form: z.output<Schema>) => Promise<Result>,
): Promise<CarriedOut<z.output<Schema>, Result>> {
  const answer = readForm(await request.formData(), schema);
  const { values } = answer;
  if (!answer.ok) return { values, refused: { status: 422, errors: answer.errors } };
  const form = answer.value;
  try {
    return { values, form, result: await locals.write((tx) => work(tx, form)) };
  } catch (thrown) {
    const { status, errors } = refusalOf(thrown);
    return { values, refused: { status, errors } };
  }
}

/**
 * The answer of a page with one form for each of many things: whose form it was (its field `id`), what is
 * wrong with it, or in `done` what has been done.
 */
export async function carryOutBeside<Schema extends z.ZodType>(
  event: { locals: App.Locals; request: Request },
  schema: Schema,
  done: string,
  work: (tx: Tx, form: z.output<Schema>) => Promise<unknown>,
) {
  const { refused, values } = await carryOut(event, schema, work);
  const id = String(values.id ?? '');
  if (refused) return fail(refused.status, { id, errors: refused.errors, values, done: '' });
  return { id, errors: [], values: undefined, done };
}
