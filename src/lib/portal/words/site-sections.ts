// The sections of the office's own pages as English pages name them. Pure.

const GROUPS: Readonly<Record<string, string>> = {
  'gioi-thieu': 'About the commune',
  'cong-khai': 'Made public',
  'phuc-vu': 'Services',
  'thong-tin': 'News and documents',
  've-trang': 'About this site',
};

const SECTIONS: Readonly<Record<string, string>> = {
  'gioi-thieu-chung': 'General introduction',
  'to-chuc': 'Organisation',
  'lanh-dao': 'Leaders and their duties',
  'dia-gioi': 'Boundary and maps',
  'lich-su': 'History',
  'van-hoa-di-san': 'Culture and heritage',
  'quy-hoach': 'Land-use and development plans',
  'ngan-sach': 'Budget',
  'du-an': 'Projects, investment, tenders',
  'thong-ke': 'Statistics',
  'yeu-cau-thong-tin': 'Requests for information',
  'lich-tiep-dan': 'Reception of citizens',
  'hoi-dap': 'Questions and answers',
  'thu-tuc': 'Administrative procedures',
  'lay-y-kien': 'Public consultations',
  'ket-qua-ho-so': 'Applications in figures',
  'duong-day-nong': 'Hotlines',
  'lien-he': 'Contact',
  'tin-tuc': 'News',
  'van-ban': 'Documents',
  'ke-hoach': 'Plans and results',
  'bao-cao': 'Reports',
  'du-lieu-mo': 'Open data',
  'tim-kiem': 'Search',
  'so-do-trang': 'Site map',
  'tro-nang': 'Accessibility',
};

/** A group of the office's sections in English; undefined for one that has no English name. */
export function englishGroup(id: string): string | undefined {
  return GROUPS[id];
}

/** A section of the office's pages in English; undefined for one that has no English name. */
export function englishSection(id: string): string | undefined {
  return SECTIONS[id];
}
