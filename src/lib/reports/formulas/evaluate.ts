// The value of a formula, with every figure it read. `null` is "không phát sinh": it adds nothing to a
// sum, and a product, quotient or percentage of it is itself nothing, never 0 % or 100 %.
import { reportError } from '../errors.ts';
import { resolveFigure, type Figure, type FigureSource } from '../figures/resolve.ts';
import type { Formula, Operator } from './parse.ts';

export interface FormulaResult {
  readonly value: number | null;
  /** Figures in the order they are written: each opens its list. */
  readonly figures: readonly Figure[];
}

/** @throws LoaError `formula.too-large` */
export function evaluateFormula(formula: Formula, source: FigureSource): FormulaResult {
  switch (formula.type) {
    case 'number':
      return { value: formula.value, figures: [] };
    case 'figure': {
      const figure = resolveFigure(formula.reference, source);
      return { value: figure.value, figures: [figure] };
    }
    case 'negative': {
      const { value, figures } = evaluateFormula(formula.of, source);
      return { value: value === null ? null : 0 - value, figures };
    }
    case 'operation': {
      const left = evaluateFormula(formula.left, source);
      const right = evaluateFormula(formula.right, source);
      const value = apply(formula.operator, left.value, right.value);
      if (value !== null && !Number.isFinite(value)) throw reportError('formula.too-large');
      return { value, figures: [...left.figures, ...right.figures] };
    }
  }
}

function apply(operator: Operator, left: number | null, right: number | null): number | null {
  if (operator === '+' || operator === '-') {
    if (left === null && right === null) return null;
    return operator === '+' ? (left ?? 0) + (right ?? 0) : (left ?? 0) - (right ?? 0);
  }
  if (left === null || right === null) return null;
  if (operator === '*') return left * right;
  if (right === 0) return null;
  return operator === '/' ? left / right : (left * 100) / right;
}
