// What can go wrong while Loa is started, in words for whoever starts it.
import { defineErrors } from '#lib/platform/index.ts';

export const startError = defineErrors({
  'start.port-taken': {
    status: 503,
    what: 'Cổng {port} trên {host} đang được chương trình khác dùng.',
    todo: 'Chọn cổng khác, ví dụ: PORT={next} npm start; hoặc tắt chương trình kia.',
  },
  'start.port-refused': {
    status: 503,
    what: 'Không được phép mở cổng {port} trên {host}: {reason}',
    todo: 'Chọn cổng lớn hơn 1023 và một địa chỉ của máy này, ví dụ: PORT=3000 npm start.',
  },
  'start.bad-port': {
    status: 422,
    what: 'PORT = “{given}” không phải là số cổng.',
    todo: 'Dùng một số từ 0 đến 65535 (0: cổng bất kỳ còn trống).',
  },
  'start.public-demo': {
    status: 403,
    what: 'Đang có xã minh họa, tài khoản của xã này không cần mã xác thực; không mở ra địa chỉ {host}.',
    todo: 'Để HOST=127.0.0.1, hoặc thêm --demo-cong-khai nếu thật sự muốn người ngoài vào được bản minh họa.',
  },
  'start.bad-page-cache': {
    status: 400,
    what: 'LOA_PAGE_CACHE_MB={given} không phải số megabyte.',
    todo: 'Đặt một số từ 0 (không giữ trang) trở lên, ví dụ LOA_PAGE_CACHE_MB=24, hoặc bỏ biến này.',
  },
  'start.build-failed': {
    status: 503,
    what: 'Không dựng được các trang (vite build).',
    todo: 'Xem thông báo phía trên; thử lại bằng: npm run build.',
  },
});

/** What commands about communes and accounts refuse. */
export const commandError = defineErrors({
  'command.no-commune': {
    status: 404,
    what: 'Bản cài đặt này chưa có xã nào.',
    todo: 'Tạo bằng lệnh: loa commune add --help, hoặc mở trang /thiet-lap.',
  },
  'command.which-commune': {
    status: 422,
    what: 'Bản cài đặt này có nhiều xã: {slugs}.',
    todo: 'Thêm --xa với một tên trong đó.',
  },
  'command.unknown-commune': {
    status: 404,
    what: 'Không có xã “{named}”.',
    todo: 'Chọn một trong: {slugs}; hoặc xem loa commune list.',
  },
  'command.wrong-value': {
    status: 422,
    what: '{name}: {message}',
    todo: 'Thêm --help sau lệnh để xem cách dùng.',
  },
});
