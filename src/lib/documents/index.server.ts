// Server door of the documents room: reading files, keeping documents.

export { whyNoRecognition } from './formats/ocr/ocr.server.ts';
export { MOST_BYTES, readHere, type ReadOptions } from './read-file.server.ts';
export { readDocumentFile } from './reader.server.ts';
export {
  digestOfText,
  findDocumentByText,
  listDocumentsByCode,
  registerDocument,
} from './register.server.ts';
export type { RegisterableReading, RegisteredDocument } from './register.server.ts';
export { getDocumentLayout } from './writing/layout.server.ts';
export { writeDocx } from './writing/write-docx.server.ts';
export { writePdf } from './writing/write-pdf.server.ts';
