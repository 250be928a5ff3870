// Who may do what with articles: the one table of the newsroom.
import {
  belongsTo,
  definePermissions,
  hasRole,
  type Actor,
  type Role,
  type Rule,
} from '#lib/platform/index.ts';

/** What an action is about: the unit it concerns, where it concerns one. */
export interface NewsroomSubject {
  readonly unitId?: string;
  /** Units that took its place. */
  readonly successorIds?: readonly string[];
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
    says: 'làm tờ bảng tin, áp phích từ bài đang đăng',
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
  'handover.see': {
    says: 'xem nội dung các đơn vị chuyển biên tập',
    allows: (actor: Actor) => actor.kind === 'person',
  },
  'handover.give': { says: 'chuyển nội dung của đơn vị này cho biên tập', allows: speaksFor },
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

/** Members and editors for the units they belong to, those who run plans for any. */
function speaksFor(actor: Actor, { unitId, successorIds = [] }: NewsroomSubject): boolean {
  if (hasRole(actor, 'coordinator', 'administrator')) return true;
  const isOwn =
    unitId !== undefined && [unitId, ...successorIds].some((id) => belongsTo(actor, id));
  return hasRole(actor, 'member', 'editor') && isOwn;
}
