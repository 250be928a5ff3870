// What a filled-in form asks for, as steps. The same forms serve with and without script: the browser
// turns them into steps at once, the server when they are sent.
import type { Cadence, Clause, Draft } from './draft.ts';
import { findClause, isSection } from './draft.ts';
import type { Step } from './history.ts';

/**
 * Reads a review form. `thao-tac` names the button pressed, `khoa` the clause, unit or list.
 * Unknown buttons give no step.
 */
export function stepsFromForm(draft: Draft, form: FormData): Step[] {
  const key = word(form, 'khoa');
  const [action = '', detail = ''] = word(form, 'thao-tac').split(':');
  switch (action) {
    case 'luu':
      return saved(draft, key, form);
    case 'tach':
      return [{ type: 'split', key, at: Number(detail) }];
    case 'gop':
      return [{ type: 'join', key }];
    case 'len':
      return [{ type: 'shift', key, by: -1 }];
    case 'xuong':
      return [{ type: 'shift', key, by: 1 }];
    case 'chuyen':
      return [...saved(draft, key, form), { type: 'move', key, to: word(form, 'noi-den') }];
    case 'bo':
      return [{ type: 'drop', key }];
    case 'khoi-phuc':
      return [{ type: 'restore', key }];
    case 'dau-moi':
      return [{ type: 'set-lead', key, lead: detail === 'co' }];
    case 'them':
      return [{ type: 'add', list: key, text: word(form, 'noi-dung') }];
    case 'them-don-vi':
      return [{ type: 'add-unit', unit: word(form, 'don-vi') }];
    case 'thoi-gian':
      return [{ type: 'set-period', from: day(form, 'tu-ngay'), to: day(form, 'den-ngay') }];
    case 'tieu-de':
      return [{ type: 'retitle', title: word(form, 'tieu-de') }];
    case 'da-xem':
      return [{ type: 'see-finding', key, seen: detail !== 'khong' }];
    case 'hoan-tac':
      return [{ type: 'undo' }];
    case 'lam-lai':
      return [{ type: 'redo' }];
    default:
      return [];
  }
}

/** Everything in which the form of a clause or unit differs from the draft. */
function saved(draft: Draft, key: string, form: FormData): Step[] {
  const unit = draft.assignments.find((assignment) => assignment.key === key);
  if (unit) {
    const name = word(form, 'don-vi');
    return name !== '' && name !== unit.unit ? [{ type: 'name-unit', key, unit: name }] : [];
  }
  const place = findClause(draft, key);
  if (!place) return [];
  const { clause, list } = place;
  const steps: Step[] = [];
  const text = word(form, 'noi-dung');
  if (text !== '' && text !== clause.text) steps.push({ type: 'retype', key, text });
  const label = word(form, 'ten-ngan');
  if (list === 'topics' && label !== '' && label !== clause.label) {
    steps.push({ type: 'relabel', key, label });
  }
  if (list === 'measures' && form.has('kenh-co')) steps.push(...changedChannels(clause, form));
  if (!isSection(list)) steps.push(...changedTimes(clause, form));
  return steps;
}

function changedChannels({ key, channels }: Clause, form: FormData): Step[] {
  const chosen = form.getAll('kenh').map(String);
  const same = chosen.length === channels.length && chosen.every((id) => channels.includes(id));
  return same ? [] : [{ type: 'set-channels', key, channels: chosen }];
}

function changedTimes({ key, due, every }: Clause, form: FormData): Step[] {
  const steps: Step[] = [];
  if (form.has('han')) {
    const date = day(form, 'han');
    if (date !== (due?.date ?? null)) steps.push({ type: 'set-due', key, date });
  }
  if (form.has('dinh-ky')) {
    const chosen = readCadence(word(form, 'dinh-ky'));
    if (JSON.stringify(chosen) !== JSON.stringify(every)) {
      steps.push({ type: 'set-every', key, every: chosen });
    }
  }
  return steps;
}

const CADENCE = /^(\d{1,3})-(week|month|quarter|half|year)$/u;

function readCadence(value: string): Cadence | null {
  if (value === 'often') return 'often';
  const match = CADENCE.exec(value);
  if (!match?.[1] || !match[2]) return null;
  return {
    count: Number(match[1]),
    unit: match[2] as 'week' | 'month' | 'quarter' | 'half' | 'year',
  };
}

/** A form sends line ends as \r\n. */
function word(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '';
}

function day(form: FormData, name: string): string | null {
  return word(form, name) || null;
}
