/** How a form's fields, hints and errors find one another in the page. */

/** The HTML id of the control that sends `name`; lists of errors link to it. */
export function fieldId(name: string): string {
  return `o-${name.replace(/[^\w-]+/g, '-')}`;
}

/** Ids for `aria-describedby`: the hint, then the error, whichever exist. */
export function describedBy(id: string, hint?: unknown, error?: unknown): string | undefined {
  const ids = [hint && `${id}-goi-y`, error && `${id}-loi`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** What is wrong: the field's name ('' for the whole form), and a sentence that says what to do. */
export type FieldError = { name: string; message: string };

/** The errors of one answer as a look-up by field name, the first of each field. */
export function errorsByName(errors: readonly FieldError[]): Record<string, string | undefined> {
  const found: Record<string, string | undefined> = {};
  for (const { name, message } of errors) found[name] ??= message;
  return found;
}

/** One choice of a list, a radio group or a group of checkboxes. */
export type Choice = {
  value: string;
  label: string;
  hint?: string;
  disabled?: boolean;
  /** Of the label, where that isn't the page's. */
  lang?: string | undefined;
};

/** Choices under a heading of their own. */
export type ChoiceGroup = { label: string; choices: readonly Choice[] };
