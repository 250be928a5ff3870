// Villages × channels: where acts took place, by what way. An act without a village reached the whole
// commune and stands in a row of its own. Nobody schedules a village, so no cell is ever "missing".
import type { PlainDate } from '#lib/vietnam/index.ts';
import type { ActState } from './fold-acts.ts';

export interface VillageCell {
  /** `null`: the whole commune. */
  readonly village: string | null;
  readonly channel: string;
  /** By day. */
  readonly actIds: readonly string[];
  readonly evidencedIds: readonly string[];
  readonly lastDay: PlainDate;
}

export interface VillageGap {
  readonly village: string;
  /** Channels that reach single villages and never reached this one. */
  readonly channels: readonly string[];
}

/** Cells with at least one act, ordered by village and channel; the whole commune comes last. */
export function foldVillageCells(acts: readonly ActState[]): VillageCell[] {
  const groups = Map.groupBy(acts, ({ village, channel }) => keyOf(village, channel));
  return [...groups]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([, own]) => {
      const [first, last] = [own[0], own.at(-1)];
      if (!first || !last) return [];
      return {
        village: first.village,
        channel: first.channel,
        actIds: own.map(({ id }) => id),
        evidencedIds: own.filter(({ evidence }) => evidence.length > 0).map(({ id }) => id),
        lastDay: last.day,
      };
    });
}

/**
 * Villages that a channel passed by. A channel counts only once it reached some village: what goes out to
 * the whole commune leaves none out.
 */
export function foldVillageGaps(
  cells: readonly VillageCell[],
  villages: readonly string[],
): VillageGap[] {
  const local = [
    ...new Set(cells.filter(({ village }) => village !== null).map(({ channel }) => channel)),
  ].sort();
  return villages.flatMap((village) => {
    const reached = new Set(
      cells.filter((cell) => cell.village === village).map(({ channel }) => channel),
    );
    const channels = local.filter((channel) => !reached.has(channel));
    return channels.length > 0 ? [{ village, channels }] : [];
  });
}

function keyOf(village: string | null, channel: string): string {
  // "~" comes after every id.
  return `${village ?? '~'} ${channel}`;
}
