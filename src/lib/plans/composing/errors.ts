// What can go wrong while a plan is written, in the words of whoever writes it.
import { defineErrors } from '#lib/platform/index.ts';

export const composingError = defineErrors({
  'composition.not-found': {
    status: 404,
    what: 'Không có bản soạn kế hoạch này, hoặc bản này đã bị bỏ.',
    todo: 'Mở mục Kế hoạch để chọn bản đang soạn.',
  },
  'composition.no-such-place': {
    status: 422,
    what: 'Chỗ vừa sửa không còn trong bản soạn.',
    todo: 'Chép lại phần đã gõ, tải lại trang rồi chọn chỗ cần sửa.',
  },
  'composition.not-draft': {
    status: 409,
    what: 'Bản soạn không còn ở bước sửa: đã duyệt hoặc đã ban hành.',
    todo: 'Muốn sửa, đề nghị lãnh đạo trả lại bản soạn.',
  },
  'composition.changed-meanwhile': {
    status: 409,
    what: 'Có người vừa lưu bản soạn này.',
    todo: 'Chép lại phần đã gõ, tải lại trang để xem bản mới nhất rồi sửa tiếp.',
  },
  'composition.points-open': {
    status: 409,
    what: 'Còn {count} chỗ chưa được xác nhận: năm, căn cứ, đơn vị hoặc nhiệm vụ dở dang.',
    todo: 'Xác nhận hết các chỗ ở đầu trang rồi mới duyệt.',
  },
  'composition.nothing-to-do': {
    status: 422,
    what: 'Kế hoạch chưa có nội dung tuyên truyền hoặc chưa giao nhiệm vụ cho đơn vị nào.',
    todo: 'Thêm ít nhất một nội dung và một nhiệm vụ rồi mới duyệt.',
  },
  'composition.one-file': {
    status: 422,
    what: 'Bản ký của kế hoạch phải là một tệp.',
    todo: 'Chọn một tệp PDF (ký số hoặc quét cả văn bản), hoặc một ảnh nếu chỉ có một trang.',
  },
  'composition.not-approved': {
    status: 409,
    what: 'Bản soạn chưa được duyệt, hoặc đã được trả lại.',
    todo: 'Tải lại trang để xem bước hiện tại.',
  },
  'composition.not-issued': {
    status: 409,
    what: 'Kế hoạch này chưa ban hành, hoặc đã được thu hồi.',
    todo: 'Tải lại trang để xem bước hiện tại.',
  },
  'composition.in-force': {
    status: 409,
    what: 'Kế hoạch đã được xác nhận, nhiệm vụ đã giao; không thu hồi số được nữa.',
    todo: 'Sửa đổi, thay thế hoặc kết thúc kế hoạch ở trang của kế hoạch.',
  },
});
