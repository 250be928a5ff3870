// What the pages of plans and their results say, in both languages. Pure.
import type { Chart } from '#lib/ui/index.ts';
import { ENGLISH_MONTHS } from '#lib/ui/index.ts';
import { formatNumber } from '#lib/vietnam/index.ts';
import { englishCount, englishMonth, englishName, englishNumber } from './english-names.ts';
import { inBoth } from './in-both.ts';

const vi = {
  title: 'Kế hoạch và kết quả',
  chooseLead: 'Đã hứa nói với bà con điều gì, và đã làm được đến đâu.',
  publishedAt: 'Đăng lúc',
  none: 'Chưa có kế hoạch nào được công bố',
  noneYet: 'Khi kế hoạch được công bố, từng nội dung và kết quả theo tháng sẽ hiện ở đây.',
  lead: (topics: number) =>
    `Đã hứa nói với bà con ${topics} nội dung. Dưới đây là việc đã làm, việc còn thiếu, từng tháng, mở được đến từng tin, bài.`,
  about: (office: string) =>
    `${office} hứa nói với dân điều gì, đã làm được đến đâu, từng nội dung, từng tháng.`,
  asOf: (day: string) => `Tính đến ngày ${day}`,
  onDay: (day: string) => `ngày ${day}`,
  readPlan: 'Đọc kế hoạch',
  summary: 'Tóm tắt',
  toldTopics: 'Nội dung đã được nói tới',
  actsDone: 'Hoạt động đã làm',
  evidenced: 'Có minh chứng',
  nothing: 'Không phát sinh',
  ofActs: (acts: number) => `trên ${formatNumber(acts)} hoạt động`,
  gaps: 'Việc đã hẹn mà chưa làm',
  number: (value: number) => formatNumber(value),
  countedActs: 'Hoạt động đã ghi, gắn với kế hoạch',
  countedAirings: 'Lượt phát thanh',
  countedGaps: 'Ô lịch đã hẹn, đã qua, không có hoạt động',
  rule: 'Một hoạt động được tính vào mỗi nội dung nó phục vụ, nhưng chỉ tính một lần trong tổng số. Đã hẹn là ô có trong lịch tuyên truyền: một nội dung, một kênh, một tháng. Ô đã qua mà đơn vị được giao không có hoạt động nào là việc chưa làm.',
  source: 'Nhật ký hoạt động của các đơn vị, không sửa lùi được',
  silentTopics: (count: number) => `${count} nội dung đã lâu chưa được nói tới`,
  silentFor: (days: number, since: string) => `${days} ngày, từ ${since}`,
  byTopic: 'Từng nội dung, từng tháng',
  actsOf: (acts: number, evidenced: number) =>
    `${formatNumber(acts)} hoạt động, ${formatNumber(evidenced)} có minh chứng`,
  noActs: 'Chưa có hoạt động nào',
  silent: (days: number) => `Im ắng ${days} ngày`,
  monthsOf: (place: number) => `Các tháng của nội dung ${place}`,
  coverageTable: 'Tải bảng độ phủ',
  promised: 'Đã hẹn mà chưa làm',
  shortMonth: (month: string) => `Tháng ${Number(month.slice(5))}`,
  month: (month: string) => `Tháng ${Number(month.slice(5))}/${month.slice(0, 4)}`,
  byMonth: 'Xem theo tháng',
  chart: (chart: Chart): Chart => chart,
  cell: 'Ô',
  monthActs: (acts: number) => `${formatNumber(acts)} hoạt động`,
  toCome: 'chưa tới',
  nothingThen: 'không phát sinh',
  byKind: 'Theo hình thức',
  actsByKind: 'Hoạt động theo hình thức',
  kind: 'Hình thức',
  acts: 'Hoạt động',
  amounts: 'Khối lượng',
  noKinds: 'Không phát sinh hoạt động nào.',
  actTable: 'Tải danh sách hoạt động',
  others: 'Kế hoạch khác',
  topic: (place: number) => `Nội dung ${place}`,
  topicNamed: (place: number, label: string) => `Nội dung ${place}: ${label}`,
  topicAbout: (_place: number, text: string) => text.slice(0, 200),
  topicOfPlan: (place: number) => `Nội dung ${place} của kế hoạch`,
  verbatim: 'Nguyên văn trong kế hoạch',
  quiet: 'Nội dung này đang im ắng',
  quietWhy: (days: number, since: string, limit: number) =>
    `Đã ${days} ngày không có hoạt động nào, tính từ ${since}; mức cho phép là ${limit} ngày.`,
  months: 'Các tháng',
  monthsOfThis: 'Các tháng của nội dung này',
  monthsWithActs: 'Tháng có hoạt động',
  topicRule:
    'Tháng được tính là đã làm khi có ít nhất một hoạt động phục vụ nội dung này; có minh chứng khi mọi hoạt động của tháng đều có. Tháng đã hẹn mà qua không có hoạt động nào là quá hạn.',
  topicSource: 'Nhật ký hoạt động và lịch tuyên truyền',
  whatWasDone: 'Đã làm những gì?',
  nothingYet: 'Chưa có hoạt động nào và cũng chưa đặt lịch cho nội dung này.',
  otherTopics: 'Nội dung khác',
  inside: (acts: number, isMore: boolean) =>
    `${isMore ? 'Và ' : ''}${formatNumber(acts)} hoạt động trong cơ quan (họp, tập huấn…), chỉ tính vào con số, không có trang riêng.`,
  missing: (channels: readonly string[]) => `Đã hẹn nhưng chưa làm: ${channels.join(', ')}.`,
  planned: (channels: readonly string[]) => `Đã đặt lịch: ${channels.join(', ')}.`,
  monthTitle: (month: string) =>
    `Tháng ${Number(month.slice(5))}/${month.slice(0, 4)}: kế hoạch và kết quả`,
  monthLead: (acts: number, topics: number) =>
    `${formatNumber(acts)} hoạt động cho ${topics} nội dung.`,
  emptyMonth: 'Tháng này không phát sinh hoạt động',
  otherMonths: 'Tháng khác',
};

const SERIES = ['Done', 'Promised, not done', 'Promised, month not over'] as const;

export const planWords = inBoth(vi, {
  title: 'Plans and results',
  chooseLead: 'What the office promised to tell people, and how far it has come.',
  publishedAt: 'Published',
  none: 'No plan has been published yet',
  noneYet: 'Once a plan is published, each topic and its results by month appear here.',
  lead: (topics) =>
    `The office promised to tell people about ${englishCount(topics, 'topic')}. Here is what was done and what is missing, month by month, down to each article.`,
  about: (office) =>
    `What ${englishName(office)} promised to tell people and what has been done, by topic and by month.`,
  asOf: (day) => `As of ${day}`,
  onDay: (day) => day,
  readPlan: 'Read the plan (in Vietnamese)',
  summary: 'Summary',
  toldTopics: 'Topics covered so far',
  actsDone: 'Activities carried out',
  evidenced: 'With evidence',
  nothing: 'None',
  ofActs: (acts) => `of ${englishActs(acts)}`,
  gaps: 'Promised but not done',
  number: englishNumber,
  countedActs: 'Activities recorded under the plan',
  countedAirings: 'Radio broadcasts',
  countedGaps: 'Scheduled entries that passed without an activity',
  rule: 'An activity counts for every topic it serves, but only once in the total. Promised means that the schedule has an entry for it: one topic, one channel, one month. Where the month has passed and the unit responsible did nothing, the entry counts as not done.',
  source: 'The log of activities kept by the units; entries cannot be changed afterwards',
  silentTopics: (count) =>
    count === 1
      ? '1 topic has not come up for a long time'
      : `${count} topics have not come up for a long time`,
  silentFor: (days, since) => `${englishCount(days, 'day')}, since ${since}`,
  byTopic: 'By topic and month',
  actsOf: (acts, evidenced) => `${englishActs(acts)}, ${englishNumber(evidenced)} with evidence`,
  noActs: 'No activity yet',
  silent: (days) => `Silent for ${englishCount(days, 'day')}`,
  monthsOf: (place) => `Months of topic ${place}`,
  coverageTable: 'Download the coverage table, in Vietnamese',
  promised: 'Promised but not done',
  shortMonth: (month) => ENGLISH_MONTHS[Number(month.slice(5)) - 1] ?? '',
  month: englishMonth,
  byMonth: 'By month',
  chart: (chart) => ({
    ...chart,
    title: 'Schedule entries by month: done, not done, to come',
    unit: 'entries',
    labels: chart.labels.map((label) => {
      const month = /^T(\d+)$/.exec(label)?.[1];
      return month ? (ENGLISH_MONTHS[Number(month) - 1] ?? '').slice(0, 3) : label;
    }),
    series: chart.series.map((one, at) => ({ ...one, name: SERIES[at] ?? one.name })),
  }),
  cell: 'Entries',
  monthActs: (acts) => englishActs(acts),
  toCome: 'still to come',
  nothingThen: 'no activity',
  byKind: 'By kind of activity',
  actsByKind: 'Activities by kind',
  kind: 'Kind',
  acts: 'Activities',
  amounts: 'Amount',
  noKinds: 'No activity yet.',
  actTable: 'Download the list of activities, in Vietnamese',
  others: 'Other plans',
  topic: (place) => `Topic ${place}`,
  topicNamed: (place) => `Topic ${place}`,
  topicAbout: (place) => `What has been done about topic ${place} of the plan, month by month.`,
  topicOfPlan: (place) => `Topic ${place} of the plan`,
  verbatim: 'Word for word from the plan',
  quiet: 'This topic has not come up for a while',
  quietWhy: (days, since, limit) =>
    `No activity for ${englishCount(days, 'day')}, counted from ${since}; the limit is ${englishCount(limit, 'day')}.`,
  months: 'Months',
  monthsOfThis: 'Months of this topic',
  monthsWithActs: 'Months with an activity',
  topicRule:
    'A month counts as done once at least one activity served this topic; as done with evidence when every activity of the month has it. A month that was scheduled and passed without an activity is overdue.',
  topicSource: 'The log of activities and the schedule',
  whatWasDone: 'What has been done?',
  nothingYet: 'No activity so far, and none scheduled for this topic.',
  otherTopics: 'Other topics',
  inside: (acts, isMore) =>
    `${isMore ? 'And ' : ''}${englishActs(acts)} inside the office (meetings, training …), counted only, without a page of ${acts === 1 ? 'its' : 'their'} own.`,
  missing: (channels) => `Promised but not done: ${channels.join('; ')}.`,
  planned: (channels) => `Scheduled: ${channels.join('; ')}.`,
  monthTitle: (month) => `${englishMonth(month)}: plans and results`,
  monthLead: (acts, topics) => `${englishActs(acts)} for ${englishCount(topics, 'topic')}.`,
  emptyMonth: 'No activity in this month',
  otherMonths: 'Other months',
});

function englishActs(count: number): string {
  return count === 1 ? '1 activity' : `${englishNumber(count)} activities`;
}
