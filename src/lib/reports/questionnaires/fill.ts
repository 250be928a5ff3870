// A form filled for a period: counted cells with the figures behind them, cells a person wrote, sums.
import { grouped } from '#lib/plans/index.ts';
import { inNumbers } from '#lib/ui/index.ts';
import { evaluateFormula } from '../formulas/evaluate.ts';
import type { Figure, FigureSource } from '../figures/resolve.ts';
import { NOTHING } from '../periodic/content.ts';
import type { QuestionnaireForm } from './form.ts';

/** What a person wrote into a cell, and who. */
export interface WrittenCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Position of who wrote it; empty where the account is gone. */
  readonly by: string;
  /** ISO UTC. */
  readonly at: string;
}

export type FilledCell =
  | {
      readonly kind: 'counted';
      readonly value: number | null;
      readonly isPercent: boolean;
      /** Each opens its list. */
      readonly figures: readonly Figure[];
    }
  | {
      readonly kind: 'written';
      readonly text: string;
      /** The number it is, where it is one. */
      readonly value: number | null;
      readonly by: string | null;
      readonly at: string | null;
    };

export interface FilledForm {
  readonly rows: readonly { readonly label: string; readonly cells: readonly FilledCell[] }[];
  /** By column; `null` where nothing is to be added. Absent without a row of sums. */
  readonly total: readonly (number | null)[] | null;
}

/** @throws LoaError `formula.too-large` */
export function fillForm(
  { rows, columns, cells, total }: QuestionnaireForm,
  source: FigureSource,
  written: readonly WrittenCell[],
): FilledForm {
  const filled = rows.map(({ label }, row) => ({
    label,
    cells: columns.map((_, column): FilledCell => {
      const formula = cells[row]?.[column] ?? null;
      if (formula === null) {
        const found = written.find((one) => one.row === row && one.column === column);
        const { text = '', by = null, at = null } = found ?? {};
        return { kind: 'written', text, value: numberIn(text), by, at };
      }
      const isPercent = formula.type === 'operation' && formula.operator === '%';
      return { kind: 'counted', isPercent, ...evaluateFormula(formula, source) };
    }),
  }));
  const sums = columns.map((_, column) => sumOf(filled.flatMap((row) => row.cells[column] ?? [])));
  return { rows: filled, total: total ? sums : null };
}

/** Shares are not added up; nothing to add is nothing. */
function sumOf(cells: readonly FilledCell[]): number | null {
  if (cells.some((cell) => cell.kind === 'counted' && cell.isPercent)) return null;
  const known = cells.flatMap(({ value }) => (value === null ? [] : [value]));
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : null;
}

/** "1.234,5" as a number; anything else is words. */
function numberIn(text: string): number | null {
  if (!/^-?(?:\d{1,3}(?:\.\d{3})+|\d{1,12})(?:,\d{1,4})?$/u.test(text)) return null;
  return Number(text.replaceAll('.', '').replace(',', '.'));
}

/** "82", "97,3%", "không phát sinh"; what a person wrote stands as it is. */
export function filledText(cell: FilledCell): string {
  if (cell.kind === 'written') return cell.text;
  if (cell.value === null) return NOTHING;
  if (cell.isPercent) return `${inNumbers(Math.round(cell.value * 10) / 10)}%`;
  return Number.isInteger(cell.value) ? grouped(cell.value) : inNumbers(cell.value);
}
