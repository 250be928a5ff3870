// What can be wrong with a report, its period or a formula, in words for the officer.
import { defineErrors } from '#lib/platform/index.ts';

export const reportError = defineErrors({
  'report.not-found': {
    status: 404,
    what: 'Không có báo cáo này, hoặc báo cáo đã bị bỏ.',
    todo: 'Mở danh sách báo cáo để chọn lại.',
  },
  'report.span-without-end': {
    status: 422,
    what: 'Kỳ tự chọn chưa có ngày kết thúc.',
    todo: 'Chọn ngày cuối của kỳ báo cáo.',
  },
  'report.no-such-part': {
    status: 422,
    what: 'Đoạn vừa sửa không còn trong báo cáo.',
    todo: 'Chép lại phần đã gõ, tải lại trang rồi chọn đoạn cần sửa.',
  },
  'report.no-such-row': {
    status: 422,
    what: 'Số liệu này không ở dòng nào có cột ghi chú.',
    todo: 'Chép lại ghi chú đã gõ, mở báo cáo và bấm “Ghi chú” ở dòng cần ghi trong bảng.',
  },
  'report.no-such-figure': {
    status: 422,
    what: 'Số liệu này không còn trong báo cáo.',
    todo: 'Tải lại trang rồi chọn số liệu cần sửa.',
  },
  'report.not-draft': {
    status: 409,
    what: 'Báo cáo không còn là dự thảo nên không sửa được.',
    todo: 'Cần sửa thì trả lại báo cáo, nêu lý do.',
  },
  'report.not-checked': {
    status: 409,
    what: 'Báo cáo chưa được kiểm tra, hoặc đã sang bước khác.',
    todo: 'Tải lại trang để xem báo cáo đang ở bước nào.',
  },
  'report.not-approved': {
    status: 409,
    what: 'Báo cáo chưa được duyệt, hoặc đã sang bước khác.',
    todo: 'Tải lại trang để xem báo cáo đang ở bước nào.',
  },
  'report.not-signed': {
    status: 409,
    what: 'Báo cáo chưa có bản ký, hoặc đã ban hành.',
    todo: 'Tải lại trang để xem báo cáo đang ở bước nào.',
  },
  'report.not-issued': {
    status: 409,
    what: 'Báo cáo chưa ban hành, hoặc đã thu hồi.',
    todo: 'Tải lại trang để xem báo cáo đang ở bước nào.',
  },
  'report.issued': {
    status: 409,
    what: 'Báo cáo đã ban hành, có số trong sổ văn bản đi.',
    todo: 'Cần sửa thì thu hồi báo cáo, nêu lý do; số cũ được hủy.',
  },
  'report.signed-in-future': {
    status: 422,
    what: 'Ngày ký chưa tới.',
    todo: 'Ghi ngày trên bản ký, không sau hôm nay.',
  },
  'report.issued-before-signing': {
    status: 422,
    what: 'Ngày ban hành trước ngày ký.',
    todo: 'Ghi ngày ký hoặc một ngày sau đó.',
  },
  'report.changed-since-approval': {
    status: 409,
    what: '{count} số liệu, phụ lục đã thay đổi từ khi duyệt.',
    todo: 'Xem từng thay đổi; trả lại để sửa, hoặc đánh dấu đã xem để ban hành theo số đã duyệt.',
  },
  'report.personal-data': {
    status: 422,
    what: 'Báo cáo có thông tin cá nhân: {found}.',
    todo: 'Chọn che các chỗ này, hoặc xác nhận được phép công khai.',
  },
  'report.person-shortcoming': {
    status: 422,
    what: 'Báo cáo nêu hạn chế của một cá nhân: “{title}”.',
    todo: 'Hạn chế của cá nhân không công khai; để báo cáo lưu hành nội bộ, hoặc thu hồi và sửa đoạn này.',
  },
  'report.changed-meanwhile': {
    status: 409,
    what: 'Người khác vừa lưu báo cáo này.',
    todo: 'Phần đã gõ còn ở dưới; xem bản mới nhất rồi lưu lại.',
  },
  'report.judgement-missing': {
    status: 422,
    what: 'Báo cáo còn đoạn chờ người nhận định: “{asks}”',
    todo: 'Mở đoạn đó, ghi nhận định, rồi xác nhận lại.',
  },
  'report.figures-changed': {
    status: 409,
    what: '{count} số liệu đã thay đổi từ khi dự thảo.',
    todo: 'Xem từng thay đổi và cập nhật trước khi xác nhận.',
  },
  'report.appendix-changed': {
    status: 409,
    what: '{place} “{title}” đã khác từ khi dự thảo.',
    todo: 'Xem dòng thêm, dòng bớt rồi bấm “Cập nhật tất cả”.',
  },
  'report.period-backwards': {
    status: 422,
    what: 'Kỳ báo cáo kết thúc ({to}) trước ngày bắt đầu ({from}).',
    todo: 'Chọn ngày kết thúc bằng hoặc sau ngày bắt đầu.',
  },
  'questionnaire.not-found': {
    status: 404,
    what: 'Không có biểu báo cáo này.',
    todo: 'Mở danh sách biểu để chọn lại.',
  },
  'questionnaire.not-in-force': {
    status: 422,
    what: 'Biểu chưa có hoặc đã hết hiệu lực vào ngày cuối kỳ ({day}).',
    todo: 'Chọn kỳ khác, hoặc nhờ quản trị viên thêm bản của biểu cho kỳ này.',
  },
  'questionnaire.known': {
    status: 409,
    what: 'Đã có biểu tên “{title}”.',
    todo: 'Mở biểu đó để thêm bản mới, hoặc đặt tên khác.',
  },
  'questionnaire.empty': {
    status: 422,
    what: 'Biểu chưa có {what} nào.',
    todo: 'Ghi mỗi {what} trên một hàng.',
  },
  'questionnaire.nameless': {
    status: 422,
    what: 'Hàng “{line}” chưa có tên đứng trước dấu |.',
    todo: 'Ghi tên, rồi dấu |, rồi công thức hay giá trị.',
  },
  'questionnaire.too-many': {
    status: 422,
    what: 'Biểu có {count} {what}, quá {most} {what}.',
    todo: 'Tách thành nhiều biểu.',
  },
  'questionnaire.wrong-formula': {
    status: 422,
    what: 'Dòng “{row}”, cột “{column}”: {what}',
    todo: '{todo} Công thức của ô này: {formula}',
  },
  'questionnaire.changed-meanwhile': {
    status: 409,
    what: 'Người khác vừa ghi vào biểu này.',
    todo: 'Phần đã gõ còn ở dưới; xem lại rồi lưu lần nữa.',
  },
  'questionnaire.not-by-hand': {
    status: 422,
    what: 'Ô này tính từ công thức hoặc không còn trong biểu.',
    todo: 'Tải lại trang rồi ghi vào các ô nhập tay.',
  },
  'formula.empty': {
    status: 422,
    what: 'Ô công thức còn trống.',
    todo: 'Ghi công thức, ví dụ: hoạt_động(kênh: "radio").',
  },
  'formula.too-long': {
    status: 422,
    what: 'Công thức dài {length} ký tự, quá {limit} ký tự.',
    todo: 'Tách công thức thành nhiều ô.',
  },
  'formula.too-deep': {
    status: 422,
    what: 'Công thức lồng quá {limit} lớp, tại ký tự thứ {at}.',
    todo: 'Bỏ bớt ngoặc hoặc tách công thức thành nhiều ô.',
  },
  'formula.unexpected': {
    status: 422,
    what: 'Không hiểu “{found}” tại ký tự thứ {at} của công thức.',
    todo: 'Chỗ này cần {wanted}.',
  },
  'formula.unfinished': {
    status: 422,
    what: 'Công thức dừng giữa chừng.',
    todo: 'Ghi tiếp {wanted}.',
  },
  'formula.unknown-name': {
    status: 422,
    what: 'Không có số liệu nào tên “{found}” (ký tự thứ {at}).',
    todo: 'Dùng một trong các tên: {names}.',
  },
  'formula.unknown-filter': {
    status: 422,
    what: 'Không lọc được theo “{found}” (ký tự thứ {at}).',
    todo: 'Lọc theo một trong các mục: {names}.',
  },
  'formula.repeated-filter': {
    status: 422,
    what: 'Mục lọc “{found}” ghi hai lần (ký tự thứ {at}).',
    todo: 'Giữ lại một lần.',
  },
  'formula.unknown-value': {
    status: 422,
    what: 'Mục lọc “{filter}” không có giá trị “{found}” (ký tự thứ {at}).',
    todo: 'Ghi đúng tên như trong danh mục của xã.',
  },
  'formula.ambiguous-value': {
    status: 422,
    what: 'Mục lọc “{filter}” có nhiều giá trị tên “{found}” (ký tự thứ {at}).',
    todo: 'Ghi mã thay cho tên để chỉ đúng một giá trị.',
  },
  'formula.too-large': {
    status: 422,
    what: 'Kết quả của công thức lớn quá mức tính được.',
    todo: 'Xem lại các phép nhân và phép chia trong công thức.',
  },
});
