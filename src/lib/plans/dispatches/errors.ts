// What can be wrong with sending, reading and confirming.
import { defineErrors } from '#lib/platform/index.ts';

export const dispatchError = defineErrors({
  'dispatch.not-found': {
    status: 404,
    what: 'Không tìm thấy nội dung đã gửi này.',
    todo: 'Quay lại danh sách gửi – nhận để chọn lại.',
  },
  'dispatch.unknown-recipient': {
    status: 422,
    what: 'Có nơi nhận không còn trong danh mục của xã.',
    todo: 'Chọn lại nơi nhận trong danh sách.',
  },
  'dispatch.unknown-plan': {
    status: 422,
    what: 'Kế hoạch đã chọn không còn, hoặc chưa được xác nhận.',
    todo: 'Chọn lại hoặc để trống.',
  },
  'dispatch.unknown-topic': {
    status: 422,
    what: 'Nội dung tuyên truyền đã chọn không thuộc kế hoạch nào.',
    todo: 'Chọn lại hoặc để trống.',
  },
  'dispatch.recalled': {
    status: 409,
    what: 'Nội dung này đã được thu hồi.',
    todo: 'Không cần xác nhận nữa; xem lý do thu hồi ở trang của nội dung.',
  },
  'dispatch.not-recipient': {
    status: 422,
    what: 'Đơn vị này không có trong nơi nhận.',
    todo: 'Xem lại danh sách nơi nhận.',
  },
  'dispatch.already-read': {
    status: 409,
    what: 'Nơi nhận này đã xác nhận bản hiện hành.',
    todo: 'Không cần xác nhận lại.',
  },
  'dispatch.own': {
    status: 409,
    what: 'Người gửi không tự xác nhận đã quán triệt thay nơi nhận.',
    todo: 'Nhờ một cán bộ khác của đơn vị xác nhận.',
  },
  'dispatch.newer-revision': {
    status: 409,
    what: 'Nội dung vừa có bản mới.',
    todo: 'Tải lại trang, đọc bản mới rồi xác nhận.',
  },
  'head.not-found': {
    status: 404,
    what: 'Không tìm thấy người xác nhận này.',
    todo: 'Tải lại trang rồi chọn lại.',
  },
  'head.unknown-place': {
    status: 422,
    what: 'Đơn vị hoặc thôn đã chọn không còn trong danh mục.',
    todo: 'Chọn lại trong danh sách.',
  },
  'head.no-pin': {
    status: 409,
    what: '{position} chưa có mã PIN còn hiệu lực.',
    todo: 'Nhờ quản trị viên cấp mã PIN ở trang “Người xác nhận không có tài khoản”.',
  },
  'link.same-person': {
    status: 409,
    what: 'Mã PIN của {position} do chính anh chị cấp.',
    todo: 'Người cấp mã PIN và người gửi đường dẫn phải là hai người; nhờ người khác gửi hoặc cấp lại mã.',
  },
  'link.invalid': {
    status: 404,
    what: 'Đường dẫn xác nhận không đúng.',
    todo: 'Kiểm tra lại từng chữ, hoặc hỏi lại người gửi ở Ủy ban nhân dân.',
  },
  'link.void': {
    status: 410,
    what: 'Đường dẫn xác nhận không dùng được nữa: {why}.',
    todo: 'Hỏi người gửi ở Ủy ban nhân dân để nhận đường dẫn mới.',
  },
  'link.slowed': {
    status: 429,
    what: 'Mã PIN đã bị nhập sai nhiều lần.',
    todo: 'Hãy thử lại sau {wait}; quên mã thì hỏi quản trị viên của xã.',
  },
  'link.wrong-pin': {
    status: 422,
    what: 'Mã PIN chưa đúng.',
    todo: 'Xem lại mã trên giấy được giao; quên mã thì hỏi quản trị viên của xã.',
  },
});
