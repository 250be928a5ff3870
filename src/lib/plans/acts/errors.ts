// What can be wrong with an act or its evidence, in words for whoever records it.
import { defineErrors } from '#lib/platform/index.ts';

export const actError = defineErrors({
  'act.in-future': {
    status: 422,
    what: 'Ngày {day} chưa đến, nên chưa thể ghi là đã làm.',
    todo: 'Chọn ngày thực hiện không muộn hơn hôm nay; việc sắp làm thì đặt lịch ở trang độ phủ.',
  },
  'act.outside-plan': {
    status: 422,
    what: 'Ngày {day} nằm ngoài thời gian của kế hoạch ({from} đến {to}).',
    todo: 'Xem lại ngày; nếu đúng như vậy, đánh dấu “Hoạt động ngoài thời gian kế hoạch” rồi gửi lại.',
  },
  'act.twin': {
    status: 409,
    what: 'Hình như việc này đã được ghi: “{title}” ngày {day}.',
    todo: 'Mở hoạt động đó để xem; nếu là việc khác, đánh dấu “Đây là việc khác, vẫn ghi” rồi gửi lại.',
  },
  'act.period-closed': {
    status: 422,
    what: 'Ngày {day} thuộc kỳ đã khóa sổ ({period}).',
    todo: 'Xem lại ngày; nếu đúng, đánh dấu “Ghi muộn cho kỳ đã khóa sổ” rồi gửi lại: số liệu đã khóa giữ nguyên, hoạt động vào phần điều chỉnh của kỳ sau.',
  },
  'act.gone-unit': {
    status: 422,
    what: '{unit} đã kết thúc hoạt động từ ngày {end}, trước ngày thực hiện.',
    todo: 'Chọn đơn vị đã thay thế, hoặc xem lại ngày thực hiện.',
  },
  'act.unknown-kind': {
    status: 422,
    what: 'Chưa chọn loại hoạt động.',
    todo: 'Chọn một loại trong danh sách.',
  },
  'act.wrong-channel': {
    status: 422,
    what: '“{kind}” không đi qua kênh đã chọn.',
    todo: 'Chọn một trong các kênh: {channels}.',
  },
  'act.unknown-topic': {
    status: 422,
    what: 'Có nội dung không thuộc kế hoạch nào đang thực hiện.',
    todo: 'Chọn lại nội dung trong danh sách của kế hoạch.',
  },
  'act.unknown-duty': {
    status: 422,
    what: 'Có nhiệm vụ không thuộc kế hoạch nào đang thực hiện.',
    todo: 'Chọn lại nhiệm vụ của đơn vị.',
  },
  'act.unknown-unit': {
    status: 422,
    what: 'Chưa chọn đơn vị thực hiện.',
    todo: 'Chọn đơn vị trong danh sách.',
  },
  'act.unknown-village': {
    status: 422,
    what: 'Thôn đã chọn không có trong danh sách của xã.',
    todo: 'Chọn lại thôn hoặc để trống.',
  },
  'act.personal-data': {
    status: 422,
    what: 'Nội dung đăng công khai có {found}.',
    todo: 'Chọn che bớt các số này, hoặc xác nhận rằng được phép công khai.',
  },
  'act.withdrawn': {
    status: 409,
    what: 'Hoạt động này đã được rút khỏi kết quả.',
    todo: 'Ghi một hoạt động mới nếu việc đó thực sự đã làm.',
  },
  'evidence.not-offered': {
    status: 422,
    what: 'Có ảnh hoặc tệp đã chọn không còn dùng được: đã gỡ, đã có ở hoạt động này, hoặc của đơn vị khác.',
    todo: 'Tải lại trang rồi chọn trong danh sách.',
  },
  'evidence.already-removed': {
    status: 409,
    what: 'Minh chứng này đã được gỡ trước đó.',
    todo: 'Tải lại trang để xem các minh chứng hiện có.',
  },
});
