// What can be wrong with declared figures, in words for the officer.
import { defineErrors } from '#lib/platform/index.ts';

export const figureError = defineErrors({
  'figures.future-month': {
    status: 422,
    what: 'Tháng {month} chưa tới nên chưa thể có số liệu.',
    todo: 'Chọn tháng này hoặc một tháng đã qua.',
  },
  'figures.reason-needed': {
    status: 422,
    what: 'Số liệu tháng {month} đã được khai trước đó.',
    todo: 'Ghi lý do sửa; bản cũ, bản mới và lý do đều được công khai.',
  },
  'figures.unchanged': {
    status: 422,
    what: 'Số liệu tháng {month} giống hệt bản đang công khai.',
    todo: 'Không cần khai lại; chỉ khai khi có con số khác.',
  },
  'figures.personal-data': {
    status: 422,
    what: 'Ô “{field}” có {found}, mà ô này sẽ được công khai.',
    todo: 'Bỏ phần đó rồi lưu lại.',
  },
  'figures.file-faulty': {
    status: 422,
    what: 'Tệp còn {count} chỗ cần sửa nên chưa dòng nào được lưu.',
    todo: 'Sửa theo danh sách lỗi rồi nhập lại tệp.',
  },
});
