// Rows of items and editions, locked in one order: the item first, then its editions.
import type { Selectable } from 'kysely';
import { isId } from '../id-form.ts';
import type { DB } from '../database/schema.ts';
import type { Tx } from '../database/tx.server.ts';
import { editionError } from './errors.ts';
import { statusAfter, statusWord, type EditionStatus, type EditionStep } from './status.ts';

export type ItemRow = Selectable<DB['item']>;
export type EditionRow = Selectable<DB['edition']>;

export interface LockedEdition {
  readonly item: ItemRow;
  readonly edition: EditionRow;
}

/** The edition and its item, kept from others until the end. @throws LoaError `edition.not-found` */
export async function lockEdition(tx: Tx, id: string): Promise<LockedEdition> {
  if (!isId(id)) throw editionError('edition.not-found');
  const found = await tx.db
    .selectFrom('edition')
    .select('item_id')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) throw editionError('edition.not-found');
  const item = await lockItem(tx, found.item_id);
  const edition = await tx.db
    .selectFrom('edition')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { item, edition };
}

export async function lockItem(tx: Tx, id: string): Promise<ItemRow> {
  const row = isId(id)
    ? await tx.db.selectFrom('item').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    : undefined;
  if (!row) throw editionError('edition.not-found');
  return row;
}

const STEP_WORDS: Readonly<Record<EditionStep, string>> = {
  revise: 'sửa',
  submit: 'trình duyệt',
  return: 'trả lại',
  approve: 'duyệt',
  force: 'đăng không qua duyệt',
  schedule: 'hẹn giờ',
  unschedule: 'bỏ hẹn giờ',
  publish: 'đăng',
  supersede: 'thay',
  withdraw: 'gỡ',
};

/** @throws LoaError `edition.wrong-status`, `edition.trashed` where the step can't be taken */
export function requireStep({ item, edition }: LockedEdition, step: EditionStep): EditionStatus {
  if (item.trashed_at !== null) throw editionError('edition.trashed');
  const status = edition.status as EditionStatus;
  const next = statusAfter(status, step);
  if (next) return next;
  const words = statusWord({ status, forced: edition.approved_how === 'forced' }).toLowerCase();
  throw editionError('edition.wrong-status', { step: STEP_WORDS[step], status: words });
}

export async function change(tx: Tx, id: string, values: Partial<EditionRow>): Promise<void> {
  await tx.db.updateTable('edition').set(values).where('id', '=', id).execute();
}

/** A reason is a sentence, not a keystroke. @throws LoaError `edition.reason-needed` */
export function requireReason(reason: string): string {
  const said = reason.normalize('NFC').trim();
  if (said.length < 3) throw editionError('edition.reason-needed', {}, 'reason');
  return said;
}
