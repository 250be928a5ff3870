// What is wrong with a question to the calculator of terms, in both languages. Pure.
import type { TermUnit } from '#lib/vietnam/index.ts';
import { inBoth } from './in-both.ts';

const LONGEST: Readonly<Record<TermUnit, string>> = {
  day: '2.000 ngày',
  session: '4.000 buổi',
  minute: '16.000 giờ',
};
const ENGLISH_LONGEST: typeof LONGEST = {
  day: '2,000 days',
  session: '4,000 half days',
  minute: '16,000 hours',
};

const vi = {
  noDay: 'Chọn ngày.',
  notADay: (text: string) => `“${text}” không phải một ngày có trong lịch; ví dụ: 05/01/2023.`,
  farDay: 'Chọn ngày trong khoảng năm 1976–2200.',
  notATime: (text: string) => `“${text}” không phải giờ; ví dụ: 14:30.`,
  noAmount: 'Nhập số lớn hơn 0, ví dụ: 5.',
  notWhole: 'Số ngày, số buổi phải là số nguyên; nửa ngày thì chọn tính theo buổi.',
  tooLong: (unit: TermUnit) => `Thời hạn dài quá ${LONGEST[unit]}; kiểm tra lại số vừa nhập.`,
  beforeReceipt: 'Ngày đến phải từ ngày nhận trở đi.',
  tooFar: 'Khoảng dài quá 20 năm; kiểm tra lại năm vừa nhập.',
  noPauseStart: 'Chọn lúc bắt đầu tạm dừng.',
  notAMoment: (text: string) => `“${text}” không phải ngày giờ có trong lịch.`,
  resumesBefore: 'Lúc chạy tiếp phải sau lúc tạm dừng.',
};

export const termFaults = inBoth(vi, {
  noDay: 'Choose a day.',
  notADay: (text) => `“${text}” is no day of the calendar; for example: 05/01/2023, day first.`,
  farDay: 'Choose a day between 1976 and 2200.',
  notATime: (text) => `“${text}” is no time; for example: 14:30.`,
  noAmount: 'Enter a number above 0, for example: 5.',
  notWhole: 'Days and half days are whole numbers; for half a day choose half days.',
  tooLong: (unit) => `More than ${ENGLISH_LONGEST[unit]}; please check the number.`,
  beforeReceipt: 'The last day cannot be before the day of receipt.',
  tooFar: 'More than 20 years; please check the year.',
  noPauseStart: 'Choose when it came to a standstill.',
  notAMoment: (text) => `“${text}” is no day and time of the calendar.`,
  resumesBefore: 'It goes on after it came to a standstill, not before.',
});

export type TermFaults = ReturnType<typeof termFaults>;
