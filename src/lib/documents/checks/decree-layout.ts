// What Decree 30/2020/NĐ-CP asks of number, date, bases, ending, signature and recipients, as far as a
// text shows it.
import { collapse } from '#lib/vietnam/index.ts';
import { findTypeBySymbol } from '../document-types.ts';
import { finding, type Finding } from '../findings.ts';
import { flat } from '../flat.ts';
import type { ReadDocument } from '../reading.ts';
import { trimSpan, type Span } from '../spans.ts';
import { sure } from '../sure.ts';

/** Findings about one document's form; nothing where it has no head of its own. */
export function checkDecreeLayout(text: string, read: ReadDocument): Finding[] {
  if (read.inner.header.span === null) return [];
  return [
    ...checkNumber(read),
    ...checkDate(text, read),
    ...checkSymbol(read),
    ...checkBases(text, read),
    ...checkSigner(text, read),
    // The party ends its documents and keeps its originals by rules of its own.
    ...(isOfParty(read) ? [] : [...checkEnding(text, read), ...checkArchive(text, read)]),
  ];
}

/** Symbols of the party have a stroke where those of the state have a hyphen: `15-KH/ĐU`. */
function isOfParty({ document: { symbol, agency } }: ReadDocument): boolean {
  if (symbol !== null && /^[\p{L}]+\/[\p{L}-]+$/u.test(symbol)) return true;
  return /dang uy|ban chap hanh|tinh uy|thanh uy|huyen uy|dang bo|chi bo/.test(flat(agency ?? ''));
}

function checkNumber({ document, inner }: ReadDocument): Finding[] {
  const { number } = document;
  if (number === null || !/^[1-9]$/.test(number) || !inner.header.numberSpan) return [];
  return [finding('header.number-padding', inner.header.numberSpan, { written: number })];
}

/** Days below ten and the months of January and February take a nought before them. */
function checkDate(text: string, { document, inner }: ReadDocument): Finding[] {
  const { dateSpan } = inner.header;
  if (!dateSpan || document.date === null) return [];
  const written = /(\d{1,2})\D+?(\d{1,2})/.exec(text.slice(dateSpan[0], dateSpan[1]));
  const findings: Finding[] = [];
  const [day, month] = [sure(written?.[1]), sure(written?.[2])];
  if (/^[1-9]$/.test(day) || /^[12]$/.test(month)) {
    const two = { day: day.padStart(2, '0'), month: /^[12]$/.test(month) ? `0${month}` : month };
    findings.push(finding('header.date-padding', dateSpan, two));
  }
  if (document.place === null) findings.push(finding('header.no-place', dateSpan));
  return findings;
}

/** "KẾ HOẠCH" under a symbol of decisions. A symbol of a letter tells no type. */
function checkSymbol({ document, inner }: ReadDocument): Finding[] {
  const { type, typeName, symbol } = document;
  const told = symbol === null ? undefined : findTypeBySymbol(symbol);
  if (!told || type === null || type === 'CV' || told.type === type) return [];
  // "CTr" may be written "CT" and "QyĐ" "QĐ" by offices that know only the short list.
  if (flat(told.type) === flat(type).slice(0, told.type.length)) return [];
  const span = inner.header.numberSpan ?? sure(inner.header.span);
  return [finding('header.type-symbol', span, { name: typeName ?? type, symbol: sure(symbol) })];
}

function checkBases(text: string, { document }: ReadDocument): Finding[] {
  const bases = document.basis.filter(({ text: words }) => /^căn cứ\s/iu.test(words));
  return bases.slice(0, -1).flatMap(({ text: words, span }) => {
    const mark = /[.,:]$/.exec(words)?.[0] ?? (/\p{L}$/u.test(words) ? 'không có dấu' : undefined);
    if (mark === undefined || !isOneBasis(words)) return [];
    const end: Span = [Math.max(span[0], span[1] - 12), span[1]];
    return [finding('basis.end-mark', trimSpan(text, ...end), { mark })];
  });
}

/** A paragraph that goes on to "ban hành Kế hoạch như sau" is an opening, no line of the bases. */
function isOneBasis(words: string): boolean {
  return (
    words.length < 400 && !/(?:ban hành|xây dựng|quyết định).{0,120}$/iu.test(words.slice(-140))
  );
}

/** Types that end with signatures of several sides or with blanks to fill in. */
const OPEN_ENDED = new Set([
  'BB',
  'HĐ',
  'GGT',
  'GNP',
  'PG',
  'PC',
  'PB',
  'GUQ',
  'GM',
  'BGN',
  'BTT',
  'ThC',
]);

function checkEnding(text: string, { document, inner, attachments }: ReadDocument): Finding[] {
  if (inner.body[1] <= inner.body[0] || OPEN_ENDED.has(document.type ?? '')) return [];
  const after = text.slice(inner.body[1], inner.body[1] + 8);
  const ends = [inner.body[1], ...attachments.map((part) => part.inner.body[1])];
  const isMarked = ends.some((end) =>
    /\.\s*\/\s*\.?\s*$/.test(text.slice(Math.max(0, end - 12), end)),
  );
  if (isMarked || /^\s*\.?\s*\/\s*\./.test(after)) return [];
  const [start, end] = trimSpan(text, Math.max(inner.body[0], inner.body[1] - 24), inner.body[1]);
  return start < end ? [finding('ending.no-mark', [start, end])] : [];
}

/** Types whose text a committee adopts as a body; a chairman alone signs the others in his own name. */
const OF_THE_BODY = new Set(['KH', 'CTr', 'ĐA', 'PA', 'TTr', 'BC', 'DA']);
const TITLES = /^(?:(?:GS|PGS|TS|ThS|Th\.S|BS|KS|CN)\.?\s?)+(?=\s?\p{Lu}\p{Ll})/u;

function checkSigner(text: string, { document, inner }: ReadDocument): Finding[] {
  const { signer, agency, type } = document;
  if (!signer || !inner.signerSpan) return [];
  const findings: Finding[] = [];
  const isCommittee = /^uy ban nhan dan\b/.test(flat(agency ?? ''));
  if (isCommittee && OF_THE_BODY.has(type ?? '') && signer.authority === null && signer.title) {
    findings.push(finding('signature.no-authority', inner.signerSpan, { title: signer.title }));
  }
  const written = TITLES.exec(signer.name ?? '')?.[0].trim();
  if (written) {
    const at = text.lastIndexOf(written, inner.signerSpan[1]);
    const span: Span = at < inner.signerSpan[0] ? inner.signerSpan : [at, at + written.length];
    findings.push(finding('signature.academic-title', span, { written }));
  }
  return findings;
}

/** The last line of the recipients says where the original is kept. */
function checkArchive(text: string, { inner }: ReadDocument): Finding[] {
  const last = inner.recipients.at(-1);
  if (!last) return [];
  const kept = inner.recipients.find(({ text: words }) => /^lưu/iu.test(words));
  if (!kept) return [finding('recipients.no-archive', last.span)];
  const written = collapse(text.slice(kept.span[0], kept.span[1]));
  if (/^Lưu\s?:\s?(?:VT|Văn thư|HS|Hồ sơ)(?![\p{L}])/u.test(written)) return [];
  return [finding('recipients.archive-form', kept.span, { written: written.slice(0, 40) })];
}
