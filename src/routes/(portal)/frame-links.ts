// Where the frame of public pages leads: the band's menu and the foot, in the language of the page.
import { ways, wordsIn } from '#lib/portal/index.ts';
import { addressIn, englishOf, type Language } from '#lib/ui/index.ts';

interface Link {
  readonly href: string;
  readonly label: string;
  /** Where the label is in another language than the page. */
  readonly lang?: string;
}
interface Group {
  readonly title: string;
  readonly links: readonly Link[];
}

/** Pages that are there in English, in the order a newcomer needs them. */
function englishPages(): Link[] {
  const { home, procedures, hotlines, contact } = wordsIn('en');
  const pages = {
    '/': home,
    '/thu-tuc': procedures,
    '/duong-day-nong': hotlines,
    '/lien-he': contact,
  };
  return Object.entries(pages).map(([path, label]) => ({ href: addressIn('en', path), label }));
}

export function menuLinks(language: Language): Link[] {
  if (language === 'en') return englishPages();
  return ways.filter(({ main }) => main).map(({ href, label }) => ({ href, label }));
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
      label: `${name}: ${number}`,
      ...(language === 'en' && { lang: 'vi' }),
    })),
  };
  const groups = language === 'en' ? ENGLISH : VIETNAMESE;
  return numbers.links.length > 0 ? [...groups, numbers] : [...groups];
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

const ENGLISH: readonly Group[] = [
  { title: 'In English', links: englishPages() },
  {
    title: 'In Vietnamese only',
    links: ways
      .filter(({ href }) =>
        ['/tin', '/van-ban', '/tim-kiem', '/so-do-trang', '/tro-nang'].includes(href),
      )
      .map(({ href, label }) => ({ href, label, lang: 'vi' })),
  },
];

/** The same page in the other language, or the first page of it. */
export function otherLanguage(language: Language, route: string): Link {
  const { otherLanguage: label } = wordsIn(language);
  return language === 'en'
    ? { href: route, label, lang: 'vi' }
    : { href: englishOf(route) ?? '/en', label, lang: 'en' };
}
