// The type line ("KẾ HOẠCH") and the title under it.
import { sure } from './sure.ts';
import { collapse } from '#lib/vietnam/index.ts';
import { opensAgency } from './agencies.ts';
import { findTypeByName, TYPE_NAMES, type DocumentType } from './document-types.ts';
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
  if (opensDecider(lines, at, type)) return false;
  const upper = isMostlyUpper(line.text);
  // "GIAI ĐOẠN / 2026 - 2030": figures alone go on.
  if (!/\p{L}/u.test(line.text)) return !line.gap;
  if (upper && isMostlyUpper(last)) return !/[.:;]$/.test(last) || last.length > 40;
  if (upper && /^\(/.test(line.text)) return true;
  if (line.gap || OPENS_BODY.test(flat(line.text))) return false;
  // Wrapped at the margin without empty lines: the title ends where a body sentence opens.
  return !isMostlyUpper(last) && line.text.length < 110 && parts.join(' ').length < 500;
}

/** "CHỦ TỊCH ỦY BAN NHÂN DÂN …" under the title of a decision says who decides. */
function opensDecider(lines: readonly Line[], at: number, type: string): boolean {
  const line = sure(lines[at]);
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
