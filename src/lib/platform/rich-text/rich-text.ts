// Text with headings, lists, tables, quotes, boxes, links and pictures, as it is kept. The schema is the
// sanitiser: what it doesn't know can't be stored, so nothing stored needs cleaning when it is shown.
import { z } from 'zod';

/** Where a link may lead: this site, another by http(s), a mail address, a telephone. */
const SAFE_ADDRESS =
  /^(?:https?:\/\/[^\s]+|mailto:[^\s@]+@[^\s@]+|tel:[+\d][\d .-]*|\/(?!\/)[^\s\\]*|#[\w-]+)$/i;

const Address = z.string().max(2_000).regex(SAFE_ADDRESS);

/** True for addresses a link may lead to. */
export function isSafeAddress(address: string): boolean {
  return Address.safeParse(address).success;
}

export const RichMark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('strong') }),
  z.strictObject({ type: z.literal('em') }),
  z.strictObject({ type: z.literal('sup') }),
  z.strictObject({ type: z.literal('sub') }),
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href: Address }) }),
]);
export type RichMark = z.infer<typeof RichMark>;

const RichRun = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  marks: z.array(RichMark).max(5).optional(),
});
export type RichRun = z.infer<typeof RichRun>;

const Inline = z.union([RichRun, z.strictObject({ type: z.literal('hard_break') })]);
export type Inline = z.infer<typeof Inline>;

const inlines = z.array(Inline).optional();
const Paragraph = z.strictObject({ type: z.literal('paragraph'), content: inlines });
export type Paragraph = z.infer<typeof Paragraph>;

/** Level 1 is the title of the page around the text. */
const Heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3), z.literal(4)]) }),
  content: inlines,
});

/** A picture of the office's store, by content hash, with what it shows and whose it is. */
const Picture = z.strictObject({
  type: z.literal('picture'),
  attrs: z.strictObject({
    file: z.string().regex(/^[0-9a-f]{64}$/),
    alt: z.string().max(500),
    credit: z.string().max(200),
  }),
});
export type Picture = z.infer<typeof Picture>;

export interface ListItem {
  readonly type: 'list_item';
  readonly content: readonly (Paragraph | List)[];
}
export type List =
  | { readonly type: 'bullet_list'; readonly content: readonly ListItem[] }
  | {
      readonly type: 'ordered_list';
      readonly attrs: { readonly order: number };
      readonly content: readonly ListItem[];
    };

const ListItem: z.ZodType<ListItem> = z.strictObject({
  type: z.literal('list_item'),
  get content() {
    return z.array(z.union([Paragraph, List])).min(1);
  },
});
const List: z.ZodType<List> = z.union([
  z.strictObject({ type: z.literal('bullet_list'), content: z.array(ListItem).min(1) }),
  z.strictObject({
    type: z.literal('ordered_list'),
    attrs: z.strictObject({ order: z.int().min(0).max(9_999) }),
    content: z.array(ListItem).min(1),
  }),
]);

const Quote = z.strictObject({
  type: z.literal('blockquote'),
  content: z.array(z.union([Paragraph, List])).min(1),
});
/** A note set apart from the running text. */
const Box = z.strictObject({
  type: z.literal('box'),
  content: z.array(z.union([Paragraph, List])).min(1),
});

const span = z.int().min(1).max(50);
const Cell = z.strictObject({
  type: z.enum(['table_cell', 'table_header']),
  attrs: z.strictObject({
    colspan: span,
    rowspan: span,
    // Widths dragged by a mouse are no matter of the content.
    colwidth: z
      .unknown()
      .optional()
      .transform(() => null),
  }),
  content: z.array(z.union([Paragraph, List])).min(1),
});
export type Cell = z.infer<typeof Cell>;
const Table = z.strictObject({
  type: z.literal('table'),
  content: z
    .array(
      z.strictObject({
        type: z.literal('table_row'),
        // A row may lie wholly under cells that span down from above.
        content: z.array(Cell).max(50).optional(),
      }),
    )
    .min(1),
});
export type Table = z.infer<typeof Table>;

const RichBlock = z.union([Paragraph, Heading, Picture, List, Quote, Box, Table]);
export type RichBlock = z.infer<typeof RichBlock>;

export const RichText = z.strictObject({ type: z.literal('doc'), content: z.array(RichBlock) });
export type RichText = z.infer<typeof RichText>;

/** Two hundred pasted pages of Word and then some. */
export const RICH_TEXT_LIMITS = { letters: 1_000_000, nodes: 60_000, depth: 24 } as const;

export const emptyText: RichText = { type: 'doc', content: [] };

export type RichTextAnswer =
  | { readonly ok: true; readonly value: RichText }
  | { readonly ok: false; readonly message: string };

/** Reads a text out of what came from outside; never throws, however large, deep or strange it is. */
export function readRichText(given: string): RichTextAnswer {
  const refuse = (message: string): RichTextAnswer => ({ ok: false, message });
  if (given.length > RICH_TEXT_LIMITS.letters * 4) return refuse(TOO_LONG);
  let value: unknown;
  try {
    value = JSON.parse(given.normalize('NFC'));
  } catch {
    return refuse('Nội dung gửi lên bị hỏng nên chưa lưu được. Tải lại trang; bản nháp vẫn còn.');
  }
  const size = measure(value);
  if (!size) return refuse('Nội dung có quá nhiều lớp lồng nhau. Bớt danh sách trong danh sách.');
  if (size.letters > RICH_TEXT_LIMITS.letters || size.nodes > RICH_TEXT_LIMITS.nodes * 4) {
    return refuse(TOO_LONG);
  }
  const parsed = RichText.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return refuse(
    'Nội dung có phần không được nhận. Bấm “Xóa định dạng” ở đoạn dán vào rồi lưu lại.',
  );
}

const TOO_LONG = 'Nội dung dài quá 1.000.000 chữ cái. Chia thành nhiều bài hoặc đính kèm văn bản.';

/** Counts with a stack of its own, since what is nested too deep would break any walk that recurs. */
function measure(value: unknown): { letters: number; nodes: number } | undefined {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  let letters = 0;
  let nodes = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    if (typeof next.value === 'string') letters += next.value.length;
    if (typeof next.value !== 'object' || next.value === null) continue;
    nodes += 1;
    // A node and its list of content are two steps.
    if (next.depth > RICH_TEXT_LIMITS.depth * 2) return undefined;
    for (const each of Object.values(next.value)) open.push({ value: each, depth: next.depth + 1 });
  }
  return { letters, nodes };
}
