// What can go wrong with a file that is to be read, in words for the person who chose it.
import { defineErrors } from '#lib/platform/index.ts';

export const documentError = defineErrors({
  'document.in-consultation': {
    status: 409,
    what: 'Dự thảo này đang được đưa ra lấy ý kiến.',
    todo: 'Gỡ hoặc công bố kết quả cuộc lấy ý kiến trước khi bỏ dự thảo.',
  },
  'document.empty': {
    status: 422,
    what: 'Tệp “{name}” không có nội dung.',
    todo: 'Mở tệp trên máy để kiểm tra rồi chọn lại đúng tệp văn bản.',
  },
  'document.too-large': {
    status: 413,
    what: 'Tệp “{name}” nặng {size}, vượt mức 30 MB.',
    todo: 'Tách phần phụ lục hoặc nén ảnh trong tệp rồi gửi lại.',
  },
  'document.not-found': {
    status: 404,
    what: 'Không mở được tệp “{name}”: {reason}.',
    todo: 'Kiểm tra lại đường dẫn và quyền đọc tệp.',
  },
  'document.unknown-type': {
    status: 415,
    what: 'Tệp “{name}” thuộc loại {type}, chưa đọc được.',
    todo: 'Lưu văn bản dưới dạng .docx, .pdf (có lớp chữ), .html hoặc .txt rồi gửi lại.',
  },
  'document.type-mismatch': {
    status: 415,
    what: 'Tệp “{name}” có đuôi .{extension} nhưng nội dung là {type}.',
    todo: 'Đổi lại đúng đuôi tệp hoặc xuất lại văn bản từ chương trình soạn thảo rồi gửi lại.',
  },
  'document.old-word': {
    status: 415,
    what: 'Tệp “{name}” là Word đời cũ (.doc).',
    todo: 'Mở bằng Word hoặc LibreOffice, chọn “Lưu thành” .docx rồi gửi lại.',
  },
  'document.password': {
    status: 422,
    what: 'Tệp “{name}” được đặt mật khẩu nên không đọc được.',
    todo: 'Mở tệp bằng mật khẩu, lưu một bản không đặt mật khẩu rồi gửi lại.',
  },
  'document.scanned': {
    status: 422,
    what: 'Tệp “{name}” ({pages} trang) chỉ có ảnh chụp, không có lớp chữ, cần nhận dạng.',
    todo: 'Gửi bản .docx gốc nếu có; nếu không, để Loa nhận dạng chữ rồi đối chiếu với bản chụp.',
  },
  'document.no-ocr': {
    status: 422,
    what: 'Tệp “{name}” chỉ có ảnh chụp, mà máy này không nhận dạng được chữ ({reason}).',
    todo: 'Cài bộ nhận dạng trên máy chủ: apt install tesseract-ocr tesseract-ocr-vie poppler-utils, rồi làm lại; hoặc gửi bản .docx gốc.',
  },
  'document.unreadable-scan': {
    status: 422,
    what: 'Không nhận ra chữ nào trong ảnh chụp của tệp “{name}”.',
    todo: 'Chụp hoặc quét lại cho rõ, thẳng, đủ sáng (từ 200 dpi), hoặc gửi bản .docx gốc.',
  },
  'document.damaged': {
    status: 422,
    what: 'Tệp “{name}” bị hỏng, không đọc tiếp được ({reason}).',
    todo: 'Mở tệp trên máy để kiểm tra, lưu lại một bản mới rồi gửi lại.',
  },
  'document.too-long-to-print': {
    status: 422,
    what: 'Văn bản có {rows} dòng bảng, quá {limit} dòng dàn được thành một PDF.',
    todo: 'Tải bản Word hoặc Excel, hoặc chọn kỳ ngắn hơn.',
  },
  'document.bomb': {
    status: 422,
    what: 'Tệp “{name}” khi giải nén lớn bất thường nên đã dừng đọc.',
    todo: 'Mở tệp bằng Word, xóa ảnh và đối tượng nhúng lớn, lưu lại rồi gửi lại; nếu không rõ nguồn tệp thì đừng mở.',
  },
  'document.broken-text': {
    status: 422,
    what: 'Tệp “{name}” có byte thứ {offset} không đúng bảng mã UTF-8 và cũng không nhận ra bảng mã khác.',
    todo: 'Mở tệp bằng chương trình soạn thảo, lưu lại với bảng mã UTF-8 rồi gửi lại.',
  },
  'document.busy': {
    status: 503,
    what: 'Đang có {waiting} văn bản khác chờ đọc nên chưa nhận thêm tệp “{name}”.',
    todo: 'Đợi một hai phút rồi gửi lại tệp.',
  },
  'document.timeout': {
    status: 422,
    what: 'Đọc tệp “{name}” quá {seconds} giây nên đã dừng.',
    todo: 'Tách tệp thành các phần nhỏ hơn, hoặc gửi bản .docx hay .txt.',
  },
  'document.nothing-given': {
    status: 422,
    what: 'Chưa có văn bản nào để đọc.',
    todo: 'Chọn tệp văn bản, hoặc dán toàn văn vào ô bên dưới.',
  },
  'document.too-long': {
    status: 413,
    what: 'Phần văn bản dán vào dài {length} ký tự, vượt mức {limit}.',
    todo: 'Chỉ dán phần văn bản, bỏ các phụ lục dài; hoặc tải lên tệp gốc.',
  },
  'document.file-gone': {
    status: 422,
    what: 'Tệp đã gửi không còn được giữ.',
    todo: 'Chọn lại tệp rồi gửi.',
  },
  'document.known': {
    status: 409,
    what: 'Văn bản này đã được nhận: “{title}”.',
    todo: 'Mở bản đã nhận để xem hoặc sửa tiếp; không cần nhận lại.',
  },
  'document.same-number': {
    status: 409,
    what: 'Sổ đã có một văn bản cùng số {code} và cùng ngày: “{title}”.',
    todo: 'Mở bản đã có để đối chiếu. Nếu là văn bản khác (khác cơ quan, hoặc bản đính chính), đánh dấu ô xác nhận rồi vào sổ.',
  },
  'document.no-entry': {
    status: 404,
    what: 'Không tìm thấy văn bản này trong sổ.',
    todo: 'Quay lại sổ văn bản để chọn.',
  },
  'document.gone': {
    status: 409,
    what: 'Văn bản này đã được bỏ khỏi danh sách chờ.',
    todo: 'Nhận lại tệp nếu vẫn cần vào sổ.',
  },
  'document.in-register': {
    status: 409,
    what: 'Văn bản này đã vào sổ nên không bỏ hoặc đọc lại được.',
    todo: 'Mở trang văn bản để sửa thông tin.',
  },
  'document.changed': {
    status: 409,
    what: 'Bản đọc vừa được người khác sửa trong lúc đang mở.',
    todo: 'Xem lại bản mới trên trang rồi làm lại thao tác.',
  },
  'document.incomplete': {
    status: 422,
    what: 'Văn bản chưa có trích yếu, cũng chưa có số và ký hiệu.',
    todo: 'Điền ít nhất trích yếu hoặc số, ký hiệu rồi vào sổ.',
  },
  'document.force-order': {
    status: 422,
    what: 'Ngày hết hiệu lực trước ngày có hiệu lực.',
    todo: 'Sửa lại một trong hai ngày.',
  },
  'document.replaced-undated': {
    status: 422,
    what: 'Có văn bản thay thế nhưng chưa ghi ngày hết hiệu lực.',
    todo: 'Ghi ngày văn bản thay thế có hiệu lực vào ô Hết hiệu lực từ ngày.',
  },
  'document.not-registered': {
    status: 409,
    what: 'Văn bản chưa vào sổ nên chưa đăng được.',
    todo: 'Rà xong bản đọc, xác nhận vào sổ rồi đăng.',
  },
  'document.not-public': {
    status: 409,
    what: 'Văn bản không còn ở trên cổng.',
    todo: 'Tải lại trang để xem tình trạng mới nhất.',
  },
  'document.why-off': {
    status: 422,
    what: 'Chưa nói vì sao gỡ văn bản.',
    todo: 'Ghi một câu; người mở địa chỉ cũ sẽ đọc câu này.',
  },
  'document.personal-data': {
    status: 422,
    what: 'Văn bản có {found}; đăng lên là mọi người đều đọc được.',
    todo: 'Chọn che các chỗ đó, hoặc xác nhận việc công khai là đúng quy định, rồi gửi lại.',
  },
  'document.file-unmasked': {
    status: 422,
    what: 'Chữ trên trang được che nhưng tệp gốc thì không.',
    todo: 'Bỏ chọn kèm tệp gốc rồi đăng lại.',
  },
  'document.taken-off': {
    status: 410,
    what: 'Văn bản này đã được gỡ khỏi cổng: {reason}',
    todo: 'Xem văn bản khác ở mục Văn bản, hoặc liên hệ Ủy ban nhân dân để hỏi.',
  },
  'document.bad-code': {
    status: 422,
    what: '“{code}” không phải số và ký hiệu văn bản.',
    todo: 'Ghi đủ số và ký hiệu, ví dụ 15/2024/QĐ-UBND hoặc 22-CTr/TU.',
  },
  'document.bad-day': {
    status: 422,
    what: 'Ngày ở ô “{label}” không có trong lịch.',
    todo: 'Chọn lại ngày, hoặc để trống nếu chưa rõ.',
  },
  'document.not-plan': {
    status: 422,
    what: 'Văn bản “{name}” không phải là kế hoạch ({type}).',
    todo: 'Chọn tệp kế hoạch, hoặc kế hoạch được ban hành kèm theo quyết định; văn bản khác hãy đưa vào sổ văn bản.',
  },
});
