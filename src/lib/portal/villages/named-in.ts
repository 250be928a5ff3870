// Whether a text names a place: as a whole name, so that Thôn 1 isn't found in Thôn 12. Pure.

/** True where `text` has the name by itself, in any case of letters. */
export function namesPlace(text: string, name: string): boolean {
  const wanted = name
    .normalize('NFC')
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  if (wanted === '') return false;
  const whole = new RegExp(
    `(?<![\\p{L}\\p{N}])${wanted.replace(/\s+/g, '\\s+')}(?![\\p{L}\\p{N}])`,
    'iu',
  );
  return whole.test(text.normalize('NFC'));
}
