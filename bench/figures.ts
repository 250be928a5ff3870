// Small statistics for measurements, and how they are printed.

/** The middle value; the mean of the two middle ones for an even count. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** A printed row: what was measured, the figure, and how it came about. */
export function row(name: string, figure: string, how: string): string {
  return `${name.padEnd(46)} ${figure.padStart(16)}   ${how}`;
}

export function round(value: number, digits = 0): string {
  return value.toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}
