// An entry of the register, as use cases hand it on.
import type { Recognition } from '../document-reading.ts';
import type { DocumentDraft } from './draft.ts';

export const directions = ['incoming', 'own', 'cited'] as const;
export type Direction = (typeof directions)[number];

/** What a person says of an entry beside what was read. */
export interface EntryFacts {
  readonly direction: Direction;
  readonly arrivedOn: string | null;
  readonly field: string;
  readonly inForceOn: string | null;
  readonly expiresOn: string | null;
  readonly replacedBy: string | null;
}

export interface RegisterEntry extends EntryFacts {
  readonly id: string;
  readonly status: 'draft' | 'registered' | 'discarded';
  readonly version: number;
  readonly draft: DocumentDraft;
  /** The text that spans count in; `null` where there is none. */
  readonly text: string | null;
  readonly source: {
    readonly name: string;
    readonly sha256: string;
    readonly encoding: string | null;
    readonly confidence: number | null;
    /** How the letters of a scan were found; `null` where the file had text. */
    readonly recognition: Recognition | null;
  } | null;
  readonly code: string | null;
  readonly title: string;
  readonly issuedOn: string | null;
  readonly receivedAt: string;
  readonly registeredAt: string | null;
  /** Its name in the portal's addresses, once it had one. */
  readonly slug: string | null;
  readonly publishedAt: string | null;
  /** What the public reads, as canonical JSON; null while it isn't public. */
  readonly publicPaper: string | null;
  readonly publishesFile: boolean;
  readonly unpublishedReason: string | null;
}
