// What can be wrong when the coordinator sets what is to be covered.
import { defineErrors } from '#lib/platform/index.ts';

export const coverageError = defineErrors({
  'coverage.unknown-channel': {
    status: 422,
    what: 'Kênh này không có trong bảng các kênh.',
    todo: 'Quay lại ma trận và chọn một ô.',
  },
  'coverage.unknown-unit': {
    status: 422,
    what: 'Chưa chọn đơn vị.',
    todo: 'Chọn đơn vị sẽ thực hiện trong danh sách.',
  },
  'coverage.outside-plan': {
    status: 422,
    what: 'Tháng này nằm ngoài thời gian của kế hoạch ({from} đến {to}).',
    todo: 'Chọn một tháng trong thời gian kế hoạch.',
  },
  'period.not-over': {
    status: 422,
    what: 'Kỳ {period} đến hết ngày {to} mới kết thúc, nên chưa khóa sổ được.',
    todo: 'Khóa sổ khi kỳ đã hết và các đơn vị đã ghi đủ hoạt động.',
  },
  'period.already-closed': {
    status: 409,
    what: 'Kỳ {period} đã được khóa sổ trước đó.',
    todo: 'Mở trang của kỳ để xem số liệu đã khóa và các điều chỉnh.',
  },
  'period.not-closed': {
    status: 409,
    what: 'Kỳ {period} đang mở, không có gì để mở lại.',
    todo: 'Tải lại trang để xem trạng thái hiện nay của kỳ.',
  },
  'coverage.days-needed': {
    status: 422,
    what: 'Chưa ghi số ngày chung cho mọi nội dung.',
    todo: 'Ghi số ngày, từ 1 đến 366.',
  },
});
