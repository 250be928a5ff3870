// What the public reads of a document: the words that stand, without what was dropped in review and without
// how they were read.
import { z } from 'zod';
import { fold, slugify } from '#lib/vietnam/index.ts';
import { factNames, type DocumentDraft, type FactName } from '../register/draft.ts';

const FACTS = Object.keys(factNames) as FactName[];

export const PublicPaper = z.strictObject({
  facts: z.record(z.enum(FACTS), z.string().nullable()),
  sections: z.array(
    z.strictObject({
      number: z.string().nullable(),
      level: z.number().int(),
      heading: z.string().nullable(),
      text: z.string(),
    }),
  ),
  attachments: z.array(z.strictObject({ type: z.string().nullable(), title: z.string() })),
});
export type PublicPaper = z.infer<typeof PublicPaper>;

/** The paper as it stands after review. */
export function publicPaperOf(draft: DocumentDraft): PublicPaper {
  const facts = Object.fromEntries(FACTS.map((name) => [name, draft.facts[name].value]));
  return {
    facts: facts as PublicPaper['facts'],
    sections: draft.sections
      .filter(({ dropped }) => !dropped)
      .map(({ number, level, heading, text }) => ({ number, level, heading, text })),
    attachments: draft.attachments
      .filter(({ dropped }) => !dropped)
      .map(({ type, title }) => ({ type, title: title ?? '' })),
  };
}

/** Who issued it, the body above first as at its head; null where neither is named. */
export function issuerOf({ agencyParent, agency }: PublicPaper['facts']): string | null {
  return [agencyParent, agency].filter(Boolean).join(' – ') || null;
}

/** What the public list finds a document by beside its number: its names as they went out, without accents. */
export function publicWords({ facts }: PublicPaper): string {
  const { title, agencyParent, agency, signerTitle, signerName } = facts;
  const words = [title, agencyParent, agency, signerTitle, signerName];
  return fold(words.filter(Boolean).join(' '));
}

/** Everything in a paper that somebody could read, for search and for the privacy guard. */
export function wordsOf({ facts, sections, attachments }: PublicPaper): string {
  return [
    ...Object.values(facts),
    ...sections.flatMap(({ heading, text }) => [heading, text]),
    ...attachments.map(({ title }) => title),
  ]
    .filter(Boolean)
    .join('\n');
}

/** The same paper with every text put through `change`. */
export function changeWords(paper: PublicPaper, change: (text: string) => string): PublicPaper {
  const orNull = (text: string | null) => (text === null ? null : change(text));
  return {
    facts: Object.fromEntries(
      Object.entries(paper.facts).map(([name, text]) => [name, orNull(text)]),
    ) as PublicPaper['facts'],
    sections: paper.sections.map((section) => ({
      ...section,
      heading: orNull(section.heading),
      text: change(section.text),
    })),
    attachments: paper.attachments.map((one) => ({ ...one, title: change(one.title) })),
  };
}

export interface ContentsEntry {
  /** Id of the heading on the page. */
  readonly id: string;
  readonly text: string;
  /** Place of its section. */
  readonly at: number;
  /** 1 for a chapter, 2 for an article in it. */
  readonly depth: 1 | 2;
}

/** More lines than this are no help any more; then the chapters alone. */
const MOST_CONTENTS = 80;

/** Headings to jump to, in their order: of the two highest levels. */
export function contentsOf({ sections }: PublicPaper): ContentsEntry[] {
  const all = sections.flatMap(({ heading, level, number }, at): ContentsEntry[] => {
    if (!heading || level > 2) return [];
    const text = `${number ? `${number}. ` : ''}${heading}`;
    return [{ id: `muc-${at + 1}`, text, at, depth: level === 1 ? 1 : 2 }];
  });
  return all.length <= MOST_CONTENTS ? all : all.filter(({ depth }) => depth === 1);
}

export function publicDocumentUrl(slug: string): string {
  return `/van-ban/${slug}`;
}

/** "2023-05-bc-ubnd"; without a number by what it is about. */
export function documentSlug(given: {
  readonly issuedOn: string | null;
  readonly code: string | null;
  readonly title: string;
}): string {
  const year = given.issuedOn?.slice(0, 4);
  return slugify([year, given.code ?? given.title].filter(Boolean).join(' ')) || 'van-ban';
}
