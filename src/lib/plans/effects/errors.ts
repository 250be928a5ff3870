// What can be wrong with signs of effect, in words for whoever notes them.
import { defineErrors } from '#lib/platform/index.ts';

export const effectError = defineErrors({
  'effect.personal-data': {
    status: 422,
    what: 'Lời ghi có {found}.',
    todo: 'Bỏ số, thông tin của người dân rồi ghi lại; chỉ ghi điều đã thấy.',
  },
  'effect.withdrawn': {
    status: 409,
    what: 'Dấu hiệu này đã được rút.',
    todo: 'Tải lại trang để xem những dấu hiệu còn tính.',
  },
});
