// Links of articles and pages: kept with every saving, held against what is public now, and for other
// sites against the last try.
import {
  findFormerAddresses,
  findPublicAddresses,
  listOwnHosts,
  type Tx,
} from '#lib/platform/index.server.ts';
import { linksOf, type RichText } from '#lib/platform/index.ts';
import { findPublicEvidence } from '#lib/plans/index.server.ts';
import { findPublicAttachments } from '../attachments/attachments.server.ts';
import { findPublicMediaFiles } from '../media/uses.server.ts';
import { readSiteSections } from '../pages/site-sections.server.ts';
import { publicPageUrl } from '../pages/site-sections.ts';
import { requireCan } from '../permissions.ts';
import { destinationOf, type DeadLink, type Destination } from './addresses.ts';
import { faultInWords, isDead, type Tried } from './outside.ts';
import { selectTried } from './tried.server.ts';

interface Link {
  readonly href: string;
  readonly words: string;
}

/** Keeps the links of an edition's newest words. */
export async function keepLinks(tx: Tx, editionId: string, body: RichText): Promise<void> {
  await tx.db.deleteFrom('text_link').where('edition_id', '=', editionId).execute();
  const links = linksOf(body);
  if (links.length === 0) return;
  await tx.db
    .insertInto('text_link')
    .values(
      links.map(({ href, words }, position) => ({
        ...{ commune_id: tx.communeId, edition_id: editionId, position, href, words },
      })),
    )
    .execute();
}

/** The links that lead nowhere, in their order: those of this site by what is public in this moment. */
export async function findDeadLinks<Given extends Link>(
  tx: Tx,
  links: readonly Given[],
): Promise<(Given & DeadLink)[]> {
  if (links.length === 0) return [];
  const hosts = await listOwnHosts(tx);
  const aimed = links.map((link) => ({ link, at: destinationOf(link.href, hosts) }));
  const known = await selectKnown(
    tx,
    aimed.map(({ at }) => at),
  );
  const tried = await selectTried(
    tx,
    aimed.flatMap(({ at }) => (at.to === 'outside' ? [at.href] : [])),
  );
  const former = await findFormerAddresses(
    tx,
    aimed.flatMap(({ link, at }) => (mayLeadOn(at, known) ? [wholeAddress(link.href)] : [])),
  );
  const dead: (Given & DeadLink)[] = [];
  for (const { link, at } of aimed) {
    const fault = at.to === 'outside' ? outsideFault(tried.get(at.href)) : ownFault(at, known);
    const isLedOn = mayLeadOn(at, known) && former.get(wholeAddress(link.href))?.to !== undefined;
    if (fault && !isLedOn) dead.push({ ...link, ...fault });
  }
  return dead;
}

/** No page of this site: an address of the former one may lead from it to where the reader wants to be. */
function mayLeadOn(at: Destination, known: ReadonlySet<string>): boolean {
  return at.to === 'nowhere' || (at.to === 'item' && !known.has(at.address));
}

/** Path and query, by which a former address is known. */
function wholeAddress(href: string): string {
  const url = URL.parse(href, 'http://noi-bo.invalid');
  return url ? url.pathname + url.search : '';
}

interface DeadLinkOf extends DeadLink {
  readonly editionId: string;
  readonly title: string;
  readonly kind: string;
}

/** Links that lead nowhere in what everybody reads, by item. */
export async function listDeadLinks(tx: Tx): Promise<DeadLinkOf[]> {
  requireCan(tx.actor, 'article.see', {});
  const links = await tx.db
    .selectFrom('text_link')
    .innerJoin('edition', (join) =>
      join
        .onRef('edition.commune_id', '=', 'text_link.commune_id')
        .onRef('edition.id', '=', 'text_link.edition_id'),
    )
    .innerJoin('item', (join) =>
      join
        .onRef('item.commune_id', '=', 'edition.commune_id')
        .onRef('item.id', '=', 'edition.item_id'),
    )
    .select(['edition.id as editionId', 'edition.title', 'item.kind'])
    .select(['text_link.href', 'text_link.words'])
    .where('edition.status', '=', 'published')
    .orderBy('edition.title')
    .orderBy('edition.id')
    .orderBy('text_link.position')
    .execute();
  return findDeadLinks(tx, links);
}

/** Pages that stand under a section's name without a word written. */
function drawnPages(): string[] {
  return readSiteSections().sections.flatMap(({ id, drawn }) => (drawn ? [publicPageUrl(id)] : []));
}

type Fault = Pick<DeadLink, 'why' | 'triedAt'>;

/** Addresses and files among these that the public reads now; a query for each kind, however many links. */
async function selectKnown(tx: Tx, aims: readonly Destination[]): Promise<ReadonlySet<string>> {
  const addresses = aims.flatMap((at) => (at.to === 'item' ? [at.address] : []));
  const files = [...new Set(aims.flatMap((at) => (at.to === 'file' ? [at.sha256] : [])))];
  return new Set([
    ...(await findPublicAddresses(tx, addresses)),
    ...drawnPages(),
    ...(await findPublicAttachments(tx, files)),
    ...(await findPublicMediaFiles(tx, files)),
    ...(await findPublicEvidence(tx, files)),
  ]);
}

function ownFault(at: Destination, known: ReadonlySet<string>): Fault | undefined {
  if (at.to === 'private') {
    return { why: 'dẫn vào bàn làm việc, người dân không mở được', triedAt: null };
  }
  const isThere =
    at.to === 'item'
      ? known.has(at.address)
      : at.to === 'file'
        ? known.has(at.sha256)
        : at.to !== 'nowhere';
  if (isThere) return undefined;
  return { why: 'dẫn tới trang không có hoặc đã gỡ khỏi cổng', triedAt: null };
}

function outsideFault(tried: Tried | undefined): Fault | undefined {
  if (!tried || !isDead(tried)) return undefined;
  return { why: `không mở được: ${faultInWords(tried)}`, triedAt: tried.triedAt };
}
