// What can be wrong with a decision about a duty in time, in the words of whoever decides.
import { defineErrors } from '#lib/platform/index.ts';

export const occurrenceError = defineErrors({
  'occurrence.unknown': {
    status: 404,
    what: 'Nhiệm vụ này không có kỳ “{key}”.',
    todo: 'Tải lại trang: nhịp của nhiệm vụ có thể vừa được đặt lại.',
  },
  'occurrence.due-outside': {
    status: 422,
    what: 'Ngày {day} nằm ngoài thời gian của kế hoạch ({from} đến {to}).',
    todo: 'Chọn một ngày trong thời gian kế hoạch; việc để sang năm thì chuyển vào kế hoạch sau.',
  },
  'occurrence.due-before': {
    status: 422,
    what: 'Ngày {day} sớm hơn ngày bắt đầu của kỳ này ({from}).',
    todo: 'Chọn ngày từ {from} trở đi.',
  },
  'occurrence.same-due': {
    status: 422,
    what: 'Hạn của kỳ này đã là ngày {day}.',
    todo: 'Chọn ngày khác, hoặc bỏ việc dời hạn.',
  },
  'occurrence.done-already': {
    status: 409,
    what: 'Kỳ này đã làm xong nên không cần miễn hay chuyển giao.',
    todo: 'Nếu ghi nhầm hoạt động, rút hoạt động đó trước.',
  },
  'occurrence.unit-gone': {
    status: 422,
    what: 'Đơn vị “{unit}” đã ngừng hoạt động từ ngày {day}.',
    todo: 'Chọn đơn vị đang hoạt động.',
  },
  'occurrence.same-unit': {
    status: 422,
    what: 'Kỳ này đang do “{unit}” thực hiện.',
    todo: 'Chọn đơn vị khác.',
  },
  'occurrence.act-elsewhere': {
    status: 422,
    what: 'Hoạt động này không ghi cho nhiệm vụ đang xem.',
    todo: 'Sửa hoạt động, chọn thêm nhiệm vụ này, rồi gắn lại.',
  },
  'duty.cadence-outside': {
    status: 422,
    what: 'Ngày bắt đầu {day} nằm ngoài thời gian của kế hoạch ({from} đến {to}).',
    todo: 'Chọn ngày trong thời gian kế hoạch.',
  },
});
