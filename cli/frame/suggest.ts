// The command somebody probably meant.

const FARTHEST = 3;

/** The nearest name by edits, or one that begins with what was typed; undefined if none is near. */
export function suggest(typed: string, names: readonly string[]): string | undefined {
  const beginning = names.find((name) => typed !== '' && name.startsWith(typed));
  const [nearest] = names
    .map((name) => ({ name, distance: editDistance(typed, name) }))
    .sort((a, b) => a.distance - b.distance);
  return nearest && nearest.distance <= FARTHEST ? nearest.name : beginning;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
