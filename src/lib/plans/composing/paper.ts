// A plan that is being written as the document the chairman signs.
import type { OfficeFacts, WrittenDocument } from '#lib/documents/index.ts';
import { planDocument } from '../outputs/plan-document.ts';
import type { Composition } from './composition.ts';

/**
 * The plan as it stands: bases that were dropped stay out, a place that waits for words says so. Undone
 * duties nobody has decided on are told in an appendix, so that none is lost on the way.
 */
export function compositionDocument(
  { draft, bases, owed, paper, year }: Composition,
  office: OfficeFacts,
): WrittenDocument {
  const standing = bases.filter(({ dropped }) => !dropped);
  const document = planDocument({
    draft,
    office,
    code: null,
    date: null,
    bases: standing.map(({ text, doubt }) => (text === '' ? `[${doubt ?? ''}]` : text)),
  });
  const undecided = owed.filter(({ takenAs }) => takenAs === null);
  return {
    ...document,
    ...(paper ?? {}),
    ...(undecided.length > 0 && {
      appendices: [
        {
          title: `Nhiệm vụ năm ${String(year - 1)} chưa hoàn thành, chưa quyết định chuyển tiếp`,
          blocks: [
            {
              kind: 'table' as const,
              columns: [
                { head: 'TT', kind: 'ordinal' as const, width: 1 },
                { head: 'Đơn vị', kind: 'text' as const, width: 4 },
                { head: 'Nhiệm vụ', kind: 'text' as const, width: 8 },
                { head: 'Kỳ chưa làm', kind: 'text' as const, width: 5 },
              ],
              rows: undecided.map(({ unit, text, open }, at) => [
                String(at + 1),
                unit,
                text,
                open.join('; '),
              ]),
            },
          ],
        },
      ],
    }),
  };
}
