// The two cookies of sign-in. Over https their names carry `__Host-`, which binds them to this host;
// over plain http (a laptop, a closed network) browsers refuse that prefix, so the plain name is used.
import { limits } from './sessions.server.ts';
import { REMEMBER_EXPIRED_MS } from './session-rules.ts';

/** The part of the framework's cookie jar that is needed here. */
export interface CookieJar {
  get(name: string): string | undefined;
  set(name: string, value: string, options: CookieOptions): void;
  delete(name: string, options: CookieOptions): void;
}

interface CookieOptions {
  path: string;
  httpOnly?: boolean;
  secure?: boolean;
  sameSite?: 'lax';
  maxAge?: number;
}

const SESSION = 'loa-phien';
const DEVICE = 'loa-thiet-bi';
const YEAR_SECONDS = 31_536_000;

export function readSessionToken(jar: CookieJar, url: URL): string | undefined {
  return jar.get(nameOf(SESSION, url));
}

/** Outlives the session by a day, so that a form sent too late can be kept for its owner. */
export function writeSessionToken(jar: CookieJar, url: URL, token: string): void {
  const maxAge = Math.ceil((limits().absoluteMs + REMEMBER_EXPIRED_MS) / 1000);
  jar.set(nameOf(SESSION, url), token, { ...common(url), maxAge });
}

export function forgetSessionToken(jar: CookieJar, url: URL): void {
  jar.delete(nameOf(SESSION, url), common(url));
}

export function readDevice(jar: CookieJar, url: URL): string | undefined {
  return jar.get(nameOf(DEVICE, url));
}

export function writeDevice(jar: CookieJar, url: URL, value: string): void {
  jar.set(nameOf(DEVICE, url), value, { ...common(url), maxAge: YEAR_SECONDS });
}

/** The entry says https only when the browser does, or a declared proxy for it. */
function isSecure(url: URL): boolean {
  return url.protocol === 'https:';
}

function nameOf(name: string, url: URL): string {
  return isSecure(url) ? `__Host-${name}` : name;
}

function common(url: URL): CookieOptions {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(url) };
}
