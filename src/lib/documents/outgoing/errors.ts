// What can be wrong with a number of the outgoing register, in words for the officer.
import { defineErrors } from '#lib/platform/index.ts';

export const outgoingError = defineErrors({
  'outgoing.not-found': {
    status: 404,
    what: 'Không có văn bản đi này trong sổ.',
    todo: 'Mở sổ văn bản đi để chọn lại.',
  },
  'outgoing.future-day': {
    status: 422,
    what: 'Ngày văn bản {day} chưa tới.',
    todo: 'Ghi ngày ký hoặc ngày hôm nay.',
  },
  'outgoing.out-of-order': {
    status: 422,
    what: 'Số {code} đã cấp cho văn bản ngày {day}; số sau không mang ngày trước đó.',
    todo: 'Ghi ngày {day} hoặc một ngày sau; sổ đánh số theo thứ tự thời gian.',
  },
  'outgoing.cancelled': {
    status: 409,
    what: 'Số {code} đã hủy.',
    todo: 'Tải lại sổ văn bản đi để xem lý do.',
  },
  'outgoing.belongs': {
    status: 409,
    what: 'Số {code} đang gắn với một báo cáo đã ban hành.',
    todo: 'Mở báo cáo và thu hồi; số sẽ hủy theo, lý do ghi một lần.',
  },
  'outgoing.series-begun': {
    status: 409,
    what: 'Loại văn bản này của năm {year} đã có số trong sổ hoặc đã có số bắt đầu.',
    todo: 'Số đã cấp ở sổ giấy chỉ ghi được trước khi Loa cấp số đầu tiên.',
  },
  'outgoing.no-signed-file': {
    status: 422,
    what: 'Chưa chọn tệp bản ký.',
    todo: 'Chọn tệp PDF đã ký hoặc ảnh chụp, ảnh quét từng trang.',
  },
  'outgoing.mixed-files': {
    status: 422,
    what: 'Bản ký gồm nhiều tệp mà có tệp không phải ảnh.',
    todo: 'Chọn đúng một tệp PDF, hoặc chỉ chọn ảnh các trang theo thứ tự.',
  },
  'outgoing.too-many-pages': {
    status: 422,
    what: 'Bản ký có {count} ảnh, quá {limit} ảnh.',
    todo: 'Quét thành một tệp PDF rồi gửi lại.',
  },
  'outgoing.signature-broken': {
    status: 422,
    what: 'Chữ ký số trong tệp “{name}” không hợp lệ: {faults}.',
    todo: 'Lấy lại đúng tệp người ký đã ký, không sửa, in lại hay lưu lại; hoặc ký lại rồi gửi.',
  },
  'outgoing.signer-unproven': {
    status: 409,
    what: 'Chữ ký số của bản ký chưa xác định được người ký: {faults}.',
    todo: 'Nhờ quản trị viên thêm chứng thư gốc, hoặc đánh dấu đã đối chiếu bằng cách khác.',
  },
});
