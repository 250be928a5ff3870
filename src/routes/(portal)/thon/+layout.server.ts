// The light pages stand outside the portal's own frame and need the same of it.
import { readFrame } from '../frame.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) => readFrame(event);
