// Devices that signed in before. Each keeps a signed mark in a cookie and has failures counted apart,
// so that a stranger who guesses at a login can't lock its owner out of the usual machine.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { keyedDigest } from '../keys.server.ts';

/** One machine may serve this many people of the office. */
const MOST_ACCOUNTS = 8;
const MARK_LENGTH = 32;

/** The device's number if the cookie shows that this login was signed in there before. */
export function findKnownDevice(
  cookie: string | undefined,
  communeId: string,
  login: string,
): string | undefined {
  const [device = '', ...marks] = (cookie ?? '').split('.');
  if (!device) return undefined;
  const wanted = Buffer.from(markOf(communeId, login, device));
  const known = marks.some((mark) => {
    const given = Buffer.from(mark);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  });
  return known ? device : undefined;
}

/** The cookie after this login signed in on the device. */
export function rememberDevice(
  cookie: string | undefined,
  communeId: string,
  login: string,
): string {
  const [given = '', ...marks] = (cookie ?? '').split('.');
  const device = /^[\w-]{22}$/.test(given) ? given : randomBytes(16).toString('base64url');
  const mark = markOf(communeId, login, device);
  const others = marks.filter((each) => each !== mark && each.length === MARK_LENGTH);
  return [device, mark, ...others.slice(0, MOST_ACCOUNTS - 1)].join('.');
}

function markOf(communeId: string, login: string, device: string): string {
  return keyedDigest('known-device', communeId, login, device).slice(0, MARK_LENGTH);
}
