// What sending mail refuses.
import { defineErrors } from '../errors.ts';

export const mailError = defineErrors({
  'mail.no-server': {
    status: 409,
    what: 'Xã chưa khai máy chủ gửi thư.',
    todo: 'Khai và lưu máy chủ gửi thư trước, rồi gửi thử.',
  },
  'mail.test-failed': {
    status: 422,
    what: 'Thư thử chưa gửi được: {trouble}.',
    todo: 'Sửa cấu hình ở dưới, lưu, rồi gửi thử lại.',
  },
  'mail.password-needed': {
    status: 422,
    what: 'Tên máy chủ hoặc tên đăng nhập đã đổi nên mật khẩu đang giữ không dùng lại.',
    todo: 'Nhập mật khẩu của máy chủ gửi thư.',
  },
});
