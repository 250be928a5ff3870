// The portal in English: which pages have an English twin, and at which address. What the office writes
// stays Vietnamese; menus, headings, labels and dates are those of the address. Pure.

export type Language = 'vi' | 'en';

/** Vietnamese address and English address; `*` stands for the same letters in both, never for a slash. */
const TWINS = [
  ['/', '/en'],
  ['/thu-tuc', '/en/procedures'],
  ['/thu-tuc/*', '/en/procedures/*'],
  ['/thu-tuc/*/giay-to', '/en/procedures/*/checklist'],
  ['/thu-tuc/*/ro-chua', '/en/procedures/*/unclear'],
  ['/thu-tuc/*/cam-on', '/en/procedures/*/thank-you'],
  ['/duong-day-nong', '/en/hotlines'],
  ['/lien-he', '/en/contact'],
  ['/tin', '/en/news'],
  ['/tin/*', '/en/news/*'],
  ['/tin/chuyen-muc/*', '/en/news/section/*'],
  ['/tim-kiem', '/en/search'],
  ['/van-ban', '/en/documents'],
  ['/van-ban/*', '/en/documents/*'],
  ['/thong-tin', '/en/about'],
  ['/thong-tin/*', '/en/about/*'],
  ['/so-do-trang', '/en/site-map'],
  ['/tro-nang', '/en/accessibility'],
  ['/cach-xem', '/en/display'],
  ['/luot-truy-cap', '/en/visits'],
  ['/tinh-ngay-lam-viec', '/en/working-days'],
  ['/ke-hoach-va-ket-qua', '/en/plans'],
  ['/ke-hoach-va-ket-qua/*', '/en/plans/*'],
  ['/ke-hoach-va-ket-qua/*/noi-dung-*', '/en/plans/*/topic-*'],
  ['/ke-hoach-va-ket-qua/*/thang-*', '/en/plans/*/month-*'],
  ['/ket-qua-giai-quyet-tthc', '/en/figures'],
  ['/thon', '/en/villages'],
  ['/thon/*', '/en/villages/*'],
  ['/to', '/en/sheets'],
  ['/to/*', '/en/sheets/*'],
  ['/lay-y-kien', '/en/consultations'],
  ['/lay-y-kien/*', '/en/consultations/*'],
  ['/lay-y-kien/*/gop-y', '/en/consultations/*/comment'],
  ['/lay-y-kien/*/cam-on', '/en/consultations/*/thank-you'],
] as const;

/** Feeds and tables are for machines and have one address; the code of a procedure has a point too. */
const FILE = /\.[a-z]+$/;

const PATTERNS = TWINS.map((addresses) => ({
  addresses,
  patterns: [patternOf(addresses[0]), patternOf(addresses[1])] as const,
}));

/** The language an address is in; what lies under `/en` and leads nowhere is answered in English too. */
export function languageOf(path: string): Language {
  return path === '/en' || path.startsWith('/en/') ? 'en' : 'vi';
}

/** The page behind an English address; undefined for every other address. */
export function vietnameseOf(path: string): string | undefined {
  return matched(path, 1, 0);
}

/** The English address of a Vietnamese page; undefined where it has none. */
export function englishOf(path: string): string | undefined {
  return matched(path, 0, 1);
}

/** Leads to a page in a language where it is there in it, else to the Vietnamese one. */
export function addressIn(language: Language, href: string): string {
  if (language === 'vi') return href;
  const [path = '', ...rest] = href.split(/(?=[?#])/);
  return (englishOf(path) ?? path) + rest.join('');
}

/** What a page or a part of one needs to speak the language of its address. */
export interface Speech {
  readonly language: Language;
  /** `lang` of what the office and its sources wrote, where that isn't the language of the page. */
  readonly written: 'vi' | undefined;
  /** `lang` of the page's own words where they stand among what is written. */
  readonly own: 'en' | undefined;
  /** The address to link to: the twin where there is one. */
  readonly to: (href: string) => string;
}

/** @param path of the page */
export function speechOf(path: string): Speech {
  const language = languageOf(path);
  const isEnglish = language === 'en';
  return {
    language,
    written: isEnglish ? 'vi' : undefined,
    own: isEnglish ? 'en' : undefined,
    to: (href) => addressIn(language, href),
  };
}

function matched(path: string, from: 0 | 1, to: 0 | 1): string | undefined {
  if (FILE.test(path)) return undefined;
  for (const { addresses, patterns } of PATTERNS) {
    const found = patterns[from].exec(path);
    if (!found) continue;
    const parts = found.slice(1);
    return addresses[to].replaceAll('*', () => parts.shift() ?? '');
  }
  return undefined;
}

function patternOf(address: string): RegExp {
  return new RegExp(`^${address.replaceAll('*', '([^/?#]+)')}$`);
}
