// Whatever no other route knows: a former address that leads on, or not found inside the portal's own frame.
import { leadOn } from '../lead-on.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, request, setHeaders, url }) =>
  locals.read((tx) => leadOn(tx, { request, setHeaders, url }, 'trang này'));
