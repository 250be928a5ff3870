// A document put out on the portal is an act of publicity: it arrives inside the transaction that made it
// public, and is taken back where it was put out by mistake.
import { findPublicDocument, getEntry } from '#lib/documents/index.server.ts';
import {
  publicDocumentUrl,
  type DocumentPublishedData,
  type DocumentUnpublishedData,
} from '#lib/documents/index.ts';
import { subscribe } from '#lib/platform/index.server.ts';
import { onlyUnitOf } from './arrivals.ts';
import { endArrival, takeArrival } from './take.server.ts';

subscribe('document.published', async (tx, { subject, data }) => {
  const { slug, digest: sha256 } = data as unknown as DocumentPublishedData;
  const found = await findPublicDocument(tx, slug, tx.today);
  if (!found || 'reason' in found) return;
  const { code, title, paper } = found;
  const summary = [code, paper.facts.agency].filter(Boolean).join(', ');
  await takeArrival(tx, {
    source: 'document',
    of: subject.id,
    day: tx.today,
    unitId: onlyUnitOf(tx.actor),
    topics: [],
    page: {
      url: publicDocumentUrl(slug),
      title: title || summary,
      summary,
      sha256,
      isPublic: true,
    },
  });
});

// One that stood there rightly did tell people, though it is no longer shown.
subscribe('document.unpublished', async (tx, { subject, data }) => {
  const { how } = data as unknown as DocumentUnpublishedData;
  if (how !== 'error') return;
  const { unpublishedReason } = await getEntry(tx, subject.id);
  const reason = `Văn bản đã gỡ vì đăng nhầm: ${unpublishedReason ?? ''}`;
  await endArrival(tx, { source: 'document', of: subject.id, reason });
});
