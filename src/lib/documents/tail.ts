// What stands after the body: recipients and signature, side by side in the source and interleaved
// or run together in the text.
import { sure } from './sure.ts';
import { collapse } from '#lib/vietnam/index.ts';
import { flat, isMostlyUpper } from './flat.ts';
import type { Line } from './lines.ts';
import type { Clause, Span } from './spans.ts';
import { trimSpan } from './spans.ts';

export interface Signer {
  authority: string | null;
  title: string | null;
  name: string | null;
}

export interface Tail {
  recipients: Clause[];
  signer: Signer | null;
  signerSpan: Span | null;
  /** "(Đã ký)" stands in place of the name, or beside it. */
  signed: boolean;
  /** From the first to just after the last line of recipients and signature. */
  span: Span;
}

const RECIPIENTS = /^noi nhan\s*(?::|$|\t)/;
const AUTHORITY =
  /^(?:T\/?M|K\/?T|T\/?L|T\/?U\/?Q|Q)\s?\.|^(?:T\/?M|K\/?T|T\/?L|T\/?U\/?Q)\s+\p{Lu}{2}|^(?:ĐẠI DIỆN|THAY MẶT)\s/u;
/** "Q. CHỦ TỊCH" is the office itself, held for a time. */
const ACTING = /^Q\s?\./;
const OFFICE =
  /^(?:pho |quyen )?(?:chu tich|giam doc|tong giam doc|bo truong|thu truong|thu tuong|chanh |truong |cuc truong|vu truong|vien truong|hieu truong|tong |chu nhiem|bi thu|chi huy|tham muu|doi truong|tram truong|to truong|ke toan|thuong truc|uy vien|thanh tra|chinh uy|cong chuc|thu ky|chu toa)/;

/** Whether a line could open the signature: "TM. …", "KT. …", or an office in capitals. */
export function opensSignature(line: string): boolean {
  if (AUTHORITY.test(line)) return true;
  return line.length < 60 && isMostlyUpper(line) && OFFICE.test(flat(line));
}

/** Index of the line where the recipients or the signature begin; undefined when there are none. */
export function findTail(lines: readonly Line[], from: number): number | undefined {
  for (let i = from; i < lines.length; i += 1)
    if (RECIPIENTS.test(flat(sure(lines[i]).text))) return signatureAbove(lines, i, from);
  for (let i = from; i < lines.length; i += 1) {
    const line = sure(lines[i]).text;
    if (!opensSignature(line) || i === from) continue;
    if (AUTHORITY.test(line) || /[./]\s*$/.test(sure(lines[i - 1]).text)) return i;
  }
  return undefined;
}

/** A signature that comes before the recipients, where the columns were read right to left. */
function signatureAbove(lines: readonly Line[], at: number, from: number): number {
  let start = at;
  for (let i = at - 1; i >= from && i >= at - 8; i -= 1) {
    const { text } = sure(lines[i]);
    if (opensSignature(text)) start = i;
    else if (!isName(text) && !isStamp(text) && !isMostlyUpper(text)) break;
    else if (/[.;:]\s*$/.test(text)) break;
  }
  // The last words of a body can look like a name; an office or an authority has to stand there.
  return start;
}

interface Piece {
  text: string;
  span: Span;
  gap: boolean;
}

/** Reads recipients and signature from the given line on. */
export function readTail(text: string, lines: readonly Line[], at: number): Tail {
  const recipients: Clause[] = [];
  const signing: Piece[] = [];
  let name: Piece | undefined;
  let inList = false;
  let closed = false;
  let signed = false;
  let end = sure(lines[at]).span[0];
  const pieces = lines.slice(at, at + 120).flatMap((line) => cellsOf(text, line));
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = sure(pieces[index]);
    if (RECIPIENTS.test(flat(piece.text))) {
      if (recipients.length > 0) break;
      inList = true;
      const rest = piece.text.replace(/^[^:]*:?\s*/, '');
      if (rest) addRecipient(recipients, piece, rest);
    } else if (name === undefined && isSigning(piece, signing)) {
      signing.push(piece);
    } else if (/^[-–+•]\s*\S/.test(piece.text) && inList && !closed) {
      addRecipient(recipients, piece, piece.text.replace(/^[-–+•]\s*/, ''));
      closed = /^luu\b/.test(flat(sure(recipients.at(-1)).text));
    } else if (name === undefined && signing.length > 0 && nameAt(text, pieces, index)) {
      name = sure(nameAt(text, pieces, index));
      if (name.span[1] > piece.span[1]) index += 1;
      if (!inList && !recipientsFollow(pieces, index)) {
        end = name.span[1];
        break;
      }
    } else if (inList && name === undefined && signing.length === 0 && recipients.length > 0) {
      if (!closed && !piece.gap) continueRecipient(text, recipients, piece);
      else if (
        piece.gap &&
        !closed &&
        !/^\d{1,3}\s?\p{L}{1,4}$/u.test(piece.text) &&
        piece.text.length > 60
      )
        break;
    } else if (inList && recipients.length === 0 && signing.length === 0) {
      if (/[;.]$/.test(piece.text) || /^(?:như|lưu)/iu.test(piece.text))
        addRecipient(recipients, piece, piece.text);
    } else if (name !== undefined || !isStamp(piece.text)) break;
    if (/^[([]?\s*da ky/.test(flat(piece.text))) signed = true;
    end = sure(pieces[index]).span[1];
  }
  const signer = readSigner(signing, name);
  const first = signing[0] ?? name;
  return {
    recipients,
    signer,
    signed,
    signerSpan: first ? [first.span[0], (name ?? sure(signing.at(-1))).span[1]] : null,
    span: [sure(lines[at]).span[0], end],
  };
}

function recipientsFollow(pieces: readonly Piece[], at: number): boolean {
  return pieces.slice(at + 1, at + 4).some((piece) => RECIPIENTS.test(flat(piece.text)));
}

/** The cells of a line: columns are told apart by tabs or wide blanks. */
function cellsOf(text: string, line: Line): Piece[] {
  const raw = text.slice(line.span[0], line.span[1]);
  const pieces: Piece[] = [];
  let start = 0;
  for (const border of [...raw.matchAll(/\t+| {4,}|$/g)]) {
    const span = trimSpan(text, line.span[0] + start, line.span[0] + border.index);
    if (span[0] < span[1]) {
      pieces.push({
        text: collapse(text.slice(span[0], span[1])),
        span,
        gap: line.gap && start === 0,
      });
    }
    start = border.index + border[0].length;
  }
  return pieces;
}

function addRecipient(recipients: Clause[], piece: Piece, words: string): void {
  const trimmed = words.replace(/[\s;.,]+$/, '').trim();
  if (trimmed === '') return;
  const from = piece.text.indexOf(words);
  const lead = piece.span[1] - (piece.text.length - from);
  // The collapsed piece may be shorter than its place; the clause is found from its end.
  const start = lead >= piece.span[0] ? lead : piece.span[0];
  recipients.push({
    text: trimmed,
    span: [start, piece.span[1] - (words.length - trimmed.length)],
  });
}

function continueRecipient(text: string, recipients: Clause[], piece: Piece): void {
  const last = sure(recipients.at(-1));
  const [start, end] = trimSpan(text, last.span[0], piece.span[1]);
  const words = collapse(text.slice(start, end));
  const trimmed = words.replace(/[\s;.,]+$/, '');
  recipients[recipients.length - 1] = {
    text: trimmed,
    span: [start, end - (words.length - trimmed.length)],
  };
}

function isSigning(piece: Piece, signing: readonly Piece[]): boolean {
  const line = piece.text;
  if (/^[-–+•]/.test(line)) return false;
  if (opensSignature(line)) return true;
  if (signing.length === 0) return false;
  // "TM. ỦY BAN NHÂN / DÂN": what goes on in capitals, but not a name in capitals after the office.
  const last = sure(signing.at(-1)).text;
  if (!isMostlyUpper(line) || piece.gap) return false;
  return AUTHORITY.test(last) || /,$/.test(last) || !opensSignature(last);
}

/** The name at a piece, put together where it was broken over two lines. */
function nameAt(text: string, pieces: readonly Piece[], at: number): Piece | undefined {
  const piece = sure(pieces[at]);
  const next = pieces[at + 1];
  const short = !piece.text.includes(' ');
  if (
    next &&
    !next.gap &&
    short &&
    /^\p{Lu}\p{Ll}+$/u.test(piece.text) &&
    isName(`${piece.text} ${next.text}`)
  ) {
    const span: Span = [piece.span[0], next.span[1]];
    return { text: collapse(text.slice(span[0], span[1])), span, gap: piece.gap };
  }
  return isName(piece.text) ? piece : undefined;
}

function isName(line: string): boolean {
  if (/[\d:;/,]/.test(line) || line.length > 60) return false;
  const words = line
    .replace(/\b(?:TS|ThS|PGS|GS|BS|KS|Th\.S)\b\.?/g, '')
    .split(/[\s.]+/)
    .filter(Boolean);
  return (
    words.length >= 2 &&
    words.length <= 8 &&
    words.every(
      (word) => /^[\p{Lu}(]/u.test(word) || /^(?:tá|tướng|úy|uý|sĩ|sỹ|cấp|viên)$/u.test(word),
    )
  );
}

/** "(Đã ký)", a digital signature's caption, a stamp, a copying mark. */
function isStamp(line: string): boolean {
  return /^[([]?\s*(?:da ky|ky boi|signature|chu ky|dau|daky)/.test(flat(line)) || line.length < 16;
}

function readSigner(signing: readonly Piece[], name: Piece | undefined): Signer | null {
  if (signing.length === 0 && !name) return null;
  const units: string[] = [];
  for (const piece of signing) {
    const last = units.at(-1);
    if (last === undefined || opensUnit(piece.text, last)) units.push(piece.text);
    else units[units.length - 1] = `${last} ${piece.text}`;
  }
  const split = units.flatMap(splitAuthority);
  // "TRƯỞNG BAN / CHỦ TỊCH UBND XÃ": who holds two offices signs with both.
  const own = split.findLastIndex((unit) => AUTHORITY.test(unit) && !ACTING.test(unit)) + 1;
  const title = split.slice(own).join(' ');
  const authority = split.slice(0, own).map(collapse).join('; ');
  return { authority: authority || null, title: title || null, name: name?.text ?? null };
}

function opensUnit(line: string, last: string): boolean {
  if (AUTHORITY.test(line)) return true;
  return OFFICE.test(flat(line)) && !/,$/.test(last);
}

/** "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH" on one line is two lines of authority. */
function splitAuthority(unit: string): string[] {
  return unit.split(/\s+(?=(?:KT|TL|TUQ)\s?\.|(?:K\/T|T\/L|T\/U\/Q)\s)/);
}
