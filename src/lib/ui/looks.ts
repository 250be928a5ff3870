/** Words for how things look and what they mean, with the drawing and text that go with each. */
import type { IconName } from './icons.ts';

/** One primary button a page; danger only for what can't be undone. */
export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

/** What a message or a tag says, apart from its words. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

export const TONE_ICONS: Record<Tone, IconName> = {
  neutral: 'info',
  info: 'info',
  success: 'check-circle',
  warning: 'warning',
  danger: 'danger',
};

/** Where an act of publicity stands, from "nobody set it" to "done and proven". */
export const STATES = ['unset', 'planned', 'done', 'evidenced', 'missing'] as const;
export type State = (typeof STATES)[number];

/** The words shown for each state. */
export const STATE_LABELS: Record<State, string> = {
  unset: 'Chưa đặt',
  planned: 'Đã đặt lịch',
  done: 'Đã làm, chưa đủ minh chứng',
  evidenced: 'Đã làm, có minh chứng',
  missing: 'Quá hạn, chưa làm',
};
