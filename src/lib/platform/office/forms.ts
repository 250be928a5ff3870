// What an office says of itself in forms: one schema per thing, with what to do beside each field.
import { z } from 'zod';
import { normalizePhone } from '#lib/vietnam/index.ts';
import { roles } from '../actor.ts';
import { EmailAddress } from '../mail/mail-server.ts';

export const communeKinds = { xa: 'Xã', phuong: 'Phường', 'dac-khu': 'Đặc khu' } as const;

/** Faults stand in a list above the form too, so each names its field. */
const text = (field: string, longest: number) =>
  z.string().max(longest, `${field} dài quá ${longest} ký tự; hãy rút gọn.`);
const line = (field: string, longest: number) =>
  text(field, longest).refine(isOneLine, `${field} viết trên một dòng.`);
const needed = (field: string, longest: number, empty: string) =>
  line(field, longest).min(1, empty);

function isOneLine(typed: string): boolean {
  return !typed.includes('\n');
}

/** What the pages say of the commune. */
export const CommuneFacts = z.object({
  name: needed('Tên', 80, 'Nhập tên, ví dụ: xã Tiền Tiến.'),
  kind: z.enum(
    Object.keys(communeKinds) as ['xa', 'phuong', 'dac-khu'],
    'Chọn xã, phường hay đặc khu.',
  ),
  superiors: text('Cấp trên', 300).transform((typed) =>
    typed
      .split('\n')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  ),
  address: needed('Địa chỉ', 200, 'Nhập địa chỉ trụ sở.'),
  telephone: needed('Số điện thoại', 40, 'Nhập số điện thoại của trụ sở.').refine(
    (typed) => normalizePhone(typed) !== undefined,
    'Số điện thoại chưa đúng, ví dụ: 0220 3786 123.',
  ),
  email: line('Địa chỉ thư điện tử', 120).refine(
    (typed) => typed === '' || z.email().safeParse(typed).success,
    'Địa chỉ thư điện tử chưa đúng, ví dụ: ubnd@xa.gov.vn.',
  ),
  editorInChief: line('Trưởng ban biên tập', 120),
  openingHours: text('Giờ làm việc', 300),
});
export type CommuneFacts = z.infer<typeof CommuneFacts>;

export const Login = z
  .string()
  .toLowerCase()
  .min(3, 'Tên đăng nhập cần ít nhất 3 ký tự.')
  .max(40, 'Tên đăng nhập dài quá 40 ký tự; hãy rút gọn.')
  .regex(
    /^[a-z0-9]+([.-][a-z0-9]+)*$/,
    'Chỉ dùng chữ thường không dấu, chữ số, dấu chấm hoặc gạch nối, ví dụ: tu-phap.',
  );

/** What an administrator fills in for an account. */
export const AccountFacts = z.object({
  name: needed('Chức danh', 120, 'Nhập chức danh, ví dụ: Công chức Tư pháp – Hộ tịch.'),
  roles: z.array(z.enum(roles)).min(1, 'Chọn ít nhất một vai trò.'),
  unitIds: z.array(z.uuid('Chọn đơn vị trong danh sách.')),
});

export const NewAccountForm = AccountFacts.extend({ login: Login });

export const UnitName = z.object({
  name: needed('Tên đơn vị', 200, 'Nhập tên đơn vị.'),
});

/** Where a unit is reminded; empty takes the address away. */
export const UnitEmail = z.object({
  email: z.union(
    [z.literal(''), EmailAddress],
    'Địa chỉ thư điện tử chưa đúng, ví dụ: tu-phap@xa.gov.vn.',
  ),
});

/** Two units become one that already exists. */
export const Merger = z.object({
  unitId: z.uuid('Chọn đơn vị nhận.'),
  from: z.iso.date('Chọn ngày việc sáp nhập có hiệu lực.'),
});

export const Succession = UnitName.extend({
  from: z.iso.date('Chọn ngày tên mới có hiệu lực.'),
});

export const HotlineForm = z.object({
  name: needed(
    'Việc tiếp nhận',
    120,
    'Nhập việc mà số này tiếp nhận, ví dụ: Phản ánh thủ tục hành chính.',
  ),
  number: needed('Số điện thoại', 40, 'Nhập số điện thoại.').refine(
    (typed) => normalizePhone(typed) !== undefined || /^1\d{2,9}$/.test(typed.replace(/\D/g, '')),
    'Số điện thoại chưa đúng, ví dụ: 0220 3786 123.',
  ),
  owner: needed('Người nghe máy', 120, 'Nhập chức danh người nghe máy.'),
  hours: line('Giờ nghe máy', 120),
});
export type HotlineForm = z.infer<typeof HotlineForm>;
