// A report as the document the chairman signs.
import {
  blocksOfText,
  type Block,
  type PaperSetting,
  type WrittenDocument,
} from '#lib/documents/index.ts';
import { grouped } from '#lib/plans/index.ts';
import { capitalize } from '#lib/vietnam/index.ts';
import { periodInWords } from '../period.ts';
import { listAppendices } from './appendix-lists.ts';
import {
  piecesOf,
  usedFigures,
  type ReportCell,
  type ReportContent,
  type ReportPart,
} from './content.ts';
import type { ReportFacts } from './facts.ts';
import { figureInWords, shareInWords, type LiveValue } from './resolve.ts';
import { isBlank, mapRuns } from './words.ts';

export interface ReportHead {
  readonly superior: string | null;
  readonly place: string;
  readonly draft: boolean;
  readonly demonstration: boolean;
  /** What the office's documents say unless this one says otherwise. */
  readonly paper: PaperSetting;
}

export function writeReport(
  content: ReportContent,
  values: ReadonlyMap<string, LiveValue>,
  facts: ReportFacts,
  head: ReportHead,
): WrittenDocument {
  const blocks: Block[] = content.sections.flatMap(({ heading, parts }) => [
    { kind: 'heading' as const, level: 'roman' as const, text: heading },
    ...blocksOf(content, values, parts),
  ]);
  const figured = content.appendices
    .map(({ title, landscape, parts }) => ({
      title,
      landscape,
      blocks: blocksOf(content, values, parts),
    }))
    .filter((appendix) => appendix.blocks.length > 0);
  const overridden = overrides(content, values);
  const noted =
    overridden.length > 0
      ? [
          {
            title: 'Số do người lập báo cáo ghi (*)',
            landscape: false,
            blocks: [overriddenTable(overridden)],
          },
        ]
      : [];
  return {
    type: 'BC',
    ...(head.superior && { superior: head.superior }),
    issuer: facts.office,
    symbol: 'BC-UBND',
    place: head.place,
    date: null,
    about: `Kết quả công tác tuyên truyền ${periodInWords(facts.period)}`,
    blocks,
    ...(content.paper ?? head.paper),
    appendices: [...figured, ...noted, ...listAppendices(facts)],
    draft: head.draft,
    demonstration: head.demonstration,
  };
}

function blocksOf(
  content: ReportContent,
  values: ReadonlyMap<string, LiveValue>,
  parts: readonly ReportPart[],
): Block[] {
  const say = (text: string) => sentence(content, values, text);
  return parts.flatMap((part): Block[] => {
    switch (part.kind) {
      case 'text':
        if (!isBlank(part.text)) return blocksOfText(mapRuns(part.text, say));
        // A paragraph a person emptied is gone from the paper; one that waits for a person says so.
        return part.judgement ? [{ kind: 'paragraph', text: `[${part.asks}]` }] : [];
      case 'heading':
        return [{ kind: 'heading', level: 'clause', text: part.text }];
      case 'table': {
        const cells = (row: readonly ReportCell[]) =>
          row.map((cell) => cellText(content, values, cell));
        const { caption, columns, rows, total } = part;
        const closing = total ? { total: cells(total) } : {};
        return [{ kind: 'table', caption, columns, rows: rows.map(cells), ...closing }];
      }
    }
  });
}

/** A paragraph with its figures in place. */
export function sentence(
  content: ReportContent,
  values: ReadonlyMap<string, LiveValue>,
  text: string,
): string {
  return piecesOf(text, content.figures)
    .map((piece) => ('words' in piece ? piece.words : named(content, values, piece.figure)))
    .join('');
}

/** A cell; nothing counted is a dash in a table, whose note says "không phát sinh". */
export function cellText(
  content: ReportContent,
  values: ReadonlyMap<string, LiveValue>,
  cell: ReportCell,
): string {
  if (typeof cell === 'string') return cell;
  if ('note' in cell) return content.notes?.[cell.note] ?? '';
  if ('share' in cell)
    return shareInWords(
      numberOf(content, values, cell.share[0]),
      numberOf(content, values, cell.share[1]),
    );
  return numberOf(content, values, cell.figure) === null
    ? '–'
    : named(content, values, cell.figure);
}

function numberOf(
  { figures }: ReportContent,
  values: ReadonlyMap<string, LiveValue>,
  name: string,
): number | null {
  return figures[name]?.override?.value ?? values.get(name)?.value ?? null;
}

function named(
  { figures }: ReportContent,
  values: ReadonlyMap<string, LiveValue>,
  name: string,
): string {
  const figure = figures[name];
  return figure ? figureInWords(figure, values.get(name)?.value ?? null) : '';
}

/** Every number that a person wrote, the counted one beside it, and why. */
function overrides(content: ReportContent, values: ReadonlyMap<string, LiveValue>): string[][] {
  const used = usedFigures(content);
  return Object.entries(content.figures).flatMap(([name, { override, unit }]) => {
    if (!override || !used.has(name)) return [];
    const counted = values.get(name)?.value ?? null;
    return [
      [
        capitalize(name),
        unit,
        grouped(override.value),
        counted === null ? '–' : grouped(counted),
        override.reason,
      ],
    ];
  });
}

function overriddenTable(rows: readonly string[][]): Block {
  return {
    kind: 'table',
    columns: [
      { head: 'TT', kind: 'ordinal', width: 1 },
      { head: 'Số liệu', kind: 'text', width: 5 },
      { head: 'Đơn vị tính', kind: 'text', width: 2 },
      { head: 'Số ghi', kind: 'number', width: 2 },
      { head: 'Số theo dõi', kind: 'number', width: 2 },
      { head: 'Lý do', kind: 'text', width: 6 },
    ],
    rows: rows.map((row, at) => [String(at + 1), ...row]),
  };
}
