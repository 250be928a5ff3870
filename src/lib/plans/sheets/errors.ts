// What printing and confirming by a week's sheet refuses.
import { defineErrors } from '#lib/platform/index.ts';

export const sheetError = defineErrors({
  'sheet.invalid': {
    status: 404,
    what: 'Mã QR này không dẫn tới phiếu tuần nào.',
    todo: 'Quét lại mã in trên phiếu, hoặc hỏi đầu mối kế hoạch của xã.',
  },
  'sheet.void': {
    status: 410,
    what: 'Phiếu tuần này không còn dùng để xác nhận: {why}.',
    todo: 'Dùng phiếu mới nhất, hoặc hỏi đầu mối kế hoạch của xã.',
  },
  'sheet.not-on-it': {
    status: 409,
    what: 'Việc này không còn chờ xác nhận trên phiếu.',
    todo: 'Tải lại trang để thấy các việc còn lại.',
  },
  'sheet.nothing-to-print': {
    status: 404,
    what: 'Tuần này không có việc nào để in phiếu.',
    todo: 'Chọn tuần khác, hoặc xem danh sách nhiệm vụ.',
  },
});
