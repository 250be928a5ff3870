// What a telephone shows of a sheet without any network: plain words in a code of their own, as much of the
// edition as a code holds that still reads well on paper.

export interface OfflineFacts {
  /** `Ủy ban nhân dân xã An Bình` */
  readonly office: string;
  readonly title: string;
  readonly code: string;
  /** Which edition, counted from 1. */
  readonly edition: number;
  /** Days as people write them. */
  readonly from: string;
  readonly printedOn: string;
  /** The number of the sheet as it is read aloud. */
  readonly shortCode: string;
  readonly term: string;
  readonly fee: string;
  /** Where to file; empty where nobody says. */
  readonly place: string;
  readonly telephone: string;
  readonly papers: readonly string[];
  readonly isDemo: boolean;
}

/**
 * Bytes that a code of version 20 holds at the lowest level of correction (ISO/IEC 18004): 97 modules a
 * side, 0.4 mm each in a square of 40 mm, which a cheap camera still tells apart at arm's length.
 */
export const MOST_OFFLINE_BYTES = 858;

/** Bytes for each part; with names and labels they leave room for one line about papers. */
const MOST = { title: 240, office: 80, term: 60, fee: 90, place: 100, telephone: 30 } as const;

/**
 * Which edition this is, then money, time, place and telephone, then papers as far as there is room: whole
 * papers only, with the number of those left out.
 * @returns at most {@link MOST_OFFLINE_BYTES} bytes of UTF-8
 */
export function offlineText(facts: OfflineFacts): string {
  const { code, edition, from, printedOn, shortCode, papers } = facts;
  const part = (name: keyof typeof MOST) => cut(facts[name], MOST[name]);
  const lines = [
    part('title'),
    `Mã ${code}, bản ${edition}, áp dụng từ ${from}.`,
    `Tờ ${shortCode}, in ${printedOn}, ${part('office')}.${facts.isDemo ? ' DỮ LIỆU MINH HỌA.' : ''}`,
    ...[
      ['Bao lâu', part('term')],
      ['Phí, lệ phí', part('fee')],
      ['Nộp tại', part('place')],
      ['Hỏi', part('telephone')],
    ].flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])),
  ];
  for (let count = papers.length; ; count -= 1) {
    const text = [...lines, ...paperLines(papers, count)].join('\n');
    if (count <= 0 || bytesOf(text) <= MOST_OFFLINE_BYTES) return text;
  }
}

/** The first so many papers, and how many there are beside. */
function paperLines(papers: readonly string[], count: number): string[] {
  const rest = papers.length - count;
  if (papers.length === 0) return [];
  const told = papers.slice(0, count).map((paper) => `- ${paper}`);
  if (rest === 0) return ['Cần mang:', ...told];
  return count === 0
    ? [`Cần mang ${rest} giấy tờ, xem trên tờ.`]
    : ['Cần mang:', ...told, `và ${rest} giấy tờ khác, xem trên tờ.`];
}

/** Whole characters up to so many bytes, with a sign that something was left out. */
function cut(text: string, most: number): string {
  const flat = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (bytesOf(flat) <= most) return flat;
  let kept = '';
  for (const sign of flat) {
    if (bytesOf(`${kept}${sign}…`) > most) break;
    kept += sign;
  }
  return `${kept.trimEnd()}…`;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}
