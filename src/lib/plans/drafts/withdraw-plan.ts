// What taking a plan off the portal asks for.
import { z } from 'zod';

export const WithdrawPlan = z.object({
  planId: z.uuid(),
  reason: z.string().trim().min(5, 'Ghi lý do, ít nhất 5 chữ.').max(500, 'Lý do dài quá 500 chữ.'),
});
export type WithdrawPlan = z.input<typeof WithdrawPlan>;
