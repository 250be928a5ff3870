// The kinds of events this room records, as the audit page names them.

export const accountEvents = {
  'account.created': 'Tạo tài khoản',
  'account.updated': 'Sửa chức danh của tài khoản',
  'account.signed-in': 'Đăng nhập',
  'account.signed-out': 'Đăng xuất',
  'account.signed-out-everywhere': 'Đăng xuất khỏi mọi thiết bị',
  'account.session-ended': 'Kết thúc một phiên đăng nhập',
  'account.password-changed': 'Đổi mật khẩu',
  'account.password-reset': 'Cấp lại mật khẩu',
  'account.second-factor-set-up': 'Bật xác thực hai bước',
  'account.second-factor-removed': 'Gỡ xác thực hai bước',
  'account.recovery-code-used': 'Dùng một mã khôi phục',
  'account.recovery-codes-renewed': 'Tạo lại mã khôi phục',
  'account.roles-changed': 'Đổi vai trò',
  'account.units-changed': 'Đổi đơn vị công tác của tài khoản',
  'account.disabled': 'Khóa tài khoản',
  'account.enabled': 'Mở lại tài khoản',
  'commune.created': 'Khởi tạo xã',
  'commune.updated': 'Sửa thông tin của xã',
  'commune.host-added': 'Thêm tên miền',
  'unit.created': 'Thêm đơn vị',
  'unit.renamed': 'Đổi tên đơn vị',
  'unit.succeeded': 'Đơn vị được thay bằng đơn vị khác',
  'unit.ended': 'Đơn vị ngừng hoạt động',
  'unit.reordered': 'Sắp xếp lại danh mục đơn vị',
  'hotline.created': 'Thêm đường dây nóng',
  'hotline.updated': 'Sửa đường dây nóng',
  'hotline.verified': 'Xác nhận số đường dây nóng còn đúng',
  'hotline.removed': 'Bỏ đường dây nóng',
} as const;

export type AccountEventKind = keyof typeof accountEvents;
