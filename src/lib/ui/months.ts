/**
 * Draws the states of a year's months as SVG paths, each state by its own shape: a dot (unset),
 * an empty ring (planned), a half-filled ring (done), a full disc (evidenced), a cross (missing).
 * Legible without colour, on paper, and at the size of a letter.
 */
import { STATES, type State } from './looks.ts';

/** Side of the square one month is drawn in. */
export const MARK = 12;

/** Everything one state draws: an outline to stroke, an area to fill. */
export type StatePath = { state: State; line: string; fill: string };

/** Paths of several months side by side, one entry for each state that occurs. */
export function drawMonths(months: readonly State[]): StatePath[] {
  return STATES.filter((state) => months.includes(state)).map((state) => {
    const centres = months.flatMap((month, i) => (month === state ? [MARK * i + MARK / 2] : []));
    return {
      state,
      line: centres.map((x) => drawLine(state, x)).join(''),
      fill: centres.map((x) => drawFill(state, x)).join(''),
    };
  });
}

function drawLine(state: State, x: number): string {
  const y = MARK / 2;
  if (state === 'planned' || state === 'done') return drawDisc(x, 3.7);
  if (state === 'missing') return `M${x - 3.2} ${y - 3.2}l6.4 6.4M${x + 3.2} ${y - 3.2}l-6.4 6.4`;
  return '';
}

function drawFill(state: State, x: number): string {
  if (state === 'unset') return drawDisc(x, 1.1);
  if (state === 'evidenced') return drawDisc(x, 4.4);
  if (state === 'done') return `M${x} ${MARK / 2 - 3.7}a3.7 3.7 0 0 0 0 7.4z`;
  return '';
}

function drawDisc(x: number, r: number): string {
  return `M${x - r} ${MARK / 2}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
}

const SHORT: Record<State, string> = {
  evidenced: 'có minh chứng',
  done: 'chưa minh chứng',
  missing: 'quá hạn',
  planned: 'đã đặt lịch',
  unset: 'chưa đặt',
};

/** How many of the months that were set have been done. */
export function countDone(months: readonly State[]): {
  done: number;
  set: number;
  missing: number;
} {
  const count = (...states: State[]) => months.filter((month) => states.includes(month)).length;
  return {
    done: count('done', 'evidenced'),
    set: months.length - count('unset'),
    missing: count('missing'),
  };
}

/** How many months stand in each state, in words; "chưa đặt" when nobody set any. */
export function summariseMonths(months: readonly State[]): string {
  const parts = (['evidenced', 'done', 'missing', 'planned'] as const)
    .map((state) => ({ state, count: months.filter((month) => month === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${SHORT[state]}`);
  return parts.length > 0 ? parts.join(', ') : SHORT.unset;
}
