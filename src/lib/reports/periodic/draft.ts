// A report drafted whole from what was recorded, in plain official Vietnamese. It says what the figures
// say; what only a person can judge is left open and asked for.
import { occurrenceName } from '#lib/plans/index.ts';
import { formatDate, toPlainDate } from '#lib/vietnam/index.ts';
import { nextPeriod, periodInWords } from '../period.ts';
import type { ReportContent, ReportPart } from './content.ts';
import { draftResults } from './draft-results.ts';
import { draftTables } from './draft-tables.ts';
import { effectParts } from './effects.ts';
import type { ReportFacts } from './facts.ts';
import { Figures } from './figure-names.ts';
import { judgement, list, shorten, text } from './parts.ts';
import { resolveLive } from './resolve.ts';

export function draftReport(facts: ReportFacts): ReportContent {
  const figures = new Figures(facts.seq);
  const sections = [
    { key: 'chi-dao', heading: 'CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI', parts: direction(facts, figures) },
    { key: 'ket-qua', heading: 'KẾT QUẢ THỰC HIỆN', parts: draftResults(facts, figures) },
    { key: 'dien-hinh', heading: 'ĐIỂN HÌNH, CÁCH LÀM TỐT', parts: praise(facts) },
    { key: 'han-che', heading: 'HẠN CHẾ, NGUYÊN NHÂN', parts: shortcomings(facts, figures) },
    {
      key: 'ky-toi',
      heading: `NHIỆM VỤ ${periodInWords(nextPeriod(facts.period)).toUpperCase()}`,
      parts: tasks(facts),
    },
    { key: 'de-xuat', heading: 'ĐỀ XUẤT, KIẾN NGHỊ', parts: closing(facts) },
  ];
  const appendices = draftTables(facts, figures);
  return { sections, appendices, figures: figures.all(), seq: facts.seq };
}

function direction(facts: ReportFacts, figures: Figures): ReportPart[] {
  const { plans, office } = facts;
  const due = figures.occurrences('lượt nhiệm vụ đến hạn', 'due', 'lượt');
  const done = figures.occurrences('lượt nhiệm vụ đã làm', 'done', 'lượt');
  const [first] = plans;
  const led =
    plans.length === 0
      ? `Trong kỳ, ${office} tổ chức công tác tuyên truyền, phổ biến thông tin trên địa bàn.`
      : plans.length === 1 && first
        ? `Trong kỳ, ${office} tổ chức thực hiện “${first.name}”.`
        : `Trong kỳ, ${office} tổ chức thực hiện ${String(plans.length)} kế hoạch sau:`;
  return [
    text('chi-dao-chung', led),
    ...(plans.length > 1
      ? [
          list(
            'cac-ke-hoach',
            plans.map(({ name }) => name),
          ),
        ]
      : []),
    text(
      'giao-viec',
      `Nhiệm vụ giao các đơn vị: đến hạn trong kỳ ${due}, trong đó đã thực hiện ${done}.`,
    ),
  ];
}

function praise({ praised, effects, units, source }: ReportFacts): ReportPart[] {
  const fullyDone = units.filter(({ id }) => {
    const due = resolveLive({ of: 'occurrences', which: 'due', unit: id }, source).value;
    const done = resolveLive({ of: 'occurrences', which: 'done', unit: id }, source).value;
    const open = resolveLive({ of: 'occurrences', which: 'unproven', unit: id }, source).value;
    return due !== null && due === done && open === null;
  });
  const named = praised.map(
    ({ who, title, day }) => `${who}: ${title} (${formatDate(toPlainDate(day))})`,
  );
  return [
    named.length > 0
      ? list('guong-dien-hinh', shorten(named))
      : text('guong-dien-hinh', 'Gương điển hình được ghi nhận trong kỳ: không phát sinh.'),
    ...(fullyDone.length > 0
      ? [
          text(
            'don-vi-tot',
            `Đơn vị làm đủ các lượt nhiệm vụ đến hạn, đủ minh chứng: ${fullyDone.map(({ name }) => name).join('; ')}.`,
          ),
        ]
      : []),
    ...effectParts(effects),
    judgement(
      'cach-lam-tot',
      'Nêu hình thức tuyên truyền có hiệu quả, cách làm tốt cần nhân rộng và vì sao.',
    ),
  ];
}

function shortcomings(facts: ReportFacts, figures: Figures): ReportPart[] {
  const missing = figures.cells('nội dung đã xếp lịch chưa làm', 'missing', 'period', 'ô lịch');
  const overdue = figures.occurrences('lượt nhiệm vụ quá hạn', 'overdue', 'lượt');
  const late = figures.occurrences('lượt nhiệm vụ làm muộn', 'late', 'lượt');
  const unproven = figures.occurrences('lượt nhiệm vụ thiếu minh chứng', 'unproven', 'lượt');
  const { source } = facts;
  const unitName = new Map(facts.units.map(({ id, name }) => [id, name]));
  const dutyText = new Map(facts.duties.map(({ id, text: words }) => [id, words]));
  const overdueNow = resolveLive({ of: 'occurrences', which: 'overdue' }, source).occurrences;
  const listed = overdueNow.map(
    (one) =>
      `${unitName.get(one.unit) ?? ''}: ${brief(dutyText.get(one.duty) ?? '')} (${occurrenceName(one)}, hạn ${formatDate(one.due)})`,
  );
  const raised = facts.shortcomings.map(
    ({ who, title, remedied }) => `${who}: ${title}${remedied ? ' (đã khắc phục)' : ''}`,
  );
  return [
    text(
      'ton-tai',
      `Nội dung đã xếp lịch nhưng chưa thực hiện: ${missing}. Nhiệm vụ quá hạn chưa thực hiện: ${overdue}; thực hiện sau hạn: ${late}. Đã thực hiện nhưng thiếu minh chứng: ${unproven}.`,
    ),
    ...(listed.length > 0 ? [list('qua-han', shorten(listed))] : []),
    ...(raised.length > 0 ? [list('han-che-da-ghi', shorten(raised))] : []),
    judgement('nguyen-nhan', 'Nêu nguyên nhân chủ quan, khách quan của các hạn chế trên.'),
  ];
}

function tasks({ period, source, duties, units }: ReportFacts): ReportPart[] {
  const { from, to } = nextPeriod(period);
  const dutyText = new Map(duties.map(({ id, text: words }) => [id, words]));
  const coming = source.occurrences.filter(
    ({ due, state }) => from <= due && due <= to && state !== 'excused',
  );
  const byUnit = units.flatMap(({ id, name }) => {
    const own = [...new Set(coming.filter(({ unit }) => unit === id).map(({ duty }) => duty))];
    if (own.length === 0) return [];
    const words = own.slice(0, 4).map((duty) => brief(dutyText.get(duty) ?? ''));
    const more = own.length > 4 ? `; và ${String(own.length - 4)} nhiệm vụ khác` : '';
    return [`${name}: ${words.join('; ')}${more}`];
  });
  return [
    byUnit.length > 0
      ? text(
          'viec-toi',
          `Từ ngày ${formatDate(from)} đến ngày ${formatDate(to)}, các đơn vị tiếp tục thực hiện:`,
        )
      : text('viec-toi', 'Nhiệm vụ đến hạn trong kỳ tới theo kế hoạch: không phát sinh.'),
    ...(byUnit.length > 0 ? [list('viec-cua-don-vi', byUnit)] : []),
  ];
}

function closing({ period, office }: ReportFacts): ReportPart[] {
  return [
    judgement('kien-nghi', 'Nêu đề xuất, kiến nghị với cấp trên; không có thì ghi “Không có”.'),
    text(
      'ket',
      `Trên đây là báo cáo kết quả công tác tuyên truyền ${periodInWords(period)} của ${office}.`,
    ),
  ];
}

/** The first sentence of a duty, cut at a word where it is long. */
function brief(words: string): string {
  const first = (/^[^.;\n]+/u.exec(words.trim())?.[0] ?? '').trim();
  if (first.length <= 160) return first;
  return `${first.slice(0, 160).replace(/\s\S*$/u, '')}…`;
}
