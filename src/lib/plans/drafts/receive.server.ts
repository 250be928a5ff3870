// Taking a plan in: the file is stored and read before the transaction, here the draft is kept.
import { accountOf } from '#lib/platform/index.ts';
import {
  findDocumentByText,
  listDocumentsByCode,
  registerDocument,
  type RegisteredDocument,
} from '#lib/documents/index.server.ts';
import {
  newId,
  registerFile,
  takeTurns,
  type StoredFile,
  type Tx,
} from '#lib/platform/index.server.ts';
import { fold, formatDate, slugify, vietnamDate, toInstant } from '#lib/vietnam/index.ts';
import { requireCan } from '../permissions.ts';
import { countDraft } from './check.ts';
import type { Draft } from './draft.ts';
import { draftError } from './errors.ts';
import { draftFromReading, type PlanForDraft, type ReadingForDraft } from './from-reading.ts';
import { startHistory } from './history.ts';
import { findForeignIssuer } from './ownership.ts';

/** What a person may confirm when a plan is first refused. */
export const acceptances = ['other-commune', 'same-number'] as const;
export type Acceptance = (typeof acceptances)[number];

export interface ReceiveInput {
  readonly reading: ReadingForDraft;
  /** `null` for pasted text. */
  readonly file: StoredFile | null;
  readonly accepted: readonly Acceptance[];
}

/**
 * Keeps a plan as a draft for review.
 * @returns the plan's id
 * @throws LoaError `plan.not-a-plan`, `plan.no-type`, `plan.known` and `plan.same-number` (details:
 *   `plan`, the id of the one that is there), `plan.other-commune`
 */
export async function receivePlan(tx: Tx, input: ReceiveInput): Promise<string> {
  requireCan(tx.actor, 'plan.receive', {});
  const { reading } = input;
  const { plan } = reading;
  if (!plan) throw notAPlan(reading);
  // Two people at once: the second sees the first's text, number and address.
  await takeTurns(tx);
  const known = await findDocumentByText(tx, reading.text);
  if (known) return receiveAgain(tx, known, titleOf(reading), firstDraft(reading, plan));
  if (!input.accepted.includes('other-commune')) await refuseForeign(tx, reading);
  if (!input.accepted.includes('same-number')) await refuseSameNumber(tx, reading);
  if (input.file) await registerFile(tx, input.file);
  const document = await registerDocument(tx, reading, input.file);
  // Two people took the same text in at once: the other one's stands.
  if (!document) return receivePlan(tx, input);
  return insertPlan(tx, document, titleOf(reading), firstDraft(reading, plan));
}

/**
 * Keeps a plan of the office's own, whose draft is known already, as a draft for review.
 * @throws LoaError `access.*`, `plan.changed`
 */
export async function keepAsDraft(
  tx: Tx,
  given: {
    readonly reading: ReadingForDraft;
    readonly draft: Draft;
    readonly file: StoredFile;
  },
): Promise<{ readonly planId: string; readonly documentId: string }> {
  requireCan(tx.actor, 'plan.receive', {});
  const { reading, draft, file } = given;
  await takeTurns(tx);
  const document = await registerDocument(tx, reading, file);
  if (!document) throw draftError('plan.changed');
  const planId = await insertPlan(tx, document, titleOf(reading), draft);
  return { planId, documentId: document.id };
}

async function insertPlan(
  tx: Tx,
  document: RegisteredDocument,
  title: string,
  draft: Draft,
): Promise<string> {
  const id = newId();
  await tx.db
    .insertInto('plan')
    .values({
      commune_id: tx.communeId,
      id,
      document_id: document.id,
      slug: await freeSlug(tx, title),
      title,
      status: 'draft',
      draft: JSON.stringify(startHistory(draft)),
      drafted_by: accountOf(tx.actor),
      created_at: tx.now,
    })
    .execute();
  recordReceived(tx, id, document, countDraft(draft));
  return id;
}

function notAPlan({ document }: ReadingForDraft) {
  return document.typeName && document.type !== 'KH'
    ? draftError('plan.not-a-plan', { type: document.typeName.toLocaleLowerCase('vi') })
    : draftError('plan.no-type');
}

/** The same text once more: refused while its plan stands, begun anew when that was discarded. */
async function receiveAgain(
  tx: Tx,
  document: RegisteredDocument,
  title: string,
  draft: Draft,
): Promise<string> {
  const plan = await tx.db
    .selectFrom('plan')
    .select(['id', 'title', 'status', 'created_at'])
    .where('document_id', '=', document.id)
    .executeTakeFirst();
  if (plan && plan.status !== 'discarded') {
    throw draftError('plan.known', {
      plan: plan.id,
      title: plan.title,
      day: formatDate(vietnamDate(toInstant(plan.created_at))),
    });
  }
  const id = plan?.id ?? newId();
  const values = {
    title,
    status: 'draft',
    draft: JSON.stringify(startHistory(draft)),
    drafted_by: accountOf(tx.actor),
    created_at: tx.now,
  };
  if (plan) {
    await tx.db
      .updateTable('plan')
      .set((eb) => ({ ...values, draft_version: eb('draft_version', '+', 1) }))
      .where('id', '=', id)
      .execute();
  } else {
    const own = { commune_id: tx.communeId, id, document_id: document.id };
    const slug = await freeSlug(tx, title);
    await tx.db
      .insertInto('plan')
      .values({ ...own, ...values, slug })
      .execute();
  }
  recordReceived(tx, id, document, countDraft(draft));
  return id;
}

async function refuseForeign(tx: Tx, { document }: ReadingForDraft): Promise<void> {
  const commune = await tx.db.selectFrom('commune').select('name').executeTakeFirstOrThrow();
  const agency = findForeignIssuer(document, commune.name);
  if (agency) throw draftError('plan.other-commune', { agency, commune: commune.name });
}

async function refuseSameNumber(tx: Tx, { document }: ReadingForDraft): Promise<void> {
  if (!document.code || !document.date) return;
  const agency = fold(document.agency ?? '');
  const same = (await listDocumentsByCode(tx, document.code, document.date)).filter(
    (other) => fold(other.agency ?? '') === agency,
  );
  if (same.length === 0) return;
  const plan = await tx.db
    .selectFrom('plan')
    .select(['id', 'title'])
    .where(
      'document_id',
      'in',
      same.map((other) => other.id),
    )
    .where('status', '<>', 'discarded')
    .executeTakeFirst();
  if (!plan) return;
  const { code } = document;
  throw draftError('plan.same-number', { plan: plan.id, code, title: plan.title });
}

function firstDraft(reading: ReadingForDraft, plan: PlanForDraft): Draft {
  return draftFromReading(titleOf(reading), plan, reading.findings, reading.text);
}

function titleOf({ document }: ReadingForDraft): string {
  return document.title ?? 'Kế hoạch chưa có trích yếu';
}

const SLUG_LENGTH = 80;

/** A readable address that no other plan has. */
async function freeSlug(tx: Tx, title: string): Promise<string> {
  const base = slugify(title)
    .slice(0, SLUG_LENGTH)
    .replace(/-+[^-]*$/u, (end) => (slugify(title).length > SLUG_LENGTH ? '' : end));
  const rows = await tx.db.selectFrom('plan').select('slug').execute();
  const taken = new Set(rows.map((row) => row.slug));
  const first = base === '' ? 'ke-hoach' : base;
  if (!taken.has(first)) return first;
  let number = 2;
  while (taken.has(`${first}-${number}`)) number += 1;
  return `${first}-${number}`;
}

function recordReceived(
  tx: Tx,
  plan: string,
  document: RegisteredDocument,
  counts: ReturnType<typeof countDraft>,
): void {
  tx.record({
    kind: 'plan.received',
    subject: { type: 'plan', id: plan },
    data: { document: document.id, digest: document.textSha256, ...counts },
  });
}
