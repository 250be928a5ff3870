// What keeping addresses of the former site refuses.
import { defineErrors } from '#lib/platform/index.ts';

export const addressError = defineErrors({
  'address.unreadable': {
    status: 422,
    what: '{count} dòng chưa đọc được: {lines}.',
    todo: 'Sửa những dòng đó rồi gửi lại; chưa dòng nào được lưu.',
  },
  'address.nothing': {
    status: 422,
    what: 'Chưa có dòng nào.',
    todo: 'Mỗi dòng một địa chỉ cũ, rồi mũi tên, rồi địa chỉ mới.',
  },
  'address.circle': {
    status: 422,
    what: 'Đi theo thì quay về chính nó: {addresses}.',
    todo: 'Cho các địa chỉ cũ dẫn thẳng tới trang đang có.',
  },
  'address.personal-data': {
    status: 422,
    what: 'Lý do gỡ có {found}; mọi người đều đọc được.',
    todo: 'Bỏ phần đó rồi gửi lại.',
  },
  'address.too-many': {
    status: 422,
    what: 'Cổng đã giữ {count} địa chỉ cũ, không giữ thêm được.',
    todo: 'Bỏ những địa chỉ không còn ai mở.',
  },
  'address.not-found': {
    status: 404,
    what: 'Địa chỉ cũ này không còn trong danh sách.',
    todo: 'Tải lại trang để xem danh sách hiện có.',
  },
});
