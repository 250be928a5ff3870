// What can be wrong with an entry in the registry of commendations.
import { defineErrors } from '#lib/platform/index.ts';

export const commendationError = defineErrors({
  'commendation.not-found': {
    status: 404,
    what: 'Không tìm thấy mục này trong sổ biểu dương, khen thưởng.',
    todo: 'Quay lại danh sách để chọn lại.',
  },
  'commendation.in-future': {
    status: 422,
    what: 'Ngày {day} chưa đến.',
    todo: 'Chọn ngày không muộn hơn hôm nay.',
  },
  'commendation.unknown-form': {
    status: 422,
    what: 'Chưa chọn hình thức khen.',
    todo: 'Chọn một hình thức trong danh sách; chưa có quyết định thì chọn “Biểu dương”.',
  },
  'commendation.decision-missing': {
    status: 422,
    what: '{form} cần có quyết định.',
    todo: 'Nhập người quyết định, số, ký hiệu và ngày ký; chưa có quyết định thì chọn “Biểu dương”.',
  },
  'commendation.not-competent': {
    status: 422,
    what: 'Ngày {day}, Chủ tịch UBND cấp xã không có thẩm quyền quyết định {form}.',
    todo: '{from}Chọn “Cấp trên quyết định” nếu đúng như vậy, hoặc xem lại hình thức và ngày ký.',
  },
  'commendation.unknown-unit': {
    status: 422,
    what: 'Đơn vị đã chọn không có trong danh mục của xã.',
    todo: 'Chọn lại đơn vị hoặc để trống.',
  },
  'commendation.unknown-act': {
    status: 422,
    what: 'Hoạt động đã chọn không còn trong kết quả.',
    todo: 'Chọn lại hoạt động hoặc để trống.',
  },
  'commendation.name-of-collective': {
    status: 422,
    what: 'Tập thể không có họ và tên riêng của một người.',
    todo: 'Bỏ trống ô họ và tên, hoặc chọn “Cá nhân”.',
  },
  'commendation.person-shortcoming': {
    status: 409,
    what: 'Hạn chế của một cá nhân không đăng công khai.',
    todo: 'Nhắc nhở trong nội bộ; nếu cần nói trước nhân dân, ghi một mục về tập thể.',
  },
  'commendation.personal-data': {
    status: 422,
    what: 'Lời sẽ đăng có {found}.',
    todo: 'Chọn che bớt, hoặc xác nhận rằng được phép công khai.',
  },
  'commendation.withdrawn': {
    status: 409,
    what: 'Mục này đã được rút khỏi sổ.',
    todo: 'Ghi một mục mới nếu việc đó đúng.',
  },
  'commendation.not-shortcoming': {
    status: 409,
    what: 'Chỉ hạn chế mới có phần khắc phục.',
    todo: 'Quay lại danh sách và chọn đúng mục.',
  },
});
