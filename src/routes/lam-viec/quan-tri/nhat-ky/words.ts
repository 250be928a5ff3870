// The record's codes in words. One that nobody described is shown as it is, never left out; the test
// beside this file looks for such kinds.
import { accountEvents } from '#lib/platform/index.ts';

const KINDS: Readonly<Record<string, string>> = {
  ...accountEvents,
  'act.recorded': 'Ghi hoạt động',
  'act.corrected': 'Sửa hoạt động',
  'act.withdrawn': 'Rút hoạt động',
  'alert.raised': 'Đăng cảnh báo lên cổng',
  'alert.prolonged': 'Gia hạn cảnh báo',
  'alert.ended': 'Kết thúc cảnh báo',
  'calendar.made': 'Tạo đường dẫn lịch của đơn vị',
  'calendar.ended': 'Hủy đường dẫn lịch của đơn vị',
  'case-figures.declared': 'Khai số liệu một cửa',
  'dispatch.sent': 'Gửi nội dung tới các đơn vị',
  'dispatch.revised': 'Sửa nội dung đã gửi',
  'dispatch.recalled': 'Thu hồi nội dung đã gửi',
  'dispatch.read': 'Xác nhận đã quán triệt',
  'reading-link.made': 'Tạo đường dẫn xác nhận',
  'reading-link.revoked': 'Hủy đường dẫn xác nhận',
  'head.added': 'Thêm người xác nhận không có tài khoản',
  'head.ended': 'Kết thúc người xác nhận không có tài khoản',
  'head.pin-issued': 'Cấp mã PIN',
  'commendation.recorded': 'Ghi sổ biểu dương, khen thưởng',
  'commendation.corrected': 'Sửa sổ biểu dương, khen thưởng',
  'commendation.remedied': 'Ghi việc khắc phục hạn chế',
  'commendation.published': 'Đăng mục biểu dương lên cổng',
  'commendation.unpublished': 'Gỡ mục biểu dương khỏi cổng',
  'commendation.withdrawn': 'Rút khỏi sổ biểu dương, khen thưởng',
  'commendation.name-erased': 'Xóa họ tên trong sổ biểu dương',
  'coverage.scheduled': 'Đặt lịch tuyên truyền',
  'coverage.unscheduled': 'Bỏ lịch tuyên truyền',
  'coverage.silence-set': 'Đặt số ngày im lặng cho phép',
  'duty.cadence-set': 'Đặt nhịp nhiệm vụ',
  'duty.target-set': 'Đặt chỉ tiêu nhiệm vụ',
  'duty.passed': 'Đơn vị kế tục nhận nhiệm vụ',
  'duty.ended': 'Thôi một nhiệm vụ',
  'duty.carried': 'Chuyển nhiệm vụ dở dang sang kế hoạch sau',
  'document.received': 'Nhận văn bản',
  'document.registered': 'Vào sổ văn bản',
  'document.amended': 'Sửa văn bản trong sổ',
  'document.linked': 'Nối viện dẫn với văn bản',
  'document.discarded': 'Bỏ văn bản chờ vào sổ',
  'article.published': 'Đưa bài lên cổng',
  'edition.started': 'Mở bản mới của bài',
  'edition.revised': 'Lưu bài',
  'edition.submitted': 'Trình duyệt bài',
  'edition.returned': 'Trả bài lại để sửa',
  'edition.approved': 'Duyệt bài',
  'edition.forced': 'Cho đăng bài không qua duyệt',
  'edition.scheduled': 'Hẹn giờ đăng bài',
  'edition.unscheduled': 'Bỏ hẹn giờ đăng bài',
  'edition.published': 'Đăng bản mới của bài',
  'edition.withdrawn': 'Gỡ bài',
  'item.trashed': 'Bỏ bài vào thùng rác',
  'item.restored': 'Khôi phục bài từ thùng rác',
  'preview-link.made': 'Tạo đường dẫn xem trước bài',
  'approval-link.made': 'Tạo đường dẫn duyệt bài',
  'evidence.added': 'Thêm minh chứng',
  'evidence.removed': 'Bỏ minh chứng',
  'evidence.snapshot-kept': 'Lưu bản chụp của đường dẫn',
  'occurrence.moved': 'Dời hạn một kỳ',
  'occurrence.excused': 'Miễn một kỳ',
  'occurrence.handed-over': 'Chuyển giao một kỳ',
  'occurrence.reinstated': 'Trả một kỳ về như kế hoạch',
  'occurrence.tied': 'Gắn hoạt động vào một kỳ',
  'occurrence.untied': 'Bỏ gắn hoạt động khỏi một kỳ',
  'period.closed': 'Khóa sổ một kỳ',
  'period.reopened': 'Mở lại kỳ đã khóa sổ',
  'plan.received': 'Nhập kế hoạch',
  'plan.corrected': 'Sửa kế hoạch đã đọc',
  'plan.confirmed': 'Xác nhận kế hoạch',
  'plan.amended': 'Sửa đổi kế hoạch đang thực hiện',
  'plan.closed': 'Kết thúc, thay thế kế hoạch',
  'plan.discarded': 'Bỏ bản nhập kế hoạch',
  'plan.published': 'Đăng kế hoạch lên cổng',
  'plan.withdrawn': 'Gỡ kế hoạch khỏi cổng',
  'board.opened': 'Lập bảng niêm yết',
  'board.ended': 'Bỏ bảng niêm yết',
  'sheet.printed': 'In tờ niêm yết',
  'sheet.posted': 'Treo tờ niêm yết',
  'sheet.removed': 'Gỡ tờ niêm yết',
  'procedure.received': 'Nhập thủ tục để đối chiếu',
  'procedure.applied': 'Công khai thay đổi thủ tục',
  'procedure.undone': 'Hoàn tác lần nhập thủ tục',
  'procedure.discarded': 'Bỏ lần nhập thủ tục chờ xác nhận',
  'procedure.guide-set': 'Viết hướng dẫn thủ tục',
  'report.drafted': 'Dự thảo báo cáo',
  'report.edited': 'Sửa lời báo cáo',
  'report.figure-overridden': 'Ghi số khác trong báo cáo',
  'report.figure-restored': 'Dùng lại số theo dõi trong báo cáo',
  'report.figures-accepted': 'Cập nhật số liệu báo cáo',
  'report.checked': 'Xác nhận đã kiểm tra báo cáo',
  'report.approved': 'Duyệt báo cáo',
  'report.returned': 'Trả lại báo cáo',
  'report.discarded': 'Bỏ dự thảo báo cáo',
  'urging.recorded': 'Ghi đôn đốc, kiểm tra',
  'urging.answered': 'Trả lời đôn đốc',
  'village.created': 'Thêm thôn',
};

const SUBJECTS: Readonly<Record<string, string>> = {
  account: 'tài khoản',
  act: 'hoạt động',
  alert: 'cảnh báo',
  commendation: 'mục biểu dương',
  calendar: 'lịch làm việc',
  commune: 'thông tin xã',
  dispatch: 'nội dung gửi đi',
  item: 'tin, bài',
  document: 'văn bản',
  head: 'người xác nhận',
  duty: 'nhiệm vụ',
  file: 'tệp',
  hotline: 'đường dây nóng',
  plan: 'kế hoạch',
  board: 'bảng niêm yết',
  sheet: 'tờ niêm yết',
  procedure: 'thủ tục',
  'procedure-change': 'lần nhập thủ tục',
  report: 'báo cáo',
  topic: 'nội dung',
  unit: 'đơn vị',
  urging: 'lần đôn đốc, kiểm tra',
  village: 'thôn',
};

const JOBS: Readonly<Record<string, string>> = {
  'command-line': 'Lệnh trên máy chủ',
  'commendations.erase-names': 'Xóa họ tên hết hạn lưu',
  'evidence.keep-link': 'Lưu bản chụp của đường dẫn',
  'demo-loader': 'Nạp dữ liệu minh họa',
  'first-run': 'Thiết lập lần đầu',
};

export function kindText(kind: string): string {
  return KINDS[kind] ?? kind;
}

/** Position of the person, or which part of the system it was. */
export function actorText(actor: string, positions: ReadonlyMap<string, string>): string {
  if (actor === 'public') return 'Khách của cổng';
  if (!actor.startsWith('system:')) return positions.get(actor) ?? 'Tài khoản đã xóa';
  const job = actor.slice('system:'.length);
  return JOBS[job] ?? `Hệ thống (${job})`;
}

export function subjectText(
  subject: { type: string; id: string },
  positions: ReadonlyMap<string, string>,
): string {
  const type = SUBJECTS[subject.type] ?? subject.type;
  const position = subject.type === 'account' ? positions.get(subject.id) : undefined;
  return position ? `${type}: ${position}` : type;
}
