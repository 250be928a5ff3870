// Who may do what with the register of documents: the one table of the documents room.
import {
  definePermissions,
  hasRole,
  type Actor,
  type Role,
  type Rule,
} from '#lib/platform/index.ts';

type DocumentSubject = Record<string, never>;

const table = {
  'document.see': { says: 'xem sổ văn bản', allows: (actor) => actor.kind === 'person' },
  'document.receive': {
    says: 'nhận văn bản vào sổ',
    allows: withRole('coordinator', 'administrator', 'editor'),
  },
  'document.correct': {
    says: 'sửa bản đọc của văn bản',
    allows: withRole('coordinator', 'administrator', 'editor'),
  },
  'document.register': {
    says: 'xác nhận văn bản vào sổ',
    allows: withRole('coordinator', 'administrator', 'leader'),
  },
  'document.discard': {
    says: 'bỏ văn bản chưa vào sổ',
    allows: withRole('coordinator', 'administrator'),
  },
  'document.publish': {
    says: 'đăng văn bản của sổ lên cổng, gỡ xuống',
    allows: withRole('coordinator', 'editor', 'leader'),
  },
  'consultation.hold': {
    says: 'mở, kéo dài, gỡ lấy ý kiến về dự thảo',
    allows: withRole('coordinator', 'leader'),
  },
  'consultation.review': {
    says: 'duyệt, trả lời ý kiến về dự thảo',
    allows: withRole('coordinator', 'editor', 'leader'),
  },
  'consultation.see-sender': {
    says: 'xem người góp ý tự để lại gì để liên hệ',
    allows: withRole('coordinator', 'leader'),
  },
  'consultation.answer': {
    says: 'công bố kết quả lấy ý kiến',
    allows: withRole('coordinator', 'leader'),
  },
  'outgoing.number': {
    says: 'cấp số văn bản đi',
    allows: withRole('coordinator', 'administrator'),
  },
  'outgoing.cancel': {
    says: 'hủy số văn bản đi, nêu lý do',
    allows: withRole('coordinator', 'administrator'),
  },
  'paper.set': {
    says: 'đặt nơi nhận, người ký mặc định của văn bản',
    allows: withRole('administrator', 'coordinator'),
  },
} satisfies Record<string, Rule<DocumentSubject>>;

export const { can: canWithDocuments, requireCan } = definePermissions<
  DocumentSubject,
  typeof table
>(table);

/** The actions, for the generated list of who may do what. */
export const documentsPermissions = table;

function withRole(...roles: Role[]): (actor: Actor) => boolean {
  return (actor) => hasRole(actor, ...roles);
}
