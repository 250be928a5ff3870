// The pages everybody can go to as English pages name them. Pure.
import type { Language } from '#lib/ui/index.ts';
import { fold } from '#lib/vietnam/index.ts';
import { findWays, ways } from '../ways.ts';

export interface WayWords {
  readonly label: string;
  readonly about: string;
}

const ENGLISH: Readonly<Record<string, WayWords>> = {
  '/': { label: 'Home', about: 'What one needs first: procedures, hotlines, latest news' },
  '/tin': { label: 'News', about: 'News, notices and guides of the office, the latest first' },
  '/thong-tin': {
    label: 'About the office',
    about:
      'Who the office is and what it makes public: people, history, budget, projects, reception of citizens',
  },
  '/cai-cach-hanh-chinh': {
    label: 'Administrative reform',
    about: 'Plans, news and notices about making paperwork simpler',
  },
  '/ke-hoach-va-ket-qua': {
    label: 'Plans and results',
    about: 'What the office promised to tell people, and how far it has come, month by month',
  },
  '/bao-cao': { label: 'Published reports', about: 'Reports by month, quarter and year' },
  '/van-ban': {
    label: 'Documents',
    about: 'Decisions, plans and rules: in force or replaced',
  },
  '/lay-y-kien': {
    label: 'Public consultations',
    about: 'Drafts to read and comment on, and what came of the comments',
  },
  '/bieu-duong': {
    label: 'Commendations',
    about: 'People and groups who did well, and what still falls short',
  },
  '/thu-tuc': {
    label: 'Procedures',
    about: 'What to bring, how long it takes, what it costs and where to apply',
  },
  '/ket-qua-giai-quyet-tthc': {
    label: 'Applications in figures',
    about: 'How many applications were decided, on time or late, by month',
  },
  '/duong-day-nong': {
    label: 'Hotlines',
    about: 'Numbers for questions, suggestions and reports; who answers, and when',
  },
  '/lien-he': { label: 'Contact', about: 'Address, telephone and office hours' },
  '/thon': { label: 'Villages', about: 'A light page for each village: whom to ask, what is on' },
  '/tinh-ngay-lam-viec': {
    label: 'Working-day calculator',
    about: 'When a time limit ends and why, public holidays left out',
  },
  '/tim-kiem': { label: 'Search', about: 'Everything public, in English or Vietnamese words' },
  '/luot-truy-cap': {
    label: 'Visits',
    about: 'How many people read this site, and how they are counted',
  },
  '/cach-xem': {
    label: 'Text size, colours',
    about: 'Letters up to twice as large, dark, high contrast: chosen once for every page',
  },
  '/tro-nang': {
    label: 'Accessibility',
    about: 'Keyboard, screen readers and large letters on this site',
  },
  '/so-do-trang': { label: 'Site map', about: 'Every page in one list' },
};

/** What a page is called and what is there; an address that is no way is its own name. */
export function wayWords(language: Language, href: string): WayWords {
  const way = ways.find((one) => one.href === href) ?? { label: href, about: '' };
  return (language === 'en' ? ENGLISH[href] : undefined) ?? { label: way.label, about: way.about };
}

/**
 * Pages a question means, in the words of the page's language.
 * @param asked the question as Vietnamese asks it, where it was put in English
 */
export function waysFor(language: Language, query: string, asked = query) {
  const typed = fold(query).match(/[a-z0-9]+/g) ?? [];
  const found = findWays(asked).map(({ href }) => href);
  const named = Object.entries(ENGLISH).flatMap(([href, { label, about }]) => {
    const known = ` ${fold(`${label} ${about}`)}`;
    return typed.length > 0 && typed.every((word) => known.includes(` ${word}`)) ? [href] : [];
  });
  const hrefs = language === 'en' ? new Set([...named, ...found]) : found;
  return [...hrefs].map((href) => ({ href, ...wayWords(language, href) }));
}
