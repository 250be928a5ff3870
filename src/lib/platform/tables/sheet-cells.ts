// A workbook as it was read: sheets, rows with the numbers Excel shows beside them, cells as text. Pure.

/** `number`: a cell typed as a figure, whose zeros at the end Excel has thrown away. */
export type SheetCellKind = 'text' | 'number' | 'date' | 'error';

export interface SheetCell {
  /** As a person reads it; a day as dd/mm/yyyy, an error as `#REF!`, empty where there is nothing. */
  readonly text: string;
  readonly kind: SheetCellKind;
}

export interface SheetRow {
  /** Counted from 1, as Excel shows it. */
  readonly number: number;
  readonly cells: readonly SheetCell[];
}

/** One visible sheet with its visible rows that have anything in them. */
export interface SheetCells {
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

/** `0` → `A`, `26` → `AA`. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest > 0 ? columnLetters(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
}
