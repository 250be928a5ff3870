// Bundled with the components (`.svelte.ts`): contexts belong to the one Svelte that draws them.
// The few words that components say by themselves. Vietnamese, unless the frame around them says
// otherwise: pages in English do.
import { getContext, setContext } from 'svelte';
import { englishFigures, type FigureWords, vietnameseFigures } from './figure-words.ts';

export interface UiWords {
  readonly optional: string;
  readonly find: string;
  readonly previous: string;
  readonly next: string;
  readonly page: (number: number) => string;
  readonly pageOf: (number: number, all: number) => string;
  readonly pages: string;
  readonly where: string;
  readonly attached: string;
  readonly error: string;
  readonly errors: string;
  readonly noFact: string;
  readonly noFigures: string;
  readonly figures: FigureWords;
  /** `lang` of what the office wrote, where that isn't the language around it. */
  readonly written: 'vi' | undefined;
}

const vietnamese: UiWords = {
  optional: '(không bắt buộc)',
  find: 'Tìm',
  previous: 'Trước',
  next: 'Sau',
  page: (number) => `Trang ${number}`,
  pageOf: (number, all) => `Trang ${number} trên ${all}`,
  pages: 'Các trang của danh sách',
  where: 'Vị trí trang',
  attached: 'Tệp đính kèm',
  error: 'Lỗi: ',
  errors: 'Chưa gửi được. Vui lòng xem lại:',
  noFact: 'Chưa có',
  noFigures: 'Chưa có số liệu',
  figures: vietnameseFigures,
  written: undefined,
};

const english: UiWords = {
  optional: '(optional)',
  find: 'Search',
  previous: 'Previous',
  next: 'Next',
  page: (number) => `Page ${number}`,
  pageOf: (number, all) => `Page ${number} of ${all}`,
  pages: 'Pages of the list',
  where: 'You are here',
  attached: 'Attached files',
  error: 'Error: ',
  errors: 'This could not be sent. Please check:',
  noFact: 'Not stated',
  noFigures: 'No figures yet',
  figures: englishFigures,
  written: 'vi',
};

const KEY = Symbol('words of components');

/** For a frame: its components speak English wherever `isEnglish` says so. */
export function speakEnglish(isEnglish: () => boolean): void {
  setContext(KEY, isEnglish);
}

/** For a component while it is made. */
export function uiWords(): UiWords {
  const isEnglish = getContext<(() => boolean) | undefined>(KEY);
  return isEnglish?.() ? english : vietnamese;
}
