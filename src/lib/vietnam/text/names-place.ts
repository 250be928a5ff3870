// Whether a text names a place or a unit: as a whole name, so that Thôn 1 isn't found in Thôn 12, nor Thôn
// Nội in Thôn Nội Trung where there is one of that name.

/** Stands for a longer name that was taken out: no letter, no blank, so that nothing grows together. */
const TAKEN = '\u0000';

/**
 * True where `text` has the name by itself, in any case of letters.
 * @param others names that are known too; where a longer one stands, its shorter namesake isn't meant
 * @example namesPlace('Họp ở Thôn Nội Trung', 'Thôn Nội', ['Thôn Nội Trung']) // false
 */
export function namesPlace(text: string, name: string, others: readonly string[] = []): boolean {
  const wanted = tidy(name);
  if (wanted === '') return false;
  const whole = wholeName(wanted);
  const longer = others
    .map(tidy)
    .filter((other) => other.length > wanted.length && other.search(whole) >= 0)
    .toSorted((one, other) => other.length - one.length);
  const left = longer.reduce(
    (rest, other) => rest.replace(wholeName(other), TAKEN),
    text.normalize('NFC'),
  );
  return left.search(whole) >= 0;
}

const tidy = (name: string) => name.normalize('NFC').trim().replace(/\s+/g, ' ');

function wholeName(name: string): RegExp {
  const letters = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${letters}(?![\\p{L}\\p{M}\\p{N}])`, 'giu');
}
