// What can go wrong when a workbook is read.
import { defineErrors } from '../errors.ts';

export const tableError = defineErrors({
  'table.too-large': {
    status: 413,
    what: 'Bảng tính “{name}” nặng {size}, quá mức đọc được.',
    todo: 'Xóa ảnh và các trang không cần, lưu lại rồi nhập; tối đa {most}.',
  },
  'table.old-excel': {
    status: 422,
    what: 'Bảng tính “{name}” ở dạng Excel cũ (.xls) hoặc có mật khẩu.',
    todo: 'Mở bằng Excel, bỏ mật khẩu nếu có, lưu dạng .xlsx rồi nhập lại.',
  },
  'table.damaged': {
    status: 422,
    what: 'Bảng tính “{name}” không mở được: tệp hỏng, tải dở hoặc không phải .xlsx.',
    todo: 'Mở thử bằng Excel, lưu lại dạng .xlsx rồi nhập lại.',
  },
  'table.too-long': {
    status: 503,
    what: 'Đọc bảng tính “{name}” quá {seconds} giây hoặc quá nhiều bộ nhớ nên đã dừng.',
    todo: 'Chia bảng thành các tệp nhỏ hơn rồi nhập từng tệp.',
  },
});
