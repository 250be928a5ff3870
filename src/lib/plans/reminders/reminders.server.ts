// Units reminded of what they owe: recorded first, one message for a unit and working day, only while the
// office is open, never twice for the same occurrence and step.
import {
  defineJob,
  inCommune,
  isOfficeOpen,
  newId,
  putMail,
  readCommune,
  sendsMail,
  takeTurns,
  type Tx,
} from '#lib/platform/index.server.ts';
import { systemJob, type MailTrouble } from '#lib/platform/index.ts';
import { toPlainDate, type PlainDate } from '#lib/vietnam/index.ts';
import type { ReminderMadeData } from '../events.ts';
import {
  dutyCalendar,
  listOccurrences,
  type NamedOccurrence,
} from '../occurrences/read-occurrences.server.ts';
import { occurrenceName, timeLeft } from '../occurrences/words.ts';
import { requireCan } from '../permissions.ts';
import { listOccurrenceReports } from '../sheets/sheets.server.ts';
import {
  DEFAULT_SETTING,
  reminderLetter,
  SetReminders,
  stepReached,
  type ReminderSetting,
  type StepKey,
} from './reminders.ts';

const JOB = 'reminders.sweep';
const SWEEP_MINUTES = 30;

/** When units are reminded; anybody of the office may know. @throws LoaError `access.*` */
export async function readReminderSetting(tx: Tx): Promise<ReminderSetting> {
  requireCan(tx.actor, 'plan.see', {});
  const row = await tx.db.selectFrom('reminder_setting').selectAll().executeTakeFirst();
  return row ? { before: row.days_before, after: row.days_after } : DEFAULT_SETTING;
}

/** Sets the steps; none at all is no reminding. @throws LoaError `access.*` */
export async function setReminders(tx: Tx, input: SetReminders): Promise<void> {
  requireCan(tx.actor, 'reminder.set', {});
  const { before, after } = SetReminders.parse(input);
  const values = { days_before: before, days_after: after, set_at: tx.now };
  await tx.db
    .insertInto('reminder_setting')
    .values({ commune_id: tx.communeId, ...values })
    .onConflict((conflict) => conflict.column('commune_id').doUpdateSet(values))
    .execute();
  tx.record({
    kind: 'reminder.set',
    subject: { type: 'commune', id: tx.communeId },
    data: { before, after },
  });
}

/**
 * Reminds every unit that has something to be reminded of now.
 * @param now instead of the office's clock, ISO UTC
 */
export async function sweepReminders(communeId: string, now?: string): Promise<void> {
  await inCommune(communeId, remindAll, {
    write: true,
    actor: systemJob(JOB),
    ...(now !== undefined && { now }),
  });
}

defineJob({
  name: JOB,
  run: (communeId) => sweepReminders(communeId),
  everyMinutes: SWEEP_MINUTES,
  onlyWhileOpen: true,
});

interface Due {
  readonly one: NamedOccurrence;
  readonly step: StepKey;
}

async function remindAll(tx: Tx): Promise<void> {
  if (!(await isOfficeOpen(tx))) return;
  // Two sweeps at once: the second sees what the first recorded.
  await takeTurns(tx);
  const calendar = await dutyCalendar(tx);
  const setting = await readReminderSetting(tx);
  const reminded = await unitsRemindedToday(tx);
  const reached = (await listOccurrences(tx)).flatMap((one): Due[] => {
    const step = reminded.has(one.unit) ? undefined : stepReached(one, tx.today, setting, calendar);
    return step === undefined ? [] : [{ one, step }];
  });
  // Only what was said of these: years of reminders stay unread.
  const duties = [...new Set(reached.map(({ one }) => one.about.id))];
  const done = new Set((await readItems(tx, duties)).map(itemKey));
  const reported = await listOccurrenceReports(tx, duties);
  const due = reached.filter(({ one, step }) => {
    const key = itemKey({ duty_id: one.about.id, occurrence: one.key, due: one.due, step });
    return !done.has(key) && !reported.has(`${one.about.id} ${one.key}`);
  });
  if (due.length === 0) return;
  const addresses = await readAddresses(tx);
  const office = `Ủy ban nhân dân ${(await readCommune(tx)).name}`;
  for (const [unitId, items] of Map.groupBy(due, ({ one }) => one.unit)) {
    await remind(tx, { unitId, items, to: addresses.get(unitId) ?? '', office });
  }
}

interface Bundle {
  readonly unitId: string;
  readonly items: readonly Due[];
  readonly to: string;
  readonly office: string;
}

async function remind(tx: Tx, { unitId, items, to, office }: Bundle): Promise<void> {
  const commune_id = tx.communeId;
  const id = newId();
  const lines = items.map(({ one }) => ({
    text: one.about.text,
    name: occurrenceName(one),
    due: one.due,
    left: timeLeft(one, tx.today),
    overdue: one.state === 'overdue',
  }));
  const letter = reminderLetter(items[0]?.one.answersFor ?? '', office, lines);
  const mailId = to === '' ? null : await putMail(tx, { to, ...letter, inOfficeHours: true });
  await tx.db
    .insertInto('reminder')
    .values({ commune_id, id, unit_id: unitId, day: tx.today, made_at: tx.now, mail_id: mailId })
    .execute();
  await tx.db
    .insertInto('reminder_item')
    .values(
      items.map(({ one, step }) => ({
        commune_id,
        reminder_id: id,
        duty_id: one.about.id,
        occurrence: one.key,
        due: one.due,
        step,
      })),
    )
    .execute();
  tx.record({
    kind: 'reminder.made',
    subject: { type: 'reminder', id },
    data: {
      unit: unitId,
      mail: mailId,
      items: items.map(({ one, step }) => ({ duty: one.about.id, occurrence: one.key, step })),
    } satisfies ReminderMadeData,
  });
}

/** Units that mail may go to; none where the commune has no server. */
async function readAddresses(tx: Tx): Promise<Map<string, string>> {
  if (!(await sendsMail(tx))) return new Map();
  const rows = await tx.db
    .selectFrom('unit')
    .select(['id', 'email'])
    .where('valid_to', 'is', null)
    .execute();
  return new Map(rows.map(({ id, email }) => [id, email]));
}

async function unitsRemindedToday(tx: Tx): Promise<Set<string>> {
  const rows = await tx.db
    .selectFrom('reminder')
    .select('unit_id')
    .where('day', '=', tx.today)
    .execute();
  return new Set(rows.map(({ unit_id }) => unit_id));
}

async function readItems(tx: Tx, dutyIds: readonly string[]) {
  if (dutyIds.length === 0) return [];
  return tx.db
    .selectFrom('reminder_item')
    .select(['duty_id', 'occurrence', 'due', 'step'])
    .where('duty_id', 'in', dutyIds)
    .execute();
}

interface ItemKey {
  readonly duty_id: string;
  readonly occurrence: string;
  readonly due: string;
  readonly step: string;
}

function itemKey({ duty_id, occurrence, due, step }: ItemKey): string {
  return `${duty_id} ${occurrence} ${due} ${step}`;
}

/**
 * The last day each occurrence of these duties was reminded of, by `<duty id> <occurrence key>`.
 * @throws LoaError `access.*`
 */
export async function listRemindedDays(
  tx: Tx,
  dutyIds: readonly string[],
): Promise<Map<string, PlainDate>> {
  requireCan(tx.actor, 'plan.see', {});
  if (dutyIds.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('reminder_item')
    .innerJoin('reminder', (join) =>
      join
        .onRef('reminder.commune_id', '=', 'reminder_item.commune_id')
        .onRef('reminder.id', '=', 'reminder_item.reminder_id'),
    )
    .select(['duty_id', 'occurrence'])
    .select(({ fn }) => fn.max('reminder.day').as('day'))
    .where('duty_id', 'in', [...new Set(dutyIds)])
    .groupBy(['duty_id', 'occurrence'])
    .execute();
  return new Map(
    rows.map(({ duty_id, occurrence, day }) => [`${duty_id} ${occurrence}`, toPlainDate(day)]),
  );
}

export interface ReminderView {
  readonly id: string;
  readonly day: PlainDate;
  readonly unitId: string;
  readonly unitName: string;
  readonly items: number;
  /** What became of the mail; null where it shows in the desk alone. */
  readonly mail: 'waiting' | 'going' | 'sent' | 'failed' | 'unsure' | null;
  readonly trouble: MailTrouble | null;
}

/** The newest first. @throws LoaError `access.*` */
export async function listReminders(tx: Tx, limit = 50): Promise<ReminderView[]> {
  requireCan(tx.actor, 'reminder.see', {});
  const rows = await tx.db
    .selectFrom('reminder')
    .innerJoin('unit', (join) =>
      join
        .onRef('unit.commune_id', '=', 'reminder.commune_id')
        .onRef('unit.id', '=', 'reminder.unit_id'),
    )
    .leftJoin('mail_message', (join) =>
      join
        .onRef('mail_message.commune_id', '=', 'reminder.commune_id')
        .onRef('mail_message.id', '=', 'reminder.mail_id'),
    )
    .select(['reminder.id', 'reminder.day', 'reminder.unit_id', 'unit.name'])
    .select(['mail_message.state', 'mail_message.trouble'])
    .select(({ selectFrom, fn }) =>
      selectFrom('reminder_item')
        .select(fn.countAll<number>().as('items'))
        .whereRef('reminder_item.commune_id', '=', 'reminder.commune_id')
        .whereRef('reminder_item.reminder_id', '=', 'reminder.id')
        .as('items'),
    )
    .orderBy('reminder.day', 'desc')
    .orderBy('unit.position')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    day: toPlainDate(row.day),
    unitId: row.unit_id,
    unitName: row.name,
    items: Number(row.items),
    mail: row.state as ReminderView['mail'],
    trouble: row.trouble as MailTrouble | null,
  }));
}

/**
 * Why a reminder would stay in the desk: no server, or units without an address.
 * @throws LoaError `access.*`
 */
export async function readReminderWays(tx: Tx) {
  requireCan(tx.actor, 'reminder.see', {});
  const rows = await tx.db
    .selectFrom('unit')
    .select('name')
    .where('valid_to', 'is', null)
    .where('email', '=', '')
    .orderBy('position')
    .execute();
  return { sendsMail: await sendsMail(tx), withoutAddress: rows.map(({ name }) => name) };
}
