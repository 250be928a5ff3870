// The sections of the office's own pages as English pages name them. Pure.
import { wayWords } from './ways.ts';

const GROUPS: Readonly<Record<string, string>> = {
  'gioi-thieu': 'Introduction',
  'cong-khai': 'Made public',
  'phuc-vu': 'Services',
  'thong-tin': 'News and documents',
  've-trang': 'About this site',
};

interface SectionWords {
  readonly name: string;
  readonly about: string;
}

const SECTIONS: Readonly<Record<string, SectionWords>> = {
  'gioi-thieu-chung': {
    name: 'General introduction',
    about: 'Where the area lies, how large it is and what people live on',
  },
  'to-chuc': { name: 'Organisation', about: 'The units of the office and what each is for' },
  'lanh-dao': {
    name: 'Leaders and their duties',
    about: 'Positions, duties and official contacts',
  },
  'dia-gioi': { name: 'Boundary and maps', about: 'Boundary, villages and maps' },
  'lich-su': {
    name: 'History',
    about: 'How old the area is, and how it was divided, joined and renamed',
  },
  'van-hoa-di-san': {
    name: 'Culture and heritage',
    about: 'Festivals, monuments, crafts and sights',
  },
  'quy-hoach': {
    name: 'Land-use and development plans',
    about: 'Land-use plans and plans for the economy and society',
  },
  'ngan-sach': { name: 'Budget', about: 'Estimates, accounts and contributions of residents' },
  'du-an': {
    name: 'Projects, investment, tenders',
    about: 'What is being built, by whom, for how much and until when',
  },
  'thong-ke': { name: 'Statistics', about: 'Yearly figures of the area' },
  'yeu-cau-thong-tin': {
    name: 'Requests for information',
    about: 'What is public, and how to ask for more',
  },
  'lich-tiep-dan': {
    name: 'Reception of citizens',
    about: 'Who receives citizens, on which days, where, and what to bring',
  },
  'hoi-dap': {
    name: 'Questions and answers',
    about: 'What people often ask, with the answers of the office',
  },
  'du-lieu-mo': { name: 'Open data', about: 'Figures for programs, with their description' },
};

/** Sections that are pages of the portal are called as those pages are. */
const PAGES: Readonly<Record<string, string>> = {
  'thu-tuc': '/thu-tuc',
  'lay-y-kien': '/lay-y-kien',
  'ket-qua-ho-so': '/ket-qua-giai-quyet-tthc',
  'duong-day-nong': '/duong-day-nong',
  'lien-he': '/lien-he',
  'tin-tuc': '/tin',
  'van-ban': '/van-ban',
  'ke-hoach': '/ke-hoach-va-ket-qua',
  'bao-cao': '/bao-cao',
  'tim-kiem': '/tim-kiem',
  'so-do-trang': '/so-do-trang',
  'tro-nang': '/tro-nang',
};

/** A group of the office's sections in English; undefined for one that has no English name. */
export function englishGroup(id: string): string | undefined {
  return GROUPS[id];
}

/** A section of the office's pages in English; undefined for one that has no English name. */
export function englishSection(id: string): SectionWords | undefined {
  const page = PAGES[id];
  if (page === undefined) return SECTIONS[id];
  const { label, about } = wayWords('en', page);
  return { name: label, about };
}
