// Roman numerals, as parts, chapters and appendices are numbered.

const SIGNS: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];
/** The last that has a numeral of these signs. */
const LAST = 3999;

/** Roman numeral of a whole number from 1 to 3,999; any other is given back in figures. */
export function toRoman(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > LAST) return String(value);
  let rest = value;
  let numeral = '';
  for (const [worth, sign] of SIGNS) {
    numeral += sign.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return numeral;
}
