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
  'coverage.days-needed': {
    status: 422,
    what: 'Chưa ghi số ngày chung cho mọi nội dung.',
    todo: 'Ghi số ngày, từ 1 đến 366.',
  },
});
