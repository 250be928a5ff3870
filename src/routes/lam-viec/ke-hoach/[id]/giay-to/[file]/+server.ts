// Papers made from a plan: the plan itself, the notice to one unit.
import { error } from '@sveltejs/kit';
import { answerDocument, paperFileOf } from '#lib/documents/index.server.ts';
import { assignmentNotice, currentDraft, planDocument } from '#lib/plans/index.ts';
import { getDraft, getPlanWithDuties } from '#lib/plans/index.server.ts';
import { collapse } from '#lib/vietnam/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const file = paperFileOf(params.file);
  if (!file) error(404, 'Không có giấy tờ này để tải.');
  const office = locals.commune;
  const document = await locals.read(async (tx) => {
    const stored = await getDraft(tx, params.id);
    if (stored.status !== 'confirmed') return undefined;
    const plan = await getPlanWithDuties(tx, params.id);
    const draft = currentDraft(stored.history, stored.text);
    switch (file.name) {
      case 'ke-hoach': {
        const bases = (stored.reading.document.basis ?? []).map(({ text }) => collapse(text));
        return planDocument({ draft, office, code: plan.code, date: plan.issuedOn, bases });
      }
      default: {
        const slug = /^giao-viec-(.+)$/.exec(file.name)?.[1];
        const unit = plan.units.find(({ unitSlug }) => unitSlug === slug);
        return unit && assignmentNotice(plan, unit, office);
      }
    }
  });
  if (!document) error(404, 'Không có giấy tờ này để tải.');
  return answerDocument(document, file);
};
