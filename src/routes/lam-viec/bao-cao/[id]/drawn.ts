// A report's parts as the page draws them: words with numbers that lead to their lists.
import {
  cellText,
  piecesOf,
  sentence,
  type LiveValue,
  type ReportCell,
  type ReportContent,
  type ReportPart,
  type ReportTable,
} from '#lib/reports/index.ts';

export interface DrawnPiece {
  readonly words: string;
  /** The figure it is, which has a list of its own. */
  readonly figure: string | null;
  /** Written by a person in place of the counted number. */
  readonly overridden: boolean;
}

export type DrawnPart =
  | {
      readonly kind: 'text';
      readonly key: string;
      readonly pieces: readonly DrawnPiece[];
      readonly text: string;
      readonly asks: string;
      readonly judgement: boolean;
    }
  | { readonly kind: 'heading'; readonly key: string; readonly text: string }
  | {
      readonly kind: 'list';
      readonly key: string;
      readonly items: readonly (readonly DrawnPiece[])[];
    }
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
  const pieces = (text: string): DrawnPiece[] =>
    piecesOf(text, content.figures).map((piece) =>
      'words' in piece
        ? { words: piece.words, figure: null, overridden: false }
        : figurePiece(piece.figure, sentence(content, values, `{${piece.figure}}`)),
    );
  const figurePiece = (name: string, words: string): DrawnPiece => ({
    words,
    figure: name,
    overridden: (content.figures[name]?.override ?? null) !== null,
  });
  const cell = (one: ReportCell): DrawnPiece => {
    const words = cellText(content, values, one);
    if (typeof one === 'object' && 'figure' in one) return figurePiece(one.figure, words);
    return { words, figure: null, overridden: false };
  };
  const draw = (part: ReportPart): DrawnPart => {
    switch (part.kind) {
      case 'text':
        return { ...part, pieces: pieces(part.text) };
      case 'heading':
        return part;
      case 'list':
        return { ...part, items: part.items.map(pieces) };
      case 'table':
        return { ...part, rows: part.rows.map((row) => row.map(cell)) };
    }
  };
  return {
    sections: content.sections.map(({ heading, parts }) => ({ heading, parts: parts.map(draw) })),
    appendices: content.appendices.map(({ title, parts }) => ({ title, parts: parts.map(draw) })),
  };
}
