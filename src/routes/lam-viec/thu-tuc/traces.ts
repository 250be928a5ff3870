// How the desk shows where procedures stand.
import { showSheetCode } from '#lib/procedures/index.ts';

interface Sheet {
  readonly shortCode: string;
  readonly boardId: string;
}

/** A sheet with its number as it is printed, and its board's page. */
export function shownSheet<Given extends Sheet>(sheet: Given): Given & { readonly href: string } {
  return {
    ...sheet,
    shortCode: showSheetCode(sheet.shortCode),
    href: `/lam-viec/thu-tuc/bang/${sheet.boardId}`,
  };
}
