// What the pages about the office and about the site itself say, in both languages. Pure.
import type { Colours, TextSize } from '../look.ts';
import { englishNumber } from '#lib/ui/index.ts';
import { formatDate, formatNumber, toPlainDate } from '#lib/vietnam/index.ts';
import { englishDate, englishName } from './english-names.ts';
import { inBoth } from './in-both.ts';

interface Choice {
  readonly label: string;
  readonly hint: string;
}

const VI_SIZES: Readonly<Record<TextSize, string>> = {
  '100': 'Như thường',
  '125': 'Lớn',
  '150': 'Lớn hơn',
  '200': 'Lớn gấp đôi',
};
const EN_SIZES: typeof VI_SIZES = {
  '100': 'Usual',
  '125': 'Large',
  '150': 'Larger',
  '200': 'Twice as large',
};
const VI_COLOURS: Readonly<Record<Colours, Choice>> = {
  device: { label: 'Theo máy', hint: 'Sáng hay tối như máy đang đặt' },
  light: { label: 'Nền sáng', hint: 'Lúc nào cũng sáng' },
  dark: { label: 'Nền tối', hint: 'Lúc nào cũng tối, đỡ chói' },
  'black-on-white': { label: 'Chữ đen, nền trắng', hint: 'Tương phản cao, cho mắt kém' },
  'white-on-black': { label: 'Chữ trắng, nền đen', hint: 'Tương phản cao, cho mắt kém' },
};
const EN_COLOURS: typeof VI_COLOURS = {
  device: { label: 'As the device', hint: 'Light or dark as the device is set' },
  light: { label: 'Light', hint: 'Always light' },
  dark: { label: 'Dark', hint: 'Always dark, without glare' },
  'black-on-white': { label: 'Black on white', hint: 'High contrast, for weak eyes' },
  'white-on-black': { label: 'White on black', hint: 'High contrast, for weak eyes' },
};

const vi = {
  about: 'Giới thiệu, công khai',
  aboutLead: (office: string) =>
    `Ủy ban nhân dân ${office} là ai, đang làm gì, công khai những gì.`,
  aboutMeta: (office: string) =>
    `Giới thiệu, tổ chức, quy hoạch, ngân sách, dự án, lịch tiếp công dân của ${office}.`,
  pageAbout: (title: string, office: string) => `${title}, ${office}.`,
  updated: 'Cập nhật',
  lookedOn: 'Đọc lại, vẫn đúng ngày',
  over: 'Trang này không còn hiệu lực',
  changed: 'Đã sửa:',
  inThis: 'Trong trang này',
  units: 'Các bộ phận đang hoạt động',
  sameSection: (section: string) => `Cùng mục${section ? ` ${section}` : ''}`,
  siteMap: 'Sơ đồ trang',
  wholePlan: 'toàn văn',
  planResults: 'kết quả',
  forMachines: 'Cho máy đọc',
  feeds: 'tin mới',
  calendar: 'Lịch .ics',
  calendarAbout: 'việc phải làm theo kế hoạch',
  api: 'dữ liệu mở của trang, mô tả theo OpenAPI',
  visits: 'Lượt truy cập',
  online: 'Đang truy cập',
  onlineHint: 'trong 5 phút qua',
  people: 'người',
  today: 'Hôm nay',
  visitsUnit: 'lượt',
  allVisits: 'Tất cả',
  since: (day: string) => `từ ngày ${formatDate(toPlainDate(day))}`,
  pagesRead: 'Trang đã xem',
  pagesUnit: 'trang',
  number: (value: number) => formatNumber(value),
  howCounted: 'Đếm như thế nào?',
  oncePerDay:
    'Mỗi người xem được tính một lượt trong một ngày, dù mở bao nhiêu trang. Máy dò tìm tự động không được tính.',
  noTracking:
    'Trang này không đặt cookie để đếm và không lưu địa chỉ mạng của ai. Máy chủ chỉ giữ trong bộ nhớ một dấu đã trộn với khóa ngẫu nhiên, hết ngày thì bỏ cả khóa lẫn dấu. Trong tệp chỉ còn tổng số của từng ngày.',
  look: 'Cỡ chữ, màu nền',
  lookLead: 'Chọn cách xem dễ đọc nhất; mọi trang sẽ theo. Chỉ máy này nhớ, trong một năm.',
  textSize: 'Cỡ chữ',
  size: (size: TextSize) => VI_SIZES[size],
  colours: 'Màu nền và độ tương phản',
  colour: (colours: Colours) => VI_COLOURS[colours],
  apply: 'Xem như đã chọn',
  reset: 'Trở lại như thường',
  accessibility: 'Trợ năng',
  accessibilityLead: 'Trang này làm ra để ai cũng dùng được.',
};

export const siteWords = inBoth(vi, {
  about: 'About the office',
  aboutLead: () => 'Who the office is, what it does and what it makes public.',
  aboutMeta: (office) =>
    `Organisation, plans, budget, projects and reception of citizens of ${office}.`,
  pageAbout: (title, office) => `“${title}” (in Vietnamese), ${englishName(office)}.`,
  updated: 'Updated',
  lookedOn: 'Read again and found right on',
  over: 'This page no longer holds',
  changed: 'Revised:',
  inThis: 'On this page',
  units: 'Units at work today',
  sameSection: () => 'In the same section',
  siteMap: 'Site map',
  wholePlan: 'full text',
  planResults: 'results',
  forMachines: 'For programs',
  feeds: 'what is new',
  calendar: 'Calendar .ics',
  calendarAbout: 'what is due by the plans',
  api: 'open data of this site, described by OpenAPI',
  visits: 'Visits',
  online: 'Reading now',
  onlineHint: 'in the last 5 minutes',
  people: 'people',
  today: 'Today',
  visitsUnit: 'visits',
  allVisits: 'Altogether',
  since: (day) => `since ${englishDate(day)}`,
  pagesRead: 'Pages read',
  pagesUnit: 'pages',
  number: englishNumber,
  howCounted: 'How is this counted?',
  oncePerDay:
    'A reader counts once a day, however many pages are opened. Search robots are not counted.',
  noTracking:
    'Nothing is stored on your device to count you, and no network address is kept. The server holds in memory a mark mixed with a random key and throws both away at the end of the day. Only the totals of each day remain.',
  look: 'Text size, colours',
  lookLead:
    'Choose what is easiest to read; every page follows. Only this device remembers it, for a year.',
  textSize: 'Text size',
  size: (size) => EN_SIZES[size],
  colours: 'Colours and contrast',
  colour: (colours) => EN_COLOURS[colours],
  apply: 'Use this look',
  reset: 'Back to usual',
  accessibility: 'Accessibility',
  accessibilityLead: 'This site is made to be used by everybody.',
});
