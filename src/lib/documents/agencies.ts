// Bodies as the head of a document names them: which words open a name, and how lines join to names.
import { collapse } from '#lib/vietnam/index.ts';
import { flat } from './flat.ts';
import { sure } from './sure.ts';

/** Words that open the name of a body. */
const HEADS = [
  'uy ban',
  'ubnd',
  'hoi dong',
  'hdnd',
  'bo ',
  'so ',
  'cuc ',
  'tong cuc',
  'chi cuc',
  'vu ',
  'van phong',
  'trung tam',
  'thanh tra',
  'thu tuong',
  'chinh phu',
  'quoc hoi',
  'ban ',
  'bch ',
  'phong ',
  'truong ',
  'vien ',
  'cong an',
  'toa an',
  'doan ',
  'hoi ',
  'lien doan',
  'cong doan',
  'dang uy',
  'dang bo',
  'dang cong san',
  'tinh uy',
  'thanh uy',
  'huyen uy',
  'quan uy',
  'chi bo',
  'mat tran',
  'chu tich',
  'tap doan',
  'tong cong ty',
  'cong ty',
  'kho bac',
  'thue ',
  'bao ',
  'dai ',
  'benh vien',
  'tram ',
  'hop tac xa',
  'lien minh',
  'to ',
  'hat ',
  'doi ',
];

/** "PHÒNG, CHỐNG …" and "BAN HÀNH …" go on a name or a title; they open no body. */
const NOT_HEADS =
  /^(?:phong,? chong|ban hanh|hoi nghi|to chuc|doi moi|bao cao|bao dam|bo sung|so hoa)/;

/** Whether a line could open the name of a body. */
export function opensAgency(line: string): boolean {
  const plain = `${flat(collapse(line))} `;
  return HEADS.some((head) => plain.startsWith(head)) && !NOT_HEADS.test(plain);
}

/** Names that are complete only with what follows on the next line. */
const OPEN_END =
  /(?:^|\s)(?:uy|uy ban|uy ban nhan|hoi dong|hoi dong nhan|van|trung|va|cua|phuc vu|thanh pho|tinh|xa|phuong)$|,$/;

/** Lines of the left column joined to the superior body and the issuing body. */
export function joinAgencies(lines: readonly string[]): {
  agencyParent: string | null;
  agency: string | null;
} {
  const names: string[] = [];
  for (const [index, line] of lines.flatMap(splitName).entries()) {
    const last = names.at(-1);
    if (last === undefined) {
      if (opensAgency(line) || opensAgency(`${line} ${lines[index + 1] ?? ''}`)) names.push(line);
      else if (lines.length <= 3 && /\p{L}{2}/u.test(line)) names.push(line);
    } else if (
      opensAgency(line) &&
      !OPEN_END.test(flat(last)) &&
      !isOneName(last, line) &&
      !isTornWord(line, lines[index + 1])
    )
      names.push(line);
    else names[names.length - 1] = `${last} ${line}`;
  }
  const agency = names.at(-1) ?? null;
  const parent = names.slice(0, -1).join(' ');
  return { agencyParent: parent || null, agency };
}

/** "ĐẢNG ỦY XÃ GÒ / TRẠM / VĂN PHÒNG": one word before the next name ends the name before it. */
function isTornWord(line: string, next: string | undefined): boolean {
  return !line.includes(' ') && next !== undefined && opensAgency(next);
}

const INNER =
  '(?:PHÒNG|BAN|VĂN PHÒNG|TRUNG TÂM|SỞ|TRẠM|TRƯỜNG|THANH TRA|CHI CỤC|ĐÀI|HẠT|TỔ|HỘI ĐỒNG|ĐẢNG [ỦU][YỶ]|ỦY BAN KIỂM TRA)';
const PLACE = '(?:XÃ|PHƯỜNG|ĐẶC KHU|TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ)';
const OUTER =
  '(?:UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|ĐẢNG [ỦU][YỶ]|ĐẢNG BỘ|SỞ|HỘI ĐỒNG NHÂN DÂN|[ỦU][YỶ] BAN (?:MTTQ|MẶT TRẬN TỔ QUỐC) VIỆT NAM)';
/** A place in capitals, and after it the name of a body inside that one. */
const TWO_NAMES = new RegExp(
  `^((?:${OUTER}\\s.*?${PLACE}|(?:TỈNH|THÀNH) [ỦU][YỶ])\\s+\\p{Lu}+(?:\\s\\p{Lu}+)*?)\\s+(${INNER}(?:\\s\\p{Lu}.*)?)$`,
  'u',
);

/** Two names that were run together on one line. */
function splitName(line: string): string[] {
  const found = TWO_NAMES.exec(line);
  return found ? [sure(found[1]), sure(found[2])] : [line];
}

/** "ỦY BAN / BAN …": a first line too short to be a name of its own. */
function isOneName(last: string, line: string): boolean {
  return (
    !last.includes(' ') ||
    (flat(last) === 'uy ban nhan dan' && /^(?:thanh pho|tinh|xa|phuong)/.test(flat(line)))
  );
}
