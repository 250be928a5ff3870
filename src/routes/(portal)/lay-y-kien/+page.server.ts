// Drafts that people may comment on, and what came of earlier ones.
import { listPublicConsultations } from '#lib/documents/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => ({
    consultations: await listPublicConsultations(tx),
    today: tx.today,
  }));
