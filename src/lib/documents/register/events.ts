// The room's catalogue of events: ids, codes, days and digests only (ruling 11).
import type { Relation } from './relations.ts';

/** `document.received`: taken in for review; subject is the entry. */
export interface DocumentReceivedData {
  /** SHA-256 of the text that was read; `null` for one entered by hand or not yet recognised. */
  readonly digest: string | null;
  readonly findings: number;
}

/** `document.registered` and `document.amended`; subject is the entry. */
export interface DocumentRegisteredData {
  readonly code: string | null;
  readonly issued: string | null;
  readonly inForce: string | null;
  readonly expires: string | null;
  readonly direction: string;
  readonly links: number;
  /** SHA-256 of what was confirmed. */
  readonly digest: string;
}

/** `document.linked`: an earlier citation found its document; subject is the citing entry. */
export interface DocumentLinkedData {
  readonly target: string;
  readonly relation: Relation;
}

/** `document.published`: everybody may read it, under this name; subject is the entry. */
export interface DocumentPublishedData {
  readonly slug: string;
  /** Personal data was covered. */
  readonly masked: boolean;
  /** The file it came in is given out too. */
  readonly file: boolean;
  /** SHA-256 of the words as they went public. */
  readonly digest: string;
}

/** `document.unpublished`: put out by mistake or faulty, or merely no longer shown; subject is the entry. */
export interface DocumentUnpublishedData {
  readonly how: 'error' | 'withdrawn';
}
