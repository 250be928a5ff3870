// What can go wrong while the schema is brought up to date.
import { defineErrors } from '../errors.ts';

export const migrationError = defineErrors({
  'migration.changed': {
    status: 503,
    what: 'Tệp {name} đã được áp dụng vào cơ sở dữ liệu nhưng nội dung tệp nay đã khác.',
    todo: 'Khôi phục đúng tệp đó (git checkout -- migrations) và viết thay đổi thành một tệp mới có số tiếp theo.',
  },
  'migration.missing': {
    status: 503,
    what: 'Cơ sở dữ liệu đã áp dụng {name} nhưng bản Loa này không có tệp đó.',
    todo: 'Dữ liệu thuộc một bản Loa mới hơn: hãy chạy bản mới hơn đó.',
  },
  'migration.bad-name': {
    status: 503,
    what: 'Tệp {name} trong thư mục migrations không theo mẫu NNNN-dong-tu-danh-tu.sql, hoặc trùng hay nhảy số.',
    todo: 'Đổi tên tệp cho liền số, ví dụ 0007-add-village.sql.',
  },
  'migration.failed': {
    status: 503,
    what: 'Không áp dụng được {name}: {reason}',
    todo: 'Không có gì được ghi từ tệp này; sửa nguyên nhân rồi chạy lại.',
  },
});
