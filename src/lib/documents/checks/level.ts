// Words for a unit of another level, left from the document that served as a pattern: "phường" in a
// plan of a xã.
import { sure } from '../sure.ts';
import { finding, type Finding } from '../findings.ts';
import { flat } from '../flat.ts';
import type { ReadDocument } from '../reading.ts';

interface Level {
  own: string;
  /** Words that can't mean the issuing unit's own area. */
  others: readonly string[];
}

const COMMUNE_LEVELS: Record<string, Level> = {
  xa: { own: 'xã', others: ['phường', 'thị trấn', 'thành phố', 'huyện', 'quận', 'thị xã'] },
  phuong: { own: 'phường', others: ['xã', 'thị trấn', 'huyện'] },
  'thi tran': { own: 'thị trấn', others: ['xã', 'phường'] },
};

/** Findings about level words in the body of a commune's own document. */
export function checkLevel(text: string, flatText: string, read: ReadDocument): Finding[] {
  const level = levelOf(read.document.agency);
  const first = read.inner.nodes[0];
  if (!level || !first) return [];
  const [start, end] = [first.extent[0], read.inner.body[1]];
  const body = text.slice(start, end);
  const findings: Finding[] = [];
  for (const other of level.others) {
    for (const match of body.matchAll(patternFor(other, level.own))) {
      const at = start + match.index + match[0].length - other.length;
      findings.push(
        finding('unit.other-level', [at, at + other.length], { own: level.own, word: other }),
      );
    }
  }
  return [...findings, ...checkHamlets(body, flatText.slice(start, end), start, level.own)];
}

function levelOf(agency: string | null): Level | undefined {
  if (agency === null) return undefined;
  const found = /(?:^|\s)(xa|phuong|thi tran)\s+\S+/.exec(flat(agency));
  return found ? COMMUNE_LEVELS[sure(found[1])] : undefined;
}

/**
 * The area spoken of ("trên địa bàn phường", "hành chính phường") without a name behind it and not in
 * an enumeration of levels. A body of the superior level ("UBND thành phố") is no mistake, so for
 * levels above only the area counts.
 */
function patternFor(other: string, own: string): RegExp {
  const below = ['phường', 'thị trấn', 'xã'].includes(other);
  const before = below
    ? '(?:địa bàn|hành chính|của|toàn|UBND|HĐND|Đảng ủy|Đảng uỷ|cán bộ|nhân dân)'
    : '(?:nhân dân trên địa bàn|trên toàn địa bàn|cán bộ[^.;]{0,60} trên địa bàn)';
  const after = `(?!\\s+(?:\\p{Lu}|\\d|hội|và ${own}|${own}|hoặc)|\\s*[,/]\\s*(?:${own}|thị trấn|đặc khu|phường|xã))(?=[\\s.,;:)])`;
  return new RegExp(`(?<![\\p{L}])${before}\\s+${other}${after}`, 'gu');
}

/** "các bản" where the document itself speaks of thôn. */
function checkHamlets(body: string, flatBody: string, start: number, own: string): Finding[] {
  if (!/\bthon\b/.test(flatBody) || !/thôn/u.test(body)) return [];
  return [...body.matchAll(/(?:lãnh đạo|trưởng|nhân dân)\s+(?:các\s+)?(bản)(?=[\s]*[.,;)])/gu)].map(
    (match) => {
      const at = start + match.index + match[0].length - 3;
      return finding('unit.other-level', [at, at + 3], { own, word: 'bản' });
    },
  );
}
