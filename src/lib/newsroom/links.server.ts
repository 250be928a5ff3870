// Looking at an article before it is public, and approving it, without an account: by link, and for an
// approval with the PIN of a position (ruling 25).
import {
  approveByLink,
  findEditionLink,
  getEdition,
  inCommune,
  makeEditionLink,
  useEditionLink,
  type Tx,
} from '#lib/platform/index.server.ts';
import { editionError, thePublic } from '#lib/platform/index.ts';
import { checkHeadPin, requireHeadForLink } from '#lib/plans/index.server.ts';
import type { Article } from './article.ts';
import { articleError } from './errors.ts';
import { requireCan } from './permissions.ts';
import { articleOf } from './write.server.ts';

/** Anybody who has the link may look until the edition is published. @returns its name in the address */
export async function makePreviewLink(tx: Tx, editionId: string): Promise<string> {
  requireCan(tx.actor, 'article.send-link', {});
  return makeEditionLink(tx, { editionId, purpose: 'preview' });
}

/**
 * A link for one position that approves the revision as it stands.
 * @throws LoaError `head.no-pin`, `link.same-person`, `edition.wrong-status`
 */
export async function makeApprovalLink(tx: Tx, editionId: string, headId: string): Promise<string> {
  requireCan(tx.actor, 'article.send-link', {});
  const edition = await getEdition(tx, editionId);
  if (edition.status !== 'submitted') {
    throw editionError('edition.wrong-status', { step: 'gửi duyệt', status: 'chưa trình duyệt' });
  }
  // Who submitted it, or sends the link, may not hold the PIN too.
  await requireHeadForLink(tx, headId, [edition.submittedBy]);
  return makeEditionLink(tx, { editionId, purpose: 'approval', headId });
}

export interface LookedAt {
  readonly editionId: string;
  readonly article: Article;
  readonly number: number;
  readonly status: string;
  readonly expiresAt: string;
}

/** @throws LoaError `preview.gone` */
export async function openPreview(tx: Tx, name: string): Promise<LookedAt> {
  const link = await findEditionLink(tx, 'preview', name);
  if (!link) throw editionError('preview.gone');
  return look(tx, link.editionId, link.expiresAt);
}

/** @throws LoaError `approval.void` */
export async function openApproval(tx: Tx, name: string): Promise<LookedAt & { headId: string }> {
  const link = await findEditionLink(tx, 'approval', name);
  if (!link?.headId) throw articleError('approval.void');
  return { ...(await look(tx, link.editionId, link.expiresAt)), headId: link.headId };
}

async function look(tx: Tx, editionId: string, expiresAt: string): Promise<LookedAt> {
  const edition = await getEdition(tx, editionId);
  const { number, status } = edition;
  return { editionId, article: articleOf(edition), number, status, expiresAt };
}

/** Approves through a link and its PIN; attempts are counted even where refused. */
export async function approveArticleByLink(
  communeId: string,
  attempt: {
    readonly name: string;
    readonly pin: string;
    readonly network: string;
    readonly now?: string;
  },
): Promise<void> {
  const as = {
    write: true,
    actor: thePublic,
    ...(attempt.now !== undefined && { now: attempt.now }),
  };
  const { headId } = await inCommune(communeId, (tx) => openApproval(tx, attempt.name), as);
  await checkHeadPin(communeId, { ...attempt, headId }, async (tx, position) => {
    const link = await findEditionLink(tx, 'approval', attempt.name);
    if (!link || link.headId !== headId) throw articleError('approval.void');
    const { revision, editionId, id: linkId } = link;
    await approveByLink(tx, editionId, { revision, position, headId, linkId });
    await useEditionLink(tx, link.id);
  });
}
