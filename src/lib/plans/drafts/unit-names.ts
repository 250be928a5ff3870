// Matching the units a plan names to the units the office has, however each is spelled.
import { fold } from '#lib/vietnam/index.ts';

export interface KnownUnit {
  readonly id: string;
  readonly name: string;
}

const LEADING = /^(?:de nghi|giao|yeu cau)\s+/u;
const OF_THE_COMMUNE = /\s+(?:xa|phuong)$/u;

/**
 * What two spellings of one unit share: "Văn phòng HĐND& UBND xã" and "Văn phòng HĐND và UBND".
 * @param commune as it is spoken of, so that "… xã An Bình" and "… xã" are one
 */
export function unitKey(name: string, commune: string): string {
  const own = fold(commune);
  const words = fold(name)
    .replaceAll('&', ' va ')
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim()
    .replace(LEADING, '')
    .replace(/\buy ban nhan dan\b/gu, 'ubnd')
    .replace(/\bhoi dong nhan dan\b/gu, 'hdnd')
    .replace(/\bvan hoa va thong tin\b/gu, 'van hoa thong tin');
  const withoutCommune = words.endsWith(` ${own}`) ? words.slice(0, -own.length - 1) : words;
  return withoutCommune.replace(OF_THE_COMMUNE, '');
}

/** The office's unit that the plan's name means, if there is one. */
export function findUnit<Unit extends KnownUnit>(
  units: readonly Unit[],
  name: string,
  commune: string,
): Unit | undefined {
  const wanted = unitKey(name, commune);
  return units.find((unit) => unitKey(unit.name, commune) === wanted);
}
