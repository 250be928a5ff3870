// Who may do what in the platform room: one table, asked by every use case.
import { hasRole } from '../actor.ts';
import { definePermissions, type Rule } from '../permissions.ts';

/** The account an action is about, where it is about one. */
export interface AccountSubject {
  readonly accountId?: string;
}

export const platformActions = {
  'account.manage': {
    says: 'quản lý tài khoản và vai trò',
    allows: (actor) => hasRole(actor, 'administrator'),
  },
  'account.own': {
    says: 'sửa thông tin đăng nhập của người khác',
    allows: (actor, subject) => actor.kind === 'person' && actor.accountId === subject.accountId,
  },
  'unit.manage': {
    says: 'quản lý danh mục đơn vị',
    allows: (actor) => hasRole(actor, 'administrator', 'coordinator'),
  },
  'village.manage': {
    says: 'quản lý danh sách thôn, tổ dân phố',
    allows: (actor) => hasRole(actor, 'administrator', 'coordinator'),
  },
  'hotline.manage': {
    says: 'quản lý đường dây nóng',
    allows: (actor) => hasRole(actor, 'administrator', 'coordinator'),
  },
  'calendar.edit': {
    says: 'sửa lịch và giờ làm việc của xã',
    allows: (actor) => hasRole(actor, 'administrator'),
  },
  'commune.manage': {
    says: 'sửa thông tin của xã',
    allows: (actor) => hasRole(actor, 'administrator'),
  },
  'mail.manage': {
    says: 'khai máy chủ gửi thư của xã',
    allows: (actor) => hasRole(actor, 'administrator'),
  },
  // Nobody who signs in belongs to a commune that isn't there yet: the wizard and the command line do it.
  'commune.create': {
    says: 'thêm một xã vào hệ thống',
    allows: () => false,
  },
  'audit.read': {
    says: 'xem nhật ký hệ thống',
    allows: (actor) => hasRole(actor, 'administrator', 'leader'),
  },
} satisfies Record<string, Rule<AccountSubject>>;

export type PlatformAction = keyof typeof platformActions;

export const { can: canInPlatform, requireCan: requireInPlatform } = definePermissions<
  AccountSubject,
  typeof platformActions
>(platformActions);
