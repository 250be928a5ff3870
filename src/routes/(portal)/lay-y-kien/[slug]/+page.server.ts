// A draft under its address: its words, until when people may comment, and what came of it.
import { contentsOf } from '#lib/documents/index.ts';
import { openConsultation } from './consultation-of.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const consultation = await openConsultation(tx, params.slug);
    return {
      consultation,
      today: tx.today,
      contents: contentsOf(consultation.paper),
      address: url.origin + url.pathname,
    };
  });
