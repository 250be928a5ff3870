// Door of the vietnam room: the country and its language. Pure; everything here may run in a browser.

export { compareVietnamese, comparePersonNames } from './text/collation.ts';
export { fold, foldWithOffsets, sourceSpan, type FoldedText } from './text/fold.ts';
export { slugify } from './text/slug.ts';
export { normalizeTones } from './text/tones.ts';
export { collapse } from './text/whitespace.ts';
