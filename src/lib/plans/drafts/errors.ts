// What can go wrong with a plan at the desk, in the words the officer reads.
import { defineErrors } from '#lib/platform/index.ts';

export const draftError = defineErrors({
  'plan.nothing-given': {
    status: 422,
    what: 'Chưa có văn bản nào để đọc.',
    todo: 'Chọn tệp kế hoạch, hoặc dán toàn văn kế hoạch vào ô bên dưới.',
  },
  'plan.too-long': {
    status: 413,
    what: 'Phần văn bản dán vào dài {length} ký tự, vượt mức {limit}.',
    todo: 'Chỉ dán phần kế hoạch, bỏ các phụ lục dài; hoặc tải lên tệp gốc.',
  },
  'plan.not-a-plan': {
    status: 422,
    what: 'Văn bản này là {type}, không phải kế hoạch.',
    todo: 'Kiểm tra lại đã chọn đúng tệp chưa. Kế hoạch cần có các phần nội dung, hình thức và tổ chức thực hiện.',
  },
  'plan.no-type': {
    status: 422,
    what: 'Không nhận ra đây là kế hoạch: thiếu tên loại văn bản hoặc các phần nội dung, tổ chức thực hiện.',
    todo: 'Dán đủ toàn văn từ phần quốc hiệu đến nơi nhận, hoặc chọn lại tệp.',
  },
  'plan.known': {
    status: 409,
    what: 'Kế hoạch này đã được nhập ngày {day}: “{title}”.',
    todo: 'Mở bản đã nhập để xem hoặc sửa tiếp; không cần nhập lại.',
  },
  'plan.same-number': {
    status: 409,
    what: 'Đã có một văn bản cùng số {code}, cùng ngày và cùng cơ quan: “{title}”.',
    todo: 'Mở bản đã nhập để đối chiếu. Nếu đây là bản đính chính có lời văn khác, đánh dấu ô xác nhận rồi gửi lại.',
  },
  'plan.other-commune': {
    status: 409,
    what: 'Kế hoạch này do {agency} ban hành, không phải của {commune}.',
    todo: 'Nếu nhầm tệp, chọn lại tệp khác. Nếu xã vẫn thực hiện theo kế hoạch này (của cấp trên, hoặc của đơn vị cũ trước khi sáp nhập, đổi tên), đánh dấu ô xác nhận rồi gửi lại.',
  },
  'plan.not-found': {
    status: 404,
    what: 'Không tìm thấy kế hoạch này.',
    todo: 'Quay lại danh sách kế hoạch để chọn.',
  },
  'plan.not-draft': {
    status: 409,
    what: 'Kế hoạch này không còn là bản nháp nên không sửa được nữa.',
    todo: 'Mở trang kế hoạch để xem bản đang có hiệu lực.',
  },
  'plan.not-confirmed': {
    status: 409,
    what: 'Kế hoạch này chưa được xác nhận.',
    todo: 'Rà soát và xác nhận kế hoạch trước.',
  },
  'plan.not-published': {
    status: 409,
    what: 'Kế hoạch này không ở trên Cổng thông tin.',
    todo: 'Tải lại trang để xem trạng thái mới; có thể người khác vừa gỡ.',
  },
  'plan.changed': {
    status: 409,
    what: 'Bản nháp vừa được người khác sửa trong lúc đang mở.',
    todo: 'Xem bản mới bên cạnh bản của mình rồi lưu lại.',
  },
  'plan.incomplete': {
    status: 422,
    what: 'Chưa xác nhận được: còn {count} lỗi phải xử lý.',
    todo: 'Xử lý từng lỗi trong danh sách rồi xác nhận lại.',
  },
  'plan.steps-refused': {
    status: 422,
    what: 'Thao tác sửa gửi lên không đúng dạng nên chưa được lưu.',
    todo: 'Tải lại trang rồi làm lại thao tác vừa rồi.',
  },
  'plan.too-many-steps': {
    status: 422,
    what: 'Bản nháp đã có quá nhiều lần sửa.',
    todo: 'Xác nhận kế hoạch, hoặc bỏ bản nháp này và nhập lại văn bản.',
  },
  'plan.unit-unknown': {
    status: 422,
    what: 'Đơn vị được chọn không có trong danh sách của xã.',
    todo: 'Chọn lại đơn vị, hoặc chọn tạo đơn vị mới.',
  },
  'plan.personal-data': {
    status: 422,
    what: 'Văn bản có {count} chỗ giống dữ liệu cá nhân ({kinds}).',
    todo: 'Chọn che các chỗ đó, hoặc xác nhận rằng được phép công khai.',
  },
});
