// Putting a confirmed plan on the public portal. What becomes public passes the privacy guard first:
// the office masks personal numbers or confirms that they may stand.
import {
  findPersonalData,
  maskPersonalData,
  personalDataNames,
  type PersonalDataHit,
} from '#lib/platform/index.ts';
import { listOwnContacts, putSearchEntry, type Tx } from '#lib/platform/index.server.ts';
import { publicPlanUrl } from '../acts/urls.ts';
import { requireCan } from '../permissions.ts';
import { draftError } from './errors.ts';
import type { ReadingForDraft } from './from-reading.ts';
import { currentDraft } from './history.ts';
import { publicWords } from './public-words.ts';
import { getDraft, type StoredDraft } from './read.server.ts';

/** `mask` hides what looks personal, `allow` says it may be public. */
export type PrivacyChoice = 'mask' | 'allow';

export interface PublishInput {
  readonly planId: string;
  /** Needed only where the guard found something. */
  readonly privacy: PrivacyChoice | null;
}

export interface PersonalPlace extends PersonalDataHit {
  /** The hit in its surroundings. */
  readonly around: string;
}

const [BEFORE, AFTER] = [40, 20];

/**
 * What the guard finds in a plan, in its document and in what a person wrote beyond it; numbers that
 * the office publishes on purpose are left out.
 */
export async function findPersonalInPlan(
  tx: Tx,
  plan: Pick<StoredDraft, 'text' | 'history'>,
): Promise<PersonalPlace[]> {
  const words = publicWords(currentDraft(plan.history, plan.text), plan.text);
  return findPersonalData(words, await listOwnContacts(tx)).map((hit) => ({
    ...hit,
    around: words.slice(Math.max(0, hit.start - BEFORE), hit.end + AFTER),
  }));
}

/**
 * Publishes a confirmed plan; publishing again renews what is shown.
 * @throws LoaError `plan.not-found`, `plan.not-confirmed`, `plan.personal-data`
 */
export async function publishPlan(tx: Tx, input: PublishInput): Promise<void> {
  requireCan(tx.actor, 'plan.publish', {});
  const plan = await getDraft(tx, input.planId);
  if (plan.status !== 'confirmed') throw draftError('plan.not-confirmed');
  const known = await listOwnContacts(tx);
  const hits = await findPersonalInPlan(tx, plan);
  if (hits.length > 0 && !input.privacy) {
    const kinds = [...new Set(hits.map((hit) => personalDataNames[hit.kind]))].join(', ');
    throw draftError('plan.personal-data', { count: hits.length, kinds });
  }
  const mask = input.privacy === 'mask';
  const reading = mask ? maskStrings(plan.reading, known) : plan.reading;
  const title = mask ? maskText(plan.title, known) : plan.title;
  if (mask) await maskClauses(tx, plan.id, known);
  await tx.db
    .updateTable('plan')
    .set({
      title,
      published_at: tx.now,
      public_reading: JSON.stringify(reading),
      withdrawn_at: null,
      withdrawn_reason: null,
    })
    .where('id', '=', plan.id)
    .execute();
  await putSearchEntry(tx, {
    id: plan.id,
    kind: 'plan',
    url: publicPlanUrl(plan.slug),
    title,
    summary: summaryOf(reading),
    body: reading.text,
    publishedOn: tx.today,
  });
  tx.record({
    kind: 'plan.published',
    subject: { type: 'plan', id: plan.id },
    data: { found: hits.length, masked: mask },
  });
}

/** Where the documents's own words stand in for a summary: number, day and issuer. */
function summaryOf({ document }: ReadingForDraft): string {
  return [document.code, document.date, document.agency].filter(Boolean).join(' · ');
}

/** A masked text has the length of the original, so every span still fits. */
function maskText(text: string, known: readonly string[]): string {
  return maskPersonalData(text, findPersonalData(text, known));
}

function maskStrings<T>(value: T, known: readonly string[]): T {
  if (typeof value === 'string') return maskText(value, known) as T;
  if (Array.isArray(value)) return value.map((entry) => maskStrings(entry, known)) as T;
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, entry]) => [
    key,
    // A hash isn't a number of anybody.
    key === 'sha256' ? entry : maskStrings(entry, known),
  ]);
  return Object.fromEntries(entries) as T;
}

async function maskClauses(tx: Tx, planId: string, known: readonly string[]): Promise<void> {
  for (const table of ['plan_topic', 'plan_measure', 'duty'] as const) {
    const rows = await tx.db
      .selectFrom(table)
      .select(['id', 'text'])
      .where('plan_id', '=', planId)
      .execute();
    for (const { id, text } of rows) {
      const masked = maskText(text, known);
      if (masked === text) continue;
      await tx.db.updateTable(table).set({ text: masked }).where('id', '=', id).execute();
    }
  }
  const topics = await tx.db
    .selectFrom('plan_topic')
    .select(['id', 'label'])
    .where('plan_id', '=', planId)
    .execute();
  for (const { id, label } of topics) {
    const masked = maskText(label, known);
    if (masked === label) continue;
    await tx.db.updateTable('plan_topic').set({ label: masked }).where('id', '=', id).execute();
  }
}
