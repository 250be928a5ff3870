// Server door of the documents room: reading files, keeping documents.

export { whyNoRecognition } from './formats/ocr/ocr.server.ts';
export { readHeldFile, storeDocumentFile, type HeldFile } from './held-file.server.ts';
export { MOST_BYTES, readHere, type ReadOptions } from './read-file.server.ts';
export { answerConsultation, turnConsultations } from './consultations/answer.server.ts';
export {
  replyToComment,
  reviewComment,
  sendComment,
  writeDownComment,
} from './consultations/comments.server.ts';
export {
  listComments,
  readSender,
  type CommentSender,
  type ReviewedComment,
} from './consultations/queue.server.ts';
export {
  holdConsultation,
  prolongConsultation,
  withdrawConsultation,
} from './consultations/hold.server.ts';
export {
  getConsultation,
  listConsultations,
  listNeedyConsultations,
  type DeskConsultation,
} from './consultations/desk.server.ts';
export {
  findConsultationFile,
  findPublicConsultation,
  listConsultationNews,
  listConsultationsAbout,
  listPublicConsultations,
  type PublicComment,
  type PublicConsultation,
} from './consultations/read.server.ts';
export { getConsultationMark, type ConsultationSummary } from './consultations/summary.server.ts';
export { readConsultationTerms } from './consultations/terms.server.ts';
export { findPublicCited } from './public/cited.server.ts';
export {
  publishDocument,
  PublishDocument,
  unpublishDocument,
  UnpublishDocument,
} from './public/publish.server.ts';
export {
  findPublicDocument,
  findPublicDocumentFile,
  listPublicChoices,
  listPublicDocuments,
  listPublicNames,
  type PublicDocument,
  type PublicLink,
} from './public/read.server.ts';
export {
  correctDocument,
  discardEntry,
  getEntry,
  receiveDocument,
  registerByHand,
  registerEntry,
  replaceReading,
} from './register/entries.server.ts';
export {
  directions,
  type Direction,
  type EntryFacts,
  type RegisterEntry,
} from './register/entry.ts';
export { takeInDocument, takeInPasted, type IncomingDocument } from './register/intake.server.ts';
export {
  findCited,
  listLinks,
  listUnknown,
  type KnownReference,
  type LinkRow,
  type UnknownDocument,
} from './register/citations.server.ts';
export { listEntries, listFields, type EntrySummary } from './register/list.server.ts';
export { readKnown, readValidity } from './register/states.server.ts';
export { cancelNumber, linkToRegister, startSeries, takeNumber } from './outgoing/number.server.ts';
export {
  findNumberOf,
  getOutgoing,
  listOutgoing,
  listSeries,
  type OutgoingFilter,
  type OutgoingLine,
  type Series,
} from './outgoing/list.server.ts';
export {
  refuseUnproven,
  takeInSignedCopy,
  type SentFile,
  type SignedPage,
} from './outgoing/signed-copy.server.ts';
export { documentsOutsideRegister, registerConfirmed } from './register/confirmed.server.ts';
export { endIssued, registerIssued, type IssuedDocument } from './register/issued.server.ts';
export { readPaperSetting, setPaperSetting } from './writing/paper-setting.server.ts';
export { readDocumentFile } from './reader.server.ts';
export { findDocumentByText, listDocumentsByCode, registerDocument } from './register.server.ts';
export type { RegisterableReading, RegisteredDocument } from './register.server.ts';
export { answerDocument, paperFileOf, type PaperFormat } from './writing/answer-document.server.ts';
export { answerPaperTables } from './writing/answer-tables.server.ts';
export { getDocumentLayout } from './writing/layout.server.ts';
export { readPaperPictures } from './writing/paper-pictures.server.ts';
export { writeDocx } from './writing/write-docx.server.ts';
export { writePdf } from './writing/write-pdf.server.ts';
import './consultations/upkeep.server.ts';
