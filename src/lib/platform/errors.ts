// Errors that people are shown: one registry of codes, each with its HTTP status, what is wrong and
// what to do, in Vietnamese. Rooms add their own codes with `defineErrors`; anything else that is
// thrown says nothing to the public and everything to the log.

export interface ErrorEntry {
  /** HTTP status the message is answered with. */
  readonly status: number;
  /** What is wrong and where; `{name}` stands for a detail. */
  readonly what: string;
  /** What the reader can do about it. */
  readonly todo: string;
}

export type ErrorDetails = Readonly<Record<string, string | number>>;

/** An error meant for a person's eyes. `code` is stable; texts may be reworded. */
export class LoaError extends Error {
  readonly code: string;
  readonly status: number;
  readonly what: string;
  readonly todo: string;
  readonly field: string | undefined;
  readonly details: ErrorDetails;

  constructor(code: string, entry: ErrorEntry, details: ErrorDetails, field?: string) {
    const what = fill(entry.what, details);
    const todo = fill(entry.todo, details);
    super(`${what} ${todo}`);
    this.name = 'LoaError';
    this.code = code;
    this.status = entry.status;
    this.what = what;
    this.todo = todo;
    this.field = field;
    this.details = details;
  }
}

/** What a person wrote is told back to be recognised, not to be read whole: UTF-16 units. */
const LONGEST_DETAIL = 600;
/** For “và 12 điều nữa”. */
const ROOM_FOR_REST = 40;

function fill(text: string, details: ErrorDetails): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in details ? shortened(String(details[name])) : whole,
  );
}

function shortened(detail: string, most = LONGEST_DETAIL): string {
  if (detail.length <= most) return detail;
  // No word is cut, and where there are no blanks, no letter made of two units.
  return `${detail.slice(0, most).replace(/\s+\S*$|\p{Surrogate}$/u, '')}…`;
}

/**
 * What Loa itself lists in an error, short enough to be told whole: where there is more, how many more,
 * so that nobody takes the list for all there is.
 */
export function listInError(things: readonly string[], separator = '; '): string {
  const most = LONGEST_DETAIL - ROOM_FOR_REST;
  const shown: string[] = [];
  let length = 0;
  for (const thing of things.map((one) => shortened(one, most))) {
    length += thing.length + separator.length;
    if (shown.length > 0 && length > most) break;
    shown.push(thing);
  }
  const rest = things.length - shown.length;
  return [...shown, ...(rest > 0 ? [`và ${rest} điều nữa`] : [])].join(separator);
}

/**
 * Makes a room's error factory from its codes:
 * `const planError = defineErrors({ 'plan.empty': { status: 422, what: '…', todo: '…' } })`,
 * then `throw planError('plan.empty', { name })`.
 */
export function defineErrors<Codes extends Record<string, ErrorEntry>>(codes: Codes) {
  function make(code: keyof Codes & string, details: ErrorDetails = {}, field?: string): LoaError {
    const entry = codes[code];
    if (!entry) throw new Error(`unknown error code ${code}`);
    return new LoaError(code, entry, details, field);
  }
  return Object.assign(make, { codes });
}

/** True for errors whose words may be shown. */
export function isLoaError(error: unknown): error is LoaError {
  return error instanceof LoaError;
}

/** Codes of the platform itself. */
export const platformError = defineErrors({
  'access.denied': {
    status: 403,
    what: 'Tài khoản đang dùng chưa được phép: {action}.',
    todo: 'Nhờ người phụ trách của xã thực hiện hoặc đề nghị quản trị viên cấp quyền.',
  },
  'access.sign-in': {
    status: 401,
    what: 'Phiên làm việc chưa bắt đầu hoặc đã hết hạn.',
    todo: 'Đăng nhập lại; nội dung vừa nhập được giữ để gửi tiếp.',
  },
  'form.foreign-origin': {
    status: 403,
    what: 'Biểu mẫu được gửi từ một trang khác nên không được nhận.',
    todo: 'Mở lại trang trên đúng địa chỉ của cổng rồi gửi lại.',
  },
  'form.trapped': {
    status: 422,
    what: 'Ô phải để trống lại có chữ trong đó.',
    todo: 'Xóa chữ trong ô đó (trình duyệt có thể đã tự điền) rồi gửi lại.',
  },
  'form.hasty': {
    status: 422,
    what: 'Biểu mẫu được gửi nhanh hơn mức một người kịp đọc.',
    todo: 'Đọc lại lời vừa viết rồi bấm gửi lần nữa.',
  },
  'form.old': {
    status: 422,
    what: 'Trang này mở đã quá một ngày.',
    todo: 'Xem lại lời vừa viết rồi bấm gửi lần nữa.',
  },
  'form.often': {
    status: 429,
    what: 'Từ máy này, hoặc mạng dùng chung, vừa gửi nhiều lần.',
    todo: 'Hãy đợi {wait} rồi gửi lại; lời đã viết vẫn còn trong ô.',
  },
  'database.away': {
    status: 503,
    what: 'Cơ sở dữ liệu tạm thời không trả lời nên chưa đọc hay lưu được gì.',
    todo: 'Giữ nguyên trang này, đợi một phút rồi gửi hoặc tải lại; nếu kéo dài, báo quản trị viên.',
  },
  'database.unsure': {
    status: 503,
    what: 'Cơ sở dữ liệu ngắt đúng lúc đang lưu nên chưa rõ nội dung đã được lưu hay chưa.',
    todo: 'Đợi một phút, mở lại danh sách để xem đã có chưa, rồi mới gửi lại.',
  },
  'commune.unknown-host': {
    status: 404,
    what: 'Địa chỉ {host} chưa gắn với xã, phường nào.',
    todo: 'Kiểm tra lại địa chỉ, hoặc nhờ quản trị viên khai báo tên miền bằng lệnh: loa commune host.',
  },
  'commune.archived': {
    status: 409,
    what: 'Đơn vị này đã sáp nhập hoặc đổi tên nên bàn làm việc chỉ để xem; chưa lưu được gì.',
    todo: 'Làm việc này ở trang của đơn vị mới; nếu ngày kết thúc khai nhầm, quản trị viên sửa ở Quản trị, Thông tin xã.',
  },
  'api.no-such-page': {
    status: 400,
    what: 'Số trang ghi ở “trang” không đúng.',
    todo: 'Ghi một số nguyên từ 1 đến 10000, ví dụ ?trang=2; không ghi là trang 1.',
  },
  'api.reads-only': {
    status: 405,
    what: 'Dữ liệu mở chỉ để đọc, không nhận gì gửi tới.',
    todo: 'Đọc bằng GET hoặc HEAD; mô tả ở /api/v1/openapi.json.',
  },
  'api.too-heavy': {
    status: 413,
    what: 'Dữ liệu mở chỉ để đọc, không nhận nội dung gửi kèm.',
    todo: 'Hỏi bằng GET hoặc HEAD, không gửi kèm gì; mô tả ở /api/v1/openapi.json.',
  },
  'api.too-often': {
    status: 429,
    what: 'Máy này, hoặc mạng dùng chung với máy khác, vừa hỏi quá nhiều lần trong một phút.',
    todo: 'Đợi {seconds} giây (đầu mục Retry-After) rồi hỏi lại; hỏi thưa hơn và dùng lại bản đã lấy khi If-None-Match trả 304.',
  },
  'record.not-found': {
    status: 404,
    what: 'Không tìm thấy {what}.',
    todo: 'Có thể địa chỉ đã đổi; hãy quay về trang chủ hoặc dùng ô tìm kiếm.',
  },
  'record.taken-away': {
    status: 410,
    what: 'Trang này đã được gỡ: {reason}',
    todo: 'Tìm nội dung cần xem bằng ô tìm kiếm, hoặc gọi đường dây nóng để hỏi.',
  },
  'record.moved': {
    status: 410,
    what: 'Nội dung này đã được thay bằng {to}.',
    todo: 'Mở địa chỉ đó để xem bản đang dùng.',
  },
  'record.changed': {
    status: 409,
    what: '{what} vừa được người khác sửa trong lúc đang mở.',
    todo: 'Xem bản mới bên cạnh bản của mình rồi lưu lại.',
  },
  'file.too-large': {
    status: 413,
    what: 'Tệp “{name}” nặng {size}, vượt mức {limit}.',
    todo: 'Nén hoặc chia nhỏ tệp rồi tải lên lại.',
  },
  'file.empty': {
    status: 422,
    what: 'Tệp “{name}” không có nội dung (0 byte).',
    todo: 'Mở tệp trên máy để kiểm tra rồi chọn lại.',
  },
  'file.too-many-pixels': {
    status: 422,
    what: 'Ảnh “{name}” có {pixels} triệu điểm ảnh, nhiều hơn mức nhận là {limit} triệu.',
    todo: 'Thu nhỏ ảnh, hoặc chụp lại ở chế độ thường, rồi gửi lại.',
  },
  'file.broken-picture': {
    status: 422,
    what: 'Ảnh “{name}” bị hỏng hoặc chưa tải đủ nên không mở được.',
    todo: 'Mở thử ảnh trên máy; nếu xem được thì lưu lại thành JPEG rồi gửi.',
  },
  'file.type-refused': {
    status: 415,
    what: 'Tệp “{name}” thuộc loại {type}, không được nhận ở đây.',
    todo: 'Hãy dùng một trong các loại: {allowed}.',
  },
});
