// What can be wrong with handing something to the editorial secretary, in the words of whoever does it.
import { defineErrors } from '#lib/platform/index.ts';

export const handoverError = defineErrors({
  'handover.not-found': {
    status: 404,
    what: 'Không có nội dung chuyển này.',
    todo: 'Quay lại trang Chuyển biên tập để chọn.',
  },
  'handover.unit-gone': {
    status: 422,
    what: 'Đơn vị đã chọn không còn hoạt động, hoặc anh chị không làm việc cho đơn vị ấy.',
    todo: 'Chọn đơn vị khác trong danh sách.',
  },
  'handover.unknown-duty': {
    status: 422,
    what: 'Nhiệm vụ đã chọn không phải của đơn vị chuyển.',
    todo: 'Chọn nhiệm vụ của đúng đơn vị, hoặc để trống.',
  },
  'handover.unknown-topic': {
    status: 422,
    what: 'Có nội dung tuyên truyền không thuộc kế hoạch nào đang thực hiện.',
    todo: 'Chọn lại trong danh sách.',
  },
  'handover.unknown-entry': {
    status: 422,
    what: 'Văn bản đã chọn không có trong sổ.',
    todo: 'Chọn lại văn bản trong sổ, hoặc để trống và tải tệp lên.',
  },
  'handover.day-past': {
    status: 422,
    what: 'Ngày cần đăng {day} đã qua.',
    todo: 'Chọn hôm nay hoặc một ngày sau; việc đã qua thì ghi ở mục Hoạt động.',
  },
  'handover.moved-on': {
    status: 409,
    what: 'Nội dung này đang ở bước “{state}” nên chưa làm như thế được.',
    todo: 'Mở lại trang để xem ai vừa làm gì.',
  },
});
