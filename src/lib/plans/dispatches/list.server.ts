// Dispatches as the desk reads them: who was sent what, who confirmed which revision, who is late.
import type { Tx } from '#lib/platform/index.server.ts';
import { toInstant, toPlainDate, vietnamDate, type Calendar } from '#lib/vietnam/index.ts';
import { dutyCalendar } from '../occurrences/read-occurrences.server.ts';
import { can, requireCan } from '../permissions.ts';
import { confirmBy, readingState, type DispatchKind, type ReadingState } from './dispatch.ts';
import { dispatchError } from './errors.ts';

export interface RecipientView {
  readonly id: string;
  readonly placeId: string;
  readonly name: string;
  readonly isVillage: boolean;
  readonly state: ReadingState;
  /** YYYY-MM-DD; null until confirmed. */
  readonly readOn: string | null;
  readonly how: 'desk' | 'code' | null;
  /** Position of whoever confirmed. */
  readonly readBy: string | null;
  /** Day until which an unused link is good. */
  readonly linkUntil: string | null;
  /** The person may confirm for it. */
  readonly mine: boolean;
}

export interface DispatchView {
  readonly id: string;
  readonly number: number;
  readonly year: number;
  readonly kind: DispatchKind;
  readonly title: string;
  readonly body: string;
  readonly revision: number;
  readonly reason: string | null;
  /** Day of the revision in force. */
  readonly sentOn: string;
  readonly sentBy: string | null;
  /** The plan it belongs to. */
  readonly plan: { readonly id: string; readonly title: string } | null;
  readonly topic: { readonly id: string; readonly label: string } | null;
  /** Last day to confirm. */
  readonly due: string;
  readonly recalledReason: string | null;
  readonly recipients: readonly RecipientView[];
}

/** Dispatches newest first. @throws LoaError `access.*` */
export async function listDispatches(tx: Tx): Promise<DispatchView[]> {
  requireCan(tx.actor, 'dispatch.see', {});
  return readDispatches(tx);
}

/** @throws LoaError `access.*`, `dispatch.not-found` */
export async function getDispatch(tx: Tx, id: string): Promise<DispatchView> {
  requireCan(tx.actor, 'dispatch.see', {});
  const [found] = await readDispatches(tx, id);
  if (!found) throw dispatchError('dispatch.not-found');
  return found;
}

/** What the person's own units still have to confirm, the most urgent first. */
export async function listUnread(tx: Tx): Promise<DispatchView[]> {
  const all = await listDispatches(tx);
  return all
    .filter(
      ({ recalledReason, recipients }) =>
        recalledReason === null && recipients.some(({ mine, state }) => mine && state !== 'read'),
    )
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/** Places a dispatch can go to: units and villages that exist today. */
export async function listPlaces(tx: Tx) {
  requireCan(tx.actor, 'dispatch.see', {});
  const read = (table: 'unit' | 'village') =>
    tx.db
      .selectFrom(table)
      .select(['id', 'name'])
      .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', tx.today)]))
      .orderBy('slug')
      .execute();
  return { units: await read('unit'), villages: await read('village') };
}

async function readDispatches(tx: Tx, id?: string): Promise<DispatchView[]> {
  let query = tx.db
    .selectFrom('dispatch')
    .innerJoin('dispatch_revision', (join) =>
      join
        .onRef('dispatch_revision.commune_id', '=', 'dispatch.commune_id')
        .onRef('dispatch_revision.dispatch_id', '=', 'dispatch.id')
        .onRef('dispatch_revision.revision', '=', 'dispatch.revision'),
    )
    .leftJoin('account', (join) =>
      join
        .onRef('account.commune_id', '=', 'dispatch.commune_id')
        .onRef('account.id', '=', 'dispatch.sent_by'),
    )
    .leftJoin('plan_topic', (join) =>
      join
        .onRef('plan_topic.commune_id', '=', 'dispatch.commune_id')
        .onRef('plan_topic.id', '=', 'dispatch.topic_id'),
    )
    .leftJoin('plan', (join) =>
      join
        .onRef('plan.commune_id', '=', 'dispatch.commune_id')
        .onRef('plan.id', '=', 'dispatch.plan_id'),
    )
    .selectAll('dispatch')
    .select([
      'dispatch_revision.title',
      'dispatch_revision.body',
      'dispatch_revision.reason',
      'dispatch_revision.made_at',
      'account.name as sent_by_name',
      'plan_topic.label as topic_label',
      'plan.title as plan_title',
    ])
    .orderBy('dispatch.year', 'desc')
    .orderBy('dispatch.number', 'desc');
  if (id) query = query.where('dispatch.id', '=', id);
  const rows = await query.execute();
  if (rows.length === 0) return [];
  const recipients = await readRecipients(
    tx,
    rows.map((row) => row.id),
  );
  const calendar: Calendar = await dutyCalendar(tx);
  const today = toPlainDate(tx.today);
  return rows.map((row) => {
    const sentOn = vietnamDate(toInstant(row.made_at));
    const due = confirmBy(sentOn, row.confirm_within, calendar);
    const own = recipients.filter((one) => one.dispatch_id === row.id);
    return {
      id: row.id,
      number: row.number,
      year: row.year,
      kind: row.kind as DispatchKind,
      title: row.title,
      body: row.body,
      revision: row.revision,
      reason: row.reason,
      sentOn,
      sentBy: row.sent_by_name,
      plan: row.plan_id !== null ? { id: row.plan_id, title: row.plan_title ?? '' } : null,
      topic: row.topic_id !== null ? { id: row.topic_id, label: row.topic_label ?? '' } : null,
      due,
      recalledReason: row.recalled_reason,
      recipients: own.map((one) => ({
        id: one.id,
        placeId: one.unit_id ?? one.village_id ?? '',
        name: one.unit_name ?? one.village_name ?? '',
        isVillage: one.village_id !== null,
        state: readingState(one.read_at !== null, due, today),
        readOn: one.read_at === null ? null : vietnamDate(toInstant(one.read_at)),
        how: one.how as RecipientView['how'],
        readBy: one.account_name ?? one.head_position,
        linkUntil: one.link_until === null ? null : vietnamDate(toInstant(one.link_until)),
        mine:
          one.unit_id !== null &&
          can(tx.actor, 'dispatch.read', { unitId: one.unit_id }) &&
          !(tx.actor.kind === 'person' && row.sent_by === tx.actor.accountId),
      })),
    };
  });
}

async function readRecipients(tx: Tx, ids: readonly string[]) {
  return tx.db
    .selectFrom('dispatch_recipient as r')
    .innerJoin('dispatch as d', (join) =>
      join.onRef('d.commune_id', '=', 'r.commune_id').onRef('d.id', '=', 'r.dispatch_id'),
    )
    .leftJoin('unit as u', (join) =>
      join.onRef('u.commune_id', '=', 'r.commune_id').onRef('u.id', '=', 'r.unit_id'),
    )
    .leftJoin('village as v', (join) =>
      join.onRef('v.commune_id', '=', 'r.commune_id').onRef('v.id', '=', 'r.village_id'),
    )
    .leftJoin('dispatch_reading as g', (join) =>
      join
        .onRef('g.commune_id', '=', 'r.commune_id')
        .onRef('g.recipient_id', '=', 'r.id')
        .onRef('g.revision', '=', 'd.revision'),
    )
    .leftJoin('account as a', (join) =>
      join.onRef('a.commune_id', '=', 'g.commune_id').onRef('a.id', '=', 'g.account_id'),
    )
    .leftJoin('unit_head as h', (join) =>
      join.onRef('h.commune_id', '=', 'g.commune_id').onRef('h.id', '=', 'g.head_id'),
    )
    .leftJoin('reading_link as l', (join) =>
      join
        .onRef('l.commune_id', '=', 'r.commune_id')
        .onRef('l.recipient_id', '=', 'r.id')
        .onRef('l.revision', '=', 'd.revision')
        .on('l.used_at', 'is', null)
        .on('l.revoked_at', 'is', null)
        .on('l.expires_at', '>', tx.now),
    )
    .select([
      'r.id',
      'r.dispatch_id',
      'r.unit_id',
      'r.village_id',
      'u.name as unit_name',
      'v.name as village_name',
      'g.read_at',
      'g.how',
      'a.name as account_name',
      'h.position as head_position',
      'l.expires_at as link_until',
    ])
    .where('r.dispatch_id', 'in', ids)
    .orderBy('u.position')
    .orderBy('v.slug')
    .execute();
}
