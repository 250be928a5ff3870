// English addresses lead to the same pages as Vietnamese ones; the page's language is that of its address.
import type { Reroute } from '@sveltejs/kit/hooks';
import { vietnameseOf } from '#lib/ui/index.ts';

export const reroute: Reroute = ({ url }) => vietnameseOf(url.pathname);
