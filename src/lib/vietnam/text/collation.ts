// The order of Vietnamese lists: letters first (a ă â … d đ …), then tones (ngang huyền hỏi ngã sắc
// nặng), then case; numbers by their value.

const collator = new Intl.Collator('vi', { numeric: true });

/**
 * Compares as a Vietnamese dictionary does; "Thôn 2" stands before "Thôn 10". For `Array.sort`.
 * Equal texts in different Unicode forms compare as equal.
 */
export function compareVietnamese(left: string, right: string): number {
  return collator.compare(left, right);
}

/**
 * Compares people's names as Vietnamese lists do: by given name (the last word), then the words
 * between, then the family name.
 */
export function comparePersonNames(left: string, right: string): number {
  const a = nameParts(left);
  const b = nameParts(right);
  return (
    collator.compare(a.given, b.given) ||
    collator.compare(a.middle, b.middle) ||
    collator.compare(a.family, b.family)
  );
}

function nameParts(name: string): { family: string; middle: string; given: string } {
  const words = name.trim().split(/\s+/u);
  const given = words.pop() ?? '';
  const family = words.shift() ?? '';
  return { family, middle: words.join(' '), given };
}
