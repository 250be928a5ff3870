// Why a duty was proposed, in words.
import type { DutyClue } from './suggest.ts';

const CLUES: Readonly<Record<DutyClue, string>> = {
  channel: 'câu giao việc nêu đúng kênh này',
  usual: 'đơn vị vẫn ghi việc loại này cho nhiệm vụ đó',
  topic: 'việc trước đây về cùng nội dung thuộc nhiệm vụ đó',
  due: 'đang có kỳ chưa làm',
  words: 'lời lẽ gần nhau',
};

/** "Gợi ý vì câu giao việc nêu đúng kênh này; đang có kỳ chưa làm." */
export function cluesInWords(why: readonly DutyClue[]): string {
  return `Gợi ý vì ${why.map((clue) => CLUES[clue]).join('; ')}.`;
}
