// Where a person goes after a step of sign-in: to the next missing one, then to where they wanted.
import type { Cookies } from '@sveltejs/kit';
import { deviceName, localPath, networkOf, type Stage } from '#lib/platform/index.ts';
import { type AttemptOrigin, readDevice } from '#lib/platform/index.server.ts';

const PAGES: Record<Stage, string> = {
  code: '/dang-nhap/ma',
  'new-password': '/dang-nhap/mat-khau',
  'set-up-code': '/dang-nhap/bao-ve',
  ready: '/lam-viec',
};

/** Where the person wanted to go, as the page's address says; the desk when it says nothing. */
export function wantedPath(url: URL): string {
  return localPath(url.searchParams.get('tiep'), '/lam-viec');
}

/** The page of the stage, keeping in mind where the person wanted to go. */
export function pageOf(stage: Stage, url: URL): string {
  const wanted = wantedPath(url);
  if (stage === 'ready') return wanted;
  return wanted === '/lam-viec'
    ? PAGES[stage]
    : `${PAGES[stage]}?${new URLSearchParams({ tiep: wanted })}`;
}

interface Sender {
  readonly request: Request;
  readonly cookies: Cookies;
  readonly url: URL;
  readonly getClientAddress: () => string;
}

/** Where an attempt to sign in comes from. */
export function originOf({ request, cookies, url, getClientAddress }: Sender): AttemptOrigin {
  return {
    network: networkOf(getClientAddress()),
    deviceCookie: readDevice(cookies, url),
    deviceName: deviceName(request.headers.get('user-agent')),
  };
}
