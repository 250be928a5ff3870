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
  'village.not-found': {
    status: 404,
    what: 'Không tìm thấy thôn này.',
    todo: 'Tải lại trang để thấy danh sách mới nhất.',
  },
  'village.ended': {
    status: 409,
    what: '“{name}” đã kết thúc.',
    todo: 'Chọn thôn đang hoạt động trong danh sách.',
  },
  'village.name-taken': {
    status: 409,
    what: 'Đã có thôn mang tên “{name}”.',
    todo: 'Chọn tên khác, hoặc dùng thôn đã có.',
  },
  'village.merged-into-itself': {
    status: 422,
    what: 'Thôn không thể nhập vào chính nó.',
    todo: 'Chọn thôn khác, hoặc để trống.',
  },
  'hotline.not-found': {
    status: 404,
    what: 'Không tìm thấy số điện thoại này.',
    todo: 'Tải lại trang để thấy danh sách mới nhất.',
  },
  'calendar.day-not-found': {
    status: 404,
    what: 'Xã chưa sửa ngày này, nên không có gì để bỏ.',
    todo: 'Tải lại trang để thấy lịch mới nhất.',
  },
  'calendar.hours-not-found': {
    status: 404,
    what: 'Không tìm thấy bảng giờ làm việc này.',
    todo: 'Tải lại trang để thấy bảng mới nhất.',
  },
  'calendar.works-anyway': {
    status: 422,
    what: 'Ngày làm bù phải rơi vào ngày nghỉ hằng tuần; ngày này vốn là ngày làm việc.',
    todo: 'Kiểm tra lại ngày, hoặc chọn loại khác.',
  },
  'calendar.off-anyway': {
    status: 422,
    what: 'Ngày nghỉ bù, nghỉ hoán đổi phải rơi vào ngày làm việc; ngày này vốn được nghỉ hằng tuần.',
    todo: 'Kiểm tra lại ngày, hoặc chọn loại khác.',
  },
  'calendar.year-empty': {
    status: 422,
    what: 'Năm {year} chưa có ngày nghỉ nào.',
    todo: 'Thêm các ngày nghỉ theo thông báo trước, rồi mới xác nhận cả năm.',
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
  'unit.merged-into-itself': {
    status: 422,
    what: 'Một đơn vị không thể sáp nhập vào chính nó.',
    todo: 'Chọn đơn vị khác.',
  },
  'commune.setup-code': {
    status: 422,
    what: 'Mã thiết lập không đúng.',
    todo: 'Chép đúng mã mà Loa in ra trên màn hình máy chủ khi khởi động.',
  },
});
