// What can be wrong with an article, in words for its editor.
import { defineErrors } from '#lib/platform/index.ts';

export const articleError = defineErrors({
  'article.not-ready': {
    status: 422,
    what: 'Bài chưa trình duyệt được: {faults}.',
    todo: 'Sửa những chỗ đó rồi lưu và trình lại.',
  },
  'article.personal-data': {
    status: 422,
    what: 'Bài có {found}; đăng lên là mọi người đều đọc được.',
    todo: 'Bỏ hoặc che phần đó; nếu việc công khai là đúng quy định thì đánh dấu xác nhận rồi gửi lại.',
  },
  'article.unknown-topic': {
    status: 422,
    what: 'Có nội dung tuyên truyền không thuộc kế hoạch nào đang thực hiện.',
    todo: 'Chọn lại trong danh sách.',
  },
  'article.unknown-section': {
    status: 422,
    what: 'Không có mục này.',
    todo: 'Chọn lại trong danh sách.',
  },
  'page.not-live': {
    status: 409,
    what: 'Trang chưa đăng hoặc đã gỡ nên chưa xác nhận rà soát được.',
    todo: 'Đăng trang rồi xác nhận.',
  },
  'publication-calendar.gone': {
    status: 404,
    what: 'Đường dẫn lịch đăng bài này không đúng hoặc đã bị hủy.',
    todo: 'Mở Lịch đăng bài ở bàn làm việc, bấm “Theo dõi lịch này” để lấy đường dẫn đang dùng.',
  },
  'article.unknown-unit': {
    status: 422,
    what: 'Đơn vị đã chọn không còn hoạt động.',
    todo: 'Chọn đơn vị khác.',
  },
  'article.gone': {
    status: 410,
    what: 'Bài này đã được gỡ vì có sai sót: {reason}',
    todo: 'Xem tin khác ở mục Tin tức, hoặc gọi đường dây nóng để hỏi.',
  },
  'article.not-live': {
    status: 409,
    what: 'Bài chưa đăng hoặc đã gỡ nên chưa làm tờ in được.',
    todo: 'Đăng bài rồi làm lại.',
  },
  'print.not-made': {
    status: 404,
    what: 'Chưa có tờ in nào như thế của bài này.',
    todo: 'Mở bài đang đăng, bấm làm tờ in ở mục “Đưa đi nơi khác”.',
  },
  'media.not-found': {
    status: 404,
    what: 'Không có ảnh này trong thư viện.',
    todo: 'Mở lại thư viện ảnh và chọn trong danh sách.',
  },
  'media.known': {
    status: 409,
    what: 'Thư viện đã có đúng ảnh này: “{alt}”.',
    todo: 'Dùng ảnh đã có; muốn đổi mô tả thì mở ảnh đó để sửa.',
  },
  'media.unknown-picture': {
    status: 422,
    what: 'Bài có ảnh không thuộc thư viện ảnh.',
    todo: 'Bỏ ảnh đó khỏi bài, thêm ảnh vào thư viện rồi chèn lại.',
  },
  'article.unknown-file': {
    status: 422,
    what: 'Bài có tệp đính kèm không phải do ô “Tệp đính kèm” gửi lên.',
    todo: 'Bỏ tệp đó, chọn lại tệp từ máy rồi lưu.',
  },
  'approval.void': {
    status: 410,
    what: 'Đường dẫn duyệt bài không dùng được nữa.',
    todo: 'Bài đã được duyệt, đã có bản mới, hoặc đường dẫn đã quá hạn; hỏi người gửi để nhận đường dẫn mới.',
  },
});

/** An article that was taken off because it was wrong. */
export function articleGone(reason: string) {
  return articleError('article.gone', { reason });
}
