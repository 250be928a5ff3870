// The letter that says that the last day of a consultation nears. Pure.
import { formatDate, toPlainDate } from '#lib/vietnam/index.ts';
import { daysLeft } from './consultation.ts';

interface Closing {
  readonly title: string;
  /** YYYY-MM-DD, included. */
  readonly closesOn: string;
  readonly comments: { readonly all: number; readonly waiting: number };
}

/** Words of a subject that mail programs show whole. */
const TITLE_LETTERS = 80;

/** @param office who writes @param today YYYY-MM-DD */
export function closingLetter(
  { title, closesOn, comments }: Closing,
  office: string,
  today: string,
): { readonly subject: string; readonly body: string } {
  const left = daysLeft(closesOn, today);
  const last = formatDate(toPlainDate(closesOn));
  const when = left === 1 ? 'hôm nay là ngày cuối' : `còn ${left} ngày, tính cả hôm nay`;
  const came =
    comments.all === 0
      ? 'Chưa có ý kiến nào.'
      : `Đã có ${comments.all} ý kiến, ${comments.waiting === 0 ? 'đã xem hết' : `${comments.waiting} ý kiến chưa ai xem`}.`;
  const body = [
    `Dự thảo “${title}” nhận ý kiến của người dân đến hết ngày ${last} (${when}).`,
    came,
    '',
    'Việc cần làm ở Bàn làm việc, mục Việc hôm nay:',
    '- Xem từng ý kiến, quyết định cho đăng hay không và trả lời ý kiến được đăng.',
    '- Ghi lại ý kiến nghe ở cuộc họp, qua điện thoại hay nhận bằng giấy.',
    '- Cần thêm thời gian thì kéo dài trước ngày cuối; hết hạn thì công bố kết quả.',
    '',
    office,
  ];
  const short =
    title.length <= TITLE_LETTERS ? title : `${title.slice(0, TITLE_LETTERS).trimEnd()}…`;
  return { subject: `Sắp hết hạn lấy ý kiến (${last}): ${short}`, body: `${body.join('\n')}\n` };
}
