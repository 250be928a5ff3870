// Keeps what is typed in a form in this browser tab until it is sent: a reload, a lost connection or a
// session that ended doesn't lose it. Files can't be kept here; nothing outlives the tab.
import type { Attachment } from 'svelte/attachments';

const SKIPPED = new Set(['clientKey', 'kind', 'kept']);

/** Attach to a form; `name` tells one form's draft from another's. */
export function keepDraft(name: string): Attachment<HTMLFormElement> {
  const key = `loa nháp ${name}`;
  return (form) => {
    restore(form, sessionStorage.getItem(key));
    const save = () => sessionStorage.setItem(key, JSON.stringify(collect(form)));
    form.addEventListener('input', save);
    form.addEventListener('change', save);
    return () => {
      form.removeEventListener('input', save);
      form.removeEventListener('change', save);
    };
  };
}

/** Forgets what was kept for forms whose name begins so: once it was recorded. */
export function forgetDrafts(begin: string): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(`loa nháp ${begin}`)) sessionStorage.removeItem(key);
  }
}

type Draft = Record<string, string[]>;

function collect(form: HTMLFormElement): Draft {
  const draft: Draft = {};
  for (const control of controlsOf(form)) {
    const list = (draft[control.name] ??= []);
    if (!isTick(control)) list.push(control.value);
    else if (control.checked) list.push(control.value);
  }
  return draft;
}

function restore(form: HTMLFormElement, saved: string | null): void {
  if (!saved) return;
  const draft = JSON.parse(saved) as Draft;
  for (const control of controlsOf(form)) {
    const values = draft[control.name];
    if (!values) continue;
    if (isTick(control)) control.checked = values.includes(control.value);
    else control.value = values[0] ?? '';
    // Bound values follow their control's own events.
    control.dispatchEvent(new Event(isTick(control) ? 'change' : 'input', { bubbles: true }));
  }
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements]
    .filter(
      (element): element is Control =>
        (element instanceof HTMLInputElement && element.type !== 'file') ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement,
    )
    .filter((control) => control.name !== '' && !SKIPPED.has(control.name));
}

function isTick(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type);
}
