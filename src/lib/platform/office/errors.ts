// What keeping the office's own facts refuses.
import { defineErrors } from '../errors.ts';

export const officeError = defineErrors({
  'unit.not-found': {
    status: 404,
    what: 'Không tìm thấy đơn vị này.',
    todo: 'Quay lại danh mục đơn vị để chọn lại.',
  },
  'unit.ended': {
    status: 409,
    what: 'Đơn vị “{name}” đã ngừng hoạt động.',
    todo: 'Chọn đơn vị kế tục trong danh mục.',
  },
  'unit.name-taken': {
    status: 409,
    what: 'Đã có đơn vị mang tên “{name}”.',
    todo: 'Chọn tên khác, hoặc dùng đơn vị đã có.',
  },
  'hotline.not-found': {
    status: 404,
    what: 'Không tìm thấy số điện thoại này.',
    todo: 'Tải lại trang để thấy danh sách mới nhất.',
  },
  'commune.exists': {
    status: 409,
    what: 'Bản cài đặt này đã có xã.',
    todo: 'Đăng nhập bằng tài khoản quản trị, hoặc thêm xã bằng lệnh: loa commune add.',
  },
  'commune.host-taken': {
    status: 409,
    what: 'Địa chỉ {host} đã thuộc về một xã khác.',
    todo: 'Chọn tên miền khác; xem danh sách bằng lệnh: loa commune list.',
  },
  'commune.setup-code': {
    status: 422,
    what: 'Mã thiết lập không đúng.',
    todo: 'Chép đúng mã mà Loa in ra trên màn hình máy chủ khi khởi động.',
  },
});
