// Has the office look over what is being typed, a moment after the last key.
import type { LookedOver } from '#lib/newsroom/index.server.ts';

const MOMENT = 1_500;

export interface Watch {
  /** Of the newest words that were looked over; undefined before the first answer. */
  readonly looked: LookedOver | undefined;
  /** Something was typed or ticked. */
  readonly later: (form: HTMLFormElement | undefined) => void;
  /** Forgets what was looked over, and what is asked right now. */
  readonly end: () => void;
}

/** @param address which looks over the form it is sent, asked anew each time */
export function watchWriting(address: () => string): Watch {
  let looked = $state.raw<LookedOver>();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | undefined;

  async function ask(form: HTMLFormElement): Promise<void> {
    asking?.abort();
    asking = new AbortController();
    const body = new FormData(form);
    body.delete('files');
    try {
      const answer = await fetch(address(), { method: 'POST', body, signal: asking.signal });
      if (answer.ok) looked = (await answer.json()) as LookedOver;
    } catch {
      // Without a connection the last answer stands; saving checks again.
    }
  }

  return {
    get looked() {
      return looked;
    },
    later(form) {
      clearTimeout(waiting);
      if (form) waiting = setTimeout(() => void ask(form), MOMENT);
    },
    end() {
      clearTimeout(waiting);
      asking?.abort();
      looked = undefined;
    },
  };
}
