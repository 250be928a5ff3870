// Raising, prolonging and ending alerts. They stand outside the editors' workflow: what can't wait is
// said by who may say it, under their name in the record, and goes by itself.
import { findPersonalData, personalDataNames } from '#lib/platform/index.ts';
import { listOwnContacts, newId, onceUntilNextEvent, type Tx } from '#lib/platform/index.server.ts';
import { addMillis, type Instant } from '#lib/vietnam/index.ts';
import { requireCan } from '../permissions.ts';
import { type Alert, liveAlerts, MOST_AT_ONCE, nextEnd } from './alert.ts';
import type { AlertForm } from './alert-form.ts';
import { alertError } from './errors.ts';

const HOUR_MS = 3_600_000;
const SHOWN_OVER = 20;

/** Alerts that stand now; a page that shows them reads differently when the first of them goes. */
export async function listLiveAlerts(tx: Tx): Promise<Alert[]> {
  const all = await onceUntilNextEvent(tx, 'alerts', '', () => listFrom(tx, tx.now));
  const live = liveAlerts(all, tx.now);
  const end = nextEnd(live);
  if (end) tx.differsFrom(end);
  return live;
}

/** Alerts for the desk: those that stand, and the last ones that are over. */
export async function listAlerts(tx: Tx): Promise<{ live: Alert[]; over: Alert[] }> {
  requireCan(tx.actor, 'alert.see', {});
  const rows = await tx.db
    .selectFrom('alert')
    .selectAll()
    .orderBy('until', 'desc')
    .limit(SHOWN_OVER + MOST_AT_ONCE)
    .execute();
  const all = rows.map(toAlert);
  const live = liveAlerts(all, tx.now);
  return { live, over: all.filter(({ until }) => until <= tx.now) };
}

/**
 * Puts an alert on every public page.
 * @throws LoaError `alert.too-many`, `alert.personal-data`
 */
export async function raiseAlert(tx: Tx, form: AlertForm): Promise<string> {
  requireCan(tx.actor, 'alert.raise', {});
  const standing = liveAlerts(await listFrom(tx, tx.now), tx.now).length;
  if (standing >= MOST_AT_ONCE) throw alertError('alert.too-many', { count: standing });
  const [hit] = findPersonalData(form.words, await listOwnContacts(tx));
  if (hit) {
    const what = personalDataNames[hit.kind];
    throw alertError('alert.personal-data', { what, text: hit.text }, 'words');
  }
  const id = newId();
  const until = endOf(tx, form.stretch);
  const { urgency, words, link } = form;
  await tx.db
    .insertInto('alert')
    .values({ commune_id: tx.communeId, id, urgency, words, link, raised_at: tx.now, until })
    .execute();
  tx.record({ kind: 'alert.raised', subject: { type: 'alert', id }, data: { urgency, until } });
  return id;
}

/** From now on for another stretch. @throws LoaError `alert.not-found` */
export async function prolongAlert(
  tx: Tx,
  { id, stretch }: { readonly id: string; readonly stretch: AlertForm['stretch'] },
): Promise<void> {
  requireCan(tx.actor, 'alert.raise', {});
  const until = endOf(tx, stretch);
  await setEnd(tx, id, until);
  tx.record({ kind: 'alert.prolonged', subject: { type: 'alert', id }, data: { until } });
}

/** It goes at once. @throws LoaError `alert.not-found` */
export async function endAlert(tx: Tx, { id }: { readonly id: string }): Promise<void> {
  requireCan(tx.actor, 'alert.raise', {});
  await setEnd(tx, id, tx.now);
  tx.record({ kind: 'alert.ended', subject: { type: 'alert', id } });
  // Whoever reads a page now must not be told what is over.
  tx.deletePages();
}

async function setEnd(tx: Tx, id: string, until: Instant): Promise<void> {
  const done = await tx.db
    .updateTable('alert')
    .set({ until })
    .where('id', '=', id)
    .where('until', '>', tx.now)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw alertError('alert.not-found');
}

async function listFrom(tx: Tx, at: Instant): Promise<Alert[]> {
  const rows = await tx.db.selectFrom('alert').selectAll().where('until', '>', at).execute();
  return rows.map(toAlert);
}

function endOf(tx: Tx, stretch: AlertForm['stretch']): Instant {
  return addMillis(tx.now, Number(stretch) * HOUR_MS);
}

function toAlert(row: {
  id: string;
  urgency: string;
  words: string;
  link: string;
  raised_at: string;
  until: string;
}): Alert {
  const { id, words, link } = row;
  return {
    id,
    urgency: row.urgency as Alert['urgency'],
    words,
    link,
    raisedAt: row.raised_at,
    until: row.until,
  };
}
