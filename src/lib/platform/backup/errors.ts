// What can go wrong when an installation is backed up or restored, in words for whoever keeps it.
import { defineErrors } from '../errors.ts';

export const backupError = defineErrors({
  'backup.exists': {
    status: 409,
    what: 'Đã có tệp {file}; Loa không ghi đè bản sao lưu.',
    todo: 'Chọn tên khác, hoặc chuyển tệp cũ đi chỗ khác rồi chạy lại.',
  },
  'backup.empty': {
    status: 404,
    what: 'Bản cài đặt này chưa có xã nào nên chưa có gì để sao lưu.',
    todo: 'Kiểm tra LOA_DATA và DATABASE_URL: có thể lệnh đang nhìn vào chỗ khác với Loa đang chạy.',
  },
  'backup.not-sealed': {
    status: 422,
    what: 'Chưa có mật khẩu niêm phong. Bản sao lưu chứa khóa chủ, mã băm mật khẩu và mọi dữ liệu của các xã.',
    todo: 'Ghi một mật khẩu dài vào một tệp rồi thêm --passphrase-file TỆP. Nếu nơi cất tệp đã được mã hóa, thêm --khong-niem-phong: khi đó ai có tệp là đọc được tất cả.',
  },
  'backup.weak-passphrase': {
    status: 422,
    what: 'Mật khẩu trong {file} chỉ có {length} ký tự; niêm phong cần ít nhất {minimum}.',
    todo: 'Dùng một câu dài dễ nhớ, hoặc sinh ngẫu nhiên: openssl rand -base64 24.',
  },
  'backup.needs-passphrase': {
    status: 422,
    what: 'Bản sao lưu {file} đã niêm phong.',
    todo: 'Thêm --passphrase-file TỆP với mật khẩu đã dùng khi sao lưu.',
  },
  'backup.wrong-passphrase': {
    status: 403,
    what: 'Mật khẩu không mở được {file} (hoặc 64 byte đầu của tệp đã hỏng).',
    todo: 'Kiểm tra lại mật khẩu; mật khẩu là dòng đầu của tệp, phân biệt hoa thường và dấu cách.',
  },
  'backup.damaged': {
    status: 422,
    what: 'Bản sao lưu {file} bị hỏng ở phần {member}: {reason}.',
    todo: 'Không có gì được phục hồi. Hãy dùng một bản sao khác của tệp này, hoặc bản sao lưu của ngày khác.',
  },
  'backup.not-one': {
    status: 422,
    what: '{file} không phải là bản sao lưu của Loa.',
    todo: 'Kiểm tra lại tên tệp.',
  },
  'restore.not-empty': {
    status: 409,
    what: 'Cơ sở dữ liệu đích đã có dữ liệu (bảng {table}); chỉ phục hồi vào bản cài đặt trống.',
    todo: 'Đặt LOA_DATA sang một thư mục mới (hoặc DATABASE_URL sang một cơ sở dữ liệu mới) rồi chạy lại.',
  },
  'restore.unknown-migration': {
    status: 409,
    what: 'Bản sao lưu có lược đồ {name} mà bản Loa này không có, hoặc có với nội dung khác.',
    todo: 'Phục hồi bằng đúng bản Loa đã sao lưu hoặc bản mới hơn.',
  },
  'restore.differs': {
    status: 500,
    what: 'Sau khi nạp, {what} không giống bản sao lưu ({detail}).',
    todo: 'Không có gì được giữ lại trong cơ sở dữ liệu. Hãy báo lỗi này kèm phiên bản PostgreSQL của hai bên.',
  },
  'restore.other-key': {
    status: 409,
    what: 'Khóa chủ của bản sao lưu ({wanted}) khác với khóa trong LOA_KEY ({given}).',
    todo: 'Đặt LOA_KEY đúng khóa đã dùng khi sao lưu; nếu bản sao lưu có sẵn khóa thì bỏ biến LOA_KEY.',
  },
});
