// The letter that says that the last day of a consultation nears. Pure.
import { formatDate, formatWeekday, toPlainDate } from '#lib/vietnam/index.ts';

interface Closing {
  readonly title: string;
  /** YYYY-MM-DD, included. */
  readonly closesOn: string;
  readonly comments: { readonly all: number; readonly waiting: number };
}

/** Letters of a title that mail programs show whole in a subject. */
const TITLE_LETTERS = 80;

/** Names the day and counts none: mail may wait for its server. @param office who writes */
export function closingLetter(
  { title, closesOn, comments }: Closing,
  office: string,
): { readonly subject: string; readonly body: string } {
  const day = toPlainDate(closesOn);
  const last = formatDate(day);
  const weekday = formatWeekday(day).replace(/^./, (letter) => letter.toLocaleLowerCase('vi'));
  const came =
    comments.all === 0
      ? 'Chưa có ý kiến nào.'
      : `Đã có ${comments.all} ý kiến, ${comments.waiting === 0 ? 'đã xem hết' : `${comments.waiting} ý kiến chưa ai xem`}.`;
  const body = [
    `Dự thảo “${title}” nhận ý kiến của người dân đến hết ${weekday}, ngày ${last}.`,
    came,
    '',
    'Việc cần làm ở Bàn làm việc, mục Việc hôm nay:',
    '- Xem từng ý kiến, quyết định cho đăng hay không và trả lời ý kiến được đăng.',
    '- Ghi lại ý kiến nghe ở cuộc họp, qua điện thoại hay nhận bằng giấy.',
    '- Cần thêm thời gian thì kéo dài, chậm nhất là ngày cuối; hết hạn thì công bố kết quả.',
    '',
    office,
  ];
  const subject = `Sắp hết hạn lấy ý kiến (${last}): ${shorten(title)}`;
  return { subject, body: `${body.join('\n')}\n` };
}

/** At a word's end. */
function shorten(title: string): string {
  if (title.length <= TITLE_LETTERS) return title;
  // A letter more: a word that ends at the edge stays.
  const cut = title.slice(0, TITLE_LETTERS + 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > 0 ? end : TITLE_LETTERS).replace(/[\s,;:]+$/, '')}…`;
}
