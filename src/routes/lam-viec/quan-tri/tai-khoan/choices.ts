// What the forms of accounts let choose from.
import { type Role, roleNames, roles } from '#lib/platform/index.ts';

const WHAT_ROLES_DO: Record<Role, string> = {
  administrator: 'Tạo tài khoản, sửa thông tin xã, xem nhật ký.',
  leader: 'Xem mọi việc, xem nhật ký.',
  coordinator: 'Nhập và xác nhận kế hoạch, theo dõi các đơn vị, lập báo cáo.',
  editor: 'Viết và biên tập nội dung trên cổng.',
  member: 'Ghi hoạt động và minh chứng của đơn vị mình.',
};

export const roleChoices = roles.map((role) => ({
  value: role,
  label: roleNames[role],
  hint: WHAT_ROLES_DO[role],
}));

/** Units that exist today. */
export function unitChoices(
  units: readonly { id: string; name: string; validTo: string | null }[],
): { value: string; label: string }[] {
  return units
    .filter((unit) => unit.validTo === null)
    .map((unit) => ({ value: unit.id, label: unit.name }));
}
