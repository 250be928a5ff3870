// The big form of an amendment, read into one edit per topic and duty. Field names carry the row they are
// about, so that the form works without script.
import type { z } from 'zod';
import { AmendPlan } from '#lib/plans/index.ts';

export interface FormError {
  readonly name: string;
  readonly message: string;
}

export type Typed = Readonly<Record<string, string>>;

/** How many new topics and duties one amendment has room for. */
export const NEW_TOPICS = 2;
export const NEW_DUTIES = 3;

type ReadAmendment =
  | { readonly ok: true; readonly value: AmendPlan; readonly typed: Typed }
  | { readonly ok: false; readonly errors: readonly FormError[]; readonly typed: Typed };

export function readAmendment(planId: string, data: FormData): ReadAmendment {
  const typed: Record<string, string> = {};
  for (const [name, value] of data) if (typeof value === 'string') typed[name] = value;
  const at = (name: string) => typed[name] ?? '';
  const ids = (prefix: string) =>
    Object.keys(typed).flatMap((name) =>
      name.startsWith(`${prefix}-`) ? [name.slice(prefix.length + 1)] : [],
    );
  const spans = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));
  const newTopics = spans(NEW_TOPICS).filter((n) => at(`noi-dung-moi-${n}`).trim() !== '');
  const newDuties = spans(NEW_DUTIES).filter((n) => at(`viec-moi-${n}`).trim() !== '');
  const topics = ids('noi-dung').filter((id) => !id.startsWith('moi-'));
  const duties = ids('viec').filter((id) => !id.startsWith('moi-'));
  const parsed = AmendPlan.safeParse({
    planId,
    code: at('so'),
    issuedOn: at('ngay-ban-hanh'),
    validFrom: at('hieu-luc'),
    reason: at('ly-do'),
    topics: topics.map((id) => ({
      id,
      label: at(`ten-${id}`),
      text: at(`noi-dung-${id}`),
      ended: at(`thoi-${id}`) === 'on',
    })),
    newTopics: newTopics.map((n) => ({
      label: at(`ten-moi-${n}`),
      text: at(`noi-dung-moi-${n}`),
    })),
    duties: duties.map((id) => ({
      id,
      unit: at(`don-vi-${id}`),
      text: at(`viec-${id}`),
      dueOn: at(`han-${id}`),
      ended: at(`thoi-${id}`) === 'on',
    })),
    newDuties: newDuties.map((n) => ({
      unit: at(`don-vi-moi-${n}`),
      text: at(`viec-moi-${n}`),
      dueOn: at(`han-moi-${n}`),
    })),
  });
  if (parsed.success) {
    // The use case parses again: it is handed what a form can hold.
    const { issuedOn, validFrom, ...rest } = parsed.data;
    const duty = <T extends { dueOn: string | null }>(one: T) => ({
      ...one,
      dueOn: one.dueOn ?? '',
    });
    return {
      ok: true,
      typed,
      value: {
        ...rest,
        issuedOn,
        validFrom,
        duties: rest.duties.map(duty),
        newDuties: rest.newDuties.map(duty),
      },
    };
  }
  const rows = { topics, newTopics, duties, newDuties };
  return { ok: false, typed, errors: parsed.error.issues.map((issue) => toError(issue, rows)) };
}

const FIELDS: Readonly<Record<string, string>> = {
  code: 'so',
  issuedOn: 'ngay-ban-hanh',
  validFrom: 'hieu-luc',
  reason: 'ly-do',
};
const ROW_FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  topics: { label: 'ten-', text: 'noi-dung-' },
  newTopics: { label: 'ten-moi-', text: 'noi-dung-moi-' },
  duties: { text: 'viec-', unit: 'don-vi-', dueOn: 'han-' },
  newDuties: { text: 'viec-moi-', unit: 'don-vi-moi-', dueOn: 'han-moi-' },
};

/** A refusal of the use case, at the form's own field. */
export function inForm({ name, message }: FormError): FormError {
  return { name: FIELDS[name] ?? name, message };
}

/** The field of the form an issue is about. */
function toError(
  { path, message }: z.core.$ZodIssue,
  rows: Readonly<Record<string, readonly string[]>>,
): FormError {
  const [list = '', index, field = ''] = path.map(String);
  const id = rows[list]?.[Number(index)];
  if (id === undefined) return { name: FIELDS[list] ?? '', message };
  return { name: `${ROW_FIELDS[list]?.[field] ?? ''}${id}`, message };
}
