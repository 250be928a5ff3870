// Putting a document of the register on the portal and taking it off: past the privacy guard, into search.
import { z } from 'zod';
import {
  canonicalText,
  findPersonalData,
  maskPersonalData,
  nameHit,
  listInError,
} from '#lib/platform/index.ts';
import {
  dropSearchEntry,
  listOwnContacts,
  putSearchEntry,
  sha256Hex,
  takeTurns,
  type Tx,
} from '#lib/platform/index.server.ts';
import { documentError } from '../errors.ts';
import { requireCan } from '../permissions.ts';
import type { DocumentPublishedData, DocumentUnpublishedData } from '../register/events.ts';
import { getEntry } from '../register/entries.server.ts';
import {
  changeWords,
  documentSlug,
  issuerOf,
  publicPaperOf,
  publicDocumentUrl,
  publicWords,
  wordsOf,
  type PublicPaper,
} from './paper.ts';

export const PublishDocument = z.object({
  /** Personal data that was found: stop and say so, cover it, or leave it since the law makes it public. */
  privacy: z.enum(['refuse', 'mask', 'confirm']).default('refuse'),
  withFile: z.literal('1').optional(),
});
export type PublishDocument = z.infer<typeof PublishDocument>;

export const UnpublishDocument = z.object({
  /** Whether it should never have stood there, or only needn't stand there any longer. */
  how: z.enum(['error', 'withdrawn'], 'Chọn vì sao gỡ.'),
  reason: z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .pipe(z.string().max(500, 'Lý do dài quá 500 chữ cái.'))
    .default(''),
});
export type UnpublishDocument = z.infer<typeof UnpublishDocument>;

/**
 * Makes what stands in the register public, or puts it out anew after a correction.
 * @returns its name in the address
 * @throws LoaError `document.no-entry`, `document.not-registered`, `document.personal-data`, `document.file-unmasked`
 */
export async function publishDocument(tx: Tx, id: string, input: PublishDocument): Promise<string> {
  requireCan(tx.actor, 'document.publish', {});
  // Two put out at one moment: the second sees the first's address.
  await takeTurns(tx);
  const entry = await getEntry(tx, id);
  if (entry.status !== 'registered') throw documentError('document.not-registered');
  const whole = publicPaperOf(entry.draft);
  const paper = await guarded(tx, whole, input.privacy);
  const words = canonicalText(paper);
  const isMasked = words !== canonicalText(whole);
  const withFile = input.withFile === '1' && entry.source !== null;
  // What is covered in the words would still be read in the file.
  if (withFile && isMasked) throw documentError('document.file-unmasked', {}, 'withFile');
  const title = paper.facts.title ?? '';
  // Of the words that go out: an address is read as they are.
  const slug = entry.slug ?? (await freeSlug(tx, documentSlug({ ...entry, title })));
  await tx.db
    .updateTable('register_entry')
    .set({
      slug,
      published_at: entry.publishedAt ?? tx.now,
      public_paper: words,
      public_title: title,
      public_agency: issuerOf(paper.facts),
      public_words: publicWords(paper),
      publishes_file: withFile,
      unpublished_reason: null,
    })
    .where('id', '=', id)
    .execute();
  await putSearchEntry(tx, {
    id,
    kind: 'document',
    url: publicDocumentUrl(slug),
    title: title || (entry.code ?? ''),
    summary: [entry.code, paper.facts.agency].filter(Boolean).join(', '),
    body: wordsOf(paper),
    publishedOn: entry.issuedOn ?? tx.today,
    topic: entry.field,
  });
  tx.record({
    kind: 'document.published',
    subject: { type: 'document', id },
    data: {
      ...{ slug, masked: isMasked, file: withFile },
      digest: sha256Hex(words),
    } satisfies DocumentPublishedData,
  });
  return slug;
}

/** Takes a document off the portal; its address goes on to say why. @throws LoaError `document.*` */
export async function unpublishDocument(
  tx: Tx,
  id: string,
  { how, reason }: UnpublishDocument,
): Promise<void> {
  requireCan(tx.actor, 'document.publish', {});
  const { publishedAt } = await getEntry(tx, id);
  if (publishedAt === null) throw documentError('document.not-public');
  if (reason === '') throw documentError('document.why-off', {}, 'reason');
  await tx.db
    .updateTable('register_entry')
    .set({
      published_at: null,
      public_paper: null,
      public_title: null,
      public_agency: null,
      public_words: null,
      publishes_file: false,
      unpublished_reason: reason,
    })
    .where('id', '=', id)
    .execute();
  await dropSearchEntry(tx, id);
  tx.deletePages();
  tx.record({
    kind: 'document.unpublished',
    subject: { type: 'document', id },
    data: { how } satisfies DocumentUnpublishedData,
  });
}

/** The paper as the privacy guard lets it out. @throws LoaError `document.personal-data` */
export async function guarded(
  tx: Tx,
  paper: PublicPaper,
  privacy: PublishDocument['privacy'],
): Promise<PublicPaper> {
  if (privacy === 'confirm') return paper;
  const own = await listOwnContacts(tx);
  const hits = findPersonalData(wordsOf(paper), own);
  if (hits.length === 0) return paper;
  if (privacy === 'refuse') {
    const found = listInError(hits.map(nameHit), ', ');
    throw documentError('document.personal-data', { found }, 'privacy');
  }
  return changeWords(paper, (text) => maskPersonalData(text, findPersonalData(text, own)));
}

/** The wished name, or with the next number behind it. Whoever asks has taken turns first. */
export async function freeSlug(
  tx: Tx,
  wished: string,
  table: 'register_entry' | 'consultation' = 'register_entry',
): Promise<string> {
  const rows = await tx.db
    .selectFrom(table)
    .select('slug')
    .where('slug', 'like', `${wished}%`)
    .execute();
  const taken = new Set(rows.map(({ slug }) => slug));
  if (!taken.has(wished)) return wished;
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${wished}-${number}`)) return `${wished}-${number}`;
  }
}
