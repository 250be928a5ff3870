// Whether a photo's own day fits the act it is to prove. A camera's clock may be wrong, so this only tells.
import {
  daysBetween,
  formatDate,
  isPlainDate,
  toPlainDate,
  type PlainDate,
} from '#lib/vietnam/index.ts';

export interface PhotoDay {
  /** "14:05 ngày 28/06/2023" */
  readonly text: string;
  /** What is odd about it, for whoever looks at the evidence; empty where it fits. */
  readonly doubt: string;
}

/** A meeting may end after midnight, and a camera may stand in another zone. */
const SLACK_DAYS = 1;

/** @param takenAt `YYYY-MM-DDTHH:MM:SS` by the camera's own clock */
export function photoDay(takenAt: string, actDay: PlainDate): PhotoDay | undefined {
  const day = takenAt.slice(0, 10);
  if (!isPlainDate(day)) return undefined;
  const text = `${takenAt.slice(11, 16)} ngày ${formatDate(day)}`;
  const days = daysBetween(toPlainDate(actDay), day);
  if (Math.abs(days) <= SLACK_DAYS) return { text, doubt: '' };
  const side = days < 0 ? 'trước' : 'sau';
  return { text, doubt: `Chụp ${side} ngày hoạt động ${Math.abs(days)} ngày` };
}
