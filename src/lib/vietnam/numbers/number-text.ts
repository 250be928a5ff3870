// Numbers as Vietnamese offices write them: a point between thousands, a comma before decimals.

const VIETNAMESE_NUMBER = /^([-−+]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/u;

/**
 * `1.234,5`. Without `decimals` as many as the value has, up to six; with it exactly so many, rounded
 * half away from zero. Throws a RangeError on NaN and infinities: "no data" is words, not a number.
 */
export function formatNumber(value: number | bigint, decimals?: number): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError(`Not a number to print: ${value}`);
  }
  return formatterOf(decimals).format(value);
}

// Making a formatter costs far more than using it.
const formatters = new Map<number | undefined, Intl.NumberFormat>();

function formatterOf(decimals: number | undefined): Intl.NumberFormat {
  const known = formatters.get(decimals);
  if (known) return known;
  const made = new Intl.NumberFormat('vi-VN', {
    minimumFractionDigits: decimals ?? 0,
    maximumFractionDigits: decimals ?? 6,
  });
  formatters.set(decimals, made);
  return made;
}

/** `97,5%` for 97.5. The value is in per cent already, not a share of one. */
export function formatPercent(percent: number, decimals?: number): string {
  return `${formatNumber(percent, decimals)}%`;
}

/** `1.250.000 đồng`: whole đồng, with the word as documents have it. */
export function formatMoney(dong: number | bigint): string {
  return `${formatNumber(dong, 0)} đồng`;
}

/**
 * Reads a number written the Vietnamese way: `2.639`, `1.234,5`, `97,5`, `-3`. Undefined for anything
 * else, also for `97.5` and `1,234.5`, which would be read ten ways: whoever asks shows the person what
 * was expected.
 */
export function parseNumber(text: string): number | undefined {
  const match = VIETNAMESE_NUMBER.exec(text.trim());
  if (!match) {
    return undefined;
  }
  const digits = (match[2] ?? '').replaceAll('.', '');
  const value = Number(match[3] === undefined ? digits : `${digits}.${match[3]}`);
  return match[1] === '-' || match[1] === '−' ? -value : value;
}
