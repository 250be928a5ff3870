// An article: what is written, and what it serves.
import { z } from 'zod';
import { readTextField, RichText } from '#lib/platform/index.ts';
import { Attachment, AttachmentFields, attachmentsOf } from './attachments/attachments.ts';
import { ARTICLE_CHANNELS } from './suggestions/suggest-channels.ts';

export const TITLE_LENGTH = 200;
const SUMMARY_LENGTH = 500;

/** The content of an article as its revisions keep it. */
export const Article = z.strictObject({
  title: z.string(),
  summary: z.string(),
  section: z.string(),
  body: RichText,
  /** Topics of plans that it serves. */
  topics: z.array(z.uuid()),
  /** The unit that answers for it. */
  unitId: z.uuid().nullable(),
  /** Channels it is to go through beside the portal; left out where there are none. */
  channels: z.array(z.string()).optional(),
  /** Files under it; left out where there are none. */
  attachments: z.array(Attachment).optional(),
});
export type Article = z.infer<typeof Article>;

/** What the form of an article sends. */
export const ArticleForm = z
  .object({
    ...AttachmentFields.shape,
    title: z
      .string()
      .min(1, 'Đặt tên cho bài.')
      .max(TITLE_LENGTH, `Tên bài dài quá ${TITLE_LENGTH} chữ cái; viết gọn lại.`),
    summary: z
      .string()
      .max(SUMMARY_LENGTH, `Tóm tắt dài quá ${SUMMARY_LENGTH} chữ cái; để chi tiết vào bài.`)
      .default(''),
    section: z.string().min(1, 'Chọn chuyên mục.').max(80),
    body: z.string().optional(),
    'body-json': z.string().optional(),
    topics: z.array(z.uuid()).default([]),
    channels: z.array(z.enum(ARTICLE_CHANNELS)).default([]),
    unitId: z
      .union([z.uuid(), z.literal('')])
      .default('')
      .transform((id) => (id === '' ? null : id)),
    base: z.coerce.number().int().min(0).default(0),
    minor: z.literal('1').optional(),
    changeNote: z.string().max(300, 'Ghi chú sửa đổi dài quá 300 chữ cái.').default(''),
  })
  .transform((form, context) => {
    const read = readTextField({ json: form['body-json'], markup: form.body });
    if (!read.ok) {
      context.addIssue({ code: 'custom', path: ['body'], message: read.message });
      return z.NEVER;
    }
    const attachments = attachmentsOf(form);
    if (typeof attachments === 'string') {
      context.addIssue({ code: 'custom', path: ['files'], message: attachments });
      return z.NEVER;
    }
    const { title, summary, section, topics, channels, unitId } = form;
    const article: Article = {
      ...{ title, summary, section, body: read.value, topics, unitId },
      ...(channels.length > 0 && { channels }),
      ...(attachments.length > 0 && { attachments }),
    };
    return { article, base: form.base, minor: form.minor === '1', changeNote: form.changeNote };
  });

export function publicArticleUrl(slug: string): string {
  return `/tin/${slug}`;
}
