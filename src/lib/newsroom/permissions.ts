// Who may do what with articles: the one table of the newsroom.
import {
  belongsTo,
  definePermissions,
  hasRole,
  isOfUnit,
  type Actor,
  type Role,
  type Rule,
  type UnitSubject,
} from '#lib/platform/index.ts';

/** What an action is about: the unit it concerns, where it concerns one. */
export interface NewsroomSubject extends UnitSubject {
  /** Units whose place it took. */
  readonly predecessorIds?: readonly string[];
}

const table = {
  'article.see': { says: 'xem bài đang soạn', allows: (actor: Actor) => actor.kind === 'person' },
  'article.write': {
    says: 'soạn bài, soạn trang của cơ quan',
    allows: withRole('editor', 'member', 'coordinator', 'leader'),
  },
  'article.approve': { says: 'duyệt bài', allows: withRole('leader') },
  'article.publish': {
    says: 'đăng, hẹn giờ đăng bài đã duyệt',
    allows: withRole('editor', 'leader'),
  },
  'article.force': { says: 'đăng bài không qua duyệt', allows: withRole('leader') },
  'article.withdraw': { says: 'gỡ bài đã đăng', allows: withRole('editor', 'leader') },
  'article.trash': { says: 'bỏ bài vào thùng rác', allows: withRole('editor', 'leader') },
  'page.review': {
    says: 'xác nhận trang của cơ quan vẫn đúng',
    allows: withRole('editor', 'coordinator', 'leader'),
  },
  'article.print': {
    says: 'làm tờ in từ bài đang đăng, ghi là đã gửi lời của bài',
    allows: withRole('editor', 'member', 'coordinator', 'leader'),
  },
  'article.send-link': {
    says: 'gửi đường dẫn xem trước, duyệt bài',
    allows: withRole('editor', 'leader'),
  },
  'media.see': {
    says: 'xem thư viện ảnh',
    allows: (actor: Actor) => actor.kind === 'person',
  },
  'media.add': {
    says: 'thêm ảnh vào thư viện, sửa mô tả ảnh',
    allows: withRole('editor', 'member', 'coordinator', 'leader'),
  },
  'publication.follow': {
    says: 'theo dõi lịch đăng bài bằng đường dẫn riêng',
    allows: withRole('editor', 'member', 'coordinator', 'leader'),
  },
  'publication.end-others': {
    says: 'hủy đường dẫn lịch đăng bài của người khác',
    allows: withRole('editor', 'leader'),
  },
  'handover.list': {
    says: 'mở trang Chuyển biên tập',
    allows: (actor: Actor) => actor.kind === 'person',
  },
  'handover.see': { says: 'xem nội dung đơn vị này chuyển biên tập', allows: seesHandovers },
  'handover.give': { says: 'chuyển nội dung của đơn vị này cho biên tập', allows: handsOver },
  'handover.handle': {
    says: 'nhận, hỏi lại, soạn bài từ nội dung các đơn vị chuyển',
    allows: withRole('editor', 'leader'),
  },
  'media.retire': { says: 'cất ảnh của thư viện', allows: withRole('editor', 'leader') },
} satisfies Record<string, Rule<NewsroomSubject>>;

export const { can, requireCan } = definePermissions<NewsroomSubject, typeof table>(table);

/** The actions, for the generated list of who may do what. */
export const newsroomPermissions = table;

function withRole(...wanted: readonly Role[]) {
  return (actor: Actor) => hasRole(actor, ...wanted);
}

/**
 * What isn't public yet is read by who handles it or follows the units; of others only by the unit, those that
 * took its place and those whose place it took.
 */
function seesHandovers(actor: Actor, subject: NewsroomSubject): boolean {
  if (hasRole(actor, 'editor', 'leader', 'coordinator', 'administrator')) return true;
  const { predecessorIds = [] } = subject;
  return isOfUnit(actor, subject) || predecessorIds.some((id) => belongsTo(actor, id));
}

/** Members and editors for the units they belong to, who runs the plans for any; accounts are another matter. */
function handsOver(actor: Actor, subject: NewsroomSubject): boolean {
  if (hasRole(actor, 'coordinator')) return true;
  return hasRole(actor, 'member', 'editor') && isOfUnit(actor, subject);
}
