// A picture of the library: what is said of it, and how a page shows it.
import { z } from 'zod';
import { PICTURE_FORMATS, type RichText } from '#lib/platform/index.ts';

export const PEOPLE = {
  nobody: 'Không thấy rõ mặt ai',
  'public-event': 'Có người, tại hoạt động công khai của xã',
  agreed: 'Có người, và những người đó đã đồng ý cho đăng',
} as const;
export type People = keyof typeof PEOPLE;

const percent = z.coerce.number().int().min(0).max(100).default(50);

/** What the form of a picture sends beside the file. */
/**
 * In percent, between two stops of a slider that sets the focus. Quarters and tenths are both kept of
 * pictures, and a slider moves what isn't one of its stops without being touched.
 */
export const FOCUS_STEP = 5;

export const MediaForm = z.object({
  alt: z
    .string()
    .trim()
    .min(1, 'Tả ảnh bằng một câu: ai, làm gì, ở đâu.')
    .max(500, 'Mô tả ảnh dài quá 500 chữ cái.'),
  credit: z.string().trim().max(200, 'Tên người chụp dài quá 200 chữ cái.').default(''),
  people: z.enum(
    Object.keys(PEOPLE) as People[],
    'Cho biết trong ảnh có nhìn rõ mặt người không, và họ có đồng ý không.',
  ),
  focusX: percent,
  focusY: percent,
});
export type MediaForm = z.infer<typeof MediaForm>;

/** What a browser is offered: it takes the first type it knows, in the width that fits. */
export interface ShownMedia {
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
  /** What must stay in view where it is cut, in percent from left and from top. */
  readonly focus: Focus;
}

interface Focus {
  readonly x: number;
  readonly y: number;
}

interface Size {
  readonly format: (typeof PICTURE_FORMATS)[number];
  readonly width: number;
  readonly height: number;
  readonly sha256: string;
}

/** In pixels: what is shown where a browser can't choose for itself. */
const PLAIN_WIDTH = 960;

/** How a picture is shown; undefined while its sizes aren't made. Sizes come smallest first. */
export function showMedia(
  sizes: readonly Size[],
  focus: Focus,
  urlOf: (sha256: string) => string,
): ShownMedia | undefined {
  const fallback = sizes.filter(({ format }) => format === 'jpeg');
  // Who knows none of the newer formats is seldom on a fine screen.
  const middle = fallback.findLast(({ width }) => width <= PLAIN_WIDTH) ?? fallback[0];
  if (!middle) return undefined;
  const sources = PICTURE_FORMATS.filter((format) => format !== 'jpeg').flatMap((format) => {
    const own = sizes.filter((size) => size.format === format);
    const srcset = own.map(({ sha256, width }) => `${urlOf(sha256)} ${width}w`).join(', ');
    return srcset === '' ? [] : [{ type: `image/${format}`, srcset }];
  });
  const { sha256, width, height } = middle;
  return { url: urlOf(sha256), width, height, sources, focus };
}

/** The pictures of a text by the hashes of their originals, each once. */
export function picturesOf(text: RichText): string[] {
  const files = text.content.flatMap((node) => (node.type === 'picture' ? [node.attrs.file] : []));
  return [...new Set(files)];
}
