// Evidence of acts: files by content hash and web addresses, added and removed with a reason.
import type { Tx } from '#lib/platform/index.server.ts';
import { newId, registerFile, requestWebPicture, sha256Hex } from '#lib/platform/index.server.ts';
import { accountOf, pictureTypes, platformError } from '#lib/platform/index.ts';
import type { z } from 'zod';
import type { EvidenceAddedData, EvidenceRemovedData, SnapshotKeptData } from '../events.ts';
import { requireCan } from '../permissions.ts';
import { settlePublicText, type Answers } from './content.server.ts';
import { actError } from './errors.ts';
import { requestLinkSnapshot } from './link-snapshot.server.ts';
import { AddEvidence, RemoveEvidence, type EvidenceInput } from './record-act.ts';
import { reportingSubject } from './reporting.server.ts';

const CAPTION_LETTERS = 200;

/** Adds evidence to an act that stands. Files were stored before, by `storeFile`. */
export async function addEvidence(tx: Tx, input: AddEvidence): Promise<string[]> {
  const { actId, evidence, personalData } = AddEvidence.parse(input);
  const act = await tx.db
    .selectFrom('act')
    .select(['unit_id', 'withdrawn_at'])
    .where('id', '=', actId)
    .executeTakeFirst();
  if (!act) throw platformError('record.not-found', { what: 'hoạt động này' });
  requireCan(tx.actor, 'evidence.add', await reportingSubject(tx, act.unit_id));
  if (act.withdrawn_at !== null) throw actError('act.withdrawn');
  return attachEvidence(tx, actId, evidence, personalData);
}

/** Takes evidence away, with the reason; the bytes and the history stay. */
export async function removeEvidence(tx: Tx, input: RemoveEvidence): Promise<void> {
  const { id, reason } = RemoveEvidence.parse(input);
  const found = await tx.db
    .selectFrom('evidence')
    .innerJoin('act', (join) =>
      join
        .onRef('act.commune_id', '=', 'evidence.commune_id')
        .onRef('act.id', '=', 'evidence.act_id'),
    )
    .select(['evidence.act_id', 'act.unit_id'])
    .where('evidence.id', '=', id)
    .executeTakeFirst();
  if (!found) throw platformError('record.not-found', { what: 'minh chứng này' });
  requireCan(tx.actor, 'evidence.remove', await reportingSubject(tx, found.unit_id));
  const removed = await tx.db
    .updateTable('evidence')
    .set({ removed_at: tx.now, removed_reason: reason })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!removed) throw actError('evidence.already-removed');
  tx.deletePages();
  tx.record({
    kind: 'evidence.removed',
    subject: { type: 'act', id: found.act_id },
    data: { evidence: id } satisfies EvidenceRemovedData,
  });
}

/** Writes evidence of an act whose unit was checked already. */
export async function attachEvidence(
  tx: Tx,
  actId: string,
  list: readonly z.output<typeof EvidenceInput>[],
  personalData: Answers['personalData'],
): Promise<string[]> {
  const ids: string[] = [];
  for (const evidence of list) ids.push(await attachOne(tx, actId, evidence, personalData));
  return ids;
}

async function attachOne(
  tx: Tx,
  actId: string,
  evidence: z.output<typeof EvidenceInput>,
  personalData: Answers['personalData'],
): Promise<string> {
  const id = newId();
  const file = evidence.kind === 'link' ? undefined : evidence.file;
  const url = evidence.kind === 'link' ? evidence.url : null;
  // A signed list names people, so it never becomes public.
  const isPublic = evidence.isPublic && evidence.kind !== 'attendance-list';
  const { caption } = isPublic
    ? await settlePublicText(tx, { caption: evidence.caption }, personalData)
    : evidence;
  if (isPublic && url !== null) await guardAddress(tx, url, personalData);
  if (file) await registerFile(tx, file);
  if (file && isPicture(file.mediaType)) await requestWebPicture(tx, file.sha256);
  await tx.db
    .insertInto('evidence')
    .values({
      commune_id: tx.communeId,
      id,
      act_id: actId,
      kind: evidence.kind,
      file_sha256: file?.sha256 ?? null,
      url,
      caption,
      is_public: isPublic,
      added_by: accountOf(tx.actor),
      added_at: tx.now,
    })
    .execute();
  if (url !== null) await requestLinkSnapshot(tx, id);
  const data: EvidenceAddedData = {
    evidence: id,
    kind: evidence.kind,
    sha256: file?.sha256 ?? sha256Hex(url ?? ''),
    public: isPublic,
  };
  tx.record({ kind: 'evidence.added', subject: { type: 'act', id: actId }, data: { ...data } });
  return id;
}

/** A page of the office's own portal, known by the digest of its words: nothing has to be fetched. */
export interface OwnPage {
  /** Local address. */
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  /** Of the words as they went public. */
  readonly sha256: string;
}

/** Gives an own page as evidence of an act; its words were guarded when it went public. */
export async function attachOwnPage(tx: Tx, actId: string, page: OwnPage): Promise<void> {
  const id = newId();
  await tx.db
    .insertInto('evidence')
    .values({
      commune_id: tx.communeId,
      id,
      act_id: actId,
      kind: 'link',
      url: page.url,
      caption: page.title.slice(0, CAPTION_LETTERS),
      is_public: true,
      added_by: accountOf(tx.actor),
      added_at: tx.now,
    })
    .execute();
  await tx.db
    .insertInto('link_snapshot')
    .values({
      commune_id: tx.communeId,
      evidence_id: id,
      tried_at: tx.now,
      url: page.url,
      media_type: 'application/json',
      sha256: page.sha256,
      title: page.title,
      content: page.summary,
    })
    .execute();
  const subject = { type: 'act', id: actId };
  const { sha256 } = page;
  const added: EvidenceAddedData = { evidence: id, kind: 'link', sha256, public: true };
  tx.record({ kind: 'evidence.added', subject, data: { ...added } });
  tx.record({
    kind: 'evidence.snapshot-kept',
    subject,
    data: { evidence: id, sha256 } satisfies SnapshotKeptData,
  });
}

/** A covered address leads nowhere, so what looks personal in one can only be confirmed or left out. */
async function guardAddress(tx: Tx, url: string, answer: Answers['personalData']): Promise<void> {
  await settlePublicText(tx, { link: readable(url) }, answer === 'mask' ? 'refuse' : answer);
}

/** The address without its percent signs, where they are well formed. */
function readable(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

function isPicture(mediaType: string): boolean {
  return (pictureTypes as readonly string[]).includes(mediaType);
}
