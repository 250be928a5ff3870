// The part of a form that says how a document stands in the register.
import { documentError } from '#lib/documents/index.ts';
import { directions, type Direction, type EntryFacts } from '#lib/documents/index.server.ts';
import { isPlainDate } from '#lib/vietnam/index.ts';

/** @throws LoaError `document.bad-day` */
export function readEntryFacts(form: FormData): EntryFacts {
  const direction = word(form, 'huong');
  return {
    direction: (directions as readonly string[]).includes(direction)
      ? (direction as Direction)
      : 'incoming',
    arrivedOn: day(form, 'ngay-den', 'Ngày đến'),
    field: word(form, 'linh-vuc').slice(0, 200),
    inForceOn: day(form, 'hieu-luc-tu', 'Có hiệu lực từ ngày'),
    expiresOn: day(form, 'hieu-luc-den', 'Hết hiệu lực từ ngày'),
    replacedBy: word(form, 'thay-the-boi') || null,
  };
}

function day(form: FormData, name: string, label: string): string | null {
  const value = word(form, name);
  if (value === '') return null;
  if (!isPlainDate(value)) throw documentError('document.bad-day', { label });
  return value;
}

function word(form: FormData, name: string): string {
  return String(form.get(name) ?? '')
    .normalize('NFC')
    .trim();
}
