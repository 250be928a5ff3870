// Options of the commands that read a file: what a person knows better than the file tells.
import { ENCODINGS, type Encoding } from '#lib/documents/index.ts';

/** For `parseArgs`. */
export const READ_OPTIONS = {
  json: { type: 'boolean', default: false },
  ocr: { type: 'boolean', default: false },
  encoding: { type: 'string' },
} as const;

export const READ_USAGE = `  --json            in toàn bộ kết quả dạng JSON
  --ocr             nhận dạng chữ nếu tệp là bản quét (cần tesseract-ocr, tesseract-ocr-vie, poppler-utils)
  --encoding BẢNG   buộc đọc theo bảng mã: ${ENCODINGS.join(', ')}
`;

/** The named encoding; undefined where none was named, `'unknown'` for one Loa doesn't know. */
export function encodingOf(named: string | undefined): Encoding | 'unknown' | undefined {
  if (named === undefined) return undefined;
  return ENCODINGS.find((encoding) => encoding === named.toLowerCase()) ?? 'unknown';
}
