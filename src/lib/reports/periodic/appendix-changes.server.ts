// Whether the appendices made from the acts themselves still say what they said when the report was drafted
// or last brought up to date: lists, matrix, charts, photographs.
import { canonicalText } from '#lib/platform/index.ts';
import { sha256Hex } from '#lib/platform/index.server.ts';
import { listAppendices, type WrittenAppendix } from './appendix-lists.ts';
import type { ReportContent } from './content.ts';
import type { ReportFacts } from './facts.ts';

export interface AppendixChange {
  /** A list in the report's own words, or an appendix. */
  readonly of: 'words' | 'appendix';
  readonly title: string;
  /** Rows that came and rows that went, each as its words; none where only their order or a picture changed. */
  readonly added: readonly string[];
  readonly gone: readonly string[];
}

/** A digest for every appendix, by its title. */
export function appendixDigests(facts: ReportFacts): Record<string, string> {
  return digestsOf(settledAppendices(facts));
}

/**
 * Appendices that would say something else now.
 * @param drafted what stood at the report's own event; its words are today's, so digests decide
 */
export function changedAppendices(
  { appendixDigests: kept }: Pick<ReportContent, 'appendixDigests'>,
  drafted: ReportFacts,
  now: ReportFacts,
): AppendixChange[] {
  const before = settledAppendices(drafted);
  const after = settledAppendices(now);
  const digestBefore = kept ?? digestsOf(before);
  const digestAfter = digestsOf(after);
  const titles = new Set([...Object.keys(digestBefore), ...Object.keys(digestAfter)]);
  return [...titles].flatMap((title) => {
    if (digestBefore[title] === digestAfter[title]) return [];
    const was = rowsOf(before.find((one) => one.title === title));
    const is = rowsOf(after.find((one) => one.title === title));
    return [{ of: 'appendix' as const, title, added: without(is, was), gone: without(was, is) }];
  });
}

/**
 * Appendices by what was recorded: a photograph counts as soon as it was sent, whether or not a job has
 * made its web size yet. Otherwise a report would change while nobody did anything.
 */
function settledAppendices(facts: ReportFacts): WrittenAppendix[] {
  const sent = facts.source.acts.flatMap(({ evidence }) => evidence.map(({ sha256 }) => sha256));
  return listAppendices({ ...facts, pictures: new Map(sent.map((sha256) => [sha256, sha256])) });
}

function digestsOf(appendices: readonly WrittenAppendix[]): Record<string, string> {
  return Object.fromEntries(
    appendices.map(({ title, blocks }) => [title, sha256Hex(canonicalText(blocks))]),
  );
}

const NOTHING = new Set(['', '–']);

/** Rows as their words, without their place in the list, which moves when one comes before them. */
function rowsOf(appendix: WrittenAppendix | undefined): string[] {
  return (appendix?.blocks ?? []).flatMap((block) => {
    if (block.kind === 'photographs') return block.items.map(({ caption }) => caption);
    if (block.kind !== 'table') return [];
    return block.rows.map((row) => {
      const cells = row.flatMap((cell, at): string[] => {
        const column = block.columns[at];
        if (column?.kind === 'ordinal' || NOTHING.has(cell)) return [];
        // A number says nothing without its column.
        return [column?.kind === 'number' ? `${column.head} ${cell}` : cell];
      });
      return cells.join(' · ');
    });
  });
}

function without(rows: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return rows.filter((row) => !known.has(row));
}
