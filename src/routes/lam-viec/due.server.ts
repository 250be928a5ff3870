// Duties in time as the first page of the desk shows them: a person's own, and the office's at a glance.
import { canInNewsroom } from '#lib/newsroom/index.ts';
import { listHandovers } from '#lib/newsroom/index.server.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import {
  keptEveryDay,
  latestFirst,
  occurrenceName,
  standingOfUnits,
  timeLeft,
} from '#lib/plans/index.ts';
import {
  listCommendations,
  listDispatches,
  listOccurrences,
  listRemindedDays,
  listUnread,
  type NamedOccurrence,
} from '#lib/plans/index.server.ts';
import { addDays, toPlainDate } from '#lib/vietnam/index.ts';
import type { DueView } from './due.ts';

/** What lies further ahead than this isn't this fortnight's work. */
const AHEAD_DAYS = 14;

/** What the person's units owe: overdue first, then what is due within a fortnight. */
export async function readMine(tx: Tx) {
  const unitIds = tx.actor.kind === 'person' ? tx.actor.unitIds : [];
  const own = unitIds.length > 0 ? await listOccurrences(tx, { unitIds }) : [];
  const today = toPlainDate(tx.today);
  const fortnight = addDays(today, AHEAD_DAYS);
  const overdue = own.filter(({ state }) => state === 'overdue');
  const soon = own.filter(({ state, due }) => state === 'open' && due <= fortnight);
  const unproven = own.filter(({ state }) => state === 'done');
  const reminded = await remindedDaysOf(tx, [...overdue, ...soon, ...unproven]);
  const view = (one: NamedOccurrence) => viewOf(one, tx, reminded);
  return {
    overdue: overdue.map(view),
    soon: soon.map(view),
    unproven: unproven.map(view),
    unread: (await listUnread(tx)).map(({ id, title, due, number, year }) => ({
      id,
      title,
      due,
      number: `${number}/${year}`,
    })),
  };
}

/**
 * Hand-overs that wait for the person: the secretary's queue, questions to the person's units, and what was
 * made public of theirs within a fortnight.
 */
export async function readHandedOver(tx: Tx) {
  const mayHandle = canInNewsroom(tx.actor, 'handover.handle', {});
  const own = tx.actor.kind === 'person' ? tx.actor.unitIds : [];
  const all = await listHandovers(tx);
  const lately = addDays(toPlainDate(tx.today), -AHEAD_DAYS);
  return {
    queue: mayHandle ? all.filter(({ state }) => state === 'waiting' || state === 'taken') : [],
    asked: all.filter(({ state, unitId }) => state === 'asked' && own.includes(unitId)),
    published: all.filter(
      ({ article, unitId }) =>
        own.includes(unitId) &&
        article?.status === 'published' &&
        (article.publicAt ?? '') >= lately,
    ),
  };
}

/** The leader's page: late, missing, best practice, weak spots (each opens what it counts). */
export async function readOffice(tx: Tx) {
  const all = await listOccurrences(tx);
  const overdue = all.filter(({ state }) => state === 'overdue');
  const reminded = await remindedDaysOf(tx, overdue);
  const rows = standingOfUnits(all, toPlainDate(tx.today));
  const dispatches = (await listDispatches(tx)).filter(
    ({ recalledReason }) => recalledReason === null,
  );
  const entries = (await listCommendations(tx)).filter(({ withdrawn }) => !withdrawn);
  return {
    overdue: overdue.map((one) => viewOf(one, tx, reminded)),
    best: rows.filter(keptEveryDay),
    weak: latestFirst(rows),
    lateReaders: dispatches.flatMap(({ id, title, recipients }) => {
      const late = recipients.filter(({ state }) => state === 'late').map(({ name }) => name);
      return late.length > 0 ? [{ id, title, late }] : [];
    }),
    praise: entries.filter(({ kind }) => kind === 'praise').slice(0, 3),
    shortcomings: entries.filter((one) => one.kind === 'shortcoming' && one.remediedOn === null),
  };
}

/** Of what is shown only: years of reminders stay unread. */
function remindedDaysOf(tx: Tx, shown: readonly NamedOccurrence[]) {
  return listRemindedDays(
    tx,
    shown.map(({ about }) => about.id),
  );
}

function viewOf(one: NamedOccurrence, tx: Tx, reminded: ReadonlyMap<string, string>): DueView {
  return {
    dutyId: one.about.id,
    key: one.key,
    text: one.about.text,
    name: occurrenceName(one),
    unitId: one.unit,
    unitName: one.answersFor,
    due: one.due,
    left: timeLeft(one, toPlainDate(tx.today)),
    state: one.state,
    remindedOn: reminded.get(`${one.about.id} ${one.key}`) ?? '',
  };
}
