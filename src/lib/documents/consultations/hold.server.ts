// Opening a draft for comment, keeping it open longer, taking it off.
import {
  accountOf,
  canonicalText,
  findPersonalData,
  isId,
  nameHit,
  listInError,
} from '#lib/platform/index.ts';
import {
  dropSearchEntry,
  listOwnContacts,
  newId,
  putSearchEntry,
  sha256Hex,
  takeTurns,
  type Tx,
} from '#lib/platform/index.server.ts';
import { formatDate, slugify, toPlainDate } from '#lib/vietnam/index.ts';
import { requireCan } from '../permissions.ts';
import { type PublicPaper, publicPaperOf, wordsOf } from '../public/paper.ts';
import { freeSlug, guarded } from '../public/publish.server.ts';
import { getEntry } from '../register/entries.server.ts';
import {
  consultationUrl,
  earliestClose,
  stateOn,
  termOn,
  type ConsultationState,
  type HoldConsultation,
  type ProlongConsultation,
  type WithdrawConsultation,
} from './consultation.ts';
import { consultationError } from './errors.ts';
import type { ConsultationOpenedData } from './events.ts';
import { readConsultationTerms } from './terms.server.ts';

/**
 * Opens a draft of the register for comment; what people read stays as it is now.
 * @returns the consultation's id
 * @throws LoaError `consultation.*`, `document.personal-data`
 */
export async function holdConsultation(
  tx: Tx,
  entryId: string,
  input: HoldConsultation,
): Promise<string> {
  requireCan(tx.actor, 'consultation.hold', {});
  // Two opened at one moment: the second sees the first, and its address.
  await takeTurns(tx);
  const entry = await getEntry(tx, entryId);
  if (entry.status !== 'draft') throw consultationError('consultation.not-draft');
  const whole = publicPaperOf(entry.draft);
  if (whole.sections.length === 0) throw consultationError('consultation.no-words');
  await refuseSecond(tx, entryId);
  refusePast(tx, input.opensOn, 'opensOn');
  const isShort = checkDays(input.opensOn, input);
  await refusePersonal(tx, `${input.title}\n${input.lead}`, 'lead');
  if (isShort) await refusePersonal(tx, input.shortReason, 'shortReason');
  const paper = await guarded(tx, whole, input.privacy);
  const words = canonicalText(paper);
  const isMasked = words !== canonicalText(whole);
  const withFile = input.withFile === '1' && entry.source !== null;
  if (withFile && isMasked) throw consultationError('consultation.file-unmasked', {}, 'withFile');
  const id = newId();
  const wished = `${input.opensOn.slice(0, 4)} ${input.title}`;
  const slug = await freeSlug(tx, slugify(wished).slice(0, 80).replace(/-+$/, ''), 'consultation');
  const begins = input.opensOn <= tx.today;
  await tx.db
    .insertInto('consultation')
    .values({
      commune_id: tx.communeId,
      id,
      entry_id: entryId,
      slug,
      title: input.title,
      lead: input.lead,
      paper: words,
      publishes_file: withFile,
      opens_on: input.opensOn,
      closes_on: input.closesOn,
      short_reason: isShort ? input.shortReason : '',
      made_at: tx.now,
      made_by: accountOf(tx.actor),
      began_at: begins ? tx.now : null,
    })
    .execute();
  if (begins) await putIntoSearch(tx, { id, slug, title: input.title, lead: input.lead, paper });
  tx.record({
    kind: 'consultation.opened',
    subject: { type: 'consultation', id },
    data: {
      entry: entryId,
      opens: input.opensOn,
      closes: input.closesOn,
      short: isShort,
      masked: isMasked,
      digest: sha256Hex(words),
    } satisfies ConsultationOpenedData,
  });
  return id;
}

/** Keeps it open until a later day, also when its last day is over. @throws LoaError `consultation.*` */
export async function prolongConsultation(
  tx: Tx,
  id: string,
  input: ProlongConsultation,
): Promise<void> {
  requireCan(tx.actor, 'consultation.hold', {});
  const row = await getStanding(tx, id);
  refusePast(tx, input.closesOn, 'closesOn');
  if (input.closesOn <= row.closes_on) {
    const words = { day: formatDate(toPlainDate(row.closes_on)) };
    throw consultationError('consultation.not-longer', words, 'closesOn');
  }
  const isShort = checkDays(row.opens_on, input);
  if (isShort) await refusePersonal(tx, input.shortReason, 'shortReason');
  await tx.db
    .updateTable('consultation')
    .set({
      closes_on: input.closesOn,
      short_reason: isShort ? input.shortReason : '',
      closed_at: null,
    })
    .where('id', '=', id)
    .execute();
  tx.record({
    kind: 'consultation.prolonged',
    subject: { type: 'consultation', id },
    data: { closes: input.closesOn, before: row.closes_on, short: isShort },
  });
}

/** Takes it off the portal; its address goes on to say why. @throws LoaError `consultation.*` */
export async function withdrawConsultation(
  tx: Tx,
  id: string,
  { reason }: WithdrawConsultation,
): Promise<void> {
  requireCan(tx.actor, 'consultation.hold', {});
  await getOnPortal(tx, id);
  await refusePersonal(tx, reason, 'reason');
  await tx.db
    .updateTable('consultation')
    .set({ withdrawn_at: tx.now, withdrawn_reason: reason })
    .where('id', '=', id)
    .execute();
  await dropSearchEntry(tx, id);
  tx.deletePages();
  tx.record({ kind: 'consultation.withdrawn', subject: { type: 'consultation', id } });
}

/** The row, locked. @throws LoaError `consultation.not-found` */
export async function getConsultationRow(tx: Tx, id: string) {
  if (!isId(id)) throw consultationError('consultation.not-found');
  const row = await tx.db
    .selectFrom('consultation')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw consultationError('consultation.not-found');
  return row;
}

/** One whose result isn't public and that wasn't taken off, locked. @throws LoaError `consultation.over` */
export async function getStanding(tx: Tx, id: string) {
  const row = await getConsultationRow(tx, id);
  if (row.answered_at !== null || row.withdrawn_at !== null) {
    throw consultationError('consultation.over');
  }
  return row;
}

/** One that wasn't taken off, locked. @throws LoaError `consultation.over` */
export async function getOnPortal(tx: Tx, id: string) {
  const row = await getConsultationRow(tx, id);
  if (row.withdrawn_at !== null) throw consultationError('consultation.over');
  return row;
}

export function stateOfRow(
  row: {
    readonly opens_on: string;
    readonly closes_on: string;
    readonly answered_at: string | null;
    readonly withdrawn_at: string | null;
  },
  day: string,
): ConsultationState {
  return stateOn(
    {
      opensOn: row.opens_on,
      closesOn: row.closes_on,
      answeredAt: row.answered_at,
      withdrawnAt: row.withdrawn_at,
    },
    day,
  );
}

/** What the office writes in its own name holds nothing personal. @throws LoaError `consultation.personal-data` */
export async function refusePersonal(tx: Tx, words: string, field: string): Promise<void> {
  const hits = findPersonalData(words, await listOwnContacts(tx));
  if (hits.length === 0) return;
  const found = listInError(hits.map(nameHit), ', ');
  throw consultationError('consultation.personal-data', { found }, field);
}

/** Makes it findable; on the day it begins. */
export async function putIntoSearch(
  tx: Tx,
  given: {
    readonly id: string;
    readonly slug: string;
    readonly title: string;
    readonly lead: string;
    readonly paper: PublicPaper;
  },
): Promise<void> {
  await putSearchEntry(tx, {
    id: given.id,
    kind: 'consultation',
    url: consultationUrl(given.slug),
    title: `Lấy ý kiến: ${given.title}`,
    summary: given.lead,
    body: wordsOf(given.paper),
    publishedOn: tx.today,
  });
}

async function refuseSecond(tx: Tx, entryId: string): Promise<void> {
  const other = await tx.db
    .selectFrom('consultation')
    .select('id')
    .where('entry_id', '=', entryId)
    .where('answered_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (other) throw consultationError('consultation.standing');
}

function refusePast(tx: Tx, day: string, field: string): void {
  if (day >= tx.today) return;
  const words = { day: formatDate(toPlainDate(day)) };
  throw consultationError('consultation.past-day', words, field);
}

/** @returns whether it is shorter than the law of its first day asks for, which then has a reason */
function checkDays(
  opensOn: string,
  { closesOn, shortReason }: { readonly closesOn: string; readonly shortReason: string },
): boolean {
  if (closesOn < opensOn) throw consultationError('consultation.days-order', {}, 'closesOn');
  const term = termOn(readConsultationTerms(), opensOn);
  if (!term) return false;
  const earliest = earliestClose(opensOn, term);
  if (closesOn >= earliest) return false;
  if (shortReason !== '') return true;
  const { leastDays: days, source } = term;
  const words = { days, source, earliest: formatDate(toPlainDate(earliest)) };
  throw consultationError('consultation.too-short', words, 'closesOn');
}
