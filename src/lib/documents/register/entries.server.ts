// Entries of the register: taken in as a draft, corrected, confirmed. Reading happens before the
// transaction; autosaves are no events (ruling 10).
import { isId } from '#lib/platform/index.ts';
import { newId, registerFile, sha256Hex, type Tx } from '#lib/platform/index.server.ts';
import { fold } from '#lib/vietnam/index.ts';
import { checkDocument } from '../checks/check-document.ts';
import { toReading, type DocumentSource } from '../document-reading.ts';
import { documentError } from '../errors.ts';
import { requireCan } from '../permissions.ts';
import {
  findDocumentByText,
  registerDocument,
  type RegisteredDocument,
} from '../register.server.ts';
import { codeKey, splitCode } from './codes.ts';
import { codeOf, draftOf, emptyDraft, typeOfCode, type DocumentDraft } from './draft.ts';
import type { Direction, EntryFacts, RegisterEntry } from './entry.ts';
import type { DocumentReceivedData, DocumentRegisteredData } from './events.ts';
import type { IncomingDocument } from './intake.server.ts';
import { linkWaiting, writeLinks } from './links.server.ts';

/**
 * Keeps a document for review.
 * @returns the entry's id
 * @throws LoaError `document.known` (details: `entry`)
 */
export async function receiveDocument(
  tx: Tx,
  { reading, file }: IncomingDocument,
): Promise<string> {
  requireCan(tx.actor, 'document.receive', {});
  await registerFile(tx, file);
  if (!reading) return insertEntry(tx, { draft: emptyDraft(), document: null, file });
  const findings = checkDocument(reading);
  const whole = toReading(reading, findings);
  const document =
    (await findDocumentByText(tx, reading.text)) ?? (await registerDocument(tx, whole, file));
  if (!document) return receiveDocument(tx, { reading, file });
  const known = await tx.db
    .selectFrom('register_entry')
    .select(['id', 'status', 'title'])
    .where('document_id', '=', document.id)
    .executeTakeFirst();
  const draft = draftOf(reading, findings);
  if (!known) return insertEntry(tx, { draft, document, file });
  if (known.status !== 'discarded') {
    throw documentError('document.known', { entry: known.id, title: known.title });
  }
  await tx.db
    .updateTable('register_entry')
    .set({ status: 'draft', draft: JSON.stringify(draft), received_at: tx.now })
    .where('id', '=', known.id)
    .execute();
  recordReceived(tx, known.id, document, draft);
  return known.id;
}

export async function insertEntry(
  tx: Tx,
  given: {
    draft: DocumentDraft;
    document: RegisteredDocument | null;
    file: { sha256: string; name: string } | null;
  },
): Promise<string> {
  const id = newId();
  const { draft, document, file } = given;
  await tx.db
    .insertInto('register_entry')
    .values({
      commune_id: tx.communeId,
      id,
      document_id: document?.id ?? null,
      source_sha256: file?.sha256 ?? null,
      source_name: file?.name ?? null,
      status: 'draft',
      draft: JSON.stringify(draft),
      direction: 'incoming',
      ...columnsOf(draft),
      received_at: tx.now,
    })
    .execute();
  recordReceived(tx, id, document, draft);
  return id;
}

function recordReceived(
  tx: Tx,
  id: string,
  document: RegisteredDocument | null,
  draft: DocumentDraft,
): void {
  tx.record({
    kind: 'document.received',
    subject: { type: 'document', id },
    data: {
      digest: document?.textSha256 ?? null,
      findings: draft.findings.length,
    } satisfies DocumentReceivedData,
  });
}

/** What is kept of a draft as columns, to list and to find. */
export function columnsOf(draft: DocumentDraft) {
  const { facts } = draft;
  const code = codeOf(draft);
  const signer =
    [facts.signerTitle.value, facts.signerName.value].filter(Boolean).join(' ') || null;
  const title = facts.title.value ?? '';
  const words = [code, title, facts.agencyParent.value, facts.agency.value, signer];
  return {
    type: facts.type.value,
    number: facts.number.value,
    symbol: facts.symbol.value,
    code,
    code_key: code === null ? null : codeKey(code),
    agency: [facts.agency.value, facts.agencyParent.value].filter(Boolean).join(' – ') || null,
    signer,
    title,
    issued_on: facts.date.value,
    search_text: fold(words.filter(Boolean).join(' ')),
  };
}

/** @throws LoaError `document.no-entry` */
export async function getEntry(tx: Tx, id: string): Promise<RegisterEntry> {
  requireCan(tx.actor, 'document.see', {});
  if (!isId(id)) throw documentError('document.no-entry');
  const row = await tx.db
    .selectFrom('register_entry as entry')
    .leftJoin('document', (join) =>
      join
        .onRef('document.commune_id', '=', 'entry.commune_id')
        .onRef('document.id', '=', 'entry.document_id'),
    )
    .selectAll('entry')
    .select(['document.text', 'document.reading'])
    .where('entry.id', '=', id)
    .executeTakeFirst();
  if (!row) throw documentError('document.no-entry');
  const read = row.reading ? (JSON.parse(row.reading) as { source: DocumentSource }).source : null;
  return {
    id: row.id,
    status: row.status as RegisterEntry['status'],
    version: row.draft_version,
    draft: JSON.parse(row.draft) as DocumentDraft,
    text: row.text,
    source:
      row.source_sha256 === null
        ? null
        : {
            name: row.source_name ?? '',
            sha256: row.source_sha256,
            encoding: read?.encoding ?? null,
            confidence: read?.confidence ?? null,
            recognition: read?.recognition ?? null,
          },
    code: row.code,
    title: row.title,
    issuedOn: row.issued_on,
    direction: row.direction as Direction,
    arrivedOn: row.arrived_on,
    field: row.field,
    inForceOn: row.in_force_on,
    expiresOn: row.expires_on,
    replacedBy: row.replaced_by,
    receivedAt: row.received_at,
    registeredAt: row.registered_at,
    slug: row.slug,
    publishedAt: row.published_at,
    publicPaper: row.public_paper,
    publishesFile: row.publishes_file,
    unpublishedReason: row.unpublished_reason,
  };
}

/**
 * Saves a corrected draft; in the register too, whose links follow.
 * @param version the one the correction was made on
 * @returns false when somebody else saved first; nothing was changed then
 * @throws LoaError `document.no-entry`, `document.gone`
 */
export async function correctDocument(
  tx: Tx,
  input: { readonly id: string; readonly version: number; readonly draft: DocumentDraft },
): Promise<boolean> {
  requireCan(tx.actor, 'document.correct', {});
  const entry = await getEntry(tx, input.id);
  if (entry.status === 'discarded') throw documentError('document.gone');
  const saved = await tx.db
    .updateTable('register_entry')
    .set({
      draft: JSON.stringify(input.draft),
      draft_version: input.version + 1,
      ...columnsOf(input.draft),
    })
    .where('id', '=', input.id)
    .where('draft_version', '=', input.version)
    .returning('id')
    .executeTakeFirst();
  if (!saved) return false;
  if (entry.status === 'registered') await putIntoRegister(tx, input.id, 'document.amended');
  return true;
}

/**
 * Confirms a draft, or changes what is said of a registered document.
 * @throws LoaError `document.no-entry`, `document.changed`, `document.incomplete`, `document.gone`,
 *   `document.same-number` (details: `entry`)
 */
export async function registerEntry(
  tx: Tx,
  input: {
    readonly id: string;
    readonly version: number;
    readonly facts: EntryFacts;
    readonly again?: boolean;
  },
): Promise<void> {
  requireCan(tx.actor, 'document.register', {});
  const entry = await getEntry(tx, input.id);
  if (entry.status === 'discarded') throw documentError('document.gone');
  if (entry.version !== input.version) throw documentError('document.changed');
  if (entry.title === '' && entry.code === null) throw documentError('document.incomplete');
  const { facts } = input;
  if (facts.inForceOn && facts.expiresOn && facts.expiresOn < facts.inForceOn) {
    throw documentError('document.force-order');
  }
  if (facts.replacedBy && !facts.expiresOn) throw documentError('document.replaced-undated');
  if (entry.status === 'draft' && !input.again) await refuseSameNumber(tx, entry);
  const saved = await tx.db
    .updateTable('register_entry')
    .set({
      status: 'registered',
      registered_at: entry.registeredAt ?? tx.now,
      draft_version: entry.version + 1,
      direction: facts.direction,
      arrived_on: facts.arrivedOn,
      field: facts.field,
      in_force_on: facts.inForceOn,
      expires_on: facts.expiresOn,
      replaced_by: facts.replacedBy,
    })
    .where('id', '=', entry.id)
    // Another may have confirmed or corrected it since it was read.
    .where('draft_version', '=', input.version)
    .returning('id')
    .executeTakeFirst();
  if (!saved) throw documentError('document.changed');
  const isNew = entry.status === 'draft';
  await putIntoRegister(tx, entry.id, isNew ? 'document.registered' : 'document.amended');
}

async function refuseSameNumber(tx: Tx, entry: RegisterEntry): Promise<void> {
  if (entry.code === null || entry.issuedOn === null) return;
  const other = await tx.db
    .selectFrom('register_entry')
    .select(['id', 'title', 'search_text'])
    .where('code_key', '=', codeKey(entry.code))
    .where('issued_on', '=', entry.issuedOn)
    .where('status', '=', 'registered')
    .where('id', '<>', entry.id)
    .executeTakeFirst();
  if (!other) return;
  throw documentError('document.same-number', {
    entry: other.id,
    code: entry.code,
    title: other.title,
  });
}

/** Writes the links of an entry anew, and lets citations that waited for it find it. */
export async function putIntoRegister(
  tx: Tx,
  id: string,
  kind: 'document.registered' | 'document.amended',
): Promise<void> {
  const entry = await getEntry(tx, id);
  const links = await writeLinks(tx, entry);
  await linkWaiting(tx, entry);
  tx.record({
    kind,
    subject: { type: 'document', id },
    data: {
      code: entry.code,
      issued: entry.issuedOn,
      inForce: entry.inForceOn,
      expires: entry.expiresOn,
      direction: entry.direction,
      links,
      digest: sha256Hex(JSON.stringify(entry.draft)),
    } satisfies DocumentRegisteredData,
  });
}

/** @throws LoaError `document.no-entry`, `document.registered` */
export async function discardEntry(tx: Tx, id: string): Promise<void> {
  requireCan(tx.actor, 'document.discard', {});
  const entry = await getEntry(tx, id);
  if (entry.status !== 'draft') throw documentError('document.in-register');
  const asked = await tx.db
    .selectFrom('consultation')
    .select('id')
    .where('entry_id', '=', id)
    .where('answered_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (asked) throw documentError('document.in-consultation');
  await tx.db
    .updateTable('register_entry')
    .set({ status: 'discarded' })
    .where('id', '=', id)
    .execute();
  tx.record({ kind: 'document.discarded', subject: { type: 'document', id }, data: {} });
}

/** What is known of a document that others cite, entered by hand. */
export interface KnownDocument {
  readonly code: string;
  readonly title: string;
  readonly issuer: string | null;
  readonly issuedOn: string | null;
  readonly facts: EntryFacts;
}

/**
 * Puts a document into the register by hand, without its text.
 * @returns the entry's id
 * @throws LoaError `document.same-number`, `document.bad-code`, and those of `registerEntry`
 */
export async function registerByHand(tx: Tx, known: KnownDocument): Promise<string> {
  requireCan(tx.actor, 'document.register', {});
  const { number, symbol } = splitCode(known.code);
  if (!number || !symbol) throw documentError('document.bad-code', { code: known.code });
  const draft = emptyDraft({
    number,
    symbol,
    type: typeOfCode(known.code),
    title: known.title || null,
    agency: known.issuer,
    date: known.issuedOn,
  });
  const id = await insertEntry(tx, { draft, document: null, file: null });
  await registerEntry(tx, { id, version: 1, facts: known.facts });
  return id;
}

/** Reads the file of a draft again, with the encoding a person chose. @throws LoaError `document.changed` */
export async function replaceReading(
  tx: Tx,
  input: { readonly id: string; readonly version: number; readonly incoming: IncomingDocument },
): Promise<void> {
  requireCan(tx.actor, 'document.correct', {});
  const entry = await getEntry(tx, input.id);
  const { reading, file } = input.incoming;
  if (entry.status !== 'draft' || !reading) throw documentError('document.in-register');
  const findings = checkDocument(reading);
  const draft = draftOf(reading, findings);
  const document =
    (await findDocumentByText(tx, reading.text)) ??
    (await registerDocument(tx, toReading(reading, findings), file));
  if (!document) throw documentError('document.changed');
  const taken = await tx.db
    .selectFrom('register_entry')
    .select(['id', 'title'])
    .where('document_id', '=', document.id)
    .where('id', '<>', input.id)
    .executeTakeFirst();
  if (taken) throw documentError('document.known', { entry: taken.id, title: taken.title });
  const saved = await tx.db
    .updateTable('register_entry')
    .set({
      document_id: document.id,
      draft: JSON.stringify(draft),
      draft_version: input.version + 1,
      ...columnsOf(draft),
    })
    .where('id', '=', input.id)
    .where('draft_version', '=', input.version)
    .returning('id')
    .executeTakeFirst();
  if (!saved) throw documentError('document.changed');
}
