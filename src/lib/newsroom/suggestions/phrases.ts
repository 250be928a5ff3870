// Phrases that two texts share: runs of neighbouring syllables between words that carry no matter. Most
// Vietnamese words have two syllables, so one syllable alone says nothing. Pure.
import { fold } from '#lib/vietnam/index.ts';

/** Words that join others; as they are written, since without accents they are other words too. */
const JOINING: ReadonlySet<string> = new Set(
  (
    'và, hoặc, hay, của, các, những, mọi, mỗi, cho, với, về, ở, tại, trong, ngoài, trên, dưới, ' +
    'từ, đến, tới, để, là, có, không, được, bị, do, vì, nên, thì, mà, khi, nếu, này, đó, ấy, kia, đã, đang, ' +
    'sẽ, còn, cũng, rất, hơn, nhất, theo, qua, bằng, vào, ra, lên, xuống, như, cùng, ngày, tháng, năm, ' +
    'giờ, tỉnh, huyện, thành, phường'
  ).split(', '),
);

/** What every paper of an office says. */
const EVERYWHERE: ReadonlySet<string> = new Set(
  (
    'cán bộ, công chức, viên chức, nhân dân, người dân, cơ quan, đơn vị, tổ chức, cá nhân, thực hiện, triển khai, ' +
    'nội dung, công tác, nhiệm vụ, hoạt động, kế hoạch, tuyên truyền, công việc, trách nhiệm, tăng cường, ' +
    'nâng cao, hiệu quả, kết quả, bảo đảm, đảm bảo, liên quan, giai đoạn, địa bàn, thời gian, ủy ban, ' +
    'hội đồng, chủ tịch, chính phủ, thủ tướng, bộ phận, quy định, hướng dẫn, thông tin, tập thể, mọi người, ' +
    'bà con, địa phương, quyết định, chỉ thị, nghị định, văn bản, ubnd xã, trên địa, làm việc, giải quyết, ' +
    'phục vụ, cách làm, tình hình, lãnh đạo, thường xuyên'
  )
    .split(', ')
    .map(fold),
);

export interface Phrase {
  /** As the text has it. */
  readonly words: string;
  /** Its pairs of neighbouring syllables, folded. */
  readonly pairs: readonly string[];
}

/** Every pair of neighbouring syllables that says something, folded. */
export function pairsOf(text: string): Set<string> {
  return new Set(runsOf(text).flatMap((run) => pairsIn(run).filter((pair) => pair !== '')));
}

/** The longest runs of the text whose pairs are all among the given ones, in their order. */
export function sharedPhrases(text: string, shared: ReadonlySet<string>): Phrase[] {
  return runsOf(text).flatMap((run) => {
    const phrases: Phrase[] = [];
    let from: number | undefined;
    const pairs = [...pairsIn(run), ''];
    for (const [at, pair] of pairs.entries()) {
      if (shared.has(pair)) from ??= at;
      else if (from !== undefined) {
        phrases.push({ words: run.slice(from, at + 1).join(' '), pairs: pairs.slice(from, at) });
        from = undefined;
      }
    }
    return phrases;
  });
}

/** Syllables between marks and joining words. */
function runsOf(text: string): string[][] {
  return text
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}\s]+/u)
    .flatMap((part) => {
      const runs: string[][] = [[]];
      for (const word of part.split(/\s+/).filter(Boolean)) {
        if (JOINING.has(word.toLocaleLowerCase('vi'))) runs.push([]);
        else runs.at(-1)?.push(word);
      }
      return runs;
    });
}

/** A pair for each syllable but the last; empty where it says nothing. */
function pairsIn(run: readonly string[]): string[] {
  const folded = run.map(fold);
  return folded.slice(0, -1).map((syllable, at) => {
    const pair = `${syllable} ${folded[at + 1] ?? ''}`;
    return EVERYWHERE.has(pair) || /\d/.test(pair) ? '' : pair;
  });
}
