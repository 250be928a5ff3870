// What every public page shows around its own content.
import { readFrame } from './frame.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) => readFrame(event);
