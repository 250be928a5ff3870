// What stands in some fields of a form, so that it can be kept beside the page and put back. Pure but for the form
// that is handed in.

/** By the field's name; several values where several boxes are ticked, none where none is. */
export type FieldValues = Readonly<Record<string, readonly string[]>>;

export function valuesOf(sent: FormData, names: readonly string[]): FieldValues {
  return Object.fromEntries(
    names.map((name) => [
      name,
      sent.getAll(name).filter((value): value is string => typeof value === 'string'),
    ]),
  );
}

/** Values as they were kept; undefined for anything else. */
export function readValues(kept: unknown): FieldValues | undefined {
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return undefined;
  const isText = (value: unknown) => typeof value === 'string';
  const isWhole = Object.values(kept).every((each) => Array.isArray(each) && each.every(isText));
  return isWhole ? (kept as FieldValues) : undefined;
}

export function areSame(one: FieldValues, other: FieldValues): boolean {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const textOf = (values: FieldValues, name: string) => JSON.stringify(values[name] ?? []);
  return names.every((name) => textOf(one, name) === textOf(other, name));
}

/** Puts values back where their fields still are, as if somebody had typed and chosen them. */
export function putBack(form: HTMLFormElement, values: FieldValues): void {
  for (const control of form.elements) {
    if (isBox(control)) {
      const given = values[control.name];
      if (given) setTo(control, 'checked', given.includes(control.value));
    } else if (isTyped(control)) {
      const [given] = values[control.name] ?? [];
      if (given !== undefined) setTo(control, 'value', given);
    }
  }
}

function setTo<Control extends HTMLElement, Key extends keyof Control>(
  control: Control,
  key: Key,
  value: Control[Key],
): void {
  if (control[key] === value) return;
  control[key] = value;
  // What was folded away is shown: nobody looks for what they can't see.
  if (value === true) control.closest('details')?.setAttribute('open', '');
  for (const kind of ['input', 'change']) control.dispatchEvent(new Event(kind, { bubbles: true }));
}

function isBox(control: Element): control is HTMLInputElement {
  return control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type);
}

function isTyped(
  control: Element,
): control is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  return (
    control instanceof HTMLInputElement ||
    control instanceof HTMLTextAreaElement ||
    control instanceof HTMLSelectElement
  );
}
