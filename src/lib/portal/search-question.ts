// What is asked of the search page, as it stands in its address.

/** Kinds of public items, by the word of the address. */
export const SEARCH_KINDS: readonly {
  readonly slug: string;
  readonly kind: string;
  readonly name: string;
}[] = [
  { slug: 'tin', kind: 'article', name: 'Tin, bài' },
  { slug: 'hoat-dong', kind: 'act', name: 'Hoạt động' },
  { slug: 'thu-tuc', kind: 'procedure', name: 'Thủ tục' },
  { slug: 'van-ban', kind: 'document', name: 'Văn bản' },
  { slug: 'ke-hoach', kind: 'plan', name: 'Kế hoạch' },
  { slug: 'lay-y-kien', kind: 'consultation', name: 'Lấy ý kiến' },
  { slug: 'trang', kind: 'page', name: 'Trang giới thiệu' },
];

/** What people come for, in their own words. */
export const SEARCH_EXAMPLES: readonly string[] = [
  'làm giấy khai sinh',
  'đăng ký kết hôn',
  'xác nhận độc thân',
  'sao y giấy tờ',
  'sổ đỏ',
  'xin phép xây nhà',
  'mở quán',
  'trợ cấp người cao tuổi',
  'hộ nghèo',
  'bảo hiểm y tế',
  'nghĩa vụ quân sự',
  'lịch tiếp công dân',
  'đường dây nóng',
];

const LONGEST_QUERY = 200;
const LONGEST_TOPIC = 200;

export interface SearchQuestion {
  readonly query: string;
  readonly kind: string | undefined;
  readonly year: number | undefined;
  readonly topic: string | undefined;
  readonly newest: boolean;
}

export function searchQuestionOf(url: URL): SearchQuestion {
  // A control character is nothing anybody types, and no database takes the first of them.
  const given = (name: string) => (url.searchParams.get(name) ?? '').replaceAll(/\p{Cc}/gu, ' ');
  const year = given('nam');
  const kind = given('loai');
  return {
    query: given('q').normalize('NFC').slice(0, LONGEST_QUERY).trim(),
    kind: SEARCH_KINDS.find(({ slug }) => slug === kind)?.kind,
    year: /^(19|20)\d\d$/.test(year) ? Number(year) : undefined,
    topic: given('ve').slice(0, LONGEST_TOPIC).trim() || undefined,
    newest: given('xep') === 'moi',
  };
}

/** The address of a question; of its page `page`, or of its feed. */
export function searchAddress(question: SearchQuestion, page = 1, path = '/tim-kiem'): string {
  const kind = SEARCH_KINDS.find((one) => one.kind === question.kind)?.slug ?? '';
  const parts: [string, string][] = [
    ['q', question.query],
    ['loai', kind],
    ['nam', question.year === undefined ? '' : String(question.year)],
    ['ve', question.topic ?? ''],
    ['xep', question.newest ? 'moi' : ''],
    ['trang', page > 1 ? String(page) : ''],
  ];
  const words = parts
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return words.length === 0 ? path : `${path}?${words.join('&')}`;
}
