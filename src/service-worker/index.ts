// Quick entry without a connection (ruling 26): keeps that one page and what it is drawn with on the
// device. Registered by the page for its own address only; every other page never meets it.
import { version } from '$app/env';

const worker = globalThis.self as unknown as ServiceWorkerGlobalScope;
const PREFIX = 'loa-ghi-nhanh-';
const CACHE = `${PREFIX}${version}`;
const PAGE = '/lam-viec/ghi-nhanh';

worker.addEventListener('install', (event) => {
  event.waitUntil(worker.skipWaiting());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOthers().then(() => worker.clients.claim()));
});

/** The page says what it is made of, once it stands. */
worker.addEventListener('message', (event) => {
  const { keep } = event.data as { keep?: string[] };
  if (!keep) return;
  const done = keepAll(keep).then(() => event.ports[0]?.postMessage('kept'));
  event.waitUntil(done);
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(freshPage(request));
  else if (url.pathname.startsWith('/_app/')) event.respondWith(keptFirst(request));
});

async function dropOthers(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
  }
}

async function keepAll(addresses: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const address of addresses) {
    const answer = await fetch(address).catch(() => undefined);
    // A page that led elsewhere (to signing in) is not the page.
    if (answer?.ok && !answer.redirected) await cache.put(address, answer);
  }
}

async function freshPage(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (failure) {
    const kept = await caches.match(PAGE);
    if (kept) return kept;
    throw failure;
  }
}

async function keptFirst(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}
