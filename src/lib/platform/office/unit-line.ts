// The line of units that followed one another: who came after a unit, and whose work it took over.

/** A unit with the one that took its place, where one did. */
export interface UnitLink {
  readonly id: string;
  readonly successorId: string | null;
}

/** Ids of the units that took this one's place, the nearest first. */
export function successorsOf(units: readonly UnitLink[], id: string): string[] {
  const next = new Map(units.map((unit) => [unit.id, unit.successorId]));
  const line: string[] = [];
  let at = next.get(id) ?? null;
  // A circle can't come about by use; a mistake in the rows must not hang a page.
  while (at !== null && at !== id && !line.includes(at)) {
    line.push(at);
    at = next.get(at) ?? null;
  }
  return line;
}

/** Ids of the units whose place this one took, over any number of steps; several may have merged. */
export function predecessorsOf(units: readonly UnitLink[], id: string): string[] {
  return units
    .filter((unit) => unit.id !== id && successorsOf(units, unit.id).includes(id))
    .map((unit) => unit.id);
}
