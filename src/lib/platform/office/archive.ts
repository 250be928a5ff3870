// A former commune: after its last day it only tells (ruling 49). Pure.
import { z } from 'zod';
import type { Actor } from '../actor.ts';

/** How a commune ends, as its administrator says it. */
export const CommuneEnd = z.object({
  lastDay: z.iso.date('Chọn ngày cuối cùng xã còn tên và địa giới này.'),
  successor: z
    .string()
    .min(1, 'Viết một câu: từ ngày nào, xã thành đơn vị nào.')
    .max(300, 'Câu này dài quá 300 ký tự; hãy rút gọn.')
    .refine((typed) => !typed.includes('\n'), 'Viết trên một dòng.'),
  successorUrl: z
    .string()
    .max(300, 'Địa chỉ dài quá 300 ký tự; dùng địa chỉ trang chủ.')
    .refine(isWebAddress, 'Địa chỉ bắt đầu bằng https://, ví dụ: https://phuong.example.vn'),
});
export type CommuneEnd = z.infer<typeof CommuneEnd>;

function isWebAddress(typed: string): boolean {
  return typed === '' || z.url({ protocol: /^https?$/ }).safeParse(typed).success;
}

/** @param lastDay of the commune, YYYY-MM-DD; null while nobody knows of an end */
export function isArchive(lastDay: string | null, today: string): boolean {
  return lastDay !== null && lastDay < today;
}

/** People still sign in and out, look after accounts, and say what became of the commune. */
const STILL_DONE = /^(account|commune)\./;

/**
 * Whether something may still happen in an archive. Whatever changes in an office is an event, so what
 * may not be recorded can't be done. The system's own work goes on: names are erased when their time
 * is over, files are looked after, the chain is anchored.
 */
export function mayHappenInArchive(actor: Actor, kind: string): boolean {
  return actor.kind === 'system' || STILL_DONE.test(kind);
}
