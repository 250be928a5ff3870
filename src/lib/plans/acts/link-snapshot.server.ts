// The page behind a link given as evidence, fetched once and kept with its digest and time. A machine
// without the Internet keeps the link and says that there is no snapshot; a person may have it tried again.
import {
  defineJob,
  enqueue,
  fetchPage,
  FetchFailure,
  inCommune,
  type FetchedPage,
  type FetchLimits,
  sha256Hex,
  type Tx,
} from '#lib/platform/index.server.ts';
import { platformError, systemJob } from '#lib/platform/index.ts';
import type { SnapshotKeptData } from '../events.ts';
import { requireCan } from '../permissions.ts';
import { pageText } from './page-text.ts';
import { reportingSubject } from './reporting.server.ts';

const JOB = 'evidence.keep-link';
const LIMITS: FetchLimits = { maxBytes: 3 * 1024 * 1024, maxMs: 20_000 };
const MOST_LETTERS = 50_000;
const TITLE_LETTERS = 300;

/** Asks for the snapshot in the transaction that adds the link. */
export async function requestLinkSnapshot(tx: Tx, evidenceId: string): Promise<void> {
  await enqueue(tx, JOB, { evidence: evidenceId });
}

/** Has a link that gave no page tried again. @throws LoaError `access.*`, `record.not-found` */
export async function retryLinkSnapshot(tx: Tx, evidenceId: string): Promise<void> {
  const found = await tx.db
    .selectFrom('evidence')
    .innerJoin('act', (join) =>
      join
        .onRef('act.commune_id', '=', 'evidence.commune_id')
        .onRef('act.id', '=', 'evidence.act_id'),
    )
    .select('act.unit_id')
    .where('evidence.id', '=', evidenceId)
    .where('evidence.kind', '=', 'link')
    .where('evidence.removed_at', 'is', null)
    .executeTakeFirst();
  if (!found) throw platformError('record.not-found', { what: 'minh chứng này' });
  requireCan(tx.actor, 'evidence.add', await reportingSubject(tx, found.unit_id));
  await requestLinkSnapshot(tx, evidenceId);
}

/** Fetches and keeps the page of a link; a page that is kept already stays as it was. */
export async function keepLinkSnapshot(
  communeId: string,
  evidenceId: string,
  limits: FetchLimits = LIMITS,
): Promise<void> {
  const link = await inCommune(communeId, (tx) => findLink(tx, evidenceId));
  if (!link) return;
  const fetched = await fetchPage(link.url, limits).catch((failure: unknown) => {
    if (failure instanceof FetchFailure) return failure;
    throw failure;
  });
  const actor = systemJob(JOB);
  await inCommune(communeId, (tx) => keep(tx, { evidenceId, ...link }, fetched), {
    write: true,
    actor,
  });
}

defineJob({
  name: JOB,
  run: (communeId, data) => keepLinkSnapshot(communeId, String(data['evidence'])),
});

/** The link, unless it was taken away or its page is kept. */
async function findLink(
  tx: Tx,
  evidenceId: string,
): Promise<{ readonly url: string; readonly actId: string } | undefined> {
  const row = await tx.db
    .selectFrom('evidence')
    .leftJoin('link_snapshot', (join) =>
      join
        .onRef('link_snapshot.commune_id', '=', 'evidence.commune_id')
        .onRef('link_snapshot.evidence_id', '=', 'evidence.id'),
    )
    .select(['evidence.url', 'evidence.act_id', 'link_snapshot.sha256'])
    .where('evidence.id', '=', evidenceId)
    .where('evidence.removed_at', 'is', null)
    .executeTakeFirst();
  if (!row || row.url === null || row.sha256 !== null) return undefined;
  return { url: row.url, actId: row.act_id };
}

async function keep(
  tx: Tx,
  link: { readonly evidenceId: string; readonly actId: string },
  fetched: FetchedPage | FetchFailure,
): Promise<void> {
  const page = fetched instanceof FetchFailure ? undefined : pageColumns(fetched);
  const failed = fetched instanceof FetchFailure ? fetched : undefined;
  const columns = {
    tried_at: tx.now,
    trouble: failed?.trouble ?? null,
    status: failed?.status ?? null,
    ...(page ?? {
      url: null,
      media_type: null,
      size: null,
      sha256: null,
      title: null,
      content: null,
    }),
  };
  const kept = await tx.db
    .insertInto('link_snapshot')
    .values({ commune_id: tx.communeId, evidence_id: link.evidenceId, ...columns })
    .onConflict((conflict) =>
      conflict
        .columns(['commune_id', 'evidence_id'])
        .doUpdateSet(columns)
        // Of two tries at once the first page stands.
        .where('link_snapshot.sha256', 'is', null),
    )
    .returning('evidence_id')
    .executeTakeFirst();
  if (!kept || !page) return;
  tx.record({
    kind: 'evidence.snapshot-kept',
    subject: { type: 'act', id: link.actId },
    data: { evidence: link.evidenceId, sha256: page.sha256 } satisfies SnapshotKeptData,
  });
}

function pageColumns({ url, mediaType, charset, bytes }: FetchedPage) {
  const { title, text } = readWords(mediaType, charset, bytes);
  return {
    url,
    media_type: mediaType.slice(0, 200),
    size: bytes.byteLength,
    sha256: sha256Hex(bytes),
    title: storable(title).slice(0, TITLE_LETTERS),
    content: storable(text).slice(0, MOST_LETTERS),
  };
}

/** What a person could read; nothing of pictures and other files, whose digest says enough. */
function readWords(
  mediaType: string,
  charset: string,
  bytes: Buffer,
): { title: string; text: string } {
  if (!/^text\/(html|plain)$|^application\/xhtml\+xml$|^$/.test(mediaType)) {
    return { title: '', text: '' };
  }
  const source = decode(charset, bytes);
  if (mediaType === 'text/plain') return { title: '', text: source };
  return pageText(source);
}

function decode(charset: string, bytes: Buffer): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** The database keeps no zero characters, and half a surrogate pair is no text. */
function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed().normalize('NFC');
}
