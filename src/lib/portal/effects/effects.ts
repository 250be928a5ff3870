// What showed that telling people worked, channel by channel: a pure fold over acts, the signs noted beside
// them, and how often the pages they stand on were opened.

export interface EffectAct {
  readonly id: string;
  readonly channel: string;
  /** Attendance: visits, not persons; null where nobody counted. */
  readonly people: number | null;
}

export interface EffectSign {
  readonly actId: string;
  readonly amount: number | null;
}

export interface ChannelEffect {
  readonly channel: string;
  readonly acts: number;
  /** Null where no act of the channel counts people. */
  readonly people: number | null;
  /** Acts with at least one sign. */
  readonly signed: number;
  readonly signs: number;
  /** Openings of pages of these acts; null where none stands on a page. */
  readonly views: number | null;
}

/** Channels that were used, most signs to an act first; recomputing gives the same. */
export function foldEffects(
  acts: readonly EffectAct[],
  signs: readonly EffectSign[],
  views: ReadonlyMap<string, number>,
): ChannelEffect[] {
  const channels = [...new Set(acts.map(({ channel }) => channel))];
  return channels
    .map((channel) => {
      const own = acts.filter((act) => act.channel === channel);
      const ids = new Set(own.map(({ id }) => id));
      const seen = signs.filter(({ actId }) => ids.has(actId));
      return {
        channel,
        acts: own.length,
        people: sum(own.flatMap(({ people }) => people ?? [])),
        signed: new Set(seen.map(({ actId }) => actId)).size,
        signs: seen.length,
        views: sum([...ids].flatMap((id) => views.get(id) ?? [])),
      };
    })
    .sort(
      (a, b) =>
        b.signed / b.acts - a.signed / a.acts ||
        b.acts - a.acts ||
        (a.channel < b.channel ? -1 : 1),
    );
}

function sum(amounts: readonly number[]): number | null {
  return amounts.length === 0 ? null : amounts.reduce((total, amount) => total + amount, 0);
}
