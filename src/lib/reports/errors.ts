// What can be wrong with a report's period or a formula, in words for the officer.
import { defineErrors } from '#lib/platform/index.ts';

export const reportError = defineErrors({
  'report.period-backwards': {
    status: 422,
    what: 'Kỳ báo cáo kết thúc ({to}) trước ngày bắt đầu ({from}).',
    todo: 'Chọn ngày kết thúc bằng hoặc sau ngày bắt đầu.',
  },
  'formula.empty': {
    status: 422,
    what: 'Ô công thức còn trống.',
    todo: 'Ghi công thức, ví dụ: hoạt_động(kênh: "radio").',
  },
  'formula.too-long': {
    status: 422,
    what: 'Công thức dài {length} ký tự, quá {limit} ký tự.',
    todo: 'Tách công thức thành nhiều ô.',
  },
  'formula.too-deep': {
    status: 422,
    what: 'Công thức lồng quá {limit} lớp, tại ký tự thứ {at}.',
    todo: 'Bỏ bớt ngoặc hoặc tách công thức thành nhiều ô.',
  },
  'formula.unexpected': {
    status: 422,
    what: 'Không hiểu “{found}” tại ký tự thứ {at} của công thức.',
    todo: 'Chỗ này cần {wanted}.',
  },
  'formula.unfinished': {
    status: 422,
    what: 'Công thức dừng giữa chừng.',
    todo: 'Ghi tiếp {wanted}.',
  },
  'formula.unknown-name': {
    status: 422,
    what: 'Không có số liệu nào tên “{found}” (ký tự thứ {at}).',
    todo: 'Dùng một trong các tên: {names}.',
  },
  'formula.unknown-filter': {
    status: 422,
    what: 'Không lọc được theo “{found}” (ký tự thứ {at}).',
    todo: 'Lọc theo một trong các mục: {names}.',
  },
  'formula.repeated-filter': {
    status: 422,
    what: 'Mục lọc “{found}” ghi hai lần (ký tự thứ {at}).',
    todo: 'Giữ lại một lần.',
  },
  'formula.unknown-value': {
    status: 422,
    what: 'Mục lọc “{filter}” không có giá trị “{found}” (ký tự thứ {at}).',
    todo: 'Ghi đúng tên như trong danh mục của xã.',
  },
  'formula.ambiguous-value': {
    status: 422,
    what: 'Mục lọc “{filter}” có nhiều giá trị tên “{found}” (ký tự thứ {at}).',
    todo: 'Ghi mã thay cho tên để chỉ đúng một giá trị.',
  },
  'formula.too-large': {
    status: 422,
    what: 'Kết quả của công thức lớn quá mức tính được.',
    todo: 'Xem lại các phép nhân và phép chia trong công thức.',
  },
});
