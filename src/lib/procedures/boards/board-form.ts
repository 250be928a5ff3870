// A board as an officer writes it down.
import { z } from 'zod';

export const BoardForm = z.object({
  ten: z.string().min(1, 'Ghi tên bảng, ví dụ Bảng niêm yết trụ sở.').max(120, 'Tên quá dài.'),
  noi: z.string().max(200, 'Nơi đặt quá dài.').default(''),
  'linh-vuc': z.array(z.string().max(200)).max(100).default([]),
});
export type BoardForm = z.infer<typeof BoardForm>;
