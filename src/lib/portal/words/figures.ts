// What the figures of the one-stop desk say, in both languages; in Vietnamese the box and its rows are worded by
// their own room. Pure.
import { caseBoxWords, monthWords, type CaseBox, type CaseBoxWords } from '#lib/onestop/index.ts';
import { englishNumber } from '#lib/ui/index.ts';
import {
  formatInstant,
  formatMonth,
  formatNumber,
  toInstant,
  toMonthKey,
} from '#lib/vietnam/index.ts';
import { englishInstant, englishMonth, englishName, englishPercent } from './english-names.ts';
import { inBoth } from './in-both.ts';

type Tally = Parameters<typeof monthWords>[0];

const vi = {
  title: 'Kết quả giải quyết thủ tục hành chính',
  lead: 'Bao nhiêu hồ sơ đã xử lý, bao nhiêu trả đúng hẹn, tháng nào chậm.',
  about: (office: string) =>
    `Số hồ sơ đã giải quyết, trước hạn, đúng hạn, trễ hạn từng tháng của ${office}, kèm nguồn số liệu.`,
  download: 'Tải bảng số (CSV)',
  years: 'Năm',
  year: (year: number) => `Năm ${year}`,
  none: 'Chưa có số liệu',
  noneYet:
    'Khi có số liệu tháng đầu tiên, bảng sẽ hiện ở đây. Chưa có số liệu không có nghĩa là 0.',
  monthsOf: (year: number) => `Từng tháng năm ${year}`,
  month: 'Tháng',
  handled: 'Hồ sơ xử lý',
  early: 'Trước hạn',
  onTime: 'Đúng hạn',
  late: 'Trễ hạn',
  rate: 'Trước và đúng hạn',
  declaredAt: 'Khai lúc',
  why: 'Các con số này tính ra sao?',
  earlyAndOnTime: 'Trước hạn và đúng hạn',
  allHandled: 'Tổng số hồ sơ xử lý',
  rule: 'Hồ sơ xử lý gồm trước hạn, đúng hạn và trễ hạn, cộng từ tháng 1 đến tháng gần nhất đã khai. Tỷ lệ là phần trước và đúng hạn chia cho tổng, làm tròn hai chữ số; chỉ ghi 100% khi không có hồ sơ nào trễ. Tháng không có hồ sơ ghi “không phát sinh”, tháng chưa khai không được cộng.',
  corrections: 'Các lần sửa số',
  corrected: (month: string) => `Tháng ${monthOf(month)}`,
  correctedTo: (at: string, from: string, to: string) => `sửa lúc ${at}: từ ${from} thành ${to}.`,
  reason: 'Lý do:',
  noCorrections: (year: number) => `Chưa có lần sửa nào trong năm ${year}.`,
  summary: 'Tóm tắt',
  boxTitle: 'Kết quả giải quyết TTHC',
  details: 'Chi tiết',
  updatedAt: 'Cập nhật lúc:',
  notYet: 'Số liệu hiện ra đây ngay khi được khai.',
  monthName: monthOf,
  moment: (instant: string) => formatInstant(toInstant(instant)),
  inTime: (inTime: number, late: number) =>
    `${formatNumber(inTime)} trước và đúng hạn, ${formatNumber(late)} trễ hạn`,
  box: caseBoxWords,
  row: monthWords,
};

function monthOf(month: string): string {
  return formatMonth(toMonthKey(month));
}

export const figureWords = inBoth(vi, {
  title: 'Applications in figures',
  lead: 'How many applications were handled, how many were ready on time, and which month was slow.',
  about: (office) =>
    `Applications handled early, on time and late by ${englishName(office)}, month by month, with the source of the figures.`,
  download: 'Download the figures (CSV, in Vietnamese)',
  years: 'Year',
  year: String,
  none: 'No figures yet',
  noneYet:
    'The table appears here with the figures of the first month. No figures does not mean 0.',
  monthsOf: (year) => `By month, ${year}`,
  month: 'Month',
  handled: 'Handled',
  early: 'Early',
  onTime: 'On time',
  late: 'Late',
  rate: 'Early or on time',
  declaredAt: 'Reported',
  why: 'How are these figures worked out?',
  earlyAndOnTime: 'Early or on time',
  allHandled: 'Applications handled',
  rule: 'Applications handled are those finished early, on time and late, added up from January to the last month reported. The share is what was finished early or on time divided by the total, rounded to two decimals; it says 100% only when nothing was late. A month without applications says “none”; a month not reported yet is left out.',
  corrections: 'Corrections',
  corrected: englishMonth,
  correctedTo: (at, from, to) => `corrected on ${at}: from ${from} to ${to}.`,
  reason: 'Reason:',
  noCorrections: (year) => `No figure of ${year} has been corrected.`,
  summary: 'Summary',
  boxTitle: 'Applications decided',
  details: 'Details',
  updatedAt: 'Updated',
  notYet: 'Figures appear here as soon as they are reported.',
  monthName: englishMonth,
  moment: englishInstant,
  inTime: (inTime, late) =>
    `${englishNumber(inTime)} early or on time, ${englishNumber(late)} late`,
  box: englishBox,
  row: englishRow,
});

const NOTHING = 'None';

function englishBox(box: CaseBox | undefined): CaseBoxWords {
  if (!box) {
    return {
      heading: 'Applications decided on time',
      rate: 'No figures yet',
      counted: false,
      lines: [],
      updatedAt: null,
      caution: null,
    };
  }
  const row = englishRow(box);
  const lines = [
    { label: 'Applications handled', value: row.handled },
    { label: 'Early or on time', value: row.earlyAndOnTime },
    { label: 'Late', value: row.late },
    { label: 'Share late', value: row.lateRate },
  ];
  return {
    heading: `Decided on time up to ${englishMonth(box.upTo)}`,
    rate: row.rate,
    counted: box.rate !== null,
    lines: box.handled === 0 ? [{ label: 'Applications handled', value: NOTHING }] : lines,
    updatedAt: englishInstant(box.updatedAt),
    caution:
      box.missing.length > 0
        ? `Not reported yet: ${box.missing.map(englishMonth).join(', ')}; the figures above are without ${box.missing.length === 1 ? 'that month' : 'those months'}.`
        : null,
  };
}

/** A row of the table, as `monthWords` says it: "–" where a number is known only in a sum. */
function englishRow(tally: Tally): ReturnType<typeof monthWords> {
  const isApart = tally.early !== null && tally.onTime !== null;
  return {
    handled: englishNumber(tally.handled),
    early: isApart ? englishNumber(tally.early ?? 0) : '–',
    onTime: isApart ? englishNumber(tally.onTime ?? 0) : '–',
    earlyAndOnTime: englishNumber(tally.earlyAndOnTime),
    late: englishNumber(tally.late),
    rate: englishPercent(tally.rate) ?? NOTHING,
    lateRate: englishPercent(tally.lateRate) ?? NOTHING,
  };
}
