// How a step of an article looks.
import { STATUS_WORDS, type EditionStatus } from '#lib/platform/index.ts';
import type { Tone } from '#lib/ui/index.ts';

const TONES: Readonly<Record<EditionStatus, Tone>> = {
  draft: 'neutral',
  submitted: 'warning',
  approved: 'info',
  scheduled: 'info',
  published: 'success',
  superseded: 'neutral',
  withdrawn: 'danger',
};

export function statusTone(status: EditionStatus): Tone {
  return TONES[status];
}

/** The word for a step; what nobody approved doesn't say that somebody did. */
export function statusWord(status: EditionStatus, isForced: boolean): string {
  return isForced && status === 'approved' ? 'Chờ đăng' : STATUS_WORDS[status];
}
