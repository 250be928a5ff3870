// Consultations on drafts, and drafts that could be opened for one.
import { canWithDocuments } from '#lib/documents/index.ts';
import { listConsultations, listEntries } from '#lib/documents/index.server.ts';
import type { PageServerLoad } from './$types';

const MOST_DRAFTS = 50;

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => {
    const consultations = await listConsultations(tx);
    const standing = new Set(
      consultations
        .filter(({ state }) => state !== 'answered' && state !== 'withdrawn')
        .map(({ entryId }) => entryId),
    );
    const page = { size: MOST_DRAFTS, start: 0 };
    const { entries } = await listEntries(tx, tx.today, { drafts: true }, page);
    return {
      consultations,
      today: tx.today,
      mayHold: canWithDocuments(locals.actor, 'consultation.hold', {}),
      mayReview: canWithDocuments(locals.actor, 'consultation.review', {}),
      drafts: entries
        .filter(({ id }) => !standing.has(id))
        .map(({ id, type, code, title, issuedOn }) => ({ id, type, code, title, issuedOn })),
    };
  });
