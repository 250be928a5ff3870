// What sign-in and account keeping refuse, in the words people are shown.
import { defineErrors } from '../errors.ts';

export const accountError = defineErrors({
  'sign-in.wrong': {
    status: 401,
    what: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    todo: 'Kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi thử lại; nếu quên mật khẩu, nhờ quản trị viên của xã cấp lại.',
  },
  'sign-in.slowed': {
    status: 429,
    what: 'Đã có nhiều lần nhập sai từ nơi này, nên tạm dừng nhận đăng nhập.',
    todo: 'Hãy thử lại sau {wait} (lúc {time}). Đồng nghiệp ở máy khác vẫn đăng nhập được bình thường.',
  },
  'sign-in.wrong-code': {
    status: 401,
    what: 'Mã xác thực không đúng, đã hết hạn hoặc đã dùng rồi.',
    todo: 'Đợi ứng dụng hiện mã mới rồi nhập lại; kiểm tra giờ của điện thoại có đúng không.',
  },
  'password.too-short': {
    status: 422,
    what: 'Mật khẩu cần ít nhất {minimum} ký tự.',
    todo: 'Nên ghép vài từ không liên quan với nhau, có thể cách nhau bằng dấu gạch nối.',
  },
  'password.too-long': {
    status: 422,
    what: 'Mật khẩu dài quá {maximum} ký tự.',
    todo: 'Hãy chọn mật khẩu ngắn hơn.',
  },
  'password.common': {
    status: 422,
    what: 'Mật khẩu này quá dễ đoán (từ quen thuộc, dãy phím hoặc ký tự lặp lại).',
    todo: 'Nên ghép vài từ không liên quan với nhau.',
  },
  'password.has-login': {
    status: 422,
    what: 'Mật khẩu chứa tên đăng nhập.',
    todo: 'Hãy chọn mật khẩu không chứa tên đăng nhập.',
  },
  'password.wrong': {
    status: 422,
    what: 'Mật khẩu hiện tại không đúng.',
    todo: 'Nhập lại mật khẩu đang dùng để đăng nhập.',
  },
  'password.same': {
    status: 422,
    what: 'Mật khẩu mới trùng mật khẩu đang dùng.',
    todo: 'Hãy chọn một mật khẩu khác.',
  },
  'account.login-taken': {
    status: 409,
    what: 'Tên đăng nhập “{login}” đã có người dùng.',
    todo: 'Hãy chọn tên khác, ví dụ thêm tên đơn vị.',
  },
  'account.last-administrator': {
    status: 409,
    what: 'Đây là quản trị viên duy nhất còn hoạt động.',
    todo: 'Giao vai trò quản trị viên cho một tài khoản khác trước.',
  },
  'account.not-found': {
    status: 404,
    what: 'Không tìm thấy tài khoản này.',
    todo: 'Quay lại danh sách tài khoản để chọn lại.',
  },
  'submission.gone': {
    status: 410,
    what: 'Nội dung gửi dở không còn: đã gửi tiếp, đã bỏ hoặc quá 24 giờ.',
    todo: 'Mở lại trang và nhập lại.',
  },
  'submission.too-large': {
    status: 413,
    what: 'Phiên đã hết hạn và nội dung vừa gửi vượt quá {limit} nên không giữ lại được.',
    todo: 'Đăng nhập rồi gửi lại; trên trình duyệt, bấm nút quay lại để thấy những gì đã nhập.',
  },
});
