// Evidence that acts get by themselves: pages of the office and photographs taken where it was done. Nothing
// is fetched and no byte is kept twice.
import { requestWebPicture, type Tx } from '#lib/platform/index.server.ts';
import type { SnapshotKeptData } from '../events.ts';
import { takeEvidenceAway, writeEvidence } from './evidence.server.ts';

const CAPTION_LETTERS = 200;

/** A page of the office's own, known by the digest of its words. */
export interface OwnPage {
  /** Local address. */
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  /** Of the words as they stood then. */
  readonly sha256: string;
  /** Everybody reads it; otherwise it stands at the desk. */
  readonly isPublic: boolean;
}

/** Gives an own page as evidence of an act; public words were guarded when they went public. */
export async function attachOwnPage(tx: Tx, actId: string, page: OwnPage): Promise<void> {
  const { url, sha256, isPublic } = page;
  const caption = page.title.slice(0, CAPTION_LETTERS);
  const row = { kind: 'link', fileSha256: null, url, caption, isPublic, sha256 };
  const id = await writeEvidence(tx, actId, row);
  await tx.db
    .insertInto('link_snapshot')
    .values({
      ...{ commune_id: tx.communeId, evidence_id: id, tried_at: tx.now },
      ...{ url, sha256, media_type: 'application/json' },
      title: page.title,
      content: page.summary,
    })
    .execute();
  tx.record({
    kind: 'evidence.snapshot-kept',
    subject: { type: 'act', id: actId },
    data: { evidence: id, sha256 } satisfies SnapshotKeptData,
  });
}

/** Gives photographs that are registered already as evidence, for the office's own eyes. */
export async function attachOwnPhotographs(
  tx: Tx,
  actId: string,
  photographs: readonly string[],
): Promise<void> {
  for (const fileSha256 of photographs) {
    const row = { kind: 'photo', fileSha256, url: null, caption: '', isPublic: false };
    await writeEvidence(tx, actId, row);
    await requestWebPicture(tx, fileSha256);
  }
}

/** Takes away what an act got by itself: the page of this address and these photographs. */
export async function detachOwn(
  tx: Tx,
  actId: string,
  own: { readonly url: string | null; readonly photographs: readonly string[] },
  reason: string,
): Promise<void> {
  const rows = await tx.db
    .selectFrom('evidence')
    .select(['id', 'url', 'file_sha256'])
    .where('act_id', '=', actId)
    .where('removed_at', 'is', null)
    .execute();
  for (const { id, url, file_sha256: sha256 } of rows) {
    const isMeant = sha256 === null ? url === own.url : own.photographs.includes(sha256);
    if (isMeant) await takeEvidenceAway(tx, actId, id, reason);
  }
}
