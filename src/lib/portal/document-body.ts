// From the tree that reading gives to what a page draws: headings, paragraphs and lists, words unchanged.
import type { PlanReading } from '#lib/plans/index.ts';
import { collapse, fold } from '#lib/vietnam/index.ts';

type Section = PlanReading['sections'][number];

export interface ListItem {
  readonly id: string;
  /** `value` of a numbered item. */
  readonly value: number | undefined;
  /** Words before the colon that introduce the item. */
  readonly lead: string | null;
  readonly text: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly id: string; readonly depth: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly id: string; readonly text: string }
  | {
      readonly kind: 'list';
      readonly style: 'number' | 'letter' | 'dash';
      readonly items: readonly ListItem[];
    };

/** The body between title and recipients: introduction, sections, closing. */
export function documentBlocks(reading: PlanReading): Block[] {
  const closing = reading.closing;
  return [
    ...introduction(reading),
    ...blocksOf(reading.sections, 1),
    ...(closing ? [paragraph(closing.span[0], collapse(closing.text))] : []),
  ];
}

function introduction({ text, document, sections }: PlanReading): Block[] {
  const basis = document.basis.map((clause) => paragraph(clause.span[0], collapse(clause.text)));
  const first = sections[0];
  if (!first) return basis;
  const from = document.basis.at(-1)?.span[1] ?? endOfTitle(text, document.title, first.span[0]);
  if (from === undefined) return basis;
  const between = text.slice(from, first.span[0]).split('\n').map(collapse);
  // The first section's own number and heading stand before the place of its words.
  const start = between.findIndex((line) => startsSection(line, first));
  const rest = between.slice(0, start < 0 ? 0 : start).filter((line) => line !== '');
  return [...basis, ...rest.map((line, index) => paragraph(from + index, line))];
}

function startsSection(line: string, section: Section): boolean {
  if (section.number === null) return false;
  return line.startsWith(section.number) && !/^[\p{L}\d]/u.test(line.slice(section.number.length));
}

/** Where the title's last line ends: the last one before `limit` that closes with its words. */
function endOfTitle(text: string, title: string | null, limit: number): number | undefined {
  if (title === null) return undefined;
  const wanted = fold(title);
  let found: number | undefined;
  let at = 0;
  for (const line of text.slice(0, limit).split('\n')) {
    at += line.length + 1;
    const words = fold(line);
    // The agency's own line can close a title too, but stands before it.
    if (words.length > 8 && wanted.endsWith(words)) found = at;
  }
  return found;
}

function blocksOf(sections: readonly Section[], depth: number): Block[] {
  const numbered = sections.filter((one) => /^[\dIVXLC]/.test(one.number ?? ''));
  // Where only some of a row are headed, all of them read as items of one list.
  const headed = numbered.every((one) => one.heading !== null);
  const blocks: Block[] = [];
  for (const section of sections) {
    if (section.number === null) blocks.push(...plainParagraphs(section, depth));
    else if (headed && section.heading !== null) blocks.push(...headedBlocks(section, depth));
    else addItem(blocks, section, depth);
  }
  return blocks;
}

function headedBlocks(section: Section, depth: number): Block[] {
  const { number, heading, span, text, children } = section;
  const mark = /[.)/]$/.test(number ?? '') ? number : `${number}.`;
  return [
    { kind: 'heading', id: idOf(span[0]), depth, text: `${mark} ${heading}` },
    ...(text === '' ? [] : [paragraph(span[0] + 1, text)]),
    ...blocksOf(children, depth + 1),
  ];
}

function plainParagraphs(section: Section, depth: number): Block[] {
  const words = section.heading === null ? section.text : `${section.heading}: ${section.text}`;
  return [
    ...(words.trim() === '' ? [] : [paragraph(section.span[0], words)]),
    ...blocksOf(section.children, depth),
  ];
}

function addItem(blocks: Block[], section: Section, depth: number): void {
  const style = styleOf(section.number ?? '');
  const item: ListItem = {
    id: idOf(section.span[0]),
    value: style === 'number' ? Number.parseInt(section.number ?? '', 10) : undefined,
    lead: section.heading,
    text: section.text,
    blocks: blocksOf(section.children, depth + 1),
  };
  const last = blocks.at(-1);
  if (last?.kind === 'list' && last.style === style) {
    blocks[blocks.length - 1] = { ...last, items: [...last.items, item] };
  } else blocks.push({ kind: 'list', style, items: [item] });
}

function styleOf(number: string): 'number' | 'letter' | 'dash' {
  if (/^\d+[.)]?$/.test(number)) return 'number';
  return /^[a-zđ][.)]?$/i.test(number) ? 'letter' : 'dash';
}

function paragraph(at: number, text: string): Block {
  return { kind: 'paragraph', id: idOf(at), text };
}

/** A clause's address on the page, by its place in the text. */
function idOf(at: number): string {
  return `doan-${at}`;
}
