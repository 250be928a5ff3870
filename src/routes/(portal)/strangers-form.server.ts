// What a form that anybody may send comes to: read, carried out, or given back with what was typed and why.
import { fail } from '@sveltejs/kit';
import type { z } from 'zod';
import { isLoaError, readForm, refusalOf } from '#lib/platform/index.ts';
import type { CommentFaults } from '#lib/portal/index.ts';

/** The field that people leave empty, and the one that says when the form was opened. */
const TRAP = 'trang-web';
const STAMP = 'mo-luc';

export async function refuseForm<Schema extends z.ZodType, Result>(
  request: Request,
  schema: Schema,
  faults: CommentFaults,
  work: (form: z.output<Schema>, stranger: { trap: string; stamp: string }) => Promise<Result>,
) {
  const data = await request.formData();
  const stranger = { trap: textOf(data, TRAP), stamp: textOf(data, STAMP) };
  const read = readForm(data, schema);
  const { values } = read;
  if (!read.ok) {
    const errors = read.errors.map((fault) => ({
      name: fault.name,
      message: faults.field(fault, textOf(data, fault.name)),
    }));
    return { refused: fail(422, { errors, values, stale: false }) };
  }
  try {
    return { result: await work(read.value, stranger) };
  } catch (thrown) {
    const { status, errors: refusals } = refusalOf(thrown);
    const errors = refusals.map(({ name, message }) => ({
      name,
      message: isLoaError(thrown) ? faults.refused(thrown) : message,
    }));
    // One that was opened too long ago goes back with a new stamp.
    const stale = isLoaError(thrown) && thrown.code === 'form.old';
    return { refused: fail(status, { errors, values, stale }) };
  }
}

function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
