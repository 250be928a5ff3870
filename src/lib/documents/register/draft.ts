// The understood document while a person corrects it: header fields, sections, citations, attachments,
// each citing its place in the text. Plain data, stored with the entry.
import type { FileReading } from '../document-reading.ts';
import { findTypeBySymbol } from '../document-types.ts';
import type { Finding } from '../findings.ts';
import type { Section } from '../outline.ts';
import type { ReadDocument } from '../reading.ts';
import { clauseAt, type Clause, type Span } from '../spans.ts';
import { joinCode, splitCode } from './codes.ts';
import { relationOf, type Relation } from './relations.ts';

/** Header fields in the order of the paper. Lists (bases, recipients) hold one item a line. */
export const factNames = {
  agencyParent: 'Cơ quan chủ quản',
  agency: 'Cơ quan ban hành',
  number: 'Số',
  symbol: 'Ký hiệu',
  place: 'Địa danh',
  date: 'Ngày ban hành',
  type: 'Loại văn bản',
  title: 'Trích yếu',
  basis: 'Căn cứ',
  signerAuthority: 'Quyền hạn ký',
  signerTitle: 'Chức vụ người ký',
  signerName: 'Họ tên người ký',
  recipients: 'Nơi nhận',
} as const;
export type FactName = keyof typeof factNames;

export interface Fact {
  readonly value: string | null;
  /** As it was read, to go back to. */
  readonly read: string | null;
  readonly span: Span | null;
}

export interface DraftSection {
  readonly key: string;
  readonly number: string | null;
  readonly heading: string | null;
  readonly text: string;
  /** 1 for the top. */
  readonly level: number;
  readonly span: Span | null;
  readonly dropped: boolean;
}

export interface DraftReference {
  readonly key: string;
  readonly type: string | null;
  readonly code: string;
  readonly date: string | null;
  readonly issuer: string | null;
  readonly relation: Relation;
  readonly span: Span | null;
  readonly dropped: boolean;
}

export interface DraftAttachment {
  readonly key: string;
  readonly type: string | null;
  readonly title: string;
  readonly span: Span | null;
  readonly dropped: boolean;
}

export interface DocumentDraft {
  readonly facts: Readonly<Record<FactName, Fact>>;
  readonly sections: readonly DraftSection[];
  readonly references: readonly DraftReference[];
  readonly attachments: readonly DraftAttachment[];
  readonly findings: readonly Finding[];
}

/** A draft with nothing in it, for a document that is entered by hand. */
export function emptyDraft(known: Partial<Record<FactName, string | null>> = {}): DocumentDraft {
  const names = Object.keys(factNames) as FactName[];
  const facts = Object.fromEntries(
    names.map((name) => [name, { value: known[name] ?? null, read: null, span: null }]),
  ) as Record<FactName, Fact>;
  return { facts, sections: [], references: [], attachments: [], findings: [] };
}

/** What reading understood, as a draft. */
export function draftOf(
  { text, read }: Pick<FileReading, 'text' | 'read'>,
  findings: Finding[],
): DocumentDraft {
  return {
    facts: factsOf(text, read),
    sections: bodyOf(text, read).map((section, index) => ({ ...section, key: `s${index + 1}` })),
    references: read.references.map((reference, index) => ({
      key: `r${index + 1}`,
      type: reference.type,
      code: reference.code,
      date: reference.date,
      issuer: reference.issuer,
      relation: relationOf(text, reference.span),
      span: reference.span,
      dropped: false,
    })),
    attachments: read.attachments.map(({ document, inner }, index) => ({
      key: `a${index + 1}`,
      type: document.type,
      title: document.title ?? document.typeName ?? 'Phụ lục',
      span: inner.span,
      dropped: false,
    })),
    findings,
  };
}

function factsOf(text: string, { document, inner }: ReadDocument): Record<FactName, Fact> {
  const { header } = inner;
  const head: Span = header.span ?? inner.span;
  const signer = inner.signerSpan;
  const fact = (value: string | null, span: Span | null): Fact => ({
    value,
    read: value,
    span: value === null ? null : span,
  });
  const inHead = (words: string | null) =>
    fact(words, words === null ? null : (placeOf(text, words, head) ?? head));
  const inSigner = (words: string | null | undefined) =>
    fact(words ?? null, words && signer ? (placeOf(text, words, signer) ?? signer) : null);
  const { number } = document;
  const symbol = document.code && number ? document.code.slice(number.length + 1) : document.symbol;
  return {
    agencyParent: inHead(document.agencyParent),
    agency: inHead(document.agency),
    number: fact(number, header.numberSpan),
    symbol: fact(symbol, header.numberSpan),
    place: inHead(document.place),
    date: fact(document.date, header.dateSpan),
    type: fact(document.type, inner.titleSpan ?? header.numberSpan),
    title: fact(document.title, inner.titleSpan ?? head),
    basis: fact(linesOf(document.basis.map((clause) => clause.text)), around(document.basis)),
    signerAuthority: inSigner(document.signer?.authority),
    signerTitle: inSigner(document.signer?.title),
    signerName: inSigner(document.signer?.name),
    recipients: fact(linesOf(document.recipients), around(inner.recipients)),
  };
}

function linesOf(items: readonly string[]): string | null {
  return items.length === 0 ? null : items.join('\n');
}

function around(clauses: readonly { span: Span }[]): Span | null {
  const [first, last] = [clauses[0], clauses.at(-1)];
  return first && last ? [first.span[0], last.span[1]] : null;
}

/** Where words stand within a part of the text, however they are broken into lines. */
function placeOf(text: string, words: string, [from, to]: Span): Span | undefined {
  const pattern = words
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+');
  // The head may begin a line above the first piece that was recognised.
  const start = Math.max(0, from - 300);
  const found = new RegExp(pattern, 'iu').exec(text.slice(start, to));
  return found ? [start + found.index, start + found.index + found[0].length] : undefined;
}

/** The body in its order: opening paragraphs that are no bases, sections, the closing paragraph. */
function bodyOf(text: string, read: ReadDocument): Omit<DraftSection, 'key'>[] {
  const bases = new Set(read.document.basis.map(({ span }) => span[0]));
  const plain = (clause: Clause): Omit<DraftSection, 'key'> => ({
    number: null,
    heading: null,
    text: clause.text,
    level: 1,
    span: clause.span,
    dropped: false,
  });
  const lead = read.inner.lead
    .map(({ span }) => clauseAt(text, span[0], span[1]))
    .filter(({ span }) => !bases.has(span[0]));
  return [
    ...lead.map(plain),
    ...flatten(read.sections),
    ...(read.closing ? [plain(read.closing)] : []),
  ];
}

function flatten(sections: readonly Section[]): Omit<DraftSection, 'key'>[] {
  return sections.flatMap(({ number, heading, text, level, span, children }) => [
    { number, heading, text, level, span, dropped: false },
    ...flatten(children),
  ]);
}

/** Number and symbol as one code; the year of a normative document stands in its symbol. */
export function codeOf({ facts }: DocumentDraft): string | null {
  return joinCode(facts.number.value, facts.symbol.value);
}

/** The type that a hand-entered code tells, where it tells one. */
export function typeOfCode(code: string): string | null {
  const { symbol } = splitCode(code);
  return symbol ? (findTypeBySymbol(symbol.replace(/^\d{4}\//, ''))?.type ?? null) : null;
}

/** Everything that can be pointed at, with its place. */
export function placesOf(draft: DocumentDraft): { key: string; span: Span }[] {
  const facts = Object.entries(draft.facts).map(([name, { span }]) => ({ key: `f-${name}`, span }));
  return [...facts, ...draft.sections, ...draft.references, ...draft.attachments].flatMap(
    ({ key, span }) => (span && span[1] > span[0] ? [{ key, span }] : []),
  );
}
