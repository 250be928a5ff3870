// What a unit hands to the editorial secretary: what is filled in, by when it is to be looked at, and the
// article it becomes.
import { z } from 'zod';
import { parseMarkup, richTextToPlain, type RichText } from '#lib/platform/index.ts';
import {
  compareTimes,
  dueOf,
  parseClock,
  toInstant,
  vietnamDate,
  vietnamTime,
  type OfficeTime,
  type Term,
  type TermRules,
} from '#lib/vietnam/index.ts';
import { TITLE_LENGTH, type Article } from '../article.ts';
import { PEOPLE, type People } from '../media/media.ts';
import { findSection } from '../sections.ts';

/** One working day of eight hours: so long a hand-over may lie before the secretary says something. */
export const HOURS_TO_LOOK = 8;

const MOST_FILES = 12;

export const HANDOVER_STATES = {
  waiting: 'Chờ nhận',
  taken: 'Đã nhận, chưa soạn',
  asked: 'Hỏi lại đơn vị',
  drafted: 'Đã có bài',
  declined: 'Không đăng',
} as const;
export type HandoverState = keyof typeof HANDOVER_STATES;

/** Channels a unit can wish for: those an article goes on to. */
export const WISHED_CHANNELS = ['portal', 'noticeboard', 'radio', 'social', 'sms'] as const;

const optionalId = z
  .union([z.literal(''), z.uuid('Chọn trong danh sách.')])
  .default('')
  .transform((value) => (value === '' ? null : value));

const words = (empty: string, most = 2_000) =>
  z.string().trim().min(1, empty).max(most, `Dài quá ${most} chữ cái; hãy rút gọn.`);

const File = z.object({
  sha256: z.string(),
  size: z.number(),
  mediaType: z.string(),
  name: z.string(),
});

export const HandOver = z
  .object({
    clientKey: z.uuid(),
    unitId: z.uuid('Chọn đơn vị chuyển.'),
    title: words('Ghi việc cần đăng, ví dụ: Lịch tiếp công dân tháng 7.', TITLE_LENGTH),
    body: words('Ghi nội dung: việc gì, ai cần biết, từ bao giờ, ở đâu.', 20_000),
    topics: z.array(z.uuid()).max(20).default([]),
    dutyId: optionalId,
    channels: z.array(z.enum(WISHED_CHANNELS)).default([]),
    entryId: optionalId,
    wantedOn: z.iso.date('Chọn ngày cần đăng, ví dụ 15/05/2023.'),
    photoCaption: z.string().trim().max(500, 'Mô tả ảnh dài quá 500 chữ cái.').default(''),
    photoPeople: z.union([z.literal(''), z.enum(Object.keys(PEOPLE) as People[])]).default(''),
    /** Files and photographs, stored before. */
    handed: z
      .array(z.object({ file: File, isPhoto: z.boolean() }))
      .max(MOST_FILES, `Chuyển nhiều nhất ${MOST_FILES} tệp; chia làm hai lần chuyển.`)
      .default([]),
  })
  .superRefine(({ handed, photoCaption, photoPeople }, context) => {
    if (!handed.some(({ isPhoto }) => isPhoto)) return;
    const missing = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (photoCaption === '')
      missing('photoCaption', 'Có ảnh: tả ảnh bằng một câu, ai, làm gì, ở đâu.');
    if (photoPeople === '')
      missing('photoPeople', 'Có ảnh: cho biết có nhìn rõ mặt người không, và họ có đồng ý không.');
  });
export type HandOver = z.input<typeof HandOver>;

export const AskBack = z.object({
  id: z.uuid(),
  question: words('Ghi điều cần hỏi lại đơn vị.'),
});
export const AnswerBack = z.object({ id: z.uuid(), answer: words('Ghi câu trả lời.') });
export const DeclineHandover = z.object({
  id: z.uuid(),
  reason: words('Ghi lý do không đăng, để đơn vị biết mà làm cách khác.'),
});

/** Under what the article is read only who edits it knows: no section is taken for granted. */
export const DraftHandover = z.object({
  id: z.uuid(),
  section: z
    .string()
    .default('')
    .refine((id) => findSection(id) !== undefined, 'Chọn chuyên mục của bài.'),
});

/** An instant on the office's clock. */
export function officeTimeOf(instant: string): OfficeTime {
  const at = toInstant(instant);
  return { date: vietnamDate(at), minute: parseClock(vietnamTime(at).slice(0, 5)) ?? 0 };
}

/** The term in which the secretary says something, from when the matter came to lie there. */
export function termToLook(since: string, rules: Pick<TermRules, 'calendar' | 'hours'>): Term {
  return dueOf(officeTimeOf(since), HOURS_TO_LOOK * 60, 'minute', {
    ...rules,
    firstDay: 'next',
    pauses: [],
  });
}

/**
 * Whether the secretary is late: nothing was said in the term, or it was taken and its day has passed. While
 * the unit is asked nobody but the unit is waited for.
 */
export function isLate(
  one: { readonly state: HandoverState; readonly wantedOn: string },
  term: Pick<Term, 'end'>,
  now: string,
): boolean {
  const at = officeTimeOf(now);
  if (one.state === 'waiting') return term.end !== null && compareTimes(term.end, at) < 0;
  return one.state === 'taken' && one.wantedOn < at.date;
}

/** What an article is drafted from. */
export interface HandedMatter {
  readonly title: string;
  readonly body: string;
  readonly topics: readonly string[];
  readonly unitId: string | null;
  readonly unitName: string;
  /** The document it is about, as words and, where the public can read it, an address. */
  readonly document: { readonly words: string; readonly href: string | null } | null;
  readonly photographs: readonly { readonly sha256: string; readonly alt: string }[];
}

type RichBlock = RichText['content'][number];

const SUMMARY_LETTERS = 300;

/** The first draft in that section: the unit's own words and photographs, crediting the unit. */
export function draftOf(matter: HandedMatter, section: string): Article {
  const { title, body, topics, unitId, unitName, document, photographs } = matter;
  const written = parseMarkup(body);
  const content: RichBlock[] = [
    ...written.content,
    ...photographs.map(({ sha256: file, alt }): RichBlock => {
      return { type: 'picture', attrs: { file, alt, credit: unitName } };
    }),
    ...(document === null ? [] : [documentLine(document)]),
    {
      type: 'paragraph',
      content: [{ type: 'text', text: `Theo ${unitName}.`, marks: [{ type: 'em' }] }],
    },
  ];
  return {
    title,
    summary: summaryOf(written),
    section,
    body: { type: 'doc', content },
    topics: [...topics],
    unitId,
  };
}

function documentLine({ words: text, href }: NonNullable<HandedMatter['document']>): RichBlock {
  const marks = href === null ? {} : { marks: [{ type: 'link' as const, attrs: { href } }] };
  return {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'Văn bản: ' },
      { type: 'text', text, ...marks },
    ],
  };
}

/** Whole sentences from the beginning, as many as a list shows. */
function summaryOf(text: RichText): string {
  const [first = ''] = richTextToPlain(text).split('\n');
  if (first.length <= SUMMARY_LETTERS) return first;
  const cut = first.slice(0, SUMMARY_LETTERS);
  const end = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('; '));
  return end > 0 ? cut.slice(0, end + 1) : `${cut.slice(0, cut.lastIndexOf(' '))}…`;
}
