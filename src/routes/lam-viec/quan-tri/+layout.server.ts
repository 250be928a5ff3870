// Which rooms of administration the person may enter; everybody else is told so.
import { error } from '@sveltejs/kit';
import { canInPlatform, platformError, type PlatformAction } from '#lib/platform/index.ts';
import type { LayoutServerLoad } from './$types';

const TABS: readonly { href: string; label: string; action: PlatformAction }[] = [
  { href: '/lam-viec/quan-tri/tai-khoan', label: 'Tài khoản', action: 'account.manage' },
  { href: '/lam-viec/quan-tri/don-vi', label: 'Đơn vị', action: 'unit.manage' },
  { href: '/lam-viec/quan-tri/thon', label: 'Thôn, tổ dân phố', action: 'village.manage' },
  { href: '/lam-viec/quan-tri/duong-day-nong', label: 'Đường dây nóng', action: 'hotline.manage' },
  { href: '/lam-viec/quan-tri/lich', label: 'Lịch làm việc', action: 'calendar.edit' },
  { href: '/lam-viec/quan-tri/thong-tin', label: 'Thông tin xã', action: 'commune.manage' },
  { href: '/lam-viec/quan-tri/thu-dien-tu', label: 'Thư điện tử', action: 'mail.manage' },
  { href: '/lam-viec/quan-tri/the-thuc', label: 'Nơi nhận, người ký', action: 'commune.manage' },
  { href: '/lam-viec/quan-tri/dia-chi-cu', label: 'Địa chỉ cũ', action: 'commune.manage' },
  { href: '/lam-viec/quan-tri/bieu-mau', label: 'Biểu báo cáo', action: 'commune.manage' },
  { href: '/lam-viec/quan-tri/nhat-ky', label: 'Nhật ký', action: 'audit.read' },
];

export const load: LayoutServerLoad = ({ locals }) => {
  const tabs = TABS.filter((tab) => canInPlatform(locals.actor, tab.action, {}));
  if (tabs.length === 0) {
    const denied = platformError('access.denied', { action: 'mở trang quản trị' });
    error(denied.status, denied.what, { code: denied.code, todo: denied.todo });
  }
  return { tabs: tabs.map(({ href, label }) => ({ href, label })) };
};
