// Kinds of acts of publicity: which channels each goes through and what it is counted in (ruling 16).
// The table itself is data (data/act-kinds.yaml); here is its form and what it is asked.
import { z } from 'zod';

/** What acts are counted in. `minutes` is the length of one airing or session. */
export const QUANTITIES = ['items', 'airings', 'minutes', 'people', 'copies'] as const;
export type QuantityName = (typeof QUANTITIES)[number];

/** Amounts as reported; an absent one was not reported, which is not 0. */
export type Quantities = Readonly<Partial<Record<QuantityName, number>>>;

const QuantityRule = z.object({
  label: z.string().min(1),
  unit: z.string().min(1),
  default: z.int().positive().optional(),
  per: z.enum(['airings', 'items']).optional(),
});
export type QuantityRule = z.infer<typeof QuantityRule>;

const Id = z.string().regex(/^[a-z]+(-[a-z]+)*$/);

const ChannelEntry = z.object({ id: Id, name: z.string(), short: z.string(), icon: z.string() });
/** A way to people, and with it a column of the coverage matrix. */
export type ChannelEntry = z.infer<typeof ChannelEntry>;

const AudienceEntry = z.object({ id: Id, name: z.string() });

const KindEntry = z.object({
  id: Id,
  name: z.string(),
  icon: z.string(),
  frequent: z.boolean().default(false),
  /** The same thing can be given again without being a new item (a bulletin aired again). */
  repeatable: z.boolean().default(false),
  channels: z.array(Id).min(1),
  quantities: z.partialRecord(z.enum(QUANTITIES), QuantityRule),
});
export type KindEntry = z.infer<typeof KindEntry>;

export const ActKinds = z
  .object({
    source: z.string(),
    valid_from: z.string(),
    valid_to: z.string().nullable(),
    channels: z.array(ChannelEntry).min(1),
    audiences: z.array(AudienceEntry).min(1),
    /** How each quantity is counted, in words for whoever fills it in. */
    counting: z.record(z.enum(QUANTITIES), z.string().min(1)),
    kinds: z.array(KindEntry).min(1),
  })
  .refine(
    (table) => table.kinds.every((kind) => kind.channels.every((id) => hasId(table.channels, id))),
    {
      message: 'a kind names a channel that the table does not have',
    },
  );
export type ActKinds = z.infer<typeof ActKinds>;

export function findKind(table: ActKinds, id: string): KindEntry | undefined {
  return table.kinds.find((kind) => kind.id === id);
}

export function findChannel(table: ActKinds, id: string): ChannelEntry | undefined {
  return table.channels.find((channel) => channel.id === id);
}

/** Quantities a kind carries, in the order they are asked. */
export function quantitiesOf(kind: KindEntry): { name: QuantityName; rule: QuantityRule }[] {
  return QUANTITIES.flatMap((name) => {
    const rule = kind.quantities[name];
    return rule ? [{ name, rule }] : [];
  });
}

// Asked for each of tens of thousands of acts; a kind's rules never change.
const rules = new WeakMap<KindEntry, ReturnType<typeof quantitiesOf>>();

function rulesOf(kind: KindEntry): ReturnType<typeof quantitiesOf> {
  const known = rules.get(kind) ?? quantitiesOf(kind);
  rules.set(kind, known);
  return known;
}

/**
 * What an act adds to the counts: defaults filled in, minutes multiplied by airings or sessions.
 * Quantities a kind isn't counted in add nothing; what nobody reported stays absent.
 */
export function countedQuantities(kind: KindEntry, reported: Quantities): Quantities {
  const counted: Partial<Record<QuantityName, number>> = {};
  for (const { name, rule } of rulesOf(kind)) {
    const amount = reported[name] ?? rule.default;
    if (amount === undefined) continue;
    counted[name] = rule.per ? amount * times(kind, reported, rule.per) : amount;
  }
  return counted;
}

function times(kind: KindEntry, reported: Quantities, per: 'airings' | 'items'): number {
  return reported[per] ?? kind.quantities[per]?.default ?? 1;
}

function hasId(list: readonly { id: string }[], id: string): boolean {
  return list.some((entry) => entry.id === id);
}
