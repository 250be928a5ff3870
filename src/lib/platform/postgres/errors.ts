// What can go wrong between Loa and its PostgreSQL, in words for whoever starts it.
import { defineErrors } from '../errors.ts';

export const postgresError = defineErrors({
  'database.running': {
    status: 503,
    what: 'Loa đang chạy trên thư mục dữ liệu này (tiến trình {pid}, lệnh “{command}”, {url}; thư mục {folder}).',
    todo: 'Dùng Loa đang chạy, hoặc dừng nó (Ctrl-C ở cửa sổ đó, hay: kill {pid}) rồi chạy lại.',
  },
  'database.no-binaries': {
    status: 503,
    what: 'Không có PostgreSQL đi kèm cho hệ máy {platform}.',
    todo: 'Chạy lại npm ci (không bỏ gói tùy chọn), hoặc dùng PostgreSQL có sẵn qua biến DATABASE_URL.',
  },
  'database.no-system-user': {
    status: 503,
    what: 'Đang chạy bằng quyền root nhưng không tạo được và cũng không tìm thấy người dùng hệ thống nào cho cơ sở dữ liệu (loa, postgres, nobody).',
    todo: 'Tạo một người dùng: useradd --system loa, hoặc chạy Loa bằng người dùng thường.',
  },
  'database.other-major': {
    status: 503,
    what: 'Dữ liệu ở {folder} thuộc PostgreSQL {found}, còn bản Loa này dùng PostgreSQL {wanted}.',
    todo: 'Dùng bản Loa cũ để sao lưu (loa backup), đặt LOA_DATA sang thư mục mới, rồi phục hồi bằng bản mới (loa restore).',
  },
  'database.foreign-folder': {
    status: 503,
    what: 'Thư mục {folder} không thuộc người dùng đang chạy Loa hoặc mở quá rộng.',
    todo: 'Kiểm tra chủ sở hữu của thư mục rồi chạy lại bằng đúng người dùng đó.',
  },
  'database.copied-folder': {
    status: 503,
    what: 'Thư mục {folder} là bản sao của {original}; cả hai cùng trỏ tới một cơ sở dữ liệu ở {home}.',
    todo: 'Đặt LOA_DATA sang một thư mục trống và phục hồi từ bản sao lưu, hoặc xóa tệp instance.json trong bản sao để bắt đầu cơ sở dữ liệu mới.',
  },
  'database.secret-lost': {
    status: 503,
    what: 'Có dữ liệu ở {home} nhưng thiếu tệp mật khẩu {file}.',
    todo: 'Phục hồi tệp đó từ bản sao lưu của thư mục LOA_DATA.',
  },
  'database.initdb-failed': {
    status: 503,
    what: 'Không tạo được cơ sở dữ liệu ở {folder}: {reason}',
    todo: 'Kiểm tra dung lượng đĩa và quyền ghi của thư mục rồi chạy lại.',
  },
  'database.start-failed': {
    status: 503,
    what: 'PostgreSQL không khởi động được: {reason}',
    todo: 'Xem nhật ký ở {log}; dữ liệu vẫn ở nguyên chỗ.',
  },
  'database.unsafe-setting': {
    status: 503,
    what: 'Cơ sở dữ liệu đang để {name} = {value}, có thể mất dữ liệu đã ghi nhận khi mất điện.',
    todo: 'Bỏ thiết lập đó (postgresql.auto.conf, ALTER SYSTEM, ALTER ROLE) để {name} = on.',
  },
  'database.too-old': {
    status: 503,
    what: 'Máy chủ ở {where} là PostgreSQL {version}; Loa cần từ 15 trở lên.',
    todo: 'Nâng cấp máy chủ, hoặc bỏ DATABASE_URL để dùng PostgreSQL đi kèm.',
  },
  'database.unreachable': {
    status: 503,
    what: 'Không nối được tới PostgreSQL ở {where}: {reason}',
    todo: 'Kiểm tra DATABASE_URL và DATABASE_OWNER_URL, máy chủ và mạng.',
  },
  'database.not-isolated': {
    status: 503,
    what: 'Chỉ có {given}; chạy thật cần hai vai trò tách biệt để ứng dụng không thể vượt qua ranh giới giữa các xã.',
    todo: 'Đặt cả DATABASE_URL (vai trò ứng dụng) và DATABASE_OWNER_URL (vai trò chủ sở hữu); xem docs/operations.md.',
  },
  'database.app-too-mighty': {
    status: 503,
    what: 'Vai trò {role} trong DATABASE_URL là siêu người dùng, có BYPASSRLS hoặc sở hữu bảng, nên ranh giới giữa các xã không còn tác dụng.',
    todo: 'Tạo một vai trò thường (NOSUPERUSER NOBYPASSRLS) cho DATABASE_URL; xem docs/operations.md.',
  },
});
