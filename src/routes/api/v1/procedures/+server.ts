// Procedures in force, by field and name, one page at a time; each with its record as its source wrote it.
import { ApiProcedure, listOf } from '#lib/portal/index.ts';
import { procedureUrl, toExport, viewProcedure } from '#lib/procedures/index.ts';
import { readWholeRegister } from '#lib/procedures/index.server.ts';
import { answer, nextLink, pageOf } from '../answer.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url }) =>
  answer(
    listOf(ApiProcedure),
    async () => {
      const { total, items } = await locals.read((tx) => readWholeRegister(tx, pageOf(url)));
      return {
        total,
        items: items.map(({ version, record, origin }) => {
          const view = viewProcedure(record);
          return {
            code: version.code,
            suffix: record.suffix,
            title: record.title,
            field: version.field,
            audience: [...view.forWhom],
            effectiveFrom: version.effectiveFrom,
            decision: version.decision,
            term: view.term,
            fee: view.fee,
            result: view.result,
            papers: view.groups.flatMap(({ name, papers }) =>
              papers.map((paper) => ({ case: name, name: paper.name, counts: paper.counts })),
            ),
            record: toExport(record, origin),
            url: url.origin + procedureUrl(version.code),
          };
        }),
      };
    },
    ({ total }) => nextLink(url, total),
  );

export { preflight as OPTIONS, refuseSending as fallback } from '../answer.server.ts';
