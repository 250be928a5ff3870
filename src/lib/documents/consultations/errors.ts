// What can be wrong with a consultation or a comment, in words for officers and for people.
import { defineErrors } from '#lib/platform/index.ts';

export const consultationError = defineErrors({
  'consultation.not-found': {
    status: 404,
    what: 'Không có cuộc lấy ý kiến này.',
    todo: 'Mở danh sách lấy ý kiến để chọn lại.',
  },
  'consultation.not-draft': {
    status: 409,
    what: 'Văn bản này đã vào sổ hoặc đã bỏ, không còn là dự thảo.',
    todo: 'Chỉ lấy ý kiến về dự thảo; nhận dự thảo mới ở Sổ văn bản rồi mở lấy ý kiến.',
  },
  'consultation.no-words': {
    status: 422,
    what: 'Bản đọc của dự thảo chưa có lời nào để người dân đọc.',
    todo: 'Nhận tệp có chữ (Word, PDF có chữ) hoặc dán toàn văn ở Sổ văn bản.',
  },
  'consultation.standing': {
    status: 409,
    what: 'Dự thảo này đang có một cuộc lấy ý kiến chưa công bố kết quả.',
    todo: 'Công bố kết quả hoặc gỡ cuộc đó trước khi mở cuộc khác.',
  },
  'consultation.not-longer': {
    status: 422,
    what: 'Cuộc lấy ý kiến đang nhận đến hết ngày {day}; kéo dài thì phải sau ngày đó.',
    todo: 'Chọn ngày muộn hơn; không rút ngắn được thời hạn đã báo cho người dân.',
  },
  'consultation.past-day': {
    status: 422,
    what: 'Ngày {day} đã qua.',
    todo: 'Chọn hôm nay hoặc một ngày sau.',
  },
  'consultation.days-order': {
    status: 422,
    what: 'Ngày kết thúc đứng trước ngày mở.',
    todo: 'Chọn ngày kết thúc sau ngày mở.',
  },
  'consultation.too-short': {
    status: 422,
    what: 'Thời gian lấy ý kiến ngắn hơn {days} ngày kể từ ngày công khai ({source}).',
    todo: 'Chọn ngày kết thúc từ {earliest}, hoặc ghi lý do nếu pháp luật quy định thời hạn khác.',
  },
  'consultation.personal-data': {
    status: 422,
    what: 'Có thông tin cá nhân: {found}.',
    todo: 'Bỏ hoặc che các chỗ đó rồi lưu lại; người dân sẽ đọc đúng những lời này.',
  },
  'consultation.file-unmasked': {
    status: 422,
    what: 'Trong lời dự thảo có chỗ phải che, mà tệp gốc thì không che được.',
    todo: 'Bỏ chọn “Cho tải tệp gốc”, hoặc nhận lại tệp đã bỏ thông tin đó.',
  },
  'consultation.not-open': {
    status: 409,
    what: 'Cuộc lấy ý kiến này hiện không nhận ý kiến.',
    todo: 'Vẫn góp ý được qua điện thoại hoặc tại trụ sở; kết quả sẽ đăng ở trang này.',
  },
  'consultation.no-part': {
    status: 422,
    what: 'Dự thảo không có phần đã chọn.',
    todo: 'Chọn lại phần muốn góp ý, hoặc chọn “Cả dự thảo”.',
  },
  'consultation.key-used': {
    status: 409,
    what: 'Biểu mẫu này đã gửi một ý kiến khác.',
    todo: 'Bấm gửi lần nữa; lời đã viết còn nguyên.',
  },
  'consultation.not-over': {
    status: 409,
    what: 'Cuộc lấy ý kiến còn mở đến hết ngày {day}.',
    todo: 'Công bố kết quả sau ngày đó.',
  },
  'consultation.unread': {
    status: 409,
    what: 'Còn {count} ý kiến chưa duyệt.',
    todo: 'Duyệt hết rồi công bố kết quả, để không ý kiến nào bị bỏ sót.',
  },
  'consultation.unanswered': {
    status: 409,
    what: 'Còn {count} ý kiến chưa có trả lời.',
    todo: 'Ghi xã làm gì với từng ý kiến đăng rồi công bố kết quả.',
  },
  'consultation.answer-changed': {
    status: 409,
    what: 'Người khác vừa công bố kết quả của cuộc lấy ý kiến này.',
    todo: 'Bản vừa công bố hiện ngay dưới đây, lời bạn viết vẫn còn trong ô. Ghép hai bản rồi bấm công bố lại.',
  },
  'consultation.over': {
    status: 409,
    what: 'Cuộc lấy ý kiến này đã công bố kết quả hoặc đã gỡ.',
    todo: 'Tải lại trang để xem tình trạng hiện nay.',
  },
  'consultation.taken-off': {
    status: 410,
    what: 'Cuộc lấy ý kiến này đã được gỡ: {reason}',
    todo: 'Xem các dự thảo đang lấy ý kiến ở trang Lấy ý kiến người dân.',
  },
  'consultation.no-comment': {
    status: 404,
    what: 'Không có ý kiến này.',
    todo: 'Tải lại danh sách ý kiến.',
  },
  'consultation.erased': {
    status: 410,
    what: 'Lời gửi và cách liên hệ người gửi để lại đã hủy theo hạn lưu giữ.',
    todo: 'Chỉ còn lời đã duyệt để đăng, nếu có; ý kiến chưa duyệt thì chọn “Không đăng”.',
  },
  'consultation.not-expired': {
    status: 409,
    what: 'Ý kiến này chưa hết hạn lưu giữ.',
    todo: 'Đọc lời gửi, rồi đăng hoặc chọn lý do khác.',
  },
  'consultation.not-shown': {
    status: 409,
    what: 'Ý kiến này không đăng nên không có trả lời công khai.',
    todo: 'Duyệt để đăng trước khi trả lời.',
  },
  'consultation.not-own': {
    status: 422,
    what: 'Văn bản đã chọn chưa vào sổ.',
    todo: 'Cho văn bản đã ký vào sổ rồi chọn lại.',
  },
});
