// A plan as an official document again: from what was confirmed, not from the file it came in.
import {
  officeHead,
  type Block,
  type OfficeFacts,
  type WrittenDocument,
} from '#lib/documents/index.ts';
import type { Clause, Draft } from '../drafts/draft.ts';

export interface PlanPaper {
  readonly draft: Draft;
  readonly office: OfficeFacts;
  /** "02/KH-UBND"; null leaves the number blank. */
  readonly code: string | null;
  /** YYYY-MM-DD; null leaves the day blank. */
  readonly date: string | null;
  /** Documents it rests on, each as a line. */
  readonly bases: readonly string[];
}

/** Parts in the order of plans: aims, what is told, by which means, who does what. Dropped ones stay out. */
export function planDocument({ draft, office, code, date, bases }: PlanPaper): WrittenDocument {
  const units = draft.assignments.filter(({ dropped }) => !dropped);
  return {
    ...officeHead(office),
    type: 'KH',
    ...(code ? { code } : { symbol: 'KH-UBND' }),
    date,
    about: withoutTypeName(draft.title),
    bases: [...bases],
    blocks: [
      ...part('MỤC ĐÍCH, YÊU CẦU', [
        ...clauses('Mục đích', draft.purposes),
        ...clauses('Yêu cầu', draft.requirements),
        ...clauses('Đối tượng', draft.audience),
      ]),
      ...part('NỘI DUNG', items(draft.topics)),
      ...part('HÌNH THỨC, BIỆN PHÁP', items(draft.measures)),
      ...part(
        'TỔ CHỨC THỰC HIỆN',
        units.flatMap(({ unit, lead, duties }) =>
          clauses(lead ? `${unit} (đầu mối)` : unit, duties),
        ),
      ),
    ],
    recipients: [...units.map(({ unit }) => unit), 'Lưu: VT'],
    draft: code === null,
  };
}

/** A plan without anything in a part has no empty heading. */
function part(text: string, blocks: Block[]): Block[] {
  return blocks.length > 0 ? [{ kind: 'heading', level: 'roman', text }, ...blocks] : [];
}

function clauses(heading: string, list: readonly Clause[]): Block[] {
  const blocks = items(list);
  return blocks.length > 0 ? [{ kind: 'heading', level: 'clause', text: heading }, ...blocks] : [];
}

function items(list: readonly Clause[]): Block[] {
  const standing = list.filter(({ dropped, text }) => !dropped && text.trim() !== '');
  return standing.length > 0
    ? [{ kind: 'list', items: standing.map(({ text }) => printedClause(text)) }]
    : [];
}

/** A clause as it stands on paper: on one line, closed by a full stop. */
export function printedClause(text: string): string {
  return `${text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[.;,]+$/u, '')}.`;
}

/** "Kế hoạch tuyên truyền …" stands under the type's own name already. */
function withoutTypeName(title: string): string {
  const bare = title
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^kế hoạch\s+/iu, '');
  return bare === '' ? title : bare.charAt(0).toUpperCase() + bare.slice(1);
}
