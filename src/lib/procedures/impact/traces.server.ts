// Where procedures stand in this room beside their own page: on sheets, in the commune's own words and
// forms, with those who answer the telephone. Looked up each time, never kept.
import { listHotlines, type Tx } from '#lib/platform/index.server.ts';
import { readPrintedTelephones, readSheets } from '../boards/boards.server.ts';
import { readCurrentGuides } from '../guide/read-guides.server.ts';
import { requireCan } from '../permissions.ts';
import { hotlinesOf, type LineReason } from './touched-hotlines.ts';

export interface TouchedSheet {
  readonly id: string;
  readonly shortCode: string;
  readonly board: string;
  readonly boardId: string;
  /** False for one that is printed and waits: it isn't to be hung any more. */
  readonly isPosted: boolean;
  /** The number on it where another one would be printed now; null where it still holds. */
  readonly oldTelephone: string | null;
}

export interface TouchedHotline {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  /** Who answers, a position. */
  readonly owner: string;
  readonly reason: LineReason;
}

export interface Traces {
  readonly sheets: readonly TouchedSheet[];
  /** The commune explains it in its own words, which may not hold any more. */
  readonly hasGuide: boolean;
  /** Forms to take away, which may not be the ones wanted any more. */
  readonly forms: number;
  /** Who answers for it on the telephone and has to know. */
  readonly hotlines: readonly TouchedHotline[];
}

export const noTraces: Traces = { sheets: [], hasGuide: false, forms: 0, hotlines: [] };

/**
 * Traces by code.
 * @throws LoaError `access.denied`
 */
export async function readTraces(
  tx: Tx,
  procedures: readonly { readonly code: string; readonly title: string; readonly field: string }[],
): Promise<Map<string, Traces>> {
  requireCan(tx.actor, 'procedure.see-changes', {});
  const codes = new Set(procedures.map(({ code }) => code));
  const sheets = Map.groupBy(await readTouchedSheets(tx, codes), ({ code }) => code);
  const forms = await countForms(tx, [...codes]);
  const guides = await readCurrentGuides(tx);
  const hotlines = await listHotlines(tx);
  return new Map(
    procedures.map(({ code, title, field }) => {
      const guide = guides.get(code);
      const named = hotlines.find(({ id }) => id === guide?.hotline) ?? hotlines[0];
      const concerned = hotlinesOf({ title, field, hotline: named?.id ?? '' }, hotlines);
      return [
        code,
        {
          sheets: (sheets.get(code) ?? []).map(({ code: _code, ...sheet }) => sheet),
          hasGuide: guide !== undefined,
          forms: forms.get(code) ?? 0,
          hotlines: hotlines.flatMap(({ id, name, number, owner }) => {
            const reason = concerned.get(id);
            return reason ? [{ id, name, number, owner, reason }] : [];
          }),
        },
      ];
    }),
  );
}

async function readTouchedSheets(
  tx: Tx,
  codes: ReadonlySet<string>,
): Promise<(TouchedSheet & { readonly code: string })[]> {
  const sheets = (await readSheets(tx)).filter(({ code }) => codes.has(code));
  if (sheets.length === 0) return [];
  const boards = await tx.db.selectFrom('board').select(['id', 'name']).execute();
  const names = new Map(boards.map(({ id, name }) => [id, name]));
  const telephoneOf = await readPrintedTelephones(tx);
  return sheets.map(({ id, shortCode, code, boardId, postedAt, telephone }) => ({
    ...{ id, code, shortCode, boardId },
    board: names.get(boardId) ?? '',
    isPosted: postedAt !== null,
    oldTelephone: telephone === telephoneOf(code) ? null : telephone,
  }));
}

async function countForms(tx: Tx, codes: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.db
    .selectFrom('procedure_form')
    .select((eb) => ['code', eb.fn.countAll<string>().as('forms')])
    .where('code', '=', (eb) => eb.fn.any(eb.val([...codes])))
    .where('removed_at', 'is', null)
    .groupBy('code')
    .execute();
  return new Map(rows.map((row) => [row.code, Number(row.forms)]));
}
