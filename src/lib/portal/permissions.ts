// Who may do what with the portal itself: the one table of the portal room.
import { type Actor, definePermissions, hasRole, type Rule } from '#lib/platform/index.ts';

/** Alerts and what people read concern the commune as a whole, so an action needs no subject. */
export type PortalSubject = Record<string, never>;

const table = {
  'alert.see': {
    says: 'xem các cảnh báo đã đăng',
    allows: (actor: Actor) => actor.kind === 'person',
  },
  'alert.raise': {
    says: 'đăng, gia hạn, kết thúc cảnh báo trên cổng',
    allows: (actor: Actor) => hasRole(actor, 'leader', 'coordinator', 'editor'),
  },
  'site.check': {
    says: 'xem các mục bắt buộc của cổng còn thiếu, lâu chưa rà soát',
    allows: (actor: Actor) => actor.kind === 'person',
  },
  'home.arrange': {
    says: 'sắp xếp trang chủ của cổng',
    allows: (actor: Actor) => hasRole(actor, 'leader', 'editor', 'administrator'),
  },
  'effect.see': {
    says: 'xem dấu hiệu hiệu quả của các hình thức tuyên truyền',
    allows: (actor: Actor) => actor.kind === 'person',
  },
  'address.keep': {
    says: 'khai địa chỉ của trang cũ dẫn về trang nào, xem địa chỉ nào người ta mở mà không thấy',
    allows: (actor: Actor) => hasRole(actor, 'administrator'),
  },
  'readership.see': {
    says: 'xem người dân đọc gì, tìm gì trên cổng',
    allows: (actor: Actor) => actor.kind === 'person',
  },
} satisfies Record<string, Rule<PortalSubject>>;

export const { can, requireCan } = definePermissions<PortalSubject, typeof table>(table);

/** The actions, for the generated list of who may do what. */
export const portalPermissions = table;
