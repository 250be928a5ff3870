// What a report says: words that a person may change, and figures that are never typed. A figure is a
// reference into the folds and the event up to which it stands; its value is always computed.
import { z } from 'zod';
import { PaperSetting } from '#lib/documents/index.ts';
import { richTextToPlain } from '#lib/platform/index.ts';
import { FigureReference } from '../figures/reference.ts';
import { isBlank, ReportWords, textOfItems } from './words.ts';

/** What a figure counts: acts, cells of the coverage matrix, or occurrences of duties. */
export const LiveReference = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('acts'), acts: FigureReference }),
  z.strictObject({
    of: z.literal('cells'),
    /** Scheduled; scheduled and done; scheduled, past and not done. */
    which: z.enum(['scheduled', 'reached', 'missing']),
    span: z.enum(['period', 'year']),
    channel: z.string().optional(),
  }),
  z.strictObject({
    of: z.literal('occurrences'),
    /** Of those due in the period. */
    which: z.enum(['due', 'done', 'late', 'overdue', 'unproven']),
    unit: z.string().optional(),
  }),
]);
export type LiveReference = z.infer<typeof LiveReference>;

const Override = z.strictObject({
  value: z.int().nonnegative(),
  reason: z.string().min(1),
});

export const ReportFigure = z.strictObject({
  reference: LiveReference,
  /** Word after the number ("hoạt động"); empty in tables. */
  unit: z.string(),
  /** Events up to this one are counted. */
  seq: z.int().nonnegative(),
  /** A person's number in its place, with the reason. */
  override: Override.nullable(),
});
export type ReportFigure = z.infer<typeof ReportFigure>;

const Cell = z.union([
  z.string(),
  z.strictObject({ figure: z.string() }),
  /** Per cent that the first is of the second. */
  z.strictObject({ share: z.tuple([z.string(), z.string()]) }),
  /** What a person notes about the row, by the name it is kept under. */
  z.strictObject({ note: z.string() }),
]);
export type ReportCell = z.infer<typeof Cell>;

const Text = z.strictObject({
  kind: z.literal('text'),
  key: z.string(),
  /** `{số hoạt động}` in a run stands for the figure of that name. */
  text: ReportWords,
  /** Only a person can say this: empty in the draft, asked for before the report is checked. */
  judgement: z.boolean(),
  asks: z.string(),
});
const Heading = z.strictObject({ kind: z.literal('heading'), key: z.string(), text: z.string() });
/** A list of a report drafted before there was an editor: words like others. */
const List = z
  .strictObject({
    kind: z.literal('list'),
    key: z.string(),
    items: z.array(z.string()).min(1),
  })
  .transform(({ key, items }): z.infer<typeof Text> => ({
    kind: 'text',
    key,
    text: textOfItems(items),
    judgement: false,
    asks: '',
  }));
const Table = z.strictObject({
  kind: z.literal('table'),
  key: z.string(),
  caption: z.string(),
  columns: z.array(
    z.strictObject({
      head: z.string(),
      kind: z.enum(['text', 'number', 'percent', 'date', 'ordinal']),
      width: z.number().positive(),
    }),
  ),
  rows: z.array(z.array(Cell)),
  total: z.array(Cell).optional(),
});
export const ReportPart = z.discriminatedUnion('kind', [Text, Heading, List, Table]);
export type ReportPart = z.infer<typeof ReportPart>;
export type ReportTable = z.infer<typeof Table>;

export const ReportContent = z.strictObject({
  sections: z.array(
    z.strictObject({ key: z.string(), heading: z.string(), parts: z.array(ReportPart) }),
  ),
  appendices: z.array(
    z.strictObject({ title: z.string(), landscape: z.boolean(), parts: z.array(ReportPart) }),
  ),
  figures: z.record(z.string(), ReportFigure),
  /** Notes about rows, by the names their cells give them; a row without one isn't in here. */
  notes: z.record(z.string(), z.string()).optional(),
  /** Recipients and signatory, where they are others than the office's usual ones. */
  paper: PaperSetting.optional(),
  /** What the appendix lists said then, as digests by title; reports drafted earlier have none. */
  appendixDigests: z.record(z.string(), z.string()).optional(),
  /** Appendix lists are made of the events up to this one. */
  seq: z.int().nonnegative(),
});
export type ReportContent = z.infer<typeof ReportContent>;

export const NOTHING = 'không phát sinh';

/** Pieces of a paragraph: words, and names of figures. A name nobody knows stays as it was typed. */
export function piecesOf(
  text: string,
  figures: ReportContent['figures'],
): ({ readonly words: string } | { readonly figure: string })[] {
  return text
    .split(/(\{[^{}]+\})/u)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const name = piece.startsWith('{') ? piece.slice(1, -1) : '';
      return Object.hasOwn(figures, name) ? { figure: name } : { words: piece };
    });
}

/** The parts that wait for a person's judgement. */
export function openJudgements(content: ReportContent): string[] {
  return content.sections.flatMap(({ parts }) =>
    parts.flatMap((part) =>
      part.kind === 'text' && part.judgement && isBlank(part.text) ? [part.asks] : [],
    ),
  );
}

/** Names of the figures that still stand somewhere: in words or in a table. */
export function usedFigures({ sections, appendices, figures }: ReportContent): Set<string> {
  const parts = [...sections, ...appendices].flatMap((each) => each.parts);
  const names = parts.flatMap((part): string[] => {
    if (part.kind === 'text') return figuresIn(richTextToPlain(part.text), figures);
    if (part.kind !== 'table') return [];
    return [...part.rows, part.total ?? []].flat().flatMap(figuresOfCell);
  });
  return new Set(names);
}

function figuresIn(words: string, figures: ReportContent['figures']): string[] {
  return piecesOf(words, figures).flatMap((piece) => ('figure' in piece ? [piece.figure] : []));
}

function figuresOfCell(cell: ReportCell): string[] {
  if (typeof cell === 'string' || 'note' in cell) return [];
  return 'share' in cell ? cell.share : [cell.figure];
}

/** A row of a table that a person may note something about. */
export interface NotedRow {
  /** The name its note is kept under. */
  readonly note: string;
  /** The table, and the row's own words: "Kết quả theo kênh", "Phát thanh". */
  readonly table: string;
  readonly row: string;
}

/** The row a figure stands in, where it has room for a note. */
export function notedRowOf(
  { sections, appendices }: ReportContent,
  figure: string,
): NotedRow | undefined {
  const places = [
    ...sections.flatMap(({ heading, parts }) => parts.map((part) => ({ title: heading, part }))),
    ...appendices.flatMap(({ title, parts }) => parts.map((part) => ({ title, part }))),
  ];
  for (const { title, part } of places) {
    if (part.kind !== 'table') continue;
    for (const row of part.rows) {
      const note = row.flatMap((cell) =>
        typeof cell === 'object' && 'note' in cell ? [cell.note] : [],
      )[0];
      if (note === undefined || !row.flatMap(figuresOfCell).includes(figure)) continue;
      const named = part.columns.findIndex(({ kind }) => kind === 'text');
      const words = row[named];
      return { note, table: title, row: typeof words === 'string' ? words : '' };
    }
  }
  return undefined;
}

/** A figure of the row that a note is about: the way to write it. */
export function figureBeside(row: readonly ReportCell[]): string | undefined {
  return row.flatMap(figuresOfCell)[0];
}
