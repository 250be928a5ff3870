// The document's text as lines to draw, cut where clauses and findings begin and end, so that each
// piece knows what cites it.
/** A place in the text: UTF-16 units, end exclusive. */
type Span = readonly [start: number, end: number];

export interface SourceMark {
  readonly key: string;
  readonly span: Span;
}

export interface SourcePiece {
  readonly text: string;
  /** Clauses that cite it, the closest around it first. */
  readonly clauses: readonly string[];
  readonly findings: readonly string[];
  /** Clauses and findings that begin here. */
  readonly opens: readonly string[];
}

/**
 * How a line is set: `head` centred capitals, `centre` short lines of the document's head, `part` a
 * Roman-numbered part, `point` a numbered head.
 */
export type LineLook = 'head' | 'centre' | 'part' | 'point' | 'dash' | 'plain';

export interface SourceLine {
  readonly look: LineLook;
  readonly pieces: readonly SourcePiece[];
}

const PART = /^\s*(?:[IVX]+|[A-H])[.)]\s+\S/u;
const POINT = /^\s*(?:\d+(?:\.\d+)*|[a-zđ])[.)]\s*\S/u;
const DASH = /^\s*[-–+•*]\s*\S/u;
/** A centred head is short and has no small letter. */
const HEAD_LENGTH = 90;
const CENTRED_LENGTH = 75;

export function sourceLines(
  text: string,
  clauses: readonly SourceMark[],
  findings: readonly SourceMark[],
): SourceLine[] {
  const inner = clauses.toSorted((a, b) => length(a.span) - length(b.span));
  const edges = edgesOf([...clauses, ...findings]);
  const lines: SourceLine[] = [];
  let start = 0;
  // Up to the first numbered part: names, number, place and title stand in the middle.
  let inHead = true;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    if (line.trim() !== '') {
      const cuts = [start, ...edges.filter((edge) => edge > start && edge < end), end];
      const pieces = cuts.slice(1).map((to, index): SourcePiece => {
        const from = cuts[index] ?? start;
        const here = ({ span }: SourceMark) => span[0] < to && from < span[1];
        return {
          text: text.slice(from, to),
          clauses: inner.filter(here).map((mark) => mark.key),
          findings: findings.filter(here).map((mark) => mark.key),
          opens: [...inner, ...findings]
            .filter(({ span }) => span[0] >= from && span[0] < to)
            .map((mark) => mark.key),
        };
      });
      const look = lookOf(line);
      inHead &&= look !== 'part' && look !== 'point';
      const isCentred = inHead && look === 'plain' && line.trim().length <= CENTRED_LENGTH;
      lines.push({ look: isCentred ? 'centre' : look, pieces });
    }
    start = end + 1;
  }
  return lines;
}

function edgesOf(marks: readonly SourceMark[]): number[] {
  return [...new Set(marks.flatMap(({ span }) => [...span]))].sort((a, b) => a - b);
}

function length(span: Span): number {
  return span[1] - span[0];
}

function lookOf(line: string): LineLook {
  if (PART.test(line)) return 'part';
  if (POINT.test(line)) return 'point';
  if (DASH.test(line)) return 'dash';
  const small = /\p{Ll}/u.test(line);
  return !small && line.trim().length <= HEAD_LENGTH && /\p{Lu}/u.test(line) ? 'head' : 'plain';
}
