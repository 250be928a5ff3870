// Addresses in plain letters: what stands in a Vietnamese URL.

import { fold } from './fold.ts';

/**
 * A URL slug: unaccented lower-case letters and digits, words joined by hyphens, `&` spoken as
 * "va". Empty when the text has no letter or digit, so the caller chooses what to do then.
 *
 * @param maxLength cuts at a word where possible; a slug is never longer
 * @example slugify('Sửa chữa ĐT.491 & cầu Hàn') // 'sua-chua-dt-491-va-cau-han'
 */
export function slugify(text: string, maxLength = 100): string {
  const slug = fold(text.normalize('NFKC').replace(/&/gu, ' va '))
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  if (slug.length <= maxLength) {
    return slug;
  }
  const cut = slug.slice(0, maxLength + 1).lastIndexOf('-');
  return cut > 0 ? slug.slice(0, cut) : slug.slice(0, maxLength);
}
