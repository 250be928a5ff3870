// The light markup inside one paragraph: **bold**, __slanted__, ^^raised^^, ~~lowered~~, [words](address).
// Marks open and close on their own, so they may overlap; a mark that nothing closes stays what was typed.
import { isSafeAddress, type Inline, type RichMark } from './rich-text.ts';

const DELIMITERS = { '**': 'strong', __: 'em', '^^': 'sup', '~~': 'sub' } as const;
type Simple = (typeof DELIMITERS)[keyof typeof DELIMITERS];
const ORDER = Object.values(DELIMITERS);
/** Words of a link longer than this are a bracket somebody forgot to close. */
const LONGEST_WORDS = 2_000;
const signOf = (mark: Simple) => Object.entries(DELIMITERS).find(([, name]) => name === mark)?.[0];

/** Prints running text; what would read as markup is preceded by a backslash. */
export function printInline(content: readonly Inline[] = [], alsoEscape = ''): string {
  const special = new RegExp(`[\\\\*_^~[\\]${alsoEscape}]`, 'g');
  let printed = '';
  let open: RichMark[] = [];
  const turnTo = (wanted: readonly RichMark[]) => {
    const link = linkOf(open);
    const nextLink = linkOf(wanted);
    if (link !== undefined && link !== nextLink) printed += `](${link.replace(/[\\)]/g, '\\$&')})`;
    for (const mark of ORDER) if (has(open, mark) !== has(wanted, mark)) printed += signOf(mark);
    if (nextLink !== undefined && link !== nextLink) printed += '[';
    open = [...wanted];
  };
  for (const node of content) {
    if (node.type === 'hard_break') {
      printed += '\n';
      continue;
    }
    turnTo(node.marks ?? []);
    printed += node.text.replace(special, '\\$&');
  }
  turnTo([]);
  return printed;
}

/** Reads running text; line breaks stay breaks. */
export function parseInline(text: string): Inline[] {
  const out: Inline[] = [];
  const open = new Set<Simple>();
  const find = finder(text);
  let link: string | undefined;
  let run = '';
  const flush = () => {
    if (run !== '') out.push(runOf(run, open, link));
    run = '';
  };
  /** The address of the link whose words begin at `[`, where it is one a link may lead to. */
  const addressAfter = (at: number): { href: string } | undefined => {
    const middle = find('](', at + 1);
    if (middle < 0 || middle - at > LONGEST_WORDS) return undefined;
    const { href, end } = readAddress(text, middle + 2);
    return text[end] === ')' && isSafeAddress(href) ? { href } : undefined;
  };
  for (let at = 0; at < text.length; at += 1) {
    const rest = text.slice(at, at + 2);
    const mark = DELIMITERS[rest as keyof typeof DELIMITERS] as Simple | undefined;
    if (text[at] === '\\' && at + 1 < text.length && text[at + 1] !== '\n') {
      run += text[at + 1];
      at += 1;
    } else if (mark && (open.has(mark) || find(rest, at + 2) >= 0)) {
      flush();
      if (!open.delete(mark)) open.add(mark);
      at += 1;
    } else if (text[at] === '[' && link === undefined && addressAfter(at) !== undefined) {
      flush();
      link = addressAfter(at)?.href;
    } else if (link !== undefined && rest === '](') {
      flush();
      at = readAddress(text, at + 2).end;
      link = undefined;
    } else if (text[at] === '\n') {
      flush();
      out.push({ type: 'hard_break' });
    } else run += text[at];
  }
  flush();
  return out;
}

function runOf(text: string, open: ReadonlySet<Simple>, link: string | undefined): Inline {
  const marks: RichMark[] = ORDER.filter((mark) => open.has(mark)).map((type) => ({ type }));
  if (link !== undefined) marks.unshift({ type: 'link', attrs: { href: link } });
  return marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text };
}

function readAddress(text: string, from: number): { href: string; end: number } {
  let href = '';
  let end = from;
  for (; end < text.length && text[end] !== ')' && text[end] !== '\n'; end += 1) {
    if (text[end] === '\\') end += 1;
    href += text[end] ?? '';
  }
  return { href, end };
}

/** Says where a sign stands next, unescaped; asks are remembered, so long texts are walked once. */
function finder(text: string): (sign: string, from: number) => number {
  const known = new Map<string, number>();
  return (sign, from) => {
    const before = known.get(sign);
    if (before === -1 || (before !== undefined && before >= from)) return before;
    let found = -1;
    for (let at = from; at < text.length && found < 0; at += 1) {
      if (text[at] === '\\') at += 1;
      else if (text.startsWith(sign, at)) found = at;
    }
    known.set(sign, found);
    return found;
  };
}

const linkOf = (marks: readonly RichMark[]) =>
  marks.flatMap((mark) => (mark.type === 'link' ? [mark.attrs.href] : []))[0];
const has = (marks: readonly RichMark[], type: Simple) => marks.some((mark) => mark.type === type);
