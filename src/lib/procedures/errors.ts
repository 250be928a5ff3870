// What can go wrong with procedures, in words for the officer.
import { defineErrors } from '#lib/platform/index.ts';

export const procedureError = defineErrors({
  'procedure.unknown': {
    status: 404,
    what: 'Xã chưa công khai thủ tục mã {code}.',
    todo: 'Kiểm tra lại mã, hoặc tìm theo tên thủ tục.',
  },
  'procedure.change-unknown': {
    status: 404,
    what: 'Không có lần nhập thủ tục này.',
    todo: 'Mở lại từ danh sách các lần nhập.',
  },
  'procedure.nothing-read': {
    status: 422,
    what: 'Chưa có nội dung để đọc.',
    todo: 'Chọn tệp xuất từ Cơ sở dữ liệu quốc gia, hoặc dán quyết định kèm bảng danh mục.',
  },
  'procedure.already-settled': {
    status: 409,
    what: 'Lần nhập này đã {state}.',
    todo: 'Không cần làm lại; nhập tệp mới nếu có thay đổi khác.',
  },
  'procedure.nothing-to-apply': {
    status: 422,
    what: 'Lần nhập này không làm thay đổi thủ tục nào.',
    todo: 'Có thể bỏ lần nhập này.',
  },
  'procedure.changed-meanwhile': {
    status: 409,
    what: 'Sổ thủ tục đã thay đổi sau khi bạn mở bảng so sánh.',
    todo: 'Xem lại bảng so sánh mới bên dưới rồi xác nhận.',
  },
  'procedure.day-malformed': {
    status: 422,
    what: 'Ngày “{day}” không phải ngày có thật.',
    todo: 'Ghi theo dạng ngày/tháng/năm.',
  },
  'procedure.reason-needed': {
    status: 422,
    what: 'Hoàn tác mà chưa ghi lý do.',
    todo: 'Ghi ngắn gọn vì sao hoàn tác; lý do được lưu cùng lần nhập.',
  },
  'procedure.personal-data': {
    status: 422,
    what: 'Ô “{field}” có {found}, mà ô này sẽ được công khai.',
    todo: 'Bỏ phần đó rồi lưu lại.',
  },
  'procedure.hotline-unknown': {
    status: 422,
    what: 'Số điện thoại đã chọn không còn trong danh sách đường dây nóng.',
    todo: 'Chọn lại; số chưa có thì nhờ quản trị viên thêm ở mục Đường dây nóng.',
  },
  'procedure.own-guide': {
    status: 403,
    what: 'Người viết không tự duyệt hướng dẫn của mình.',
    todo: 'Nhờ lãnh đạo hoặc đầu mối khác duyệt.',
  },
  'procedure.guide-decided': {
    status: 409,
    what: 'Bản hướng dẫn này không còn chờ duyệt.',
    todo: 'Tải lại trang để xem bản mới nhất.',
  },
  'procedure.return-reason-needed': {
    status: 422,
    what: 'Trả lại mà chưa ghi lý do.',
    todo: 'Ghi ngắn gọn cần sửa gì.',
  },
  'procedure.force-reason-needed': {
    status: 422,
    what: 'Công khai không qua duyệt mà chưa ghi lý do.',
    todo: 'Ghi vì sao không chờ người khác duyệt; lý do được lưu cùng bản này.',
  },
  'procedure.form-personal-data': {
    status: 422,
    what: 'Trong tệp có {found}, mà tệp này ai cũng tải được.',
    todo: 'Thay bằng mẫu trống hoặc số liệu bịa, ghi chữ “MẪU”; nếu đã là số bịa thì đánh dấu xác nhận bên dưới rồi tải lên lại.',
  },
  'procedure.form-unknown': {
    status: 404,
    what: 'Không có biểu mẫu này, hoặc biểu mẫu đã được gỡ.',
    todo: 'Mở lại trang thủ tục để xem các biểu mẫu hiện có.',
  },
  'call.personal-data': {
    status: 422,
    what: 'Nội dung có {found} “{text}”; sổ cuộc gọi không giữ gì của người gọi.',
    todo: 'Bỏ phần đó rồi lưu lại. Cần gọi lại thì ghi ra giấy, xong thì hủy.',
  },
  'call.answer-needed': {
    status: 422,
    what: 'Chưa ghi đã trả lời thế nào.',
    todo: 'Ghi ngắn gọn nội dung đã trả lời.',
  },
  'call.settled': {
    status: 409,
    what: 'Cuộc gọi này đã ghi trả lời, hoặc không có trong sổ.',
    todo: 'Tải lại trang để xem tình trạng mới nhất.',
  },
  'board.unknown': {
    status: 404,
    what: 'Không có bảng niêm yết này.',
    todo: 'Mở lại từ danh sách bảng niêm yết.',
  },
  'board.nothing-to-print': {
    status: 422,
    what: 'Bảng này không có tờ nào cần in.',
    todo: 'Tờ đã in mà chưa treo thì tải lại tệp in; mọi tờ khác đang đúng.',
  },
  'board.nothing-to-print-anywhere': {
    status: 422,
    what: 'Không bảng nào có tờ cần in.',
    todo: 'Tờ đã lập mà chưa treo thì tải lại tệp in; mọi tờ khác đang đúng.',
  },
  'board.field-foreign': {
    status: 422,
    what: 'Bảng này không niêm yết lĩnh vực “{field}”.',
    todo: 'Chọn một lĩnh vực của bảng.',
  },
  'board.term-too-long': {
    status: 422,
    what: 'Luật cho nhiều nhất {days} ngày làm việc để treo, thay tờ.',
    todo: 'Ghi số ngày không quá mức đó, hoặc để trống để theo luật.',
  },
  'board.nothing-done': {
    status: 404,
    what: 'Ngày này không ghi treo hay gỡ tờ nào ở bảng.',
    todo: 'Chọn một ngày trong danh sách biên bản ở trang của bảng.',
  },
  'sheet.settled': {
    status: 409,
    what: 'Tờ này đã được ghi treo hoặc gỡ trước đó.',
    todo: 'Tải lại trang để xem tình trạng mới nhất.',
  },
  'sheet.malformed': {
    status: 404,
    what: 'Số tờ “{code}” không đúng dạng: có thể gõ sai, hoặc tờ không do xã in.',
    todo: 'Số tờ gồm 6 chữ và số, in cạnh mã vuông. Gõ lại, hoặc tìm thủ tục theo tên.',
  },
  'sheet.unknown': {
    status: 404,
    what: 'Tờ số {code} không phải do xã này in.',
    todo: 'Có thể là tờ của xã khác hoặc tờ giả; đừng làm theo. Tìm thủ tục ở trang này, hoặc báo cho đường dây nóng.',
  },
});
