// Where moon and sun stand, as far as a calendar needs it: the day of a new moon and the twelfth of its
// yearly way the sun has reached, both on Vietnam's clock (UTC+7).
//
// The series are Jean Meeus' ("Astronomical Algorithms", chapters on moon phases and the sun), cut off as
// Hồ Ngọc Đức does for the Vietnamese calendar: exact to a few minutes between 1800 and 2200, which
// settles the day except where a new moon falls within minutes of midnight.

const RADIANS = Math.PI / 180;
// Julian date of 1970-01-01T00:00 in Vietnam.
const EPOCH = 2_440_587.5 - 7 / 24;
const SYNODIC_MONTH = 29.530588853;
// Day number of new moon 0, on 1 January 1900.
const NEW_MOON_0 = -25_567;

/**
 * The day number (days since 1970-01-01) on which new moon `k` falls in Vietnam; `k` counts new moons
 * from the one of 1 January 1900.
 */
export function newMoonDay(k: number): number {
  const t = k / 1236.85;
  const sun = 359.2242 + 29.10535608 * k - 0.0000333 * t ** 2 - 0.00000347 * t ** 3;
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t ** 2 + 0.00001236 * t ** 3;
  const node = 21.2964 + 390.67050646 * k - 0.0016528 * t ** 2 - 0.00000239 * t ** 3;
  const mean =
    2_415_020.75933 +
    29.53058868 * k +
    0.0001178 * t ** 2 -
    0.000000155 * t ** 3 +
    0.00033 * sine(166.56 + 132.87 * t - 0.009173 * t ** 2);
  const correction =
    (0.1734 - 0.000393 * t) * sine(sun) +
    0.0021 * sine(2 * sun) -
    0.4068 * sine(moon) +
    0.0161 * sine(2 * moon) -
    0.0004 * sine(3 * moon) +
    0.0104 * sine(2 * node) -
    0.0051 * sine(sun + moon) -
    0.0074 * sine(sun - moon) +
    0.0004 * sine(2 * node + sun) -
    0.0004 * sine(2 * node - sun) -
    0.0006 * sine(2 * node + moon) +
    0.001 * sine(2 * node - moon) +
    0.0005 * sine(2 * moon + sun);
  // What the turning of the Earth lags behind the even time of the series.
  const lag = -0.000278 + 0.000265 * t + 0.000262 * t ** 2;
  return Math.floor(mean + correction - lag - EPOCH);
}

/** The number of the last new moon about a day; off by one at most, near the new moon itself. */
export function newMoonNumberAbout(dayNumber: number): number {
  return Math.floor((dayNumber - NEW_MOON_0) / SYNODIC_MONTH);
}

/**
 * Which twelfth of the ecliptic, 0–11, the sun is in as a day begins in Vietnam; 0 starts at the March
 * equinox, 9 at the December solstice. Each start is one of the twelve "trung khí".
 */
export function sunSector(dayNumber: number): number {
  const t = (dayNumber + EPOCH - 2_451_545) / 36_525;
  const anomaly = 357.5291 + 35_999.0503 * t - 0.0001559 * t ** 2 - 0.00000048 * t ** 3;
  const longitude =
    280.46645 +
    36_000.76983 * t +
    0.0003032 * t ** 2 +
    (1.9146 - 0.004817 * t - 0.000014 * t ** 2) * sine(anomaly) +
    (0.019993 - 0.000101 * t) * sine(2 * anomaly) +
    0.00029 * sine(3 * anomaly);
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

function sine(degrees: number): number {
  return Math.sin(degrees * RADIANS);
}
