// What stands before every page: the same-origin check, then who asks.
import { thePublic } from '../actor.ts';
import type { Actor } from '../actor.ts';
import {
  type CookieJar,
  forgetSessionToken,
  readSessionToken,
  writeSessionToken,
} from '../accounts/cookies.server.ts';
import { type CurrentSession, findSession } from '../accounts/sessions.server.ts';
import { platformError } from '../errors.ts';
import { isSameOrigin } from './same-origin.ts';

export interface Visitor {
  readonly actor: Actor;
  /** Present from the password on; `stage` says what is still missing. */
  readonly session: CurrentSession | undefined;
  /** The person whose session ran out less than a day ago. */
  readonly expired: CurrentSession | undefined;
}

/** @throws LoaError `form.foreign-origin` for writing requests that other sites made */
export function requireSameOrigin(request: Request): void {
  if (!isSameOrigin(request.method, request.headers)) {
    throw platformError('form.foreign-origin');
  }
}

/** Who sent the request. A person acts as themself only once nothing of sign-in is missing. */
export async function identify(communeId: string, jar: CookieJar, url: URL): Promise<Visitor> {
  const token = readSessionToken(jar, url);
  if (!token) return { actor: thePublic, session: undefined, expired: undefined };
  const found = await findSession(communeId, token);
  if (!found) {
    forgetSessionToken(jar, url);
    return { actor: thePublic, session: undefined, expired: undefined };
  }
  const { session, expired, newToken } = found;
  if (expired) return { actor: thePublic, session: undefined, expired: session };
  if (newToken) writeSessionToken(jar, url, newToken);
  const actor = session.stage === 'ready' ? session.person : thePublic;
  return { actor, session, expired: undefined };
}
