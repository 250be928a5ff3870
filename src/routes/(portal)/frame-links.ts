// Where the frame of public pages leads: the band's menu and the foot, in the language of the page.
import { ways, wayWords, wordsIn } from '#lib/portal/index.ts';
import { addressIn, englishOf, type Language } from '#lib/ui/index.ts';

interface Link {
  readonly href: string;
  readonly label: string;
  /** A telephone number, said behind the label. */
  readonly number?: string;
  /** Where the label is in another language than the page. */
  readonly lang?: string;
}
interface Group {
  readonly title: string;
  readonly links: readonly Link[];
}

/** In the order a newcomer needs them. */
const ENGLISH_MENU = [
  '/',
  '/thu-tuc',
  '/tin',
  '/van-ban',
  '/thong-tin',
  '/duong-day-nong',
  '/lien-he',
];

export function menuLinks(language: Language): Link[] {
  const hrefs =
    language === 'en'
      ? ENGLISH_MENU.filter((href) => englishOf(href) !== undefined)
      : ways.filter(({ main }) => main).map(({ href }) => href);
  return hrefs.map((href) => linkTo(language, href));
}

export function footGroups(
  language: Language,
  hotlines: readonly { name: string; number: string; href?: string | undefined }[],
): Group[] {
  const { hotlines: title } = wordsIn(language);
  const numbers: Group = {
    title,
    links: hotlines.map(({ name, number, href }) => ({
      href: href ?? addressIn(language, '/duong-day-nong'),
      label: name,
      number,
      ...(language === 'en' && { lang: 'vi' }),
    })),
  };
  const groups = language === 'en' ? ENGLISH : VIETNAMESE;
  return numbers.links.length > 0 ? [...groups, numbers] : [...groups];
}

function linkTo(language: Language, href: string): Link {
  return { href: addressIn(language, href), label: wayWords(language, href).label };
}

const VIETNAMESE: readonly Group[] = [
  {
    title: 'Thông tin',
    links: [
      { href: '/thu-tuc', label: 'Thủ tục hành chính' },
      { href: '/cai-cach-hanh-chinh', label: 'Cải cách hành chính' },
      { href: '/ke-hoach-va-ket-qua', label: 'Kế hoạch và kết quả' },
      { href: '/ket-qua-giai-quyet-tthc', label: 'Kết quả giải quyết hồ sơ' },
      { href: '/thong-tin', label: 'Giới thiệu, công khai' },
      { href: '/lien-he', label: 'Liên hệ' },
    ],
  },
  {
    title: 'Về trang này',
    links: [
      { href: '/so-do-trang', label: 'Sơ đồ trang' },
      { href: '/tro-nang', label: 'Trợ năng' },
      { href: '/rss.xml', label: 'Nguồn tin RSS' },
      { href: '/lich.ics', label: 'Lịch việc phải làm (.ics)' },
    ],
  },
];

/** What the office does beside what the menu leads to. */
const OFFICE = ['/ke-hoach-va-ket-qua', '/ket-qua-giai-quyet-tthc', '/lay-y-kien', '/thon'];

const ENGLISH: readonly Group[] = [
  {
    title: 'What the office does',
    links: [
      ...OFFICE.map((href) => linkTo('en', href)),
      ...ways
        .filter(({ href }) => englishOf(href) === undefined)
        .map(({ href }) => linkTo('en', href))
        .map(({ href, label }) => ({ href, label: `${label} (in Vietnamese)` })),
    ],
  },
  {
    title: 'About this site',
    links: ['/tinh-ngay-lam-viec', '/luot-truy-cap', '/so-do-trang', '/tro-nang'].map((href) =>
      linkTo('en', href),
    ),
  },
];

/** The same page in the other language, or the first page of it. */
export function otherLanguage(language: Language, route: string): Link {
  const { otherLanguage: label } = wordsIn(language);
  return language === 'en'
    ? { href: route, label, lang: 'vi' }
    : { href: englishOf(route) ?? '/en', label, lang: 'en' };
}
