// What can go wrong when a document is made into a PDF.
import { defineErrors } from '../errors.ts';

export const printError = defineErrors({
  'print.busy': {
    status: 503,
    what: 'Đang có {waiting} văn bản khác chờ in nên chưa nhận thêm.',
    todo: 'Đợi một hai phút rồi bấm tải lại.',
  },
  'print.timeout': {
    status: 503,
    what: 'Tạo tệp PDF quá {seconds} giây nên đã dừng.',
    todo: 'Chia phụ lục thành các phần ngắn hơn rồi thử lại.',
  },
  'print.failed': {
    status: 500,
    what: 'Chưa tạo được tệp PDF: {reason}.',
    todo: 'Kiểm tra ảnh và bảng trong văn bản rồi thử lại; nếu vẫn lỗi, tải bản Word và báo người quản trị.',
  },
});
