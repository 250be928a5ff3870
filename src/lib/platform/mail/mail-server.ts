// What is filled in for the server that sends the office's mail, and what became of a try, in words.
import { z } from 'zod';

export const MAIL_SECURITY = {
  tls: 'TLS từ đầu (thường là cổng 465)',
  starttls: 'STARTTLS, bắt buộc mã hóa (thường là cổng 587)',
  none: 'Không mã hóa, không đăng nhập (chỉ trong mạng nội bộ, cổng 25)',
} as const;
export type MailSecurity = keyof typeof MAIL_SECURITY;

const oneLine = (longest: number, tooLong: string) =>
  z
    .string()
    .trim()
    .max(longest, tooLong)
    .refine((typed) => !/[\r\n]/.test(typed), 'Viết trên một dòng.');

export const EmailAddress = z
  .email('Địa chỉ thư điện tử chưa đúng, ví dụ: ubnd@xa.gov.vn.')
  .max(120);

const PORT = 'Nhập số cổng từ 1 đến 65535, ví dụ 587.';

export const MailServerForm = z
  .object({
    host: oneLine(200, 'Tên máy chủ dài quá 200 ký tự.').regex(
      /^[a-z0-9]([a-z0-9.:-]*[a-z0-9])?$/i,
      'Nhập tên máy chủ gửi thư, ví dụ: mail.haiduong.gov.vn.',
    ),
    port: z.coerce.number(PORT).int(PORT).min(1, PORT).max(65_535, PORT),
    security: z.enum(
      Object.keys(MAIL_SECURITY) as [MailSecurity],
      'Chọn cách mã hóa đường truyền.',
    ),
    username: oneLine(200, 'Tên đăng nhập dài quá 200 ký tự.').default(''),
    /** Left empty: the stored one stays. */
    password: z.string().max(300, 'Mật khẩu dài quá 300 ký tự.').default(''),
    senderAddress: EmailAddress,
    senderName: oneLine(120, 'Tên người gửi dài quá 120 ký tự.').min(
      1,
      'Nhập tên người gửi, ví dụ: UBND xã Tiền Tiến.',
    ),
  })
  .refine(({ security, username, password }) => security !== 'none' || username + password === '', {
    path: ['username'],
    message:
      'Đường truyền không mã hóa thì không gửi được tên đăng nhập và mật khẩu; chọn TLS hoặc STARTTLS, hoặc bỏ trống hai ô này.',
  });
export type MailServerForm = z.output<typeof MailServerForm>;

/** Why a server didn't take a message. */
export const MAIL_TROUBLES = {
  unreachable: 'không kết nối được tới máy chủ; kiểm tra tên máy chủ, cổng và tường lửa',
  'too-slow': 'máy chủ không trả lời kịp; thử lại sau, hoặc kiểm tra cổng và cách mã hóa',
  tls: 'không lập được đường truyền mã hóa; kiểm tra cách mã hóa, cổng và chứng thư của máy chủ',
  'signing-in': 'máy chủ không nhận tên đăng nhập hoặc mật khẩu; nhập lại mật khẩu',
  refused: 'máy chủ từ chối thư; kiểm tra địa chỉ gửi và địa chỉ nhận',
  later: 'máy chủ hẹn nhận thư vào lúc khác; Loa sẽ thử lại',
  unknown: 'đường truyền đứt giữa chừng, không rõ thư đã đi hay chưa',
} as const;
export type MailTrouble = keyof typeof MAIL_TROUBLES;
