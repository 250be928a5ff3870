// What a kept text is about at a glance: its headings with ids, its length, its pictures and links.
import { slugify } from '#lib/vietnam/index.ts';
import type { Inline, RichBlock, RichText } from './rich-text.ts';

type HeadingNode = Extract<RichBlock, { type: 'heading' }>;

export interface OutlineEntry {
  readonly level: 2 | 3 | 4;
  readonly text: string;
  readonly id: string;
}

/** Headings in order, for a table of contents. */
export function outlineOf(text: RichText): OutlineEntry[] {
  const ids = headingIds(text);
  return headings(text).map((node) => ({
    level: node.attrs.level,
    text: inlineText(node.content),
    id: ids.get(node) ?? '',
  }));
}

/** An id for every heading, made of its words; two alike are told apart. */
export function headingIds(text: RichText): Map<RichBlock, string> {
  const taken = new Set<string>();
  return new Map(
    headings(text).map((node) => {
      const stem = `muc-${slugify(inlineText(node.content), 60) || 'khong-ten'}`;
      let id = stem;
      for (let round = 2; taken.has(id); round += 1) id = `${stem}-${round}`;
      taken.add(id);
      return [node, id] as const;
    }),
  );
}

/** Content hashes of the pictures shown, in order, each once. */
export function picturesOf(text: RichText): string[] {
  const found = text.content.flatMap((node) => (node.type === 'picture' ? [node.attrs.file] : []));
  return [...new Set(found)];
}

export interface TextLink {
  readonly href: string;
  /** The words that lead there. */
  readonly words: string;
}

/** Links in their order; words of one link that differ in their looks belong together. */
export function linksOf(text: RichText): TextLink[] {
  return text.content.flatMap(linksIn);
}

interface Linked {
  readonly type: string;
  readonly text?: string;
  readonly marks?: readonly { readonly type: string; readonly attrs?: unknown }[];
  readonly content?: readonly Linked[];
}

function linksIn({ content = [] }: Linked): TextLink[] {
  const found: { href: string; words: string; end: number }[] = [];
  content.forEach((node, index) => {
    const mark = node.marks?.find(({ type }) => type === 'link');
    if (!mark) {
      found.push(...linksIn(node).map((link) => ({ ...link, end: -1 })));
      return;
    }
    const { href } = mark.attrs as { href: string };
    const last = found.at(-1);
    if (last?.href === href && last.end === index - 1) {
      last.words += node.text ?? '';
      last.end = index;
    } else found.push({ href, words: node.text ?? '', end: index });
  });
  return found.map(({ href, words }) => ({ href, words }));
}

export function inlineText(content: readonly Inline[] = []): string {
  return content.map((node) => (node.type === 'text' ? node.text : ' ')).join('');
}

/** Vietnamese read silently: syllables a minute, rounded down from what eye-tracking studies report. */
const SYLLABLES_A_MINUTE = 220;

export interface TextLength {
  /** Syllables, which is what Word counts as words. */
  readonly words: number;
  /** Minutes to read, at least 1; 0 for an empty text. */
  readonly minutes: number;
}

export function lengthOf(plain: string): TextLength {
  const words = plain.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}.,/%-]*/gu)?.length ?? 0;
  return { words, minutes: words === 0 ? 0 : Math.max(1, Math.round(words / SYLLABLES_A_MINUTE)) };
}

function headings(text: RichText): HeadingNode[] {
  return text.content.filter((node): node is HeadingNode => node.type === 'heading');
}
