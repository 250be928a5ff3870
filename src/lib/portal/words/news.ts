// What lists of news and an article's frame say, in both languages. Pure.
import type { SectionId } from '#lib/newsroom/index.ts';
import { SECTIONS } from '#lib/newsroom/index.ts';
import { englishName } from './english-names.ts';
import { inBoth } from './in-both.ts';

interface SectionWords {
  readonly name: string;
  readonly about: string;
}

const vi = {
  news: 'Tin tức',
  newsLead: 'Tin, thông báo và hướng dẫn, mới nhất ở trên.',
  newsAbout: (office: string) => `Tin, thông báo, hướng dẫn thủ tục của ${office}.`,
  sections: 'Chuyên mục',
  all: 'Tất cả',
  section: (id: SectionId): SectionWords => {
    const { name, about } = SECTIONS.find((section) => section.id === id) ?? {
      name: id,
      about: '',
    };
    return { name, about };
  },
  none: 'Chưa có tin nào ở mục này',
  noneYet: 'Tin sẽ hiện ở đây ngay khi được đăng.',
  publishedAt: 'Đăng lúc',
  changedAt: 'Sửa lúc',
  changed: 'Đã sửa:',
  over: 'Bài này không còn hiệu lực',
  inThis: 'Trong bài này',
  serves: 'Bài này thuộc nội dung tuyên truyền',
  listen: 'Nghe bài này',
  machine: 'Giọng máy đọc tự động, có thể đọc sai tên riêng',
  person: 'Phát thanh viên đọc',
  follow: (what: string) => `Theo dõi “${what}”`,
  followBy: (what: string, format: string) => `Theo dõi “${what}” bằng ${format}`,
};

const SECTION_WORDS: Readonly<Record<SectionId, SectionWords>> = {
  'cai-cach-hanh-chinh': {
    name: 'Administrative reform',
    about: 'What the office does to make paperwork faster and simpler',
  },
  'thong-bao': {
    name: 'Notices',
    about: 'Reception days, working hours, what one should know at once',
  },
  'thu-tuc': {
    name: 'Guides to procedures',
    about: 'Which papers, where to apply, when the result is ready',
  },
  'phap-luat': { name: 'The law explained', about: 'New rules in plain words' },
  'doi-song': {
    name: 'Local life',
    about: 'Farming and trade, culture, health, schools, villages',
  },
};

export const newsWords = inBoth(vi, {
  news: 'News',
  newsLead: 'News, notices and guides of the office, the latest first. Written in Vietnamese.',
  newsAbout: (office) =>
    `News, notices and guides to procedures of ${englishName(office)}, in Vietnamese.`,
  sections: 'Sections',
  all: 'All',
  section: (id) => SECTION_WORDS[id],
  none: 'No news in this section yet',
  noneYet: 'News appears here as soon as it is published.',
  publishedAt: 'Published',
  changedAt: 'Revised',
  changed: 'Revised:',
  over: 'This article no longer holds',
  inThis: 'In this article',
  serves: 'Topics of the public-information plan this article serves',
  listen: 'Listen to this article',
  machine: 'Read in Vietnamese by a machine, which may get names wrong',
  person: 'Read in Vietnamese by an announcer of the office',
  follow: (what) => `Follow “${what}”`,
  followBy: (what, format) => `Follow “${what}” by ${format}`,
});
