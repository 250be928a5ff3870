// Door of the documents room: reading official documents. Pure; everything here may run in a browser.

export { checkDocument } from './checks/check-document.ts';
export { cleanText } from './clean.ts';
export { lastDay, plainDate, two } from './dates.ts';
export {
  toReading,
  type AttachedReading,
  type DocumentFormat,
  type DocumentReading,
  type DocumentSource,
  type FileReading,
} from './document-reading.ts';
export { DOCUMENT_TYPES } from './document-types.ts';
export { ENCODINGS, type Encoding } from './formats/decode.ts';
export { documentError } from './errors.ts';
export {
  FINDING_RULES,
  makeFinding,
  REGISTER_RULES,
  type Finding,
  type FindingRule,
  type Severity,
} from './findings.ts';
export { flat } from './flat.ts';
export { isBullet } from './marks.ts';
export type { OutlineNode, Section } from './outline.ts';
export { readDocumentText, type DocumentFacts, type ReadDocument } from './reading.ts';
export type { Reference } from './references.ts';
export { clauseAt, type Clause, type Span } from './spans.ts';
export { sure } from './sure.ts';
export type { DocumentTable } from './tables.ts';
export type { Signer } from './tail.ts';
export type { DocumentLayout } from './writing/layout.ts';
export {
  SIGNING_FOR,
  WrittenDocument,
  type Block,
  type RichText,
  type WrittenColumn,
  type WrittenTable,
} from './writing/official-document.ts';
export { toRoman } from './writing/numbering.ts';
