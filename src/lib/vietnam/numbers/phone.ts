// Telephone numbers of Vietnam: one stored form, grouped for people, dialled by links.
//
// National numbers: 0 and nine digits for mobiles (03, 05, 07, 08, 09), 0 and ten for fixed lines (02 and
// an area code of two or three digits), 1800/1900 and four to six digits, short numbers of three or four
// (113, 1022). Numbering plan of the Ministry of Information and Communications, as in force since 2018.

const MOBILE = /^0[35789]\d{8}$/u;
const FIXED = /^02\d{9}$/u;
const SERVICE = /^1[89]00\d{4,6}$/u;
const SHORT = /^1\d{2,3}$/u;
// Hà Nội and Hồ Chí Minh City have an area code of two digits, the rest of three.
const SHORT_AREA = /^02[48]/u;

/**
 * The number as digits (`02203123456`), from however it was typed: spaces, points, hyphens, brackets,
 * +84 or 0084. Undefined when it is no Vietnamese number.
 */
export function normalizePhone(text: string): string | undefined {
  const compact = text.replace(/[\s.\-()–]/gu, '');
  const digits = compact.replace(/^(?:\+|00)84(?:0(?=\d{9}))?/u, '0');
  const known = [MOBILE, FIXED, SERVICE, SHORT].some((form) => form.test(digits));
  return known ? digits : undefined;
}

/**
 * Grouped as read aloud: `0912 345 678`, `0220 3123 456`, `024 3123 4567`, `1900 1234`. Text that is no
 * Vietnamese number comes back trimmed, as it was.
 */
export function formatPhone(text: string): string {
  const digits = normalizePhone(text);
  if (digits === undefined) {
    return text.trim();
  }
  if (MOBILE.test(digits)) {
    return group(digits, 4, 3);
  }
  if (FIXED.test(digits)) {
    return SHORT_AREA.test(digits) ? group(digits, 3, 4) : group(digits, 4, 4);
  }
  return SERVICE.test(digits) ? group(digits, 4, digits.length - 4) : digits;
}

/** The address of a link that dials: `tel:+84912345678`, `tel:1022`; undefined for no such number. */
export function phoneLink(text: string): string | undefined {
  const digits = normalizePhone(text);
  return digits?.startsWith('0') ? `tel:+84${digits.slice(1)}` : digits && `tel:${digits}`;
}

function group(digits: string, first: number, second: number): string {
  return [digits.slice(0, first), digits.slice(first, first + second), digits.slice(first + second)]
    .filter((part) => part !== '')
    .join(' ');
}
