// Who may do what with plans, duties, acts and coverage: the one table of the plans room.
import {
  definePermissions,
  hasRole,
  isOfUnit,
  reportsFor,
  type Actor,
  type Role,
  type Rule,
  type UnitSubject,
} from '#lib/platform/index.ts';

/** What an action is about: the unit it concerns, where it concerns one. */
export interface PlansSubject extends UnitSubject {
  /** Everybody who wrote a revision of it: none of them approves it. */
  readonly handIds?: readonly string[];
  /** A signed list of people: seen by fewer than other evidence. */
  readonly listsPeople?: boolean;
}

const table = {
  'plan.see': { says: 'xem kế hoạch tại bàn làm việc', allows: signedIn },
  'plan.receive': { says: 'nhập kế hoạch', allows: withRole('coordinator', 'administrator') },
  'plan.correct': {
    says: 'sửa bản đọc của kế hoạch',
    allows: withRole('coordinator', 'administrator'),
  },
  'plan.confirm': { says: 'xác nhận kế hoạch', allows: withRole('coordinator', 'leader') },
  'plan.discard': { says: 'bỏ bản nháp kế hoạch', allows: withRole('coordinator', 'leader') },
  'plan.compose': {
    says: 'soạn kế hoạch năm sau',
    allows: withRole('coordinator', 'administrator'),
  },
  'plan.approve': { says: 'duyệt kế hoạch do người khác soạn', allows: approves },
  'plan.return': {
    says: 'trả lại kế hoạch đã duyệt để sửa',
    allows: withRole('coordinator', 'leader'),
  },
  'plan.issue': {
    says: 'cấp số và ban hành kế hoạch soạn trong Loa',
    allows: withRole('coordinator', 'administrator'),
  },
  'plan.publish': {
    says: 'đưa kế hoạch lên Cổng thông tin',
    allows: withRole('coordinator', 'leader', 'editor'),
  },
  'plan.amend': {
    says: 'sửa đổi kế hoạch đang thực hiện',
    allows: withRole('coordinator', 'leader'),
  },
  'plan.close': {
    says: 'kết thúc, thay thế kế hoạch đang thực hiện',
    allows: withRole('coordinator', 'leader'),
  },
  'plan.carry': {
    says: 'chuyển nhiệm vụ dở dang sang kế hoạch sau',
    allows: withRole('coordinator', 'leader'),
  },
  'act.see': { says: 'xem hoạt động đã ghi', allows: signedIn },
  'act.record': { says: 'ghi hoạt động cho đơn vị này', allows: reportsFor },
  'act.correct': { says: 'sửa hoạt động của đơn vị này', allows: reportsFor },
  'act.withdraw': { says: 'rút hoạt động của đơn vị này', allows: reportsFor },
  'evidence.see': { says: 'mở minh chứng này', allows: seesEvidence },
  'evidence.add': { says: 'thêm minh chứng cho đơn vị này', allows: reportsFor },
  'evidence.remove': { says: 'gỡ minh chứng của đơn vị này', allows: reportsFor },
  'effect.note': { says: 'ghi dấu hiệu hiệu quả cho hoạt động của đơn vị này', allows: reportsFor },
  'effect.withdraw': {
    says: 'rút dấu hiệu hiệu quả của hoạt động của đơn vị này',
    allows: reportsFor,
  },
  'coverage.see': { says: 'xem độ phủ tuyên truyền', allows: signedIn },
  'overview.see': {
    says: 'xem trang lãnh đạo',
    allows: withRole('leader', 'coordinator', 'administrator'),
  },
  'coverage.schedule': {
    says: 'đặt lịch tuyên truyền',
    allows: withRole('coordinator', 'administrator'),
  },
  'duty.set-cadence': {
    says: 'đặt nhịp và chỉ tiêu của nhiệm vụ',
    allows: withRole('coordinator', 'administrator'),
  },
  'occurrence.decide': {
    says: 'dời, miễn hoặc chuyển giao một kỳ của nhiệm vụ',
    allows: withRole('coordinator', 'leader', 'administrator'),
  },
  'occurrence.tie': {
    says: 'gắn hoạt động của đơn vị này vào một kỳ của nhiệm vụ',
    allows: reportsFor,
  },
  'coverage.set-silence': {
    says: 'đặt thời hạn nhắc nội dung',
    allows: withRole('coordinator', 'administrator'),
  },
  'commendation.see': { says: 'xem sổ biểu dương, khen thưởng', allows: signedIn },
  'commendation.record': {
    says: 'ghi sổ biểu dương, khen thưởng',
    allows: withRole('coordinator', 'leader'),
  },
  'commendation.publish': {
    says: 'đăng mục biểu dương lên cổng',
    allows: withRole('coordinator', 'leader', 'editor'),
  },
  'calendar.follow': {
    says: 'lấy đường dẫn lịch của đơn vị này',
    allows: (actor, subject) =>
      isOfUnit(actor, subject) || hasRole(actor, 'coordinator', 'administrator', 'leader'),
  },
  'dispatch.see': { says: 'xem nội dung gửi – nhận', allows: signedIn },
  'dispatch.send': {
    says: 'gửi kế hoạch, hướng dẫn tới các đơn vị',
    allows: withRole('coordinator', 'leader'),
  },
  // Nobody confirms in another unit's place, whatever else they may do.
  'dispatch.read': { says: 'xác nhận đã quán triệt thay đơn vị này', allows: isOfUnit },
  'head.manage': {
    says: 'quản lý người xác nhận không có tài khoản',
    allows: withRole('administrator'),
  },
  'urging.see': { says: 'xem sổ đôn đốc, kiểm tra', allows: signedIn },
  'urging.record': {
    says: 'đôn đốc, kiểm tra các đơn vị',
    allows: withRole('coordinator', 'leader'),
  },
  'urging.number': {
    says: 'cấp, hủy số công văn đôn đốc',
    allows: withRole('coordinator', 'administrator'),
  },
  // Nobody answers in another unit's place.
  'urging.answer': { says: 'trả lời đôn đốc thay đơn vị này', allows: isOfUnit },
  'sheet.print': {
    says: 'in phiếu tuần của đơn vị này',
    allows: (actor, subject) =>
      isOfUnit(actor, subject) || hasRole(actor, 'coordinator', 'leader', 'administrator'),
  },
  'reminder.see': {
    says: 'xem sổ nhắc việc',
    allows: withRole('coordinator', 'leader', 'administrator'),
  },
  'reminder.set': {
    says: 'đặt ngày nhắc việc của xã',
    allows: withRole('coordinator', 'administrator'),
  },
  'period.close': { says: 'khóa sổ một kỳ', allows: withRole('coordinator', 'leader') },
  'period.reopen': { says: 'mở lại kỳ đã khóa sổ', allows: withRole('leader') },
} satisfies Record<string, Rule<PlansSubject>>;

export const { can, requireCan } = definePermissions<PlansSubject, typeof table>(table);

/** The actions, for the generated list of who may do what. */
export const plansPermissions = table;

function signedIn(actor: Actor): boolean {
  return actor.kind === 'person';
}

function withRole(...roles: Role[]): (actor: Actor) => boolean {
  return (actor) => hasRole(actor, ...roles);
}

function approves(actor: Actor, { handIds = [] }: PlansSubject): boolean {
  if (actor.kind !== 'person' || !hasRole(actor, 'leader')) return false;
  return !handIds.includes(actor.accountId);
}

function seesEvidence(actor: Actor, subject: PlansSubject): boolean {
  if (!subject.listsPeople) return signedIn(actor);
  return isOfUnit(actor, subject) || hasRole(actor, 'coordinator', 'administrator', 'leader');
}
