// The structure of a body: headings, numbered items and bullets as a tree. Numbers stay as written,
// duplicates and gaps included.
import { sure } from './sure.ts';
import { isMostlyUpper } from './flat.ts';
import type { Paragraph } from './lines.ts';
import { isBullet, type Mark, type MarkKind } from './marks.ts';
import type { Clause, Span } from './spans.ts';
import { clauseAt } from './spans.ts';

/** A heading, an item, a bullet, or a paragraph without a mark after its siblings. */
export interface Section {
  /** As written (`I`, `1.2`, `a`, `-`); `null` for a paragraph without a mark. */
  number: string | null;
  heading: string | null;
  /** 1 for the top. */
  level: number;
  /** Where `text` stands; where there is only a heading, where the heading stands. */
  span: Span;
  /** The words of its own, without heading and children. */
  text: string;
  children: Section[];
}

/** A section while it is being understood: with its paragraphs and the place of its heading. */
export interface OutlineNode {
  kind: MarkKind | null;
  mark: Mark | null;
  number: string | null;
  heading: Clause | null;
  /** Own paragraphs, the first without the mark and without the heading. */
  own: Clause[];
  children: OutlineNode[];
  /** The whole of it, mark and children included. */
  extent: Span;
  /** Where the words after the mark begin. */
  start: number;
  /** Holds a table, whose rows are given apart. */
  table?: boolean;
}

/** Puts paragraphs into a tree. Paragraphs before the first mark are returned apart. */
export function outline(
  text: string,
  paragraphs: readonly Paragraph[],
): { lead: Paragraph[]; nodes: OutlineNode[] } {
  const lead: Paragraph[] = [];
  const nodes: OutlineNode[] = [];
  const open: OutlineNode[] = [];
  paragraphs.forEach((paragraph, index) => {
    const { mark } = paragraph;
    if (mark) {
      while (open.length > 0 && rankOf(sure(open.at(-1))) >= mark.rank) open.pop();
      const node = markedNode(text, paragraph, mark, paragraphs[index + 1]);
      (open.at(-1)?.children ?? nodes).push(node);
      open.push(node);
    } else if (open.length === 0) {
      lead.push(paragraph);
    } else if (paragraph.table) {
      sure(open.at(-1)).children.push({ ...plainNode(text, paragraph), table: true });
    } else {
      addPlain(text, paragraph, open);
    }
    for (const node of open) node.extent[1] = paragraph.span[1];
  });
  return { lead: [...lead, ...takeOpeningBullets(nodes, paragraphs)], nodes };
}

/** Bullets before the first heading belong to the opening of the document, not to its sections. */
function takeOpeningBullets(nodes: OutlineNode[], paragraphs: readonly Paragraph[]): Paragraph[] {
  const first = nodes.findIndex(({ mark }) => mark !== null && !isBullet(mark.kind));
  if (first <= 0) return [];
  const end = sure(nodes[first]).extent[0];
  const begin = sure(nodes[0]).extent[0];
  nodes.splice(0, first);
  return paragraphs.filter(({ span }) => span[0] >= begin && span[0] < end);
}

function rankOf(node: OutlineNode): number {
  return node.mark?.rank ?? 99;
}

/** A paragraph without a mark belongs to the heading above it, or follows the bullets it closes. */
function addPlain(text: string, paragraph: Paragraph, open: OutlineNode[]): void {
  while (
    open.length > 1 &&
    isBullet(sure(open.at(-1)).kind ?? 'dash') &&
    endsClosed(text, sure(open.at(-1)))
  )
    open.pop();
  const node = sure(open.at(-1));
  const clause = clauseAt(text, paragraph.span[0], paragraph.span[1]);
  if (node.children.length === 0 && !(isBullet(node.kind ?? 'dash') && endsClosed(text, node))) {
    node.own.push(clause);
    return;
  }
  node.children.push(plainNode(text, paragraph));
}

function plainNode(text: string, paragraph: Paragraph): OutlineNode {
  const clause = clauseAt(text, paragraph.span[0], paragraph.span[1]);
  return {
    kind: null,
    mark: null,
    number: null,
    heading: null,
    own: [clause],
    children: [],
    extent: [...clause.span],
    start: clause.span[0],
  };
}

function endsClosed(text: string, node: OutlineNode): boolean {
  return (
    /[.;!?”)]\s*$/.test(text.slice(Math.max(0, node.extent[1] - 3), node.extent[1])) ||
    node.own.length > 0
  );
}

function markedNode(
  text: string,
  paragraph: Paragraph,
  mark: Mark,
  next: Paragraph | undefined,
): OutlineNode {
  const start = afterMark(text, paragraph.span, mark);
  const words = clauseAt(text, start, paragraph.span[1]);
  const split = headingEnd(words, mark, next);
  const at = split === undefined ? undefined : placeOf(text, words, split);
  const heading = at === undefined ? null : headingClause(text, words.span[0], at);
  const rest = at === undefined ? words : clauseAt(text, at, words.span[1]);
  return {
    kind: mark.kind,
    mark,
    number: mark.number,
    heading,
    own: rest.text === '' ? [] : [rest],
    children: [],
    extent: [...paragraph.span],
    start: words.span[0],
  };
}

/** A heading is given without the colon that ends it. */
function headingClause(text: string, start: number, end: number): Clause {
  const clause = clauseAt(text, start, end);
  const bare = clause.text.replace(/\s*[:.]$/, '');
  if (bare === clause.text) return clause;
  const cut = text.slice(clause.span[0], clause.span[1]).replace(/\s*[:.]$/, '').length;
  return clauseAt(text, clause.span[0], clause.span[0] + cut);
}

/** Where the words after the mark begin: the mark was found in collapsed text, so blanks are skipped. */
function afterMark(text: string, span: Span, mark: Mark): number {
  let at = span[0];
  let counted = 0;
  let blank = false;
  while (at < span[1] && counted < mark.length) {
    const isSpace = /\s/u.test(sure(text[at]));
    if (!isSpace || !blank) counted += 1;
    blank = isSpace;
    at += 1;
  }
  return at;
}

/** The place in the text of an offset in the collapsed words of a clause. */
function placeOf(text: string, clause: Clause, offset: number): number {
  let at = clause.span[0];
  let counted = 0;
  let blank = false;
  while (at < clause.span[1] && counted < offset) {
    const isSpace = /\s/u.test(sure(text[at]));
    if (!isSpace || !blank) counted += 1;
    blank = isSpace;
    at += 1;
  }
  return at;
}

const LEADS_ON = /(?:như|sau|là|gồm|việc|như sau|sau đây|về|rằng|cụ thể|nội dung|trong đó|tại)$/iu;

/** How many characters of the words are the heading; undefined where there is none. */
function headingEnd(words: Clause, mark: Mark, next: Paragraph | undefined): number | undefined {
  const { text } = words;
  if (text === '' || isBullet(mark.kind)) return undefined;
  const top = mark.rank < 10 && mark.kind !== 'article';
  if (top && (text.length <= 320 || isMostlyUpper(text))) {
    const colon = runOnColon(text, 160);
    return colon ?? text.length;
  }
  const colon = runOnColon(text, 140);
  if (colon !== undefined) return colon;
  if (mark.kind === 'article')
    return isShortHeading(text, 120, next, mark) ? text.length : undefined;
  return isShortHeading(text, 330, next, mark) ? text.length : undefined;
}

/** "Đối tượng: Là cán bộ …": a heading that runs on into its text ends at its colon. */
function runOnColon(text: string, limit: number): number | undefined {
  const colon = text.indexOf(':');
  if (colon < 0 || colon > limit) return undefined;
  const head = text.slice(0, colon).trim();
  // "6. Đề nghị: Hội Nông dân, …": the colon stands after the verb, not after the name.
  if (/^(?:Đề nghị|Giao|Yêu cầu|Phân công)$/iu.test(head)) return undefined;
  if (/[.;!?]/.test(head.replace(/\b(?:TP|TT|VP|CT)\./g, '')) || LEADS_ON.test(head))
    return undefined;
  const words = head.split(' ').length;
  if (words > 26) return undefined;
  const rest = text.slice(colon + 1).trim();
  if (/^[\d\s]/.test(rest) && /\d$/.test(head)) return undefined;
  return colon + 1;
}

/** Words without an end mark, with something under them. */
function isShortHeading(
  text: string,
  limit: number,
  next: Paragraph | undefined,
  mark: Mark,
): boolean {
  if (text.length > limit || /[.;!?,…]["”)]?$/.test(text)) return false;
  if (/^\p{Ll}/u.test(text)) return false;
  if (text.endsWith(':')) return text.length <= 120 && !LEADS_ON.test(text.slice(0, -1).trim());
  if (!next) return false;
  if (!next.mark) return text.length <= 240;
  return next.mark.rank > mark.rank;
}

/** The tree as the door shows it. */
export function toSections(nodes: readonly OutlineNode[], level = 1): Section[] {
  return nodes.map((node) => {
    const first = node.own[0];
    const last = node.own.at(-1);
    const headed = node.heading?.span ?? [node.start, node.start];
    return {
      number: node.number,
      heading: node.heading?.text ?? null,
      level,
      span: first && last ? [first.span[0], last.span[1]] : [headed[1], headed[1]],
      text: node.own.map((clause) => clause.text).join(' '),
      children: toSections(node.children, level + 1),
    };
  });
}
