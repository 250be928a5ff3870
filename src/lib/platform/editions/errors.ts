// What can be wrong on an edition's way, in words for the officer.
import { defineErrors } from '../errors.ts';

export const editionError = defineErrors({
  'edition.not-found': {
    status: 404,
    what: 'Không tìm thấy bài này.',
    todo: 'Quay lại danh sách bài để chọn lại.',
  },
  'edition.wrong-status': {
    status: 409,
    what: 'Không {step} được vì bài {status}.',
    todo: 'Tải lại trang để xem bài đang ở bước nào.',
  },
  'edition.changed': {
    status: 409,
    what: 'Bài vừa được {who} lưu bản mới trong lúc anh chị đang sửa.',
    todo: 'Bản của anh chị vẫn còn bên dưới; so với bản mới rồi lưu lại.',
  },
  'edition.unchanged-number': {
    status: 409,
    what: 'Bài đã có bản khác đang soạn.',
    todo: 'Mở bản đang soạn để sửa tiếp.',
  },
  'edition.own': {
    status: 409,
    what: 'Người trình duyệt không tự duyệt bài của mình.',
    todo: 'Nhờ lãnh đạo khác duyệt, hoặc đăng không qua duyệt và ghi rõ lý do.',
  },
  'edition.reason-needed': {
    status: 422,
    what: 'Chưa ghi lý do.',
    todo: 'Viết một câu nói rõ vì sao.',
  },
  'edition.newer-revision': {
    status: 409,
    what: 'Bài đã có bản lưu mới hơn bản đang xem.',
    todo: 'Tải lại trang, đọc bản mới rồi duyệt.',
  },
  'edition.time-past': {
    status: 422,
    what: 'Giờ hẹn đăng {time} đã qua.',
    todo: 'Chọn giờ sắp tới, hoặc bấm “Đăng ngay”.',
  },
  'edition.replacement-unknown': {
    status: 422,
    what: 'Địa chỉ thay thế phải là một trang của xã, bắt đầu bằng dấu /.',
    todo: 'Chép phần địa chỉ sau tên miền, ví dụ /tin/ten-bai.',
  },
  'edition.trashed': {
    status: 409,
    what: 'Bài đang ở thùng rác.',
    todo: 'Khôi phục bài trước khi làm tiếp.',
  },
  'edition.was-public': {
    status: 409,
    what: 'Bài đã từng đăng nên không bỏ vào thùng rác được.',
    todo: 'Gỡ bài và ghi lý do; nội dung đã đăng luôn được lưu.',
  },
  'preview.gone': {
    status: 404,
    what: 'Đường dẫn xem trước không còn dùng được.',
    todo: 'Bài đã đăng, đã gỡ, hoặc đường dẫn đã quá hạn; hỏi lại người gửi.',
  },
});
