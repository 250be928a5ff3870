// Sheets hung on a board are an act of publicity: one act a board and day, however many sheets, with the
// photographs as evidence. Taking one down for another is part of the next posting.
import { sha256Hex, subscribe, type Tx } from '#lib/platform/index.server.ts';
import { canonicalText } from '#lib/platform/index.ts';
import { onlyUnitOf } from '#lib/plans/index.ts';
import { endArrival, takeArrival } from '#lib/plans/index.server.ts';
import type { SheetData, SheetUnpostedData } from '../events.ts';
import { postingMinutesUrl } from './minutes.ts';
import { findPostingDay, readPhotographs } from './posting-days.server.ts';

subscribe('sheet.posted', (tx, { data }) => {
  const { board } = data as unknown as SheetData;
  return takePosting(tx, board, tx.today);
});

// What was told by mistake is no act; the sheets that did hang that day still are.
subscribe('sheet.unposted', (tx, { data }) => {
  const { board, day } = data as unknown as SheetUnpostedData;
  return takePosting(tx, board, day);
});

async function takePosting(tx: Tx, boardId: string, day: string): Promise<void> {
  const thing = { source: 'posting', of: boardId, part: day } as const;
  const posting = await findPostingDay(tx, boardId, day);
  if (!posting || posting.posted.length === 0) {
    return endArrival(tx, { ...thing, reason: 'Ghi nhầm: trong ngày không có tờ nào được treo.' });
  }
  const { board, posted } = posting;
  await takeArrival(tx, {
    ...thing,
    day,
    unitId: onlyUnitOf(tx.actor),
    topics: [],
    quantities: { items: posted.length },
    photographs: await readPhotographs(tx, boardId, day),
    page: {
      url: postingMinutesUrl(boardId, day),
      title: `Niêm yết thủ tục hành chính tại ${board}`.slice(0, MOST_TITLE),
      summary: summaryOf(posted.map(({ title }) => title)),
      sha256: sha256Hex(canonicalText(posting)),
      isPublic: false,
    },
  });
}

/** What an act has room for. */
const MOST_TITLE = 300;
const MOST_SUMMARY = 2000;

/** As many titles as there is room for, and how many more. */
function summaryOf(titles: readonly string[]): string {
  const whole = `Thủ tục đã treo: ${titles.join('; ')}.`;
  if (whole.length <= MOST_SUMMARY) return whole;
  const said: string[] = [];
  let room = MOST_SUMMARY - 60;
  for (const title of titles) {
    room -= title.length + 2;
    if (room < 0) break;
    said.push(title);
  }
  return `Thủ tục đã treo: ${said.join('; ')}; và ${titles.length - said.length} thủ tục khác.`;
}
