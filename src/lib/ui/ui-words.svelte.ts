// Bundled with the components (`.svelte.ts`): contexts belong to the one Svelte that draws them.
// The few words that components say by themselves. Vietnamese, unless the frame around them says
// otherwise: pages in English do.
import { getContext, setContext } from 'svelte';

export interface UiWords {
  readonly optional: string;
  readonly find: string;
  readonly previous: string;
  readonly next: string;
  readonly page: (number: number) => string;
  readonly pageOf: (number: number, all: number) => string;
}

const vietnamese: UiWords = {
  optional: '(không bắt buộc)',
  find: 'Tìm',
  previous: 'Trước',
  next: 'Sau',
  page: (number) => `Trang ${number}`,
  pageOf: (number, all) => `Trang ${number} trên ${all}`,
};

const english: UiWords = {
  optional: '(optional)',
  find: 'Search',
  previous: 'Previous',
  next: 'Next',
  page: (number) => `Page ${number}`,
  pageOf: (number, all) => `Page ${number} of ${all}`,
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
