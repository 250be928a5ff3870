// What the portal's frame, its hotlines, contact and procedures say, in both languages. Pure.
import {
  formatDate,
  formatInstant,
  formatNumber,
  toInstant,
  toPlainDate,
} from '#lib/vietnam/index.ts';
import { type Urgency, urgencyNames } from '../alerts/alert.ts';
import type { RelatedKind } from '../related/related.ts';
import { englishCount, englishDate, englishInstant, englishName } from './english-names.ts';
import { inBoth, type Said } from './in-both.ts';

interface NamedProcedure {
  readonly title: string;
  readonly code: string;
  readonly office: string;
}

const vi = {
  skip: 'Đến nội dung chính',
  home: 'Trang chủ',
  menu: 'Danh mục',
  mainMenu: 'Danh mục chính',
  where: 'Vị trí trang',
  tagline: 'Trang thông tin điện tử',
  search: 'Tìm trên trang',
  searchHint: 'Gõ không dấu cũng được',
  find: 'Tìm',
  look: 'Cỡ chữ, màu nền',
  otherLanguage: 'English',
  noTwin: '',
  sampleData: 'Dữ liệu minh họa',
  sampleDay: (day: string) =>
    `– trang mẫu, số liệu dừng ở ngày ${day}. Số điện thoại và hoạt động ở đây không có thật.`,
  former: 'Trang lưu trữ.',
  formerStays: 'Nội dung ở đây giữ như cũ, không cập nhật nữa.',
  formerLink: 'Sang trang của đơn vị mới',
  editorInChief: 'Trưởng Ban Biên tập',
  address: 'Địa chỉ',
  telephone: 'Điện thoại',
  email: 'Thư điện tử',
  hours: 'Giờ làm việc',
  urgency: (urgency: Urgency): string => urgencyNames[urgency],
  source: (title: string) => `Ghi rõ nguồn “${title}” khi phát hành lại thông tin từ trang này.`,
  hotlines: 'Đường dây nóng',
  hotlinesLead: 'Hỏi thủ tục, góp ý cách làm, báo ngay khi gặp cán bộ gây khó dễ.',
  hotlinesAbout: (office: string) => `Các số điện thoại để hỏi việc, góp ý, báo tin cho ${office}.`,
  answeredBy: 'Người nghe máy:',
  answeredAt: 'Giờ nghe máy:',
  triedOn: (day: string) => `Đã gọi thử ngày ${day}`,
  neverTried: 'Chưa có lần gọi thử nào được ghi',
  noHotlines: 'Chưa có đường dây nóng nào được khai',
  callTheOffice: 'Xin gọi số của Ủy ban nhân dân ở cuối trang.',
  contact: 'Liên hệ',
  contactAbout: (office: string) => `Địa chỉ, điện thoại, giờ làm việc của ${office}.`,
  office: 'Cơ quan',
  committee: (name: string) => `Ủy ban nhân dân ${name}`,
  procedures: 'Thủ tục hành chính',
  proceduresLead: 'Cần mang gì, bao lâu có kết quả, hết bao nhiêu tiền, nộp ở đâu.',
  procedureAbout: ({ title, code, office }: NamedProcedure) =>
    `Cần mang gì, bao lâu, hết bao nhiêu: ${title}, mã ${code}, tại ${office}.`,
  noProcedures: 'Chưa đăng thủ tục nào',
  askMeanwhile: 'Trong lúc chờ, xin gọi hoặc đến thẳng Bộ phận Một cửa.',
  whatToDo: 'Bạn cần làm gì?',
  whatToDoHint:
    'Gõ như khi hỏi, không dấu cũng được: lam giay khai sinh cho con, xin giay doc than',
  field: 'Lĩnh vực',
  anyField: 'Mọi lĩnh vực',
  whoApplies: 'Ai làm',
  anybody: 'Mọi người',
  findProcedure: 'Tìm thủ tục',
  seeAll: 'Xem tất cả',
  byOccasion: 'Theo việc trong đời',
  count: (count: number) => `${formatNumber(count)} thủ tục`,
  countFor: (count: number, query: string) => `${formatNumber(count)} thủ tục cho “${query}”`,
  code: 'Mã',
  nothingFound: 'Không thấy thủ tục nào',
  tryFewer: 'Bớt vài từ, hoặc chọn “Mọi lĩnh vực”.',
  askNow: 'Cần hỏi ngay, xin gọi',
  listPages: 'Các trang thủ tục',
  openData: 'Dữ liệu mở:',
  sheet: 'bảng tính (Excel)',
  linkedData: 'dữ liệu liên kết (JSON-LD)',
  appliesFrom: 'Áp dụng từ',
  checklist: 'Danh mục cần mang',
  fileOnline: 'Nộp trực tuyến',
  usualPrint: 'Bản chữ thường',
  largePrint: 'Bản in chữ lớn',
  atAGlance: 'Xem nhanh',
  howLong: 'Bao lâu',
  howMuch: 'Hết bao nhiêu',
  whatOneGets: 'Nhận được gì',
  notSaid: 'Nguồn không ghi',
  plainly: 'Nói đơn giản',
  whatToBring: 'Cần mang gì',
  forms: 'Biểu mẫu để tải về',
  howToFile: 'Cách nộp, thời hạn, phí',
  steps: 'Các bước',
  tips: 'Lưu ý khi làm ở đây',
  questions: 'Hay được hỏi',
  requirements: 'Yêu cầu, điều kiện',
  legalText: 'Toàn bộ nội dung pháp lý',
  legalBases: 'Căn cứ pháp lý',
  changes: 'Đã thay đổi những gì',
  whereToFile: 'Nộp ở đâu, hỏi ai',
  related: 'Liên quan',
  newest: 'Mới nhất',
  kinds: (kind: RelatedKind) =>
    ({ article: 'Tin', document: 'Văn bản', procedure: 'Thủ tục' })[kind],
  failure: (status: number): string =>
    status === 404 ? 'Không có trang này.' : 'Trang chưa mở được.',
  failureTodo: (status: number): string =>
    status >= 500
      ? 'Lỗi do hệ thống, không phải do bà con. Xin thử lại sau ít phút.'
      : 'Có thể địa chỉ gõ nhầm hoặc đã đổi. Tìm lại ở ô dưới đây.',
  failureTodoAlone: (status: number): string =>
    status === 404
      ? 'Địa chỉ có thể đã đổi hoặc gõ nhầm. Tìm lại từ trang chủ.'
      : 'Thử tải lại trang sau ít phút. Nếu vẫn không được, gọi cho văn phòng.',
  leaveEmpty: 'Để trống ô này',
  toSiteMap: 'Xem sơ đồ trang',
  errorCode: 'Mã',
  toHome: 'Về trang chủ',
  place: (name: string) => name,
  day: (day: string) => formatDate(toPlainDate(day)),
  moment: (instant: string) => formatInstant(toInstant(instant)),
};

/** Everything that is said, in one language. */
export type Words = Said<typeof vi>;

/** What went wrong, and what to do, where the page of it is in English. */
const FAILURES: Readonly<Record<number, readonly [what: string, todo: string]>> = {
  403: ['This page is not open to everybody.', 'If you work at the office, sign in first.'],
  404: [
    'There is no such page.',
    'The address may have changed or may be mistyped. Search for it below.',
  ],
  410: [
    'This page has been taken down by the office.',
    'Search below for what has taken its place, or call a hotline.',
  ],
  413: ['What you sent is too large.', 'Please go back, shorten it and send it again.'],
  429: [
    'Too many requests came from your network.',
    'Please wait a few minutes and try again; nothing is wrong with your device.',
  ],
  503: [
    'The site cannot read its data at the moment.',
    'Please keep this page open and reload it in a minute.',
  ],
};

const en: Words = {
  skip: 'Skip to main content',
  home: 'Home',
  menu: 'Menu',
  mainMenu: 'Main menu',
  where: 'You are here',
  tagline: 'Official website',
  search: 'Search this site',
  searchHint: 'In English or Vietnamese',
  find: 'Search',
  look: 'Text size, colours',
  otherLanguage: 'Tiếng Việt',
  noTwin:
    'Menus, headings and forms are in English. What the office publishes is in Vietnamese, which alone is binding.',
  sampleData: 'Sample data',
  sampleDay: (day) =>
    `– a demonstration; figures stand at ${day}. Telephone numbers and activities are not real.`,
  former: 'Archived website.',
  formerStays: 'The content is kept as it was and is no longer updated.',
  formerLink: 'Go to the website of the successor',
  editorInChief: 'Editor-in-chief',
  address: 'Address',
  telephone: 'Telephone',
  email: 'Email',
  hours: 'Office hours',
  urgency: (urgency) => ({ notice: 'Notice', warning: 'Warning', emergency: 'Emergency' })[urgency],
  source: (title) => `Please name “${title}” as the source when you reuse what is published here.`,
  hotlines: 'Hotlines',
  hotlinesLead:
    'Ask about a procedure, make a suggestion, or report an official who makes things difficult.',
  hotlinesAbout: (office) => `Telephone numbers for questions and reports to ${office}.`,
  answeredBy: 'Answered by:',
  answeredAt: 'Hours:',
  triedOn: (day) => `Last tested on ${day}`,
  neverTried: 'No test call recorded yet',
  noHotlines: 'No hotline has been published yet',
  callTheOffice: 'Please call the number of the office at the foot of this page.',
  contact: 'Contact',
  contactAbout: (office) => `Address, telephone and office hours of ${office}.`,
  office: 'Office',
  committee: (name) => `People’s Committee of ${englishName(name)}`,
  procedures: 'Administrative procedures',
  proceduresLead: 'What to bring, how long it takes, what it costs and where to apply.',
  procedureAbout: ({ title, code, office }) =>
    `What to bring, how long it takes and what it costs: “${title}” (in Vietnamese), code ${code}, ${englishName(office)}.`,
  noProcedures: 'No procedure has been published yet',
  askMeanwhile: 'Please call, or come to the one-stop desk of the office.',
  whatToDo: 'What do you need?',
  whatToDoHint:
    'In English (“birth certificate”, “marriage”, “land”) or in Vietnamese, accents optional',
  field: 'Field of work',
  anyField: 'All fields of work',
  whoApplies: 'Who applies',
  anybody: 'Anyone',
  findProcedure: 'Find a procedure',
  seeAll: 'See all',
  byOccasion: 'By occasion in life',
  count: (count) => englishCount(count, 'procedure'),
  countFor: (count, query) => `${englishCount(count, 'procedure')} for “${query}”`,
  code: 'Code',
  nothingFound: 'No procedure found',
  tryFewer: 'Use fewer words, or choose “All fields of work”.',
  askNow: 'For an immediate answer, call one of the',
  listPages: 'Pages of procedures',
  openData: 'Open data:',
  sheet: 'spreadsheet (Excel)',
  linkedData: 'linked data (JSON-LD)',
  appliesFrom: 'In force from',
  checklist: 'Checklist',
  fileOnline: 'Apply online',
  usualPrint: 'Standard print',
  largePrint: 'Large print',
  atAGlance: 'At a glance',
  howLong: 'How long',
  howMuch: 'How much',
  whatOneGets: 'What you receive',
  notSaid: 'Not stated by the source',
  plainly: 'In plain words',
  whatToBring: 'What to bring',
  forms: 'Forms to download',
  howToFile: 'Ways to apply, time limits, fees',
  steps: 'Steps',
  tips: 'Advice from the office',
  questions: 'Frequent questions',
  requirements: 'Requirements',
  legalText: 'Full legal text',
  legalBases: 'Legal bases',
  changes: 'What has changed',
  whereToFile: 'Where to apply, whom to ask',
  related: 'Related',
  newest: 'Latest',
  kinds: (kind) => ({ article: 'News', document: 'Document', procedure: 'Procedure' })[kind],
  failure: (status) => FAILURES[status]?.[0] ?? 'This page could not be opened.',
  failureTodo: (status) =>
    FAILURES[status]?.[1] ??
    (status >= 500
      ? 'This is our fault, not yours. Please try again in a few minutes.'
      : 'Please go back, check what you entered and try again.'),
  failureTodoAlone: (status) =>
    status === 404
      ? 'The address may have changed or may be mistyped. Start again from the home page.'
      : 'Please reload in a few minutes. If it still fails, call the office.',
  leaveEmpty: 'Leave this field empty',
  toSiteMap: 'See the site map',
  errorCode: 'Code',
  toHome: 'Go to the home page',
  place: englishName,
  day: englishDate,
  moment: englishInstant,
};

export const wordsIn = inBoth(vi, en);
