// The figures of a draft under the names that its words call them by.
import type { FigureReference } from '../figures/reference.ts';
import type { LiveReference, ReportFigure } from './content.ts';

type CellReference = Extract<LiveReference, { of: 'cells' }>;
type OccurrenceReference = Extract<LiveReference, { of: 'occurrences' }>;

/** Collects figures; each method gives back `{name}`, as it stands in a text. */
export class Figures {
  readonly #figures: Record<string, ReportFigure> = {};
  readonly #seq: number;

  /** @param seq the event up to which all of them stand */
  constructor(seq: number) {
    this.#seq = seq;
  }

  acts(name: string, reference: FigureReference, unit = ''): string {
    return this.#add(name, { of: 'acts', acts: reference }, unit);
  }

  cells(
    name: string,
    which: CellReference['which'],
    span: CellReference['span'],
    unit = '',
    channel?: string,
  ): string {
    const narrowed = channel === undefined ? {} : { channel };
    return this.#add(name, { of: 'cells', which, span, ...narrowed }, unit);
  }

  occurrences(
    name: string,
    which: OccurrenceReference['which'],
    unit = '',
    ofUnit?: string,
  ): string {
    const narrowed = ofUnit === undefined ? {} : { unit: ofUnit };
    return this.#add(name, { of: 'occurrences', which, ...narrowed }, unit);
  }

  all(): Record<string, ReportFigure> {
    return this.#figures;
  }

  #add(name: string, reference: LiveReference, unit: string): string {
    this.#figures[name] = { reference, unit, seq: this.#seq, override: null };
    return `{${name}}`;
  }
}

/** The name inside `{…}`. */
export function bare(placed: string): string {
  return placed.slice(1, -1);
}
