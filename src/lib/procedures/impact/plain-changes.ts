// What has changed for people between two records, in whole sentences: time, money, papers, who and where.
// The legal remainder is left to the full difference.
import { paperName, countsInWords } from '../record/written-values.ts';
import { viewProcedure, type FilingView } from '../record/public-view.ts';
import { said, type Paper, type ProcedureRecord } from '../record/record.ts';

/** Sentences in the order people ask in; empty where nothing changes for them. */
export function plainChanges(before: ProcedureRecord, after: ProcedureRecord): string[] {
  const [old, now] = [viewProcedure(before), viewProcedure(after)];
  return [
    ...(before.title === after.title ? [] : [`Tên mới: ${after.title}.`]),
    ...filingChanges(old.filings, now.filings),
    ...paperChanges(before.papers, after.papers),
    ...valueChange('Ai làm', old.forWhom.join(', '), now.forWhom.join(', ')),
    ...valueChange('Kết quả nhận được', old.result, now.result),
    ...valueChange('Nơi nhận hồ sơ', said(before.address) ?? '', said(after.address) ?? ''),
    ...(said(before.requirements) === said(after.requirements)
      ? []
      : ['Yêu cầu, điều kiện có thay đổi, xem ở trang thủ tục.']),
  ];
}

function valueChange(name: string, old: string, now: string): string[] {
  if (old === now) return [];
  if (old === '') return [`${name}: nay ghi là ${sentence(now)}`];
  return [`${name}: trước là ${old}, nay ${now === '' ? 'không ghi nữa.' : `là ${sentence(now)}`}`];
}

function filingChanges(before: readonly FilingView[], after: readonly FilingView[]): string[] {
  const kept = after.flatMap((now) => {
    const old = before.find(({ form }) => form === now.form);
    return old ? [{ form: now.form, old, now }] : [];
  });
  const fee = ({ fees }: FilingView) => fees.join('; ');
  return [
    ...alike(
      'Thời hạn',
      kept.map(({ form, old, now }) => ({ form, old: old.term, now: now.term })),
    ),
    ...alike(
      'Phí, lệ phí',
      kept.map(({ form, old, now }) => ({ form, old: fee(old), now: fee(now) })),
    ),
    ...after
      .filter(({ form }) => !before.some((old) => old.form === form))
      .map(
        (now) =>
          `Thêm cách nộp: ${sentence([now.form, now.term, fee(now)].filter(Boolean).join(', '))}`,
      ),
    ...before
      .filter(({ form }) => !after.some((now) => now.form === form))
      .map(({ form }) => `Không còn nhận hồ sơ theo cách: ${sentence(form)}`),
  ];
}

interface FormChange {
  readonly form: string;
  readonly old: string;
  readonly now: string;
}

/** One sentence where every way of filing changes alike, else one each. */
function alike(name: string, all: readonly FormChange[]): string[] {
  const changed = all.filter(({ old, now }) => old !== now);
  const [first] = changed;
  if (!first) return [];
  const isOne =
    changed.length === all.length &&
    changed.every(({ old, now }) => old === first.old && now === first.now);
  if (isOne) return valueChange(name, first.old, first.now);
  return changed.flatMap(({ form, old, now }) => valueChange(`${name} khi nộp ${form}`, old, now));
}

function paperChanges(before: readonly Paper[], after: readonly Paper[]): string[] {
  const sentences = new Set<string>();
  const find = (papers: readonly Paper[], one: Paper) =>
    papers.find((other) => keyOf(other) === keyOf(one));
  for (const now of after) {
    const old = find(before, now);
    const [was, is] = [old && countsInWords(old), countsInWords(now)];
    const name = paperName(now);
    if (!old) sentences.add(`Cần thêm giấy tờ${inCase(now)}: ${name}${is ? ` (${is})` : ''}.`);
    else if (was !== is && was && is) sentences.add(`${name}: trước ${was}, nay ${is}.`);
  }
  for (const old of before) {
    if (!find(after, old))
      sentences.add(`Không phải nộp nữa${inCase(old)}: ${sentence(paperName(old))}`);
  }
  return [...sentences];
}

const keyOf = (paper: Paper) => `${said(paper.group) ?? ''}\n${paperName(paper)}`;

function inCase(paper: Paper): string {
  const group = said(paper.group);
  return group === undefined ? '' : ` (${group.replace(/:$/, '')})`;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
