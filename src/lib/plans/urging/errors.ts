// What can be wrong with urging a unit, in the words of whoever does it.
import { defineErrors } from '#lib/platform/index.ts';

export const urgingError = defineErrors({
  'urging.not-found': {
    status: 404,
    what: 'Không có lần đôn đốc, kiểm tra này.',
    todo: 'Quay lại danh sách Đôn đốc để chọn.',
  },
  'urging.unit-gone': {
    status: 422,
    what: 'Đơn vị đã chọn không còn hoạt động.',
    todo: 'Chọn đơn vị đang hoạt động.',
  },
  'urging.in-future': {
    status: 422,
    what: 'Ngày {day} chưa đến.',
    todo: 'Ghi sau khi đã đôn đốc hoặc kiểm tra.',
  },
  'urging.answer-before': {
    status: 422,
    what: 'Hạn trả lời {day} sớm hơn ngày đôn đốc, kiểm tra.',
    todo: 'Chọn hạn trả lời từ ngày đó trở đi.',
  },
  'urging.numbered': {
    status: 409,
    what: 'Công văn đã có số {code}.',
    todo: 'Tải lại trang; muốn cấp số khác thì hủy số này, nêu lý do.',
  },
  'urging.not-numbered': {
    status: 409,
    what: 'Công văn chưa có số, hoặc số đã hủy.',
    todo: 'Tải lại trang để xem công văn đang có số nào.',
  },
  'urging.numbered-before': {
    status: 422,
    what: 'Ngày công văn sớm hơn ngày đôn đốc, kiểm tra ({day}).',
    todo: 'Ghi ngày đó hoặc một ngày sau.',
  },
  'urging.answered-already': {
    status: 409,
    what: 'Đơn vị đã trả lời lần đôn đốc này.',
    todo: 'Mở lại trang để xem câu trả lời.',
  },
});
