// Evidence of acts: files by content hash and web addresses, added and removed with a reason.
import type { Tx } from '#lib/platform/index.server.ts';
import { newId, registerFile, requestWebPicture, sha256Hex } from '#lib/platform/index.server.ts';
import { accountOf, pictureTypes, platformError } from '#lib/platform/index.ts';
import type { z } from 'zod';
import type { EvidenceAddedData, EvidenceRemovedData } from '../events.ts';
import { requireCan } from '../permissions.ts';
import { settlePublicText, type Answers } from './content.server.ts';
import { actError } from './errors.ts';
import { requestLinkSnapshot } from './link-snapshot.server.ts';
import { AddEvidence, RemoveEvidence, type EvidenceInput } from './record-act.ts';
import { reportingSubject } from './reporting.server.ts';

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
  if (!(await takeEvidenceAway(tx, found.act_id, id, reason))) {
    throw actError('evidence.already-removed');
  }
}

/** Whoever calls has asked for the permission. @returns false where it was gone already */
export async function takeEvidenceAway(
  tx: Tx,
  actId: string,
  id: string,
  reason: string,
): Promise<boolean> {
  const removed = await tx.db
    .updateTable('evidence')
    .set({ removed_at: tx.now, removed_reason: reason })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!removed) return false;
  tx.deletePages();
  tx.record({
    kind: 'evidence.removed',
    subject: { type: 'act', id: actId },
    data: { evidence: id } satisfies EvidenceRemovedData,
  });
  return true;
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
  const { kind } = evidence;
  const row = { kind, fileSha256: file?.sha256 ?? null, url, caption, isPublic };
  const id = await writeEvidence(tx, actId, row);
  if (url !== null) await requestLinkSnapshot(tx, id);
  return id;
}

export interface EvidenceRow {
  readonly kind: string;
  /** Of a file that is registered; for a link null. */
  readonly fileSha256: string | null;
  readonly url: string | null;
  readonly caption: string;
  readonly isPublic: boolean;
  /** What the event says of it; otherwise the file's digest or that of the address. */
  readonly sha256?: string;
}

/** The row of one evidence and its event; whoever calls has asked for the permission. @returns its id */
export async function writeEvidence(tx: Tx, actId: string, row: EvidenceRow): Promise<string> {
  const id = newId();
  const { kind, fileSha256, url, caption, isPublic } = row;
  await tx.db
    .insertInto('evidence')
    .values({
      ...{ commune_id: tx.communeId, id, act_id: actId, kind, caption },
      ...{ file_sha256: fileSha256, url, is_public: isPublic },
      added_by: accountOf(tx.actor),
      added_at: tx.now,
    })
    .execute();
  const sha256 = row.sha256 ?? fileSha256 ?? sha256Hex(url ?? '');
  const data: EvidenceAddedData = { evidence: id, kind, sha256, public: isPublic };
  tx.record({ kind: 'evidence.added', subject: { type: 'act', id: actId }, data: { ...data } });
  return id;
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
