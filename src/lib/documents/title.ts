// The type line ("KẾ HOẠCH") and the title under it.
import { sure } from './sure.ts';
import { collapse } from '#lib/vietnam/index.ts';
import { opensAgency } from './agencies.ts';
import { DOCUMENT_TYPES, findTypeByName, TYPE_NAMES, type DocumentType } from './document-types.ts';
import { flat, isMostlyUpper, startsLower } from './flat.ts';
import type { Line } from './lines.ts';
import { markOf } from './marks.ts';
import type { Span } from './spans.ts';

export interface Titled {
  type: DocumentType;
  title: string | null;
  /** Where the title stands, from its first to its last line. */
  span: Span | null;
  /** Index of the type line, and of the first line after the title. */
  line: number;
  next: number;
}

const FUSED = new RegExp(`^(${TYPE_NAMES.join('|')})\\s+(?=\\S)`);

/** Whether a line is the name of a type in capitals, alone or with the title behind it. */
export function typeLine(line: string): { type: DocumentType; rest: string } | undefined {
  const bare = line.replace(/[:.\s]+$/, '');
  if (!isMostlyUpper(bare.slice(0, 10)) || bare.length > 400) return undefined;
  const type = findTypeByName(bare);
  if (type && isMostlyUpper(bare)) return { type, rest: '' };
  const fused = FUSED.exec(flat(bare));
  if (!fused) return undefined;
  const head = bare.slice(0, sure(fused[1]).length);
  const rest = bare.slice(fused[0].length);
  const fusedType = findTypeByName(head);
  if (!fusedType || !isMostlyUpper(head) || isMostlyUpper(rest)) return undefined;
  return { type: fusedType, rest };
}

/** What may stand behind the name of a type and goes with it: "KẾ HOẠCH PHỐI HỢP", "BIÊN BẢN HỌP THÔN". */
const QUALIFIER =
  /^(?:phoi hop|lien tich|hanh dong|tom tat|chi tiet|bo sung|dieu chinh|chuyen de|lam viec|kiem tra|cuoc hop|hop(?: [a-z]+){0,3})$/;

/** The title of a document whose type line goes on in capitals; undefined where the line is none. */
export function readShoutedTitle(lines: readonly Line[], at: number): Titled | undefined {
  const bare = sure(lines[at]).text.replace(/[:.\s]+$/, '');
  const type = DOCUMENT_TYPES.find(({ name }) => flat(bare).startsWith(`${flat(name)} `));
  if (!type || type.type === 'CV' || !isMostlyUpper(bare)) return undefined;
  const next = lines[at + 1];
  const rest = bare.slice(type.name.length + 1);
  if (
    next &&
    QUALIFIER.test(flat(rest)) &&
    !startsLower(next.text) &&
    !OPENS_BODY.test(flat(next.text))
  ) {
    const below = readTitle(lines, at, { type, rest: '' });
    if (below.title !== null) return below;
  }
  return readTitle(lines, at, { type, rest });
}

/** "KẾ HOẠCH / tuyên truyền …" from the given type line on. */
export function readTitle(
  lines: readonly Line[],
  at: number,
  head = sure(typeLine(sure(lines[at]).text)),
): Titled {
  const parts: string[] = head.rest ? [head.rest] : [];
  let next = at + 1;
  while (next < lines.length && next < at + 14 && isTitleLine(lines, next, parts, head.type.type)) {
    parts.push(sure(lines[next]).text);
    next += 1;
  }
  // "Trung tâm trân trọng giới thiệu:" leads on to the body and is no title, over however many lines.
  while (next > at + 1 && /:$/.test(sure(parts.at(-1))) && !isMostlyUpper(sure(parts.at(-1)))) {
    let opened = false;
    while (next > at + 1 && !opened) {
      opened = !startsLower(sure(parts.pop()));
      next -= 1;
    }
  }
  const title = collapse(parts.join(' '));
  return {
    type: head.type,
    title: title === '' ? null : title,
    span: titleSpan(lines, at, next, head.rest),
    line: at,
    next,
  };
}

function titleSpan(lines: readonly Line[], at: number, next: number, rest: string): Span | null {
  const end = sure(lines[next - 1]).span[1];
  if (rest) return [sure(lines[at]).span[1] - rest.length, end];
  return next > at + 1 ? [sure(lines[at + 1]).span[0], end] : null;
}

const OPENS_BODY =
  /^(?:can cu|thuc hien|theo|xet|de |nham|trong thoi gian|thoi gian qua|trien khai thuc hien|tren co so|sau khi|kinh gui|hom nay|ngay \d|\(\s*(?:ban hanh|kem theo)|phan thu)/;

/** "Thời gian bắt đầu: 8 giờ", "Ông (bà): …". */
const LABEL = /^\p{Lu}[\p{Ll}\s()]{2,30}:\s/u;
/** Papers that are filled in like a form. */
const FORMS = new Set([
  'BB',
  'GM',
  'GGT',
  'GNP',
  'GUQ',
  'PG',
  'PC',
  'PB',
  'HĐ',
  'BGN',
  'BTT',
  'TC',
]);
const GOES_ON = /(?:\s(?:của|và|cho|tại|về|với|theo|do|trong|đối với|trên)|[,–-])$/u;

/** How long a line is that was broken at the margin: most lines of a body are. */
function fullLength(lines: readonly Line[]): number {
  const lengths = lines
    .slice(0, 200)
    .map(({ text }) => text.length)
    .sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.85)] ?? 0;
}

function isTitleLine(
  lines: readonly Line[],
  at: number,
  parts: readonly string[],
  type: string,
): boolean {
  const line = sure(lines[at]);
  if (markOf(line.text) && !/^[-–]/.test(line.text)) return false;
  if (/^kinh gui/.test(flat(line.text)) || /^\(\s*(?:ban hanh|kem theo)/.test(flat(line.text)))
    return false;
  if (parts.length === 0) {
    return (
      line.text.length <= 600 && !(/^can cu/.test(flat(line.text)) || opensDecider(lines, at, type))
    );
  }
  const last = sure(parts.at(-1));
  if (startsLower(line.text)) return !/[.;:]$/.test(last) && line.text.length < 300;
  if (opensDecider(lines, at, type) || (FORMS.has(type) && LABEL.test(line.text))) return false;
  const upper = isMostlyUpper(line.text);
  // "GIAI ĐOẠN / 2026 - 2030": figures alone go on.
  if (!/\p{L}/u.test(line.text)) return !line.gap;
  if (upper && isMostlyUpper(last)) return !/[.:;]$/.test(last) || last.length > 40;
  if (upper && /^\(/.test(line.text)) return true;
  if (line.gap || OPENS_BODY.test(flat(line.text))) return false;
  // Wrapped at the margin without empty lines: the title ends where a body sentence opens, which fills
  // its line while the title's last line, set in the middle, doesn't. A decision opens with who decides.
  const decides = type === 'QĐ' || type === 'NQ';
  const full = !decides && line.text.length >= Math.max(66, fullLength(lines) * 0.9);
  if (full && last.length < line.text.length * 0.85 && !GOES_ON.test(last)) return false;
  return !isMostlyUpper(last) && line.text.length < 110 && parts.join(' ').length < 500;
}

/** "CHỦ TỊCH ỦY BAN NHÂN DÂN …" under the title of a decision says who decides. */
function opensDecider(lines: readonly Line[], at: number, type: string): boolean {
  const line = sure(lines[at]);
  if (/^\p{Lu}{2}[^\p{Ll}]+ điện\s*:?$/u.test(line.text)) return true;
  if (!isMostlyUpper(line.text)) return false;
  const opens =
    opensAgency(line.text) ||
    /^(?:giam doc|pho giam doc|bo truong|truong |chanh |thu truong|cuc truong|vien truong|hieu truong|tong )/.test(
      flat(line.text),
    );
  if (!opens) return false;
  if (/dien\s*:?$/.test(flat(line.text))) return true;
  for (let i = at + 1; i < lines.length && i <= at + 3; i += 1) {
    // "Căn / cứ Luật …" may be broken in the middle.
    const plain = flat(`${sure(lines[i]).text} ${lines[i + 1]?.text ?? ''}`);
    if (/^(?:can cu|theo|xet|thuc hien)\b/.test(plain))
      return ['QĐ', 'NQ', 'CT'].includes(type) || line.gap;
    if (!isMostlyUpper(sure(lines[i]).text)) return false;
  }
  return false;
}
