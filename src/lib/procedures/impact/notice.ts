// A draft of what the public is told of a change: what changed, from when, what to bring now. An officer
// reads it over and puts it out as news, or copies it for the loudspeaker and the chat groups.
import type { RichText } from '#lib/platform/index.ts';
import { formatDate, isPlainDate } from '#lib/vietnam/index.ts';
import { viewProcedure } from '../record/public-view.ts';
import type { ProcedureRecord } from '../record/record.ts';
import { procedureUrl } from '../urls.ts';
import { plainChanges } from './plain-changes.ts';

export interface NoticeItem {
  readonly code: string;
  readonly title: string;
  readonly act: 'new' | 'changed' | 'abolished';
  /** What held before; null for a new one. */
  readonly before: ProcedureRecord | null;
  readonly after: ProcedureRecord;
}

export interface NoticeFacts {
  readonly items: readonly NoticeItem[];
  /** `77/QĐ-UBND`; empty where nobody said. */
  readonly decision: string;
  /** YYYY-MM-DD */
  readonly effectiveFrom: string;
}

export interface Notice {
  readonly title: string;
  readonly summary: string;
  readonly body: RichText;
}

/** So many are told one by one; the rest is counted, and the list of procedures has them all. */
const MOST_TOLD = 40;
const LONGEST_TITLE = 200;

/** @returns undefined where nothing changes for people */
export function draftNotice({ items, decision, effectiveFrom }: NoticeFacts): Notice | undefined {
  const told = items.filter(
    ({ act, before, after }) =>
      act !== 'changed' || before === null || plainChanges(before, after).length > 0,
  );
  const [first] = told;
  if (!first) return undefined;
  const from = isPlainDate(effectiveFrom) ? formatDate(effectiveFrom) : effectiveFrom;
  const rest = told.length - MOST_TOLD;
  return {
    title: shortened(titleOf(told, first, from)),
    summary: `${decision === '' ? '' : `Theo ${decision}. `}${countsInWords(told)}. Hồ sơ nộp từ ngày ${from} làm theo nội dung mới.`,
    body: {
      type: 'doc',
      content: [
        ...told.slice(0, MOST_TOLD).flatMap(partOf),
        ...(rest > 0
          ? [paragraph(`Và ${rest} thủ tục khác, xem ở trang Thủ tục hành chính.`)]
          : []),
        paragraph(
          'Chưa rõ, xin hỏi Bộ phận Một cửa hoặc gọi đường dây nóng trước khi đi để khỏi phải đi lại.',
        ),
      ],
    },
  };
}

function titleOf(told: readonly NoticeItem[], first: NoticeItem, from: string): string {
  if (told.length > 1) return `Từ ngày ${from}: ${told.length} thủ tục hành chính có thay đổi`;
  return {
    new: `Từ ngày ${from} có thủ tục mới: ${first.title}`,
    changed: `Từ ngày ${from} thay đổi thủ tục: ${first.title}`,
    abolished: `Từ ngày ${from} không còn phải làm thủ tục: ${first.title}`,
  }[first.act];
}

function countsInWords(told: readonly NoticeItem[]): string {
  const count = (act: NoticeItem['act']) => told.filter((one) => one.act === act).length;
  const parts = [
    [count('new'), 'thủ tục mới'],
    [count('changed'), 'thủ tục thay đổi'],
    [count('abolished'), 'thủ tục không còn phải làm'],
  ] as const;
  return parts
    .filter(([number]) => number > 0)
    .map(([number, words]) => `${number} ${words}`)
    .join(', ');
}

type Block = RichText['content'][number];

function partOf({ code, title, act, before, after }: NoticeItem): Block[] {
  const heading: Block = {
    type: 'heading',
    attrs: { level: 2 },
    content: [{ type: 'text', text: title }],
  };
  if (act === 'abolished') {
    return [heading, paragraph('Không còn phải làm thủ tục này.')];
  }
  const view = viewProcedure(after);
  const papers = view.groups.flatMap(({ name, papers: list }) => [
    ...(name === '' ? [] : [paragraph(name)]),
    ...bullets(list.map((one) => (one.counts ? `${one.name} (${one.counts})` : one.name))),
  ]);
  const facts = [
    view.term && `Thời hạn: ${view.term}.`,
    view.fee && `Phí, lệ phí: ${view.fee}.`,
  ].filter((line) => line !== '');
  return [
    heading,
    ...bullets(before === null ? facts : plainChanges(before, after)),
    ...(papers.length > 0 ? [strong('Nay cần mang:'), ...papers] : []),
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Xem đầy đủ: ' },
        {
          type: 'text',
          text: `mã ${code}`,
          marks: [{ type: 'link', attrs: { href: procedureUrl(code) } }],
        },
      ],
    },
  ];
}

function paragraph(text: string): Block {
  return { type: 'paragraph', content: [{ type: 'text', text }] };
}

function strong(text: string): Block {
  return { type: 'paragraph', content: [{ type: 'text', text, marks: [{ type: 'strong' }] }] };
}

function bullets(lines: readonly string[]): Block[] {
  if (lines.length === 0) return [];
  return [
    {
      type: 'bullet_list',
      content: lines.map((line) => ({
        type: 'list_item',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: line }] }],
      })),
    },
  ];
}

function shortened(text: string): string {
  return text.length > LONGEST_TITLE ? `${text.slice(0, LONGEST_TITLE - 1)}…` : text;
}
