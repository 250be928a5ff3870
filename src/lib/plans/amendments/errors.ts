// What can be wrong with a change of a plan in force, in the words of whoever changes it.
import { defineErrors } from '#lib/platform/index.ts';

export const amendmentError = defineErrors({
  'amendment.outside-plan': {
    status: 422,
    what: 'Ngày {day} nằm ngoài thời gian của kế hoạch ({from} đến {to}).',
    todo: 'Chọn ngày trong thời gian kế hoạch.',
  },
  'amendment.before-issue': {
    status: 422,
    what: 'Ngày có hiệu lực {day} sớm hơn ngày ban hành quyết định ({issued}).',
    todo: 'Xem lại hai ngày ghi trong quyết định.',
  },
  'amendment.not-in-order': {
    status: 409,
    what: 'Kế hoạch đã được sửa đổi với hiệu lực từ ngày {day}.',
    todo: 'Ngày có hiệu lực của lần sửa này không được sớm hơn; các lần sửa nối tiếp nhau.',
  },
  'amendment.nothing-changed': {
    status: 422,
    what: 'Chưa có gì được sửa trong kế hoạch.',
    todo: 'Sửa ít nhất một nội dung hoặc nhiệm vụ rồi gửi lại.',
  },
  'amendment.reword-later': {
    status: 422,
    what: 'Sửa lời của nội dung chỉ ghi được khi đã có hiệu lực; ngày {day} chưa đến.',
    todo: 'Ghi lại vào ngày đó, hoặc thêm nội dung mới và thôi nội dung cũ.',
  },
  'amendment.changed-meanwhile': {
    status: 409,
    what: 'Một nội dung hoặc nhiệm vụ trong biểu này không còn hiệu lực: có người vừa sửa kế hoạch.',
    todo: 'Tải lại trang để xem bản hiện hành; lời đã nhập còn ở ô bên dưới.',
  },
  'amendment.no-topic-left': {
    status: 422,
    what: 'Kế hoạch phải còn ít nhất một nội dung tuyên truyền.',
    todo: 'Giữ lại một nội dung, hoặc kết thúc cả kế hoạch.',
  },
  'amendment.personal-data': {
    status: 422,
    what: 'Phần sửa có {count} chỗ giống dữ liệu cá nhân ({kinds}), mà kế hoạch này đang công khai.',
    todo: 'Bỏ các số đó khỏi lời văn; nếu cần liên hệ, ghi đường dây nóng của xã.',
  },
  'amendment.unit-gone': {
    status: 422,
    what: 'Đơn vị được chọn không còn hoạt động.',
    todo: 'Chọn đơn vị đang hoạt động.',
  },
  'plan.closed-already': {
    status: 409,
    what: 'Kế hoạch này đã kết thúc ngày {day}.',
    todo: 'Mở trang kế hoạch để xem; không sửa hay kết thúc thêm được.',
  },
  'plan.replaced-by-itself': {
    status: 422,
    what: 'Kế hoạch không thể thay thế chính nó hoặc kế hoạch chưa xác nhận.',
    todo: 'Chọn một kế hoạch khác đã xác nhận.',
  },
  'carry.not-offered': {
    status: 409,
    what: 'Có nhiệm vụ được chọn không còn dở dang, hoặc đã được chuyển tiếp.',
    todo: 'Tải lại trang rồi chọn lại.',
  },
});
