// Who issues a document, as the head of every document of the office says it.
import { capitalize } from '#lib/vietnam/index.ts';
import type { WrittenDocument } from './official-document.ts';

/** What is known of a commune; its row has it. */
export interface OfficeFacts {
  /** "xã Tiền Tiến" */
  readonly name: string;
  /** Bodies above it, nearest first. */
  readonly superiors: readonly string[];
  /** Set for a demonstration office, whose papers say so. */
  readonly demoDay: string | null;
}

type Head = Pick<WrittenDocument, 'superior' | 'issuer' | 'place' | 'signatory' | 'demonstration'>;

/** The People's Committee as issuer, its place, and its chairman signing for it (decree, II.7). */
export function officeHead({ name, superiors, demoDay }: OfficeFacts): Head {
  const [nearest] = superiors;
  return {
    ...(nearest ? { superior: `Ủy ban nhân dân ${nearest}` } : {}),
    issuer: `Ủy ban nhân dân ${name}`,
    place: capitalize(name.replace(/^(?:xã|phường|đặc khu|thị trấn)\s+/iu, '')),
    signatory: { onBehalf: { mark: 'TM.', of: 'Ủy ban nhân dân' }, title: 'Chủ tịch' },
    ...(demoDay === null ? {} : { demonstration: true }),
  };
}
