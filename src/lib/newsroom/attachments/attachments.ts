// Files under an article: which kinds, how many, and what is said of them.
import { z } from 'zod';
import { findFileKind, personalDataNames, sizeInWords } from '#lib/platform/index.ts';

/** Pictures belong to the library, which gives out sizes without what the camera wrote into them. */
export const ATTACHMENT_TYPES: readonly string[] = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/plain',
];
export const ATTACHMENT_BYTES = 20 * 1024 * 1024;
export const MOST_ATTACHMENTS = 12;
const TITLE_LENGTH = 200;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** As a revision keeps it: the file by its content, and what readers see it called. */
export const Attachment = z.strictObject({
  file: Sha256,
  title: z.string().min(1).max(TITLE_LENGTH),
});
export type Attachment = z.infer<typeof Attachment>;

/** Fields that the form of an article sends several times over. */
export const ATTACHMENT_FIELDS = ['attached', 'attached-title', 'detached'] as const;

/** The files that stay under the article: names stand in the order of the files. */
export const AttachmentFields = z.object({
  attached: z.array(Sha256).default([]),
  'attached-title': z.array(z.string()).default([]),
  detached: z.array(z.string()).default([]),
});

/** @returns what is attached, or what is wrong with it in words for the editor */
export function attachmentsOf(fields: z.output<typeof AttachmentFields>): Attachment[] | string {
  const { attached, 'attached-title': titles, detached } = fields;
  const kept = attached
    .map((file, index) => ({ file, title: titles[index] ?? '' }))
    .filter(({ file }, index) => !detached.includes(file) && attached.indexOf(file) === index);
  if (kept.some(({ title }) => title === '')) return 'Đặt tên cho tệp đính kèm.';
  if (kept.some(({ title }) => title.length > TITLE_LENGTH)) {
    return `Tên tệp đính kèm dài quá ${TITLE_LENGTH} chữ cái.`;
  }
  if (kept.length > MOST_ATTACHMENTS) {
    return `Một bài mang nhiều nhất ${MOST_ATTACHMENTS} tệp; gộp các tệp hoặc chia thành nhiều bài.`;
  }
  return kept;
}

/** A file under an article with all that is said of it. */
export interface ShownAttachment extends Attachment {
  /** The name it was sent in by, which it is saved under. */
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** Kinds of personal data in its words; null where no machine could read them. */
  readonly personalData: readonly string[] | null;
}

/** "PDF, 1,2 MB". */
export function aboutAttachment({ mediaType, size }: ShownAttachment): string {
  return `${findFileKind(mediaType)?.name ?? 'tệp'}, ${sizeInWords(size)}`;
}

/** How public pages and feeds lead to it. */
export const PUBLIC_FILES = '/tep';

/** The files as a page lists them; `under` is the address that gives them out to its reader. */
export function attachmentLinks(attachments: readonly ShownAttachment[], under = PUBLIC_FILES) {
  return attachments.map((attachment) => ({
    href: `${under}/${attachment.file}`,
    title: attachment.title,
    about: aboutAttachment(attachment),
  }));
}

/** What somebody has to look at in the files before they go out, one sentence for each. */
export function attachmentDoubts(attachments: readonly ShownAttachment[]): string[] {
  return attachments.flatMap(({ title, personalData }) => {
    if (personalData === null) return [`tệp “${title}” máy không đọc được, phải tự xem`];
    const kinds = personalData.map(
      (kind) => personalDataNames[kind as keyof typeof personalDataNames],
    );
    return kinds.length === 0 ? [] : [`${kinds.join(', ')} trong tệp “${title}”`];
  });
}

/** The name a file is first shown by: as it was sent, without its ending and with blanks. */
export function titleFromName(name: string): string {
  const words = name
    .normalize('NFC')
    .replace(/\.[a-z\d]{1,5}$/i, '')
    .replaceAll(/[_\s]+/g, ' ')
    .trim();
  return (words || 'Tệp đính kèm').slice(0, TITLE_LENGTH);
}
