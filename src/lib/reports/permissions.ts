// Who may do what with reports: the one table of the reports room.
import {
  definePermissions,
  hasRole,
  type Actor,
  type Role,
  type Rule,
} from '#lib/platform/index.ts';

export interface ReportSubject {
  /** Everybody who wrote a revision of it or checked it: none of them approves it. */
  readonly handIds?: readonly string[];
}

const table = {
  'report.see': {
    says: 'xem báo cáo tại bàn làm việc',
    allows: (actor) => actor.kind === 'person',
  },
  'report.draft': {
    says: 'dự thảo và sửa báo cáo',
    allows: withRole('coordinator', 'administrator'),
  },
  'report.check': {
    says: 'xác nhận đã kiểm tra báo cáo',
    allows: withRole('coordinator', 'editor', 'leader'),
  },
  'report.approve': { says: 'duyệt báo cáo do người khác soạn', allows: approves },
  'report.return': {
    says: 'trả lại báo cáo',
    allows: withRole('coordinator', 'editor', 'leader'),
  },
  'report.sign': {
    says: 'tải bản ký của báo cáo đã duyệt',
    allows: withRole('coordinator', 'administrator', 'leader'),
  },
  'report.issue': {
    says: 'cấp số, ban hành và thu hồi báo cáo',
    allows: withRole('coordinator', 'administrator'),
  },
  'report.publish': {
    says: 'công khai báo cáo trên cổng',
    allows: withRole('coordinator', 'administrator', 'leader'),
  },
  'report.discard': {
    says: 'bỏ báo cáo chưa duyệt',
    allows: withRole('coordinator', 'administrator'),
  },
  'questionnaire.see': {
    says: 'xem biểu báo cáo của cấp trên và số liệu trong biểu',
    allows: (actor) => actor.kind === 'person',
  },
  'questionnaire.define': {
    says: 'định nghĩa biểu báo cáo của cấp trên',
    allows: withRole('administrator'),
  },
  'questionnaire.fill': {
    says: 'ghi vào các ô nhập tay của biểu báo cáo',
    allows: withRole('coordinator', 'administrator'),
  },
} satisfies Record<string, Rule<ReportSubject>>;

export const { can: canWithReports, requireCan } = definePermissions<ReportSubject, typeof table>(
  table,
);

/** The actions, for the generated list of who may do what. */
export const reportsPermissions = table;

function withRole(...roles: Role[]): (actor: Actor) => boolean {
  return (actor) => hasRole(actor, ...roles);
}

function approves(actor: Actor, { handIds = [] }: ReportSubject): boolean {
  if (actor.kind !== 'person' || !hasRole(actor, 'leader')) return false;
  return !handIds.includes(actor.accountId);
}
