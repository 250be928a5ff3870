// Door of the documents room: reading official documents. Pure; everything here may run in a browser.

export { checkAgainstRegister } from './checks/against-register.ts';
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
  type Recognition,
} from './document-reading.ts';
export { CITED_TYPES, DOCUMENT_TYPES, type DocumentType } from './document-types.ts';
export { documentError } from './errors.ts';
export {
  FINDING_RULES,
  makeFinding,
  REGISTER_RULES,
  type Finding,
  type FindingRule,
  type Severity,
} from './findings.ts';
export { ENCODINGS, type Encoding } from './formats/decode.ts';
export {
  canWithDocuments,
  documentsPermissions,
  requireCan as requireWithDocuments,
} from './permissions.ts';
export {
  contentsOf,
  type ContentsEntry,
  issuerOf,
  publicDocumentUrl,
  publicPaperOf,
  type PublicPaper,
} from './public/paper.ts';
export type { DocumentPublishedData, DocumentUnpublishedData } from './register/events.ts';
export { codeKey, isSameDocument, joinCode, splitCode } from './register/codes.ts';
export { correctDraft } from './register/corrections.ts';
export {
  codeOf,
  emptyDraft,
  factNames,
  placesOf,
  type DocumentDraft,
  type DraftAttachment,
  type DraftReference,
  type DraftSection,
  type FactName,
} from './register/draft.ts';
export {
  drawGraph,
  NODE,
  type DrawnGraph,
  type GraphDocument,
  type GraphLink,
} from './register/graph.ts';
export { passiveNames, relationNames, relations, type Relation } from './register/relations.ts';
export {
  hasEnded,
  UNNAMED,
  validityInWords,
  validityNames,
  validityOn,
  type Validity,
  type ValidityState,
} from './register/validity.ts';
export {
  ANSWERED_DAYS,
  AnswerConsultation,
  asideNames,
  COMMENT_LENGTH,
  consultationUrl,
  daysLeft,
  earliestClose,
  HoldConsultation,
  needOf,
  mayStayShort,
  ProlongConsultation,
  ReplyToComment,
  ReviewComment,
  SendComment,
  sourceNames,
  stateNames,
  termOn,
  verdictNames,
  WithdrawConsultation,
  WriteDownComment,
  type CommentSource,
  type ConsultationState,
  type Verdict,
} from './consultations/consultation.ts';
export { consultationError } from './consultations/errors.ts';
export type { ConsultationAnsweredData, ConsultationOpenedData } from './consultations/events.ts';
export { flat } from './flat.ts';
export { isBullet } from './marks.ts';
export type { OutlineNode, Section } from './outline.ts';
export { readDocumentText, type DocumentFacts, type ReadDocument } from './reading.ts';
export type { Reference } from './references.ts';
export { sourceLines, type SourceLine, type SourceMark, type SourcePiece } from './source-lines.ts';
export { clauseAt, type Clause, type Span } from './spans.ts';
export { sure } from './sure.ts';
export type { DocumentTable } from './tables.ts';
export type { Signer } from './tail.ts';
export type { DocumentLayout } from './writing/layout.ts';
export { officeHead, type OfficeFacts } from './writing/office-head.ts';
export {
  SIGNING_FOR,
  WrittenDocument,
  type Block,
  type DrawnChart,
  type Photograph,
  type RichText,
  type WrittenColumn,
  type WrittenTable,
} from './writing/official-document.ts';
export { paperToNumber } from './outgoing/number-of-paper.ts';
export { CancelNumber, PaperToNumber, SeriesStart } from './outgoing/outgoing.ts';
export { authorityLines } from './writing/set-document.ts';
export {
  defaultPaper,
  PaperForm,
  paperFormValues,
  paperOf,
  PaperSetting,
} from './writing/paper-setting.ts';
export { paperText } from './writing/paper-text.ts';
export { paperTables } from './writing/paper-tables.ts';
export { photographsOf } from './writing/pictures.ts';
export { setItems } from './writing/list-items.ts';
export { numberHeadings } from './writing/numbering.ts';
export { blocksOfText } from './writing/rich-blocks.ts';
