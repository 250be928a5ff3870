// What a person says of an act that came by itself from another room.
import { z } from 'zod';

const ids = z.array(z.uuid()).max(60).default([]);

export const SettleArrival = z.object({
  id: z.uuid(),
  /** Asked only where no act stands yet. */
  unitId: z.union([z.uuid(), z.literal('')], 'Chọn đơn vị thực hiện.').default(''),
  topics: ids,
  duties: ids,
  /** Whether what looks like it is the same thing, written down by hand before. */
  twin: z.enum(['same', 'another']).optional(),
});
export type SettleArrival = z.input<typeof SettleArrival>;

export const SetArrivalAside = z.object({
  id: z.uuid(),
  reason: z
    .string()
    .trim()
    .min(5, 'Ghi rõ vì sao không tính, ít nhất vài chữ.')
    .max(500, 'Lý do dài quá 500 chữ cái; hãy rút gọn.'),
});
export type SetArrivalAside = z.input<typeof SetArrivalAside>;
