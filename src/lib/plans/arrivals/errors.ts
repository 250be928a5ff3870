// What can be wrong with settling an act that came by itself, in words for whoever does it.
import { defineErrors } from '#lib/platform/index.ts';

export const arrivalError = defineErrors({
  'arrival.settled-already': {
    status: 409,
    what: 'Việc này đã được xác nhận hoặc đã thôi tính.',
    todo: 'Tải lại danh sách để xem những việc còn chờ.',
  },
  'arrival.unit-needed': {
    status: 422,
    what: 'Chưa biết đơn vị nào thực hiện việc này.',
    todo: 'Chọn đơn vị thực hiện rồi xác nhận lại.',
  },
  'arrival.topics-needed': {
    status: 422,
    what: 'Chưa chọn nội dung nào của kế hoạch.',
    todo: 'Chọn ít nhất một nội dung; nếu không thuộc kế hoạch nào, bấm “Không tính”.',
  },
  'arrival.twin': {
    status: 409,
    what: 'Hình như việc này đã được ghi tay: “{title}” ngày {day}.',
    todo: 'Chọn đó là cùng một việc hay là việc khác rồi xác nhận lại.',
  },
});
