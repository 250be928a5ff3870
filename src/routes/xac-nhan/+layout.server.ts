// The pages for those without an account; a link's page is nobody else's, and leaks nowhere. Its own form
// must still say where it comes from, so the referrer isn't left out altogether.
import { capitalize, formatDate, toPlainDate } from '#lib/vietnam/index.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, setHeaders }) => {
  setHeaders({
    'cache-control': 'private, no-store',
    'referrer-policy': 'same-origin',
    'x-robots-tag': 'noindex',
  });
  const { name, demoDay } = locals.commune;
  return {
    communeName: capitalize(name),
    demoDay: demoDay === null ? null : formatDate(toPlainDate(demoDay)),
  };
};
