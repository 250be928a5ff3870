// How large pictures may come and in which widths they go out.

/** 100 megapixels: more than a telephone's camera gives, less than what would exhaust the machine. */
export const PIXEL_LIMIT = 100_000_000;

/** Points: a telephone's column, a desk's column, the same on a fine screen. None is larger than the original. */
export const PICTURE_WIDTHS: readonly number[] = [240, 480, 960, 1600];

/** Best first: who knows none of the others takes the last. */
export const PICTURE_FORMATS = ['avif', 'webp', 'jpeg'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];
