// Arguments of a command against a schema, the first fault as an error for the terminal.
import type { z } from 'zod';
import { commandError } from './errors.ts';

/** @throws LoaError `command.wrong-value` naming the option */
export function checked<Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
  options: Readonly<Record<string, string>>,
): z.output<Schema> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = String(issue?.path[0] ?? '');
  throw commandError('command.wrong-value', {
    name: options[field] ?? field,
    message: issue?.message ?? 'giá trị không đúng',
  });
}
