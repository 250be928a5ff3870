// The record's codes in words. Kinds of other rooms are described by those rooms; one that nobody
// describes is shown as it is, never left out.
import { accountEvents } from '#lib/platform/index.ts';

const KINDS: Readonly<Record<string, string>> = accountEvents;

const SUBJECTS: Readonly<Record<string, string>> = {
  account: 'tài khoản',
  act: 'hoạt động',
  commune: 'thông tin xã',
  document: 'văn bản',
  file: 'tệp',
  hotline: 'đường dây nóng',
  plan: 'kế hoạch',
  unit: 'đơn vị',
};

const JOBS: Readonly<Record<string, string>> = {
  'command-line': 'Lệnh trên máy chủ',
  'demo-loader': 'Nạp dữ liệu minh họa',
  'first-run': 'Thiết lập lần đầu',
};

export function kindText(kind: string): string {
  return KINDS[kind] ?? kind;
}

/** Position of the person, or which part of the system it was. */
export function actorText(actor: string, positions: ReadonlyMap<string, string>): string {
  if (actor === 'public') return 'Khách của cổng';
  if (!actor.startsWith('system:')) return positions.get(actor) ?? 'Tài khoản đã xóa';
  const job = actor.slice('system:'.length);
  return JOBS[job] ?? `Hệ thống (${job})`;
}

export function subjectText(
  subject: { type: string; id: string },
  positions: ReadonlyMap<string, string>,
): string {
  const type = SUBJECTS[subject.type] ?? subject.type;
  const position = subject.type === 'account' ? positions.get(subject.id) : undefined;
  return position ? `${type}: ${position}` : type;
}
