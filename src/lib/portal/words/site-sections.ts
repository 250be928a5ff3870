// The sections of the office's own pages as English pages name them. Pure.

const GROUPS: Readonly<Record<string, string>> = {
  'gioi-thieu': 'About the commune',
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
    about: 'Where the commune lies, how large it is and what people live on',
  },
  'to-chuc': { name: 'Organisation', about: 'The units of the office and what each is for' },
  'lanh-dao': {
    name: 'Leaders and their duties',
    about: 'Positions, duties and official contacts',
  },
  'dia-gioi': { name: 'Boundary and maps', about: 'Boundary, villages and maps' },
  'lich-su': {
    name: 'History',
    about: 'How old the commune is, and how it was divided, joined and renamed',
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
  'thong-ke': { name: 'Statistics', about: 'Yearly figures of the commune' },
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
  'thu-tuc': {
    name: 'Administrative procedures',
    about: 'What to bring, how long it takes, what it costs and where to apply',
  },
  'lay-y-kien': {
    name: 'Public consultations',
    about: 'Drafts, what people said of them, and what the office made of it',
  },
  'ket-qua-ho-so': {
    name: 'Applications in figures',
    about: 'Applications on time and late, month by month',
  },
  'duong-day-nong': { name: 'Hotlines', about: 'Numbers for questions, suggestions and reports' },
  'lien-he': { name: 'Contact', about: 'Address, telephone, email and office hours' },
  'tin-tuc': { name: 'News', about: 'News, notices and guides' },
  'van-ban': {
    name: 'Documents',
    about: 'Documents of the commune and of higher levels, in force or not',
  },
  'ke-hoach': { name: 'Plans and results', about: 'What was promised and how far it has come' },
  'bao-cao': { name: 'Reports', about: 'Reports as published' },
  'du-lieu-mo': { name: 'Open data', about: 'Figures for programs, with their description' },
  'tim-kiem': { name: 'Search', about: 'Search in everything public' },
  'so-do-trang': { name: 'Site map', about: 'Every page in one list' },
  'tro-nang': { name: 'Accessibility', about: 'How people with disabilities can use this site' },
};

/** A group of the office's sections in English; undefined for one that has no English name. */
export function englishGroup(id: string): string | undefined {
  return GROUPS[id];
}

/** A section of the office's pages in English; undefined for one that has no English name. */
export function englishSection(id: string): SectionWords | undefined {
  return SECTIONS[id];
}
