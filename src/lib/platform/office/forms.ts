// What an office says of itself in forms: one schema per thing, with what to do beside each field.
import { z } from 'zod';
import { normalizePhone } from '#lib/vietnam/index.ts';
import { roles } from '../actor.ts';

export const communeKinds = { xa: 'Xã', phuong: 'Phường', 'dac-khu': 'Đặc khu' } as const;

const line = (longest: number) =>
  z.string().max(longest, `Nhiều nhất ${longest} ký tự.`).refine(isOneLine, 'Viết trên một dòng.');
const needed = (longest: number, empty: string) => line(longest).min(1, empty);

function isOneLine(text: string): boolean {
  return !text.includes('\n');
}

/** What the pages say of the commune. */
export const CommuneFacts = z.object({
  name: needed(80, 'Nhập tên, ví dụ: xã Tiền Tiến.'),
  kind: z.enum(
    Object.keys(communeKinds) as ['xa', 'phuong', 'dac-khu'],
    'Chọn xã, phường hay đặc khu.',
  ),
  superiors: z
    .string()
    .max(300, 'Nhiều nhất 300 ký tự.')
    .transform((text) =>
      text
        .split('\n')
        .map((each) => each.trim())
        .filter((each) => each !== ''),
    ),
  address: needed(200, 'Nhập địa chỉ trụ sở.'),
  telephone: needed(40, 'Nhập số điện thoại của trụ sở.').refine(
    (text) => normalizePhone(text) !== undefined,
    'Số điện thoại chưa đúng, ví dụ: 0220 3786 123.',
  ),
  email: line(120).refine(
    (text) => text === '' || z.email().safeParse(text).success,
    'Địa chỉ thư điện tử chưa đúng, ví dụ: ubnd@xa.gov.vn.',
  ),
  editorInChief: line(120),
  openingHours: z.string().max(300, 'Nhiều nhất 300 ký tự.'),
});
export type CommuneFacts = z.infer<typeof CommuneFacts>;

export const Login = z
  .string()
  .toLowerCase()
  .min(3, 'Tên đăng nhập cần ít nhất 3 ký tự.')
  .max(40, 'Nhiều nhất 40 ký tự.')
  .regex(
    /^[a-z0-9]+([.-][a-z0-9]+)*$/,
    'Chỉ dùng chữ thường không dấu, chữ số, dấu chấm hoặc gạch nối, ví dụ: tu-phap.',
  );

/** What an administrator fills in for an account. */
export const AccountFacts = z.object({
  name: needed(120, 'Nhập chức danh, ví dụ: Công chức Tư pháp – Hộ tịch.'),
  roles: z.array(z.enum(roles)).min(1, 'Chọn ít nhất một vai trò.'),
  unitIds: z.array(z.uuid('Chọn đơn vị trong danh sách.')),
});

export const NewAccountForm = AccountFacts.extend({ login: Login });

export const UnitName = z.object({
  name: needed(200, 'Nhập tên đơn vị.'),
});

export const Succession = UnitName.extend({
  from: z.iso.date('Chọn ngày tên mới có hiệu lực.'),
});

export const HotlineForm = z.object({
  name: needed(120, 'Nhập việc mà số này tiếp nhận, ví dụ: Phản ánh thủ tục hành chính.'),
  number: needed(40, 'Nhập số điện thoại.').refine(
    (text) => normalizePhone(text) !== undefined || /^1\d{2,9}$/.test(text.replace(/\D/g, '')),
    'Số điện thoại chưa đúng, ví dụ: 0220 3786 123.',
  ),
  owner: needed(120, 'Nhập chức danh người nghe máy.'),
  hours: line(120),
});
export type HotlineForm = z.infer<typeof HotlineForm>;
