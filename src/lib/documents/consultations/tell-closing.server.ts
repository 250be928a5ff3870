// The office told by mail that the last day of a consultation nears: the units of who opened it, once for each last
// day, while the office is open, so that what the letter says holds when it is read. Without a mail server or an
// address it stays with the desk, until there is one.
import {
  isOfficeOpen,
  putMail,
  readCommune,
  readOfficeCalendar,
  sendsMail,
  type Tx,
} from '#lib/platform/index.server.ts';
import { addDays, toPlainDate, workingDayOnOrAfter } from '#lib/vietnam/index.ts';
import { closingLetter } from './closing-letter.ts';
import { CLOSING_DAYS } from './consultation.ts';
import type { ConsultationClosingToldData } from './events.ts';
import { countCommentsOf } from './summary.server.ts';

export async function tellOfClosing(tx: Tx): Promise<void> {
  if (!(await isOfficeOpen(tx)) || !(await sendsMail(tx))) return;
  const near = await tx.db
    .selectFrom('consultation')
    .select(['id', 'title', 'closes_on', 'made_by'])
    .where('withdrawn_at', 'is', null)
    .where('closed_at', 'is', null)
    .where('opens_on', '<=', tx.today)
    .where('closes_on', '>=', tx.today)
    .where('closes_on', '<', await firstUntold(tx))
    // One that was kept open longer nears its end again.
    .where(({ or, eb, ref }) =>
      or([eb('closing_told', 'is', null), eb('closing_told', '<', ref('closes_on'))]),
    )
    .orderBy('id')
    .forUpdate()
    .execute();
  if (near.length === 0) return;
  const office = `Ủy ban nhân dân ${(await readCommune(tx)).name}`;
  const countsOf = await countCommentsOf(
    tx,
    near.map(({ id }) => id),
  );
  for (const { id, title, closes_on: closesOn, made_by } of near) {
    const recipients = await addressesFor(tx, made_by);
    if (recipients.length === 0) continue;
    const letter = closingLetter({ title, closesOn, comments: countsOf(id) }, office);
    const mails: string[] = [];
    for (const to of recipients)
      mails.push(await putMail(tx, { to, ...letter, inOfficeHours: true }));
    await tx.db
      .updateTable('consultation')
      .set({ closing_told: closesOn })
      .where('id', '=', id)
      .execute();
    tx.record({
      kind: 'consultation.closing-told',
      subject: { type: 'consultation', id },
      data: { closes: closesOn, mails } satisfies ConsultationClosingToldData,
    });
  }
}

/** The first last day that can wait: what ends while the office is away is told before it leaves. */
async function firstUntold(tx: Tx): Promise<string> {
  const today = toPlainDate(tx.today);
  const { calendar } = await readOfficeCalendar(tx);
  const nextOpen = workingDayOnOrAfter(addDays(today, 1), calendar);
  const usual = addDays(today, CLOSING_DAYS);
  return nextOpen > usual ? nextOpen : usual;
}

/** Of the units of who opened it; where they have none, of the coordinators' units. */
async function addressesFor(tx: Tx, openedBy: string | null): Promise<string[]> {
  const own = openedBy === null ? [] : await addressesOfUnits(tx, [openedBy]);
  if (own.length > 0) return own;
  const coordinators = await tx.db
    .selectFrom('account_role')
    .select('account_id')
    .where('role', '=', 'coordinator')
    .execute();
  return addressesOfUnits(
    tx,
    coordinators.map(({ account_id }) => account_id),
  );
}

/** Each once, of units that these people belong to and that didn't end. */
async function addressesOfUnits(tx: Tx, accountIds: readonly string[]): Promise<string[]> {
  if (accountIds.length === 0) return [];
  const rows = await tx.db
    .selectFrom('unit_member')
    .innerJoin('unit', (join) =>
      join
        .onRef('unit.commune_id', '=', 'unit_member.commune_id')
        .onRef('unit.id', '=', 'unit_member.unit_id'),
    )
    .innerJoin('account', (join) =>
      join
        .onRef('account.commune_id', '=', 'unit_member.commune_id')
        .onRef('account.id', '=', 'unit_member.account_id'),
    )
    .select('unit.email')
    .distinct()
    .where('unit_member.account_id', 'in', [...accountIds])
    .where('account.disabled_at', 'is', null)
    .where('unit.valid_to', 'is', null)
    .where('unit.email', '<>', '')
    .orderBy('unit.email')
    .execute();
  return rows.map(({ email }) => email);
}
