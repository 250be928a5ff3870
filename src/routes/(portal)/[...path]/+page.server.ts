// Whatever no other route knows: not found, inside the portal's own frame.
import { platformError } from '#lib/platform/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => {
  throw platformError('record.not-found', { what: 'trang này' });
};
