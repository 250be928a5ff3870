// What reading a document returns: the contract that the command prints and others keep.
import type { Finding } from './findings.ts';
import type { PageLayout } from './formats/docx/layout.ts';
import type { DocumentFacts, ReadDocument } from './reading.ts';
import type { Reference } from './references.ts';
import type { Section } from './outline.ts';
import type { Clause, Span } from './spans.ts';
import type { DocumentTable } from './tables.ts';

export type DocumentFormat = 'txt' | 'docx' | 'pdf' | 'html' | 'md' | 'image';

/** Where a text came from. */
export interface DocumentSource {
  file: string;
  format: DocumentFormat;
  /** `utf-8`, `utf-16le`, `tcvn3`, `vni`, `windows-1258` … */
  encoding: string;
  /** How sure the encoding is, 0 to 1; below one half a person should look. */
  confidence: number;
  sha256: string;
  /** How the letters of a scan were found; `null` where the file had text. */
  recognition: Recognition | null;
}

/** Letters recognised from pictures of pages. */
export interface Recognition {
  engine: string;
  /** Sureness of the words, 0 to 1; below 0.8 a person should read it beside the scan. */
  confidence: number;
  pages: number;
  /** Words that the machine doubts, as places in the text. */
  unsure: Span[];
}

/** A document without its text and source, which an attachment shares with what it is attached to. */
export interface AttachedReading {
  document: DocumentFacts;
  sections: Section[];
  closing: Clause | null;
  /** Tables as rows of cells, in the order of the text. */
  tables: DocumentTable[];
  references: Reference[];
  attachments: AttachedReading[];
}

export interface DocumentReading extends AttachedReading {
  /** The whole text that was read; all spans are places in it. */
  text: string;
  source: DocumentSource;
  findings: Finding[];
}

/** A file that was read, with what the rules and the reading of plans need besides. */
export interface FileReading {
  text: string;
  source: DocumentSource;
  read: ReadDocument;
  /** Paper and fonts, for a Word file. */
  layout?: PageLayout;
}

/** The answer for people and programs, without the inner notes. */
export function toReading(
  { text, source, read }: FileReading,
  findings: Finding[],
): DocumentReading {
  return { text, source, ...withoutInner(read), findings };
}

function withoutInner({
  document,
  sections,
  closing,
  tables,
  references,
  attachments,
}: ReadDocument): AttachedReading {
  return {
    document,
    sections,
    closing,
    tables,
    references,
    attachments: attachments.map(withoutInner),
  };
}
