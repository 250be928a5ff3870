// Reads a document: from clean text to header, structure, references, tail and attachments.
import { sure } from './sure.ts';
import { collapse } from '#lib/vietnam/index.ts';
import { attachedParts, findAttachment, isAppendix } from './attachments.ts';
import { findTypeByName, findTypeBySymbol, type DocumentType } from './document-types.ts';
import { flat } from './flat.ts';
import {
  bareHeadStart,
  findMotto,
  headStart,
  opensNumber,
  readHeader,
  type Header,
} from './header.ts';
import { linesIn, paragraphsOf, type Line, type Paragraph } from './lines.ts';
import { outline, toSections, type OutlineNode, type Section } from './outline.ts';
import { readReferences, type Reference, type ReferenceNote } from './references.ts';
import type { Clause, Span } from './spans.ts';
import { clauseAt } from './spans.ts';
import { findTail, readTail, type Signer, type Tail } from './tail.ts';
import { tablesIn, type DocumentTable } from './tables.ts';
import { readShoutedTitle, readTitle, typeLine, type Titled } from './title.ts';

/** The formal parts of a document. */
export interface DocumentFacts {
  agencyParent: string | null;
  agency: string | null;
  number: string | null;
  symbol: string | null;
  code: string | null;
  place: string | null;
  /** ISO day; `null` where day or month is blank or impossible. */
  date: string | null;
  /** One of the 29 abbreviations, `CV` for a letter. */
  type: string | null;
  typeName: string | null;
  title: string | null;
  basis: Clause[];
  signer: Signer | null;
  recipients: string[];
}

/** A document as far as its text tells, without the file it came from. */
export interface ReadDocument {
  document: DocumentFacts;
  sections: Section[];
  closing: Clause | null;
  tables: DocumentTable[];
  references: Reference[];
  attachments: ReadDocument[];
  /** What the rules and the reading of plans need besides. */
  inner: Inner;
}

/** Places and notes that aren't part of the answer but of its checks. */
export interface Inner {
  header: Header;
  /** From the head to the end of recipients and signature. */
  span: Span;
  body: Span;
  nodes: OutlineNode[];
  lead: Paragraph[];
  notes: ReferenceNote[];
  recipients: Clause[];
  signerSpan: Span | null;
  signed: boolean;
  titleSpan: Span | null;
}

/** The text once more in flat letters, made once for all that look into it. */
export interface Source {
  text: string;
  flat: string;
}

/** Reads the document that stands in a clean text (see `cleanText`). */
export function readDocumentText(text: string): ReadDocument {
  return readPart({ text, flat: flat(text) }, 0, text.length, true);
}

function readPart(source: Source, from: number, to: number, main: boolean): ReadDocument {
  const { text } = source;
  const all = joinBroken(text, linesIn(text, from, to));
  const motto = findMotto(source.flat, from, to);
  const bare = main && !motto ? bareHeadStart(all) : undefined;
  const start = motto ? headStart(all, motto[0]) : (bare ?? all[0]?.span[0] ?? from);
  const lines = all.filter((line) => line.span[0] >= start);
  const head = findHead(lines, motto);
  const header = readHeader(text, start, motto || bare !== undefined ? head.headEnd : start);
  const tailAt = findTail(lines, head.bodyLine);
  const bodyLines = lines.slice(head.bodyLine, tailAt ?? lines.length);
  const cut = tailAt === undefined ? findAttachment(bodyLines, 1, false) : undefined;
  const body = cut === undefined ? bodyLines : bodyLines.slice(0, cut);
  const tail = tailAt === undefined ? undefined : readTail(text, lines, tailAt);
  const bodySpan: Span = [body[0]?.span[0] ?? start, body.at(-1)?.span[1] ?? start];
  const end = tail?.span[1] ?? bodySpan[1];
  const after = lines.filter((line) => line.span[0] >= end);
  const attachments = main
    ? attachedParts(after, to).map(([first, last]) => readPart(source, first, last, false))
    : [];
  return assemble(source, { header, head, body, bodySpan, tail, start, end, attachments });
}

/** "Nơi / nhận:" broken in a narrow column is one line again. */
function joinBroken(text: string, lines: Line[]): Line[] {
  const out: Line[] = [];
  for (const line of lines) {
    const last = out.at(-1);
    if (last && /^noi$/.test(flat(last.text)) && /^nhan\s*:/.test(flat(line.text))) {
      const span: Span = [last.span[0], line.span[1]];
      out[out.length - 1] = { ...last, span, text: wordsAt(text, span) };
    } else out.push(line);
  }
  return out;
}

/** An appendix has a name, but none of the abbreviations of documents. */
const APPENDIX: DocumentType = { type: '', name: 'Phụ lục' };

interface Head {
  titled: Titled | undefined;
  /** Where the two columns of the head end. */
  headEnd: number;
  /** Index of the first line of the body. */
  bodyLine: number;
}

function findHead(lines: readonly Line[], motto: Span | undefined): Head {
  const limit = Math.min(lines.length, 60);
  for (let i = 0; i < limit; i += 1) {
    const line = sure(lines[i]);
    if (motto && line.span[1] <= motto[0]) continue;
    if (/^kinh gui/.test(flat(line.text)) && motto) {
      return { titled: undefined, headEnd: line.span[0], bodyLine: i };
    }
    if (i === 0 && isAppendix(line.text)) {
      const titled = readTitle(lines, i, { type: APPENDIX, rest: '' });
      return { titled, headEnd: line.span[0], bodyLine: titled.next };
    }
    if (typeLine(line.text) && !(motto && line.span[0] < motto[1])) {
      const titled = readTitle(lines, i);
      return { titled, headEnd: line.span[0], bodyLine: titled.next };
    }
  }
  const shouted = motto && shoutedTitle(lines.slice(0, limit), motto);
  if (shouted) {
    const headEnd = sure(lines[shouted.line]).span[0];
    return { titled: shouted, headEnd, bodyLine: shouted.next };
  }
  if (!motto) return { titled: undefined, headEnd: lines[0]?.span[0] ?? 0, bodyLine: 0 };
  const bodyLine = lines.findIndex((line) => line.span[0] > motto[1] && line.text.length > 100);
  const at = bodyLine < 0 ? lines.length : bodyLine;
  return { titled: undefined, headEnd: lines[at]?.span[0] ?? motto[1], bodyLine: at };
}

/** A title whose type line goes on in capitals, under the last line of both columns of the head. */
function shoutedTitle(lines: readonly Line[], motto: Span): Titled | undefined {
  const sentence = lines.findIndex(({ text }) => text.length > 100);
  const head = sentence < 0 ? lines : lines.slice(0, sentence);
  const last = head.findLastIndex(
    ({ span, text }) =>
      (span[0] <= motto[0] && span[1] >= motto[1]) ||
      opensNumber(text) ||
      DATE_LINE.test(flat(text)),
  );
  for (let at = last + 1; at < head.length; at += 1) {
    const titled = readShoutedTitle(lines, at);
    if (titled) return titled;
  }
  return undefined;
}

const DATE_LINE = /^[^:;]{0,40}ngay\s[\s\d….]*thang/;

interface Parts {
  header: Header;
  head: Head;
  body: Line[];
  bodySpan: Span;
  tail: Tail | undefined;
  start: number;
  end: number;
  attachments: ReadDocument[];
}

function assemble(source: Source, parts: Parts): ReadDocument {
  const { text } = source;
  const { header, head, tail, bodySpan } = parts;
  const type = typeOf(header, head);
  const { tables, rest } = tablesIn(text, parts.body);
  const tree = outline(text, withTables(text, paragraphsOf(text, rest), tables));
  const closing = takeClosing(tree.nodes);
  const notes = readReferences(text, source.flat, parts.start, parts.end, header.code);
  return {
    document: {
      agencyParent: header.agencyParent,
      agency: header.agency,
      number: header.number,
      symbol: header.symbol,
      code: header.code,
      place: header.place,
      date: header.date,
      type: type?.type || null,
      typeName: type?.name ?? null,
      title: titleOf(header, head),
      basis: basisOf(text, tree.lead, type?.type),
      signer: tail?.signer ?? null,
      recipients: (tail?.recipients ?? []).map((recipient) => recipient.text),
    },
    sections: toSections(tree.nodes),
    closing,
    tables,
    references: notes.map((note) => note.reference),
    attachments: parts.attachments,
    inner: {
      header,
      span: [parts.start, parts.end],
      body: bodySpan,
      nodes: tree.nodes,
      lead: tree.lead,
      notes,
      recipients: tail?.recipients ?? [],
      signerSpan: tail?.signerSpan ?? null,
      signed: tail?.signed ?? false,
      titleSpan: head.titled?.span ?? null,
    },
  };
}

/** Tables that have a head stand among the paragraphs as one piece each. */
function withTables(
  text: string,
  paragraphs: readonly Paragraph[],
  tables: readonly DocumentTable[],
): Paragraph[] {
  const pieces = tables
    .filter(({ columns }) => columns !== null)
    .map(({ span }): Paragraph => {
      const words = wordsAt(text, span);
      return { span, text: words, flat: flat(words), mark: undefined, gap: true, table: true };
    });
  if (pieces.length === 0) return [...paragraphs];
  return [...paragraphs, ...pieces].sort((a, b) => a.span[0] - b.span[0]);
}

function typeOf(header: Header, head: Head): DocumentType | undefined {
  if (head.titled) return head.titled.type;
  const symbol = header.symbol === null ? undefined : findTypeBySymbol(header.symbol);
  if (symbol) return symbol;
  return header.subject === null && header.symbol === null ? undefined : findTypeByName('Công văn');
}

function titleOf(header: Header, head: Head): string | null {
  return head.titled ? head.titled.title : header.subject;
}

const BASIS =
  /^(?:can cu|thuc hien|theo de nghi|theo de xuat|theo y kien|theo to trinh|xet|tren co so|theo )/;

/** Paragraphs before the first section that name what the document rests on. */
function basisOf(text: string, lead: readonly Paragraph[], type: string | undefined): Clause[] {
  if (type === 'CĐ') return [];
  return lead
    .filter((paragraph) => BASIS.test(paragraph.flat))
    .map((paragraph) => clauseAt(text, paragraph.span[0], paragraph.span[1]));
}

const CLOSING =
  /^(?:tren day la|tren day|trong qua trinh|yeu cau|de nghi|uy ban nhan dan|ubnd|nhan duoc|quyet dinh nay|can cu|ke hoach nay|giao |van phong|noi dung)/;

/** The paragraph that closes the body, taken out of the tree it hung in. */
function takeClosing(nodes: OutlineNode[]): Clause | null {
  const path: OutlineNode[] = [];
  let list = nodes;
  while (list.length > 0) {
    path.push(sure(list.at(-1)));
    list = sure(list.at(-1)).children;
  }
  const last = path.at(-1);
  if (!last) return null;
  const clause = last.own.at(-1);
  if (!clause || !CLOSING.test(flat(clause.text))) return null;
  if (last.kind === null) {
    path.at(-2)?.children.pop();
  } else if (last.own.length > 1 || last.heading !== null) {
    if (last.own.length === 1 && !/^tren day/.test(flat(clause.text))) return null;
    last.own.pop();
  } else return null;
  for (const node of path) node.extent[1] = Math.min(node.extent[1], clause.span[0]);
  return clause;
}

/** The words of a place, blanks collapsed. */
function wordsAt(text: string, span: Span): string {
  return collapse(text.slice(span[0], span[1]));
}
