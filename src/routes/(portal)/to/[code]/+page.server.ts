// A sheet is scanned: does it still hold, what has changed since, what holds now.
import { procedureUrl, showSheetCode } from '#lib/procedures/index.ts';
import { findSheet } from '#lib/procedures/index.server.ts';
import { vietnamDate } from '#lib/vietnam/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  locals.read(async (tx) => {
    const { sheet, state, procedure } = await findSheet(tx, params.code);
    const { version, history, record } = procedure;
    // Everything that took effect after what the sheet carries.
    const at = history.findIndex((one) => one.version.number === sheet.version);
    const since = at < 0 ? history : history.slice(0, at);
    return {
      shortCode: showSheetCode(sheet.shortCode),
      title: record.title,
      href: procedureUrl(sheet.code),
      state,
      isRemoved: sheet.removedAt !== null,
      printedOn: vietnamDate(sheet.printedAt),
      replacedOn: version.effectiveFrom,
      telephone: sheet.telephone,
      changes: since.map((one) => ({
        number: one.version.number,
        from: one.version.effectiveFrom,
        changes: one.changes.map(({ field, label, before, after }) => ({
          field,
          label,
          before,
          after,
        })),
      })),
    };
  });
