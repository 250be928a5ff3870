// A search that a picker asks while somebody types: answers that come late don't overwrite newer ones.
import type { Find } from './pickers.ts';

export class PickerSearch<Thing> {
  words = $state('');
  /** Undefined until the first answer. */
  found = $state.raw<readonly Thing[]>();
  isAway = $state(false);
  readonly #find: () => Find<Thing> | undefined;

  constructor(find: () => Find<Thing> | undefined) {
    this.#find = find;
  }

  async ask(): Promise<void> {
    const asked = this.words;
    const settle = (found: readonly Thing[], isAway: boolean) => {
      if (asked === this.words) [this.found, this.isAway] = [found, isAway];
    };
    try {
      settle((await this.#find()?.(asked)) ?? [], false);
    } catch {
      settle([], true);
    }
  }
}
