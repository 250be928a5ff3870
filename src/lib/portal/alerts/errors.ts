// What raising an alert refuses.
import { defineErrors } from '#lib/platform/index.ts';

export const alertError = defineErrors({
  'alert.too-many': {
    status: 409,
    what: 'Đang có {count} cảnh báo cùng hiện; thêm nữa thì không ai đọc.',
    todo: 'Kết thúc một cảnh báo cũ rồi đăng lại.',
  },
  'alert.personal-data': {
    status: 422,
    what: 'Nội dung có {what}: “{text}”.',
    todo: 'Bỏ phần đó, hoặc chỉ nêu số điện thoại trực đã có trong danh mục đường dây nóng.',
  },
  'alert.not-found': {
    status: 404,
    what: 'Không tìm thấy cảnh báo này, hoặc nó đã hết.',
    todo: 'Tải lại trang để thấy các cảnh báo đang hiện.',
  },
});
