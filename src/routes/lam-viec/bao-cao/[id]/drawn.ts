// A report's parts as the page draws them: words with numbers that lead to their lists.
import { fitsMarkup, printMarkup, type RichText } from '#lib/platform/index.ts';
import {
  cellText,
  figureBeside,
  isBlank,
  piecesOf,
  sentence,
  type LiveValue,
  type ReportCell,
  type ReportContent,
  type ReportPart,
  type ReportTable,
} from '#lib/reports/index.ts';
import type { ReportReading } from '#lib/reports/index.server.ts';
import { mapLeaves, type RichNode } from '#lib/ui/index.ts';

export interface DrawnPiece {
  readonly words: string;
  /** The figure it is, which has a list of its own. */
  readonly figure: string | null;
  /** Written by a person in place of the counted number. */
  readonly overridden: boolean;
  /** Stands where a person notes something about the row, in its words or still without any. */
  readonly note: boolean;
}

export type DrawnPart =
  | {
      readonly kind: 'text';
      readonly key: string;
      /** The words with figures in them: `figure` nodes among the runs of a line. */
      readonly text: RichNode;
      readonly isBlank: boolean;
      readonly asks: string;
      readonly judgement: boolean;
    }
  | { readonly kind: 'heading'; readonly key: string; readonly text: string }
  | {
      readonly kind: 'table';
      readonly key: string;
      readonly caption: string;
      readonly columns: ReportTable['columns'];
      readonly rows: readonly (readonly DrawnPiece[])[];
    };

export interface DrawnReport {
  readonly sections: readonly { readonly heading: string; readonly parts: readonly DrawnPart[] }[];
  readonly appendices: readonly { readonly title: string; readonly parts: readonly DrawnPart[] }[];
}

export function drawReport(
  content: ReportContent,
  values: ReadonlyMap<string, LiveValue>,
): DrawnReport {
  const words = (leaf: RichNode): RichNode[] => {
    if (leaf.text === undefined) return [leaf];
    return piecesOf(leaf.text, content.figures).map((piece) => {
      if ('words' in piece) return { ...leaf, text: piece.words };
      const { words: shown, ...attrs } = figurePiece(
        piece.figure,
        sentence(content, values, `{${piece.figure}}`),
      );
      const { type: _, text: __, ...marked } = leaf;
      return { ...marked, type: 'figure', attrs: { ...attrs, words: shown } };
    });
  };
  const figurePiece = (name: string, words: string): DrawnPiece => ({
    words,
    figure: name,
    overridden: (content.figures[name]?.override ?? null) !== null,
    note: false,
  });
  const cell = (one: ReportCell, row: readonly ReportCell[]): DrawnPiece => {
    const words = cellText(content, values, one);
    if (typeof one === 'object' && 'note' in one) {
      return { words, figure: figureBeside(row) ?? null, overridden: false, note: true };
    }
    if (typeof one === 'object' && 'figure' in one) return figurePiece(one.figure, words);
    return { words, figure: null, overridden: false, note: false };
  };
  const draw = (part: ReportPart): DrawnPart => {
    switch (part.kind) {
      case 'text':
        return { ...part, text: mapLeaves(part.text, words), isBlank: isBlank(part.text) };
      case 'heading':
        return part;
      case 'table':
        return { ...part, rows: part.rows.map((row) => row.map((one) => cell(one, row))) };
    }
  };
  return {
    sections: content.sections.map(({ heading, parts }) => ({ heading, parts: parts.map(draw) })),
    appendices: content.appendices.map(({ title, parts }) => ({ title, parts: parts.map(draw) })),
  };
}

/** What came back with a refusal. */
export interface TypedPart {
  readonly json: string;
  readonly markup: string;
}

/** Name under which a browser keeps words that aren't saved yet. */
export function keepAs(id: string, key: string): string {
  return `bao-cao.${id}.${key}`;
}

/** What the editor begins with. */
export interface StartOfPart {
  readonly text: RichText;
  /** The same in light markup, for typing without script. */
  readonly markup: string;
  readonly fitsMarkup: boolean;
}

/** One place of the report to be written, with every figure it may hold; null where it has no words. */
export function partToEdit({ id, content, values }: ReportReading, key: string) {
  const parts = content.sections.flatMap((section) => section.parts);
  const part = parts.find((one) => one.key === key);
  if (part?.kind !== 'text') return null;
  const { text, judgement, asks } = part;
  return {
    key,
    label: judgement ? asks : 'Nội dung đoạn',
    start: { text, markup: printMarkup(text), fitsMarkup: fitsMarkup(text) },
    figures: Object.keys(content.figures).map((name) => ({
      name,
      words: sentence(content, values, `{${name}}`),
      href: `/lam-viec/bao-cao/${id}/so-lieu?ten=${encodeURIComponent(name)}`,
    })),
  };
}
