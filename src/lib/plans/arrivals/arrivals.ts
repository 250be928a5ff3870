// An act that comes by itself from another room, and what a person says of it.
import { z } from 'zod';
import type { Actor } from '#lib/platform/index.ts';
import { QUANTITIES, type Quantities } from '../acts/kinds.ts';
import type { OwnPage } from '../acts/own-evidence.server.ts';
import type { ArrivalSource } from './sources.ts';

export interface Arrival {
  readonly source: ArrivalSource;
  /** Id of the thing in its room. */
  readonly of: string;
  /** Which of several times the same thing was done; left out where it is done once. */
  readonly part?: string;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly unitId: string | null;
  /** Topics of plans that were chosen in the room. */
  readonly topics: readonly string[];
  /** Duties that were named for it; left out where nobody was asked yet. Only those of its unit count. */
  readonly duties?: readonly string[];
  readonly page: OwnPage;
  /** How much by now, where the room knows. */
  readonly quantities?: Quantities;
  /** Digests of registered photographs that were taken there. */
  readonly photographs?: readonly string[];
}

/** The unit that somebody acts for, where that is beyond doubt. */
export function onlyUnitOf(actor: Actor): string | null {
  const [unit, ...more] = actor.kind === 'person' ? actor.unitIds : [];
  return more.length === 0 ? (unit ?? null) : null;
}

/** Amounts as an arrival keeps them. */
export function readQuantities(kept: string): Quantities {
  return z.partialRecord(z.enum(QUANTITIES), z.int()).parse(JSON.parse(kept));
}

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
