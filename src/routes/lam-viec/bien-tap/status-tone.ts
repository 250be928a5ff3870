// How a step of an article looks.
import type { EditionStatus } from '#lib/platform/index.ts';
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
