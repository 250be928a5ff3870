// What a plan leaves open: units without duties, topics that nobody carries, no period.
import { sure } from '#lib/documents/index.ts';
import {
  flat,
  makeFinding,
  type Clause,
  type Finding,
  type FindingRule,
  type Span,
} from '#lib/documents/index.ts';
import type { Plan, PlanPart, Topic } from './plan.ts';
import { unassignedDuties } from './unassigned.ts';

/** Rules about plans. Ids are stable. */
export const PLAN_RULES = {
  'plan.no-period': {
    severity: 'warning',
    message: 'Không thấy thời gian thực hiện của kế hoạch. Hãy ghi rõ năm hoặc giai đoạn.',
    example: 'Kế hoạch không ghi năm nào',
  },
  'plan.no-assignment': {
    severity: 'warning',
    message: 'Không thấy phần phân công cho đơn vị nào. Hãy ghi rõ ai làm việc gì.',
    example: 'Kế hoạch chỉ có mục đích và nội dung, không có tổ chức thực hiện',
  },
  'unit.no-duty': {
    severity: 'warning',
    message: 'Đơn vị “{unit}” được nêu tên mà không có việc nào. Hãy ghi rõ việc phải làm.',
    example: '3. Công chức Tài chính - Kế toán (rồi sang mục 4)',
  },
  'duty.no-unit': {
    severity: 'warning',
    message:
      'Việc này không ghi đơn vị nào thực hiện. Hãy ghi rõ đơn vị chủ trì để có người chịu trách nhiệm.',
    example: 'Một dòng của bảng phân công để trống cột “Đơn vị chủ trì”',
  },
  'unit.twice': {
    severity: 'note',
    message: 'Đơn vị “{unit}” được giao việc ở hai chỗ. Hãy gộp lại để dễ theo dõi.',
    example: '2. Đài truyền thanh: … 6. Đài truyền thanh: …',
  },
  'topic.unserved': {
    severity: 'note',
    message:
      'Nội dung {number} chưa được hình thức tuyên truyền hay việc của đơn vị nào nhắc tới. Hãy chọn kênh và giao đơn vị thực hiện.',
    example: 'Nội dung “an toàn đập” mà không biện pháp hay việc nào nhắc tới',
  },
  'measure.no-channel': {
    severity: 'note',
    message: 'Biện pháp {number} không nêu kênh nào. Hãy ghi rõ làm qua kênh nào.',
    example: '4. Đổi mới cách làm (không nêu kênh)',
  },
} as const satisfies Record<string, FindingRule>;

/** Findings about a plan that was read from this part of a document. */
export function checkPlan(text: string, plan: Plan, place: PlanPart): Finding[] {
  const { titleSpan, span: whole } = place.part.inner;
  const title: Span = titleSpan ?? [whole[0], whole[0]];
  const findings: Finding[] = [];
  const add = (rule: keyof typeof PLAN_RULES, span: [number, number], details = {}): void => {
    findings.push(makeFinding(rule, PLAN_RULES[rule], span, details));
  };
  if (!plan.period && !namesTimes(text, place)) add('plan.no-period', title);
  if (plan.assignments.length === 0) add('plan.no-assignment', title);
  const seen = new Set<string>();
  for (const { unit, unitSpan, duties } of plan.assignments) {
    if (duties.length === 0) add('unit.no-duty', unitSpan, { unit });
    if (seen.has(flat(unit)) && !duties.every(({ text: words }) => FOLLOWS_UP.test(flat(words))))
      add('unit.twice', unitSpan, { unit });
    seen.add(flat(unit));
  }
  for (const { span } of unassignedDuties(text, place)) add('duty.no-unit', span);
  // Only a plan that names its forms of publicity can leave a topic without one.
  if (plan.measures.length > 0) {
    for (const topic of unserved(plan))
      add('topic.unserved', topic.span, { number: topic.number ?? '-' });
    const telling = plan.measures.filter(({ channels }) => channels.length > 0).length;
    const publicises = PUBLICITY.test(flat(text.slice(...title)).replace(/\s+/g, ' '));
    plan.measures.forEach(({ channels, span, number, text: words }, at) => {
      if (channels.length > 0 || !publicises || telling * 2 <= plan.measures.length) return;
      if (!BY_ITSELF.test(flat(words)))
        add('measure.no-channel', span, { number: number ?? at + 1 });
    });
  }
  return findings;
}

/** Whoever has duties of its own is often named again at the end as the one who watches over the plan. */
const FOLLOWS_UP = /theo doi|don doc|tong hop/;

/** Only a plan of publicity must say by which channel; the measures of others are works and rules. */
const PUBLICITY = /tuyen truyen|truyen thong|pho bien|quang ba|phat thanh/;

/** Emulation and commendation reach people without a channel. */
const BY_ITSELF = /thi dua|bieu duong|khen thuong|ton vinh|hoi thi|cuoc thi/;

/** Times of single tasks or goals: a plan that gives these needs no period of its own. */
const TIMES =
  /(?:thoi (?:gian|han|diem)|tien do)[^.\n]{0,60}:|(?:den|trong|truoc|vao|cuoi|dau|tu|het)\s+(?:het\s+)?(?:nam\s+20\d\d|(?:quy|qui)\s+[ivx\d]|thang\s+\d|ngay\s+\d)|giai doan\s+20\d\d|\d\s*(?:h|gio)(?:\s*\d+)?\s+ngay\s+\d|(?:quy|qui)\s+[ivx]+\s*[-/]|nam\s+20\d\d/;

/** Whether the plan's own clauses say when, apart from the days of what it cites. */
function namesTimes(text: string, { part, appendices }: PlanPart): boolean {
  return [part, ...appendices].some(({ inner, references }) => {
    const [first] = inner.nodes;
    if (!first) return false;
    let words = flat(text.slice(first.extent[0], inner.body[1]));
    for (const { span } of references) {
      const [from, to] = [span[0] - first.extent[0], span[1] - first.extent[0]];
      if (from >= 0) words = words.slice(0, from) + ' '.repeat(to - from) + words.slice(to);
    }
    return TIMES.test(words);
  });
}

/** Syllables that only join others. */
const JOINING =
  /^(?:va|cua|ve|tren|trong|cac|cho|tai|xa|duoc|co|la|theo|den|voi|tu|do|de|mot|nhung|nay|hoac|cong|tac|ban|dia)$/;

/** Pairs of syllables that every plan is full of say nothing about a topic. */
const EVERYWHERE = new Set(
  (
    'tuyen truyen|thuc hien|cong tac|to chuc|dia ban|noi dung|trien khai|tiep tuc|tang cuong|can bo|cong chuc|vien chuc|nhan dan|' +
    'co quan|don vi|ke hoach|nhiem vu|trach nhiem|ket qua|quy dinh|thong tin|hoat dong|xay dung|phat trien|nguoi dan|doanh nghiep|' +
    'chi dao|van ban|quyet dinh|giai doan|dinh huong|huong dan|phoi hop|thuong xuyen|kip thoi|dam bao|bao dam|day manh|nang cao|' +
    'duy tri|thanh pho|van hoa|dap ung|yeu cau|phat huy|gia tri|con nguoi|chuong trinh'
  ).split('|'),
);

/** Topics that share no pair of syllables of their own with any measure or duty. */
function unserved(plan: Plan): Topic[] {
  const carried = new Set(
    [...plan.measures, ...plan.assignments.flatMap(({ duties }) => duties)].flatMap(pairsOf),
  );
  return plan.topics.filter((topic) => !pairsOf(topic).some((pair) => carried.has(pair)));
}

function pairsOf({ text }: Clause): string[] {
  return flat(text)
    .split(/[^a-z\s]+/)
    .flatMap((stretch) => {
      const words = stretch.split(/\s+/).filter((word) => word.length > 1);
      return words
        .slice(1)
        .flatMap((word, at) =>
          JOINING.test(word) || JOINING.test(sure(words[at])) ? [] : [`${words[at]} ${word}`],
        );
    })
    .filter((pair) => !EVERYWHERE.has(pair));
}
