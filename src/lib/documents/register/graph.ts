// Documents and their links as a drawing: one column for each year, older to the left, so that what a
// document rests on stands before it. Pure numbers; a component draws them.
import type { Relation } from './relations.ts';

export interface GraphDocument {
  readonly id: string;
  readonly label: string;
  /** Read aloud and shown when pointed at. */
  readonly title: string;
  readonly href: string | null;
  readonly issuedOn: string | null;
  readonly look: 'ended' | 'known' | 'unknown' | 'chosen';
}

export interface GraphLink {
  readonly from: string;
  readonly to: string;
  readonly relation: Relation;
}

export interface DrawnDocument extends GraphDocument {
  readonly x: number;
  readonly y: number;
}

export interface DrawnGraph {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly { readonly x: number; readonly label: string }[];
  readonly documents: readonly DrawnDocument[];
  readonly links: readonly (GraphLink & { readonly path: string })[];
}

export const NODE = { width: 168, height: 34 } as const;
const GAP = { x: 64, y: 16 } as const;
const TOP = 34;
const MARGIN = 8;

/** Places documents and links; links to documents that aren't given are left out. */
export function drawGraph(
  documents: readonly GraphDocument[],
  links: readonly GraphLink[],
): DrawnGraph {
  const years = [...new Set(documents.map(yearOf))].sort((a, b) => a.localeCompare(b));
  const columns = years.map((year, index) => ({
    x: MARGIN + index * (NODE.width + GAP.x),
    label: year === '' ? 'chưa rõ năm' : year,
  }));
  const drawn = years.flatMap((year, column) =>
    documents
      .filter((document) => yearOf(document) === year)
      .sort(
        (a, b) => (a.issuedOn ?? '').localeCompare(b.issuedOn ?? '') || a.id.localeCompare(b.id),
      )
      .map((document, row) => ({
        ...document,
        x: columns[column]?.x ?? 0,
        y: TOP + row * (NODE.height + GAP.y),
      })),
  );
  const byId = new Map(drawn.map((document) => [document.id, document]));
  const tallest = Math.max(0, ...drawn.map(({ y }) => y + NODE.height));
  return {
    width: MARGIN * 2 + Math.max(1, years.length) * (NODE.width + GAP.x) - GAP.x + 28,
    height: tallest + MARGIN,
    columns,
    documents: drawn,
    links: links.flatMap((link) => {
      const [from, to] = [byId.get(link.from), byId.get(link.to)];
      return from && to && from !== to ? [{ ...link, path: pathBetween(from, to) }] : [];
    }),
  };
}

function yearOf({ issuedOn }: GraphDocument): string {
  return issuedOn?.slice(0, 4) ?? '';
}

/** A curve from the side of one to the facing side of the other; within a column round the right side. */
function pathBetween(from: DrawnDocument, to: DrawnDocument): string {
  const [y1, y2] = [from.y + NODE.height / 2, to.y + NODE.height / 2];
  if (from.x === to.x) {
    const x = from.x + NODE.width;
    return `M${x} ${y1}C${x + 26} ${y1} ${x + 26} ${y2} ${x} ${y2}`;
  }
  const leftwards = to.x < from.x;
  const x1 = leftwards ? from.x : from.x + NODE.width;
  const x2 = leftwards ? to.x + NODE.width : to.x;
  const bend = (x2 - x1) / 2;
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}
