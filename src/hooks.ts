// English addresses lead to the same pages as Vietnamese ones; the page's language is that of its address.
import type { Reroute } from '@sveltejs/kit/hooks';
import { vietnameseOf } from '#lib/ui/index.ts';

/** No page has a control character in its address, and no column could be asked for one. */
const CONTROL = /%(?:[01][\da-f]|7f)/gi;
/** Stands for what can't be read. */
const UNREADABLE = '%EF%BF%BD';

export const reroute: Reroute = ({ url }) =>
  (vietnameseOf(url.pathname) ?? url.pathname).replaceAll(CONTROL, UNREADABLE);
