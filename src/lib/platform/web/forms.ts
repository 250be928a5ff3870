// A sent form against its schema: the parsed value, or what is wrong beside each field together with
// everything that was typed, so that the page can show it again.
import type { z } from 'zod';
import { isLoaError } from '../errors.ts';

export interface FormFault {
  readonly name: string;
  readonly message: string;
}

export type FormAnswer<Value> =
  | { readonly ok: true; readonly value: Value; readonly values: FormValues }
  | { readonly ok: false; readonly errors: FormFault[]; readonly values: FormValues };

/** What was typed, by field; a field that was sent several times is a list. Files are left out. */
export type FormValues = Record<string, string | string[]>;

/** Fields that are never sent back to the page. */
const SECRET = /password|login-code/i;

/**
 * Checks a form. `lists` names the fields that may be sent several times (checkboxes); they are
 * always arrays in the schema's input. Text is trimmed and composed (NFC), except passwords.
 */
export function readForm<Schema extends z.ZodType>(
  data: FormData,
  schema: Schema,
  lists: readonly string[] = [],
): FormAnswer<z.output<Schema>> {
  const input: Record<string, unknown> = {};
  const values: FormValues = {};
  for (const name of new Set([...data.keys(), ...lists])) {
    const texts = data
      .getAll(name)
      .map((each) => (typeof each === 'string' ? tidy(name, each) : each));
    input[name] = lists.includes(name) ? texts : texts[0];
    const plain = texts.filter((each): each is string => typeof each === 'string');
    if (!SECRET.test(name)) values[name] = lists.includes(name) ? plain : (plain[0] ?? '');
  }
  const parsed = schema.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data, values };
  return { ok: false, errors: firstOfEach(parsed.error.issues), values };
}

/** An empty field is asked for once, not also told what form it should have. */
function firstOfEach(issues: readonly z.core.$ZodIssue[]): FormFault[] {
  const found = new Map<string, FormFault>();
  for (const { path, message } of issues) {
    const name = String(path[0] ?? '');
    if (!found.has(name)) found.set(name, { name, message });
  }
  return [...found.values()];
}

function tidy(name: string, text: string): string {
  if (SECRET.test(name)) return text;
  return text.normalize('NFC').replace(/\r\n/g, '\n').trim();
}

/**
 * What a use case refused, for showing beside the form: status and faults.
 * @throws whatever isn't meant for a person's eyes, and errors that are no matter of this form
 */
export function refusalOf(error: unknown): { status: number; errors: FormFault[] } {
  if (!isLoaError(error) || error.status === 403) throw error;
  return {
    status: error.status,
    errors: [{ name: error.field ?? '', message: `${error.what} ${error.todo}` }],
  };
}
