// What the calculator of terms asks, answers and draws, in both languages. Pure.
import {
  capitalize,
  explainTerm,
  formatLongMonth,
  formatOfficeTime,
  formatTermAmount,
  formatWeekday,
  type MonthKey,
  type OfficeHours,
  type OfficeTime,
  type PlainDate,
  type Term,
  type TermUnit,
} from '#lib/vietnam/index.ts';
import {
  englishAmount,
  englishHoliday,
  englishReasons,
  englishTime,
  englishWeekday,
  WEEKDAYS,
} from './english-terms.ts';
import { englishCount, englishMonth } from './english-names.ts';
import { inBoth } from './in-both.ts';

/** What a day of the drawn months is to the term. */
export type DayState = 'start' | 'end' | 'counted' | 'off' | 'outside';

/** Weekdays from Monday, short and whole. */
type Weekdays = readonly (readonly [short: string, whole: string])[];

const VI_DAYS: Weekdays = [
  ['T2', 'Thứ Hai'],
  ['T3', 'Thứ Ba'],
  ['T4', 'Thứ Tư'],
  ['T5', 'Thứ Năm'],
  ['T6', 'Thứ Sáu'],
  ['T7', 'Thứ Bảy'],
  ['CN', 'Chủ nhật'],
];
const EN_DAYS: Weekdays = WEEKDAYS.map((day) => [day.slice(0, 2), day]);
const VI_ROLES: Readonly<Record<DayState, string>> = {
  ...{ start: 'ngày nhận, ', end: 'ngày hết hạn, ', counted: '', off: '', outside: '' },
};
const EN_ROLES: typeof VI_ROLES = {
  ...{ start: 'day of receipt, ', end: 'last day, ', counted: '', off: '', outside: '' },
};

const vi = {
  title: 'Tính ngày làm việc',
  lead: 'Hạn rơi vào ngày nào, đã qua bao nhiêu ngày làm việc, và vì sao.',
  unsure: 'Kết quả còn có thể thay đổi',
  unsureWhy: 'Lịch nghỉ của năm liên quan chưa được thông báo đủ; hãy tính lại khi có thông báo.',
  key: 'Khung đứt: ngày nhận. Ô đậm: ngày hết hạn. Ô nền nhạt: ngày làm việc ở giữa. Gạch ngang: ngày nghỉ.',
  undrawn: (months: number) => `Còn ${months} tháng sau không vẽ ở đây.`,
  sendOn: 'Muốn gửi kết quả này cho người khác, chép địa chỉ của trang.',
  question: 'Câu hỏi',
  wanted: 'Cần biết',
  due: 'Hết hạn ngày nào',
  elapsed: 'Đã qua bao lâu',
  received: 'Ngày nhận',
  receivedAt: 'Giờ nhận',
  cutOff: (time: string) => `Nhận sau ${time} tính sang ngày làm việc sau`,
  optional: 'Không bắt buộc',
  countedBy: 'Tính theo',
  days: 'Ngày làm việc',
  sessions: 'Buổi (nửa ngày)',
  hours: 'Giờ làm việc',
  amount: 'Thời hạn (khi hỏi hết hạn ngày nào)',
  until: 'Đến ngày (khi hỏi đã qua bao lâu)',
  untilTime: 'Đến giờ',
  firstDay: 'Có tính ngày nhận không',
  notCounted: 'Không tính',
  notCountedWhy: 'Điều 147 Bộ luật Dân sự 2015; thường dùng',
  counted: 'Tính là ngày đầu tiên',
  pauses: 'Có lúc tạm dừng',
  pausesWhy: 'Ví dụ: chờ người dân bổ sung giấy tờ. Để trống lúc chạy tiếp nếu đang còn tạm dừng.',
  pausedFrom: (index: number) => `Tạm dừng từ (lần ${index})`,
  resumedFrom: (index: number) => `Chạy tiếp từ (lần ${index})`,
  reckon: 'Tính',
  officeHours: 'Giờ làm việc dùng để tính',
  closed: 'Nghỉ',
  source: 'Căn cứ:',
  weekdays: VI_DAYS,
  month: (month: MonthKey) => capitalize(formatLongMonth(month)),
  inAmount: (amount: number, unit: TermUnit) => formatTermAmount(amount, unit),
  dueAt: (end: OfficeTime) => `Hết hạn lúc ${formatOfficeTime(end)}`,
  leftAfterPause: (amount: string) => `Còn ${amount} khi hết tạm dừng`,
  reasons: (term: Term, hours: OfficeHours) => explainTerm(term, hours),
  /** @param name of a listed day, where it is one */
  daySays: (date: PlainDate, state: DayState, works: boolean, name: string | undefined) =>
    `${formatWeekday(date)}: ${VI_ROLES[state]}${name ?? (works ? 'ngày làm việc' : 'nghỉ hằng tuần')}`,
};

export const calculatorWords = inBoth(vi, {
  title: 'Working-day calculator',
  lead: 'When a time limit ends, or how many working days have passed, and why.',
  unsure: 'The result may still change',
  unsureWhy: 'Not all public holidays of that year have been announced; ask again when they are.',
  key: 'Dashed frame: day of receipt. Bold: last day. Shaded: working days between. Struck through: days off.',
  undrawn: (months) => `${englishCount(months, 'more month')} not drawn here.`,
  sendOn: 'To pass this result on, copy the address of the page.',
  question: 'Question',
  wanted: 'What do you want to know?',
  due: 'When it ends',
  elapsed: 'How much has passed',
  received: 'Day of receipt',
  receivedAt: 'Time of receipt',
  cutOff: (time) => `What comes after ${time} counts for the next working day`,
  optional: 'Optional',
  countedBy: 'Count in',
  days: 'Working days',
  sessions: 'Half days',
  hours: 'Working hours',
  amount: 'Time limit (to know when it ends)',
  until: 'Until (to know how much has passed)',
  untilTime: 'Until the time',
  firstDay: 'Does the day of receipt count?',
  notCounted: 'It does not',
  notCountedWhy: 'Article 147 of the Civil Code 2015; the usual rule',
  counted: 'It is the first day',
  pauses: 'It stood still at times',
  pausesWhy:
    'For example while papers were missing. Leave the second field empty if it still stands still.',
  pausedFrom: (index) => `Stood still from (${index})`,
  resumedFrom: (index) => `Went on from (${index})`,
  reckon: 'Calculate',
  officeHours: 'Office hours used',
  closed: 'Closed',
  source: 'Source:',
  weekdays: EN_DAYS,
  month: englishMonth,
  inAmount: englishAmount,
  dueAt: (end) => `Ends at ${englishTime(end)}`,
  leftAfterPause: (amount) => `${amount} left once it goes on`,
  reasons: englishReasons,
  daySays: (date, state, works, name) => {
    const usual = works ? 'working day' : 'weekly day off';
    return `${englishWeekday(date)}: ${EN_ROLES[state]}${name === undefined ? usual : englishHoliday(name)}`;
  },
});

export type CalculatorWords = ReturnType<typeof calculatorWords>;
