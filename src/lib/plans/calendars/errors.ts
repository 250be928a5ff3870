// What can be wrong with a unit's calendar address, in words for whoever follows it.
import { defineErrors } from '#lib/platform/index.ts';

export const calendarError = defineErrors({
  'calendar.gone': {
    status: 404,
    what: 'Đường dẫn lịch này không đúng hoặc đã bị hủy.',
    todo: 'Mở trang của đơn vị ở bàn làm việc, mục “Lịch theo dõi”, để lấy đường dẫn đang dùng.',
  },
});
