// Slips of the key: a syllable nobody uses stands for the known one a single slip away.

/** The word and all strings with one of its letters left out: two words one slip apart share one. */
export function restsOf(word: string): string[] {
  return [
    ...new Set([word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))]),
  ];
}

/** Known syllables by what is left of them when a letter is missing. */
export class Slips {
  readonly #known: ReadonlyMap<string, number>;
  readonly #byRest = new Map<string, string[]>();

  /** @param known syllables with how often they occur */
  constructor(known: ReadonlyMap<string, number>) {
    this.#known = known;
    for (const word of known.keys()) {
      for (const rest of restsOf(word)) {
        const list = this.#byRest.get(rest);
        if (list) list.push(word);
        else this.#byRest.set(rest, [word]);
      }
    }
  }

  isKnown(word: string): boolean {
    return this.#known.has(word);
  }

  /** The known syllables one slip away (a letter too few, too many, wrong, two swapped), the commonest first. */
  near(word: string): string[] {
    if (word.length < 3 || /\d/.test(word)) return [];
    const found = new Set<string>();
    for (const rest of restsOf(word)) {
      for (const candidate of this.#byRest.get(rest) ?? []) found.add(candidate);
    }
    return [...found]
      .filter((candidate) => isOneSlip(word, candidate))
      .toSorted((one, other) => (this.#known.get(other) ?? 0) - (this.#known.get(one) ?? 0))
      .slice(0, 3);
  }
}

/** Whether a letter too few, too many or wrong, or two swapped, tell the words apart. */
export function isOneSlip(word: string, other: string): boolean {
  if (Math.abs(word.length - other.length) > 1) return false;
  const [short, long] = word.length < other.length ? [word, other] : [other, word];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return (
    short.slice(at + 1) === long.slice(at + 1) ||
    (swapped && short.slice(at + 2) === long.slice(at + 2))
  );
}
