// Which tables a statement touches, read off its text: what a page was made of and what a change altered
// is found out by the transaction itself, so that no use case can forget to say it.

export interface Touched {
  readonly reads: readonly string[];
  readonly writes: readonly string[];
}

const READ = /\b(?:from|join)\s+(?:only\s+)?"?([a-z_][a-z0-9_]*)"?(\s*\()?/gi;
const WRITE = /\b(?:insert\s+into|update|delete\s+from)\s+(?:only\s+)?"?([a-z_][a-z0-9_]*)"?/gi;
/** What a security-definer function reads or writes in the place of its caller. */
const BEHIND: Readonly<Record<string, string>> = {
  search_look: 'search_entry',
  search_newest: 'search_entry',
  search_left: 'search_entry',
  search_put: 'search_entry',
  search_titles: 'search_entry',
  search_drop: 'search_entry',
};
const CALL = /\b(search_put|search_drop)\s*\(/gi;
/** `extract(day FROM month)`, `FOR UPDATE SET`, `DO UPDATE SET`: key words that name no table. */
const NO_TABLE = new Set([
  'set',
  'nowait',
  'skip',
  'of',
  'unnest',
  'generate_series',
  'jsonb_each',
]);

/**
 * Tables named by one statement; names of common table expressions and columns after `FROM` inside a
 * function may come along, which costs at most a page made once too often.
 */
export function tablesOf(sql: string): Touched {
  const writes = new Set<string>();
  const reads = new Set<string>();
  for (const [, name = ''] of sql.matchAll(WRITE)) add(writes, name);
  for (const [, name = ''] of sql.matchAll(CALL)) add(writes, BEHIND[name.toLowerCase()] ?? name);
  for (const [, name = ''] of sql.matchAll(READ)) {
    const table = name.toLowerCase();
    if (!writes.has(table)) add(reads, BEHIND[table] ?? table);
  }
  return { reads: [...reads], writes: [...writes] };
}

function add(names: Set<string>, name: string): void {
  const table = name.toLowerCase();
  if (!NO_TABLE.has(table)) names.add(table);
}
