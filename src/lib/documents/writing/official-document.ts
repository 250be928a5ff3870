// An official document to be written: what an office says, not how it looks. The writers (PDF, Word)
// give it the form of Decree 30/2020/NĐ-CP; the schema is the type.
import { z } from 'zod';
import { MOST_SERIES } from '#lib/ui/index.ts';
import { DOCUMENT_TYPES } from '../document-types.ts';

const line = z.string().trim().min(1);

/** A piece of running text with its emphasis. */
const Run = z.strictObject({
  text: z.string(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
});
/** Plain text, or text in pieces. */
const RichText = z.union([z.string(), z.array(Run)]);
export type RichText = z.infer<typeof RichText>;

/** The words without their emphasis. */
export function richWords(text: RichText): string {
  return typeof text === 'string' ? text : text.map((run) => run.text).join('');
}

/** A heading's level, as article 9 of the decree names the parts of a text. */
export const HEADING_LEVELS = ['part', 'chapter', 'section', 'article', 'clause', 'point'] as const;
export type HeadingLevel = (typeof HEADING_LEVELS)[number];

/**
 * A heading. Its number is counted by the writer ("Phần I", "Chương II", "Mục 1", "Điều 3", "1.", "a)");
 * `roman` is the heading of reports and plans ("I. KẾT QUẢ").
 */
const Heading = z.strictObject({
  kind: z.literal('heading'),
  level: z.enum([...HEADING_LEVELS, 'roman']),
  text: line,
});

/** How deep a list may stand in lists. */
export const MOST_DEPTH = 5;

/** One thing of a list: with a dash, or with the number it bears; below another one where it is deeper. */
const ListItem = z.strictObject({
  text: RichText,
  depth: z.int().min(0).max(MOST_DEPTH),
  number: z.int().min(0).optional(),
});
export type ListItem = z.infer<typeof ListItem>;

const List = z.strictObject({
  kind: z.literal('list'),
  /** Bare words are an item with a dash at the margin. */
  items: z.array(z.union([RichText, ListItem])).min(1),
});
export type WrittenList = z.infer<typeof List>;

const Column = z.strictObject({
  head: z.string(),
  /** Numbers and dates stand right and centred, and stay numbers in a sheet. */
  kind: z.enum(['text', 'number', 'percent', 'date', 'ordinal']),
  /** Share of the table's width, relative to the other columns. */
  width: z.number().positive().optional(),
});
export type WrittenColumn = z.infer<typeof Column>;

const WrittenTable = z.strictObject({
  kind: z.literal('table'),
  caption: z.string().optional(),
  unit: z.string().optional(),
  columns: z.array(Column).min(1),
  /** Each row has one cell a column; an empty cell is "". */
  rows: z.array(z.array(z.string())),
  /** Bold closing row, such as a sum. */
  total: z.array(z.string()).optional(),
});
export type WrittenTable = z.infer<typeof WrittenTable>;

const Figure = z.strictObject({
  kind: z.literal('figure'),
  /** Name of the picture among the files given to the writer (png, jpg or svg). */
  file: z.string().regex(/^[\w-]+\.(?:png|jpe?g|svg)$/),
  /** What the picture shows, for those who don't see it. */
  alt: line,
  caption: z.string().optional(),
  /** Share of the text's width. */
  width: z.number().positive().max(1).optional(),
});

const Photographs = z.strictObject({
  kind: z.literal('photographs'),
  /** Two stand side by side. */
  items: z
    .array(
      z.strictObject({
        /** Hash of the stored picture in its web size. */
        picture: z.string().regex(/^[0-9a-f]{64}$/),
        caption: line,
      }),
    )
    .min(1),
});
export type Photograph = z.infer<typeof Photographs>['items'][number];

/** Drawn by the writer, with its figures as a table below. */
const DrawnChart = z.strictObject({
  kind: z.literal('chart'),
  /** What the labels are: "Tháng". */
  labelHead: line,
  chart: z.strictObject({
    kind: z.enum(['bars', 'stack', 'lines']),
    id: z.string().regex(/^[a-z][a-z-]*$/),
    title: line,
    unit: line,
    labels: z.array(z.string()).min(1),
    series: z
      .array(z.strictObject({ name: line, values: z.array(z.number().nullable()) }))
      .min(1)
      .max(MOST_SERIES),
  }),
});
export type DrawnChart = z.infer<typeof DrawnChart>;

export const Block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), text: RichText }),
  Heading,
  List,
  WrittenTable,
  Figure,
  Photographs,
  DrawnChart,
]);
export type Block = z.infer<typeof Block>;

/** Whose authority a signature carries: Decree 30/2020/NĐ-CP, appendix I, II.7. */
export const SIGNING_FOR = ['TM.', 'KT.', 'TL.', 'TUQ.', 'Q.'] as const;

export const Signatory = z.strictObject({
  /** `{ mark: 'TM.', of: 'ỦY BAN NHÂN DÂN' }` before the signer's own title. */
  onBehalf: z.strictObject({ mark: z.enum(SIGNING_FOR), of: line }).optional(),
  /** Whom a deputy signs for: "CHỦ TỊCH" after KT., below the collective. */
  inPlaceOf: line.optional(),
  title: line,
  /** Left out until known: the room above it stays for the signature. */
  name: z.string().optional(),
});

export type Signatory = z.infer<typeof Signatory>;

const Appendix = z.strictObject({
  title: line,
  landscape: z.boolean().optional(),
  blocks: z.array(Block),
});

/** An administrative document as it is to be written. */
export const WrittenDocument = z
  .strictObject({
    type: z.enum(DOCUMENT_TYPES.map((each) => each.type)),
    /** Superior body, in the letters it is to be written in; none for the highest. */
    superior: z.string().optional(),
    issuer: line,
    /** "15/BC-UBND"; without it the number's place stays blank before `symbol`. */
    code: z.string().optional(),
    symbol: z.string().optional(),
    place: line,
    date: z.iso.date().nullable(),
    /** What it is about: below the type's name, or after "V/v" in a letter. */
    about: line,
    urgency: z.enum(['KHẨN', 'THƯỢNG KHẨN', 'HỎA TỐC']).optional(),
    /** "LƯU HÀNH NỘI BỘ" and the like. */
    circulation: z.string().optional(),
    to: z.array(line).optional(),
    bases: z.array(line).optional(),
    blocks: z.array(Block),
    recipients: z.array(line),
    signatory: Signatory,
    /** Signs beside the first, such as the clerk of a meeting's minutes (left). */
    coSignatory: Signatory.optional(),
    appendices: z.array(Appendix).optional(),
    draft: z.boolean().optional(),
    demonstration: z.boolean().optional(),
  })
  .superRefine((document, check) => {
    const all = [...document.blocks, ...(document.appendices ?? []).flatMap((each) => each.blocks)];
    for (const block of all) {
      if (block.kind !== 'table') continue;
      const rows = block.total ? [...block.rows, block.total] : block.rows;
      const uneven = rows.findIndex((row) => row.length !== block.columns.length);
      if (uneven < 0) continue;
      const message = `table “${block.caption ?? ''}”: row ${uneven + 1} has ${rows[uneven]?.length ?? 0} cells for ${block.columns.length} columns`;
      check.addIssue({ code: 'custom', message });
    }
  });
export type WrittenDocument = z.infer<typeof WrittenDocument>;
