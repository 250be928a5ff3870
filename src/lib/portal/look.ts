// How a reader wants the pages drawn: larger letters, other colours. The choice lives in the reader's own
// browser and nowhere else. Pure.

/** Per cent of the size a page has by itself. */
export const TEXT_SIZES = ['100', '125', '150', '200'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** `device` leaves light and dark to the reader's machine; the last two have contrast for weak eyes. */
export const COLOURS = ['device', 'light', 'dark', 'black-on-white', 'white-on-black'] as const;
export type Colours = (typeof COLOURS)[number];

export interface Look {
  readonly text: TextSize;
  readonly colours: Colours;
}

export const usualLook: Look = { text: '100', colours: 'device' };

/** The cookie that holds a look, written as `150.dark`. */
export const LOOK_COOKIE = 'loa-cach-xem';
/** Kept by the browser for a year, in seconds. */
export const LOOK_KEPT_FOR = 31_536_000;

const KEPT = new RegExp(`(?:^|;\\s*)${LOOK_COOKIE}=([^;]*)`);

/**
 * @param cookies the request's `cookie` header
 * @returns the usual look where the reader chose none, or nothing that there is
 */
export function readLook(cookies: string | null | undefined): Look {
  const [text, colours] = (KEPT.exec(cookies ?? '')?.[1] ?? '').split('.');
  return {
    text: TEXT_SIZES.find((size) => size === text) ?? usualLook.text,
    colours: COLOURS.find((one) => one === colours) ?? usualLook.colours,
  };
}

/** As the cookie holds it; '' for the usual look, which needs none. */
export function writeLook({ text, colours }: Look): string {
  const isUsual = text === usualLook.text && colours === usualLook.colours;
  return isUsual ? '' : `${text}.${colours}`;
}

/**
 * The page as the reader wants it drawn: marks on its root, and the style sheet that knows them at the
 * end of its head. A piece without either, and every page in the usual look, stays as it is.
 *
 * @param html a page, or a piece of one
 */
export function dressPage(html: string, look: Look, styles: string): string {
  if (writeLook(look) === '') return html;
  return html
    .replace(/<html\b/, `<html data-text="${look.text}" data-colours="${look.colours}"`)
    .replace('</head>', `<link rel="stylesheet" href="${styles}" /></head>`);
}
