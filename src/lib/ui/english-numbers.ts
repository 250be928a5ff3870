// Numbers as English pages write them, and what is counted most. Pure.

const NUMBERS = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** "1,234", "0.25" */
export function englishNumber(value: number): string {
  return NUMBERS.format(value);
}

/** "1 activity", "1,234 activities" */
export function englishActs(count: number): string {
  return count === 1 ? '1 activity' : `${englishNumber(count)} activities`;
}
