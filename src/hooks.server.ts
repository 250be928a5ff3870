// The way of a request through the pages: commune → same-origin check → session → page.
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import {
  INGREDIENTS_HEADER,
  type Ingredients,
  isLoaError,
  missingSecurityHeaders,
  nextMidnight,
  platformError,
  quietTables,
  thePublic,
  writeIngredients,
} from '#lib/platform/index.ts';
import {
  type Commune,
  dropSubmission,
  findCommuneByHost,
  identify,
  inCommune,
  isSetUpOpen,
  keepSubmission,
  ledByQuery,
  logFailure,
  openReading,
  openSubmission,
  type Reading,
  requireSameOrigin,
  type Tx,
  type Visitor,
} from '#lib/platform/index.server.ts';
import { dressPage, readLook, wordsIn } from '#lib/portal/index.ts';
import { languageOf } from '#lib/ui/index.ts';
import { findGone, findPageBefore, leadOn } from './former-addresses.server.ts';
import looks from '#lib/ui/styles/looks.css?url';

/** Names the kept form that is to be sent on. */
const KEPT = '__tiep';
const FORM_TYPES = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;

export const handle: Handle = async ({ event, resolve }) => {
  const answer = await respond(event, resolve);
  const missing = missingSecurityHeaders(answer.headers, event.url.protocol === 'https:');
  for (const [name, value] of Object.entries(missing)) answer.headers.set(name, value);
  return answer;
};

async function respond(
  event: RequestEvent,
  resolve: Parameters<Handle>[0]['resolve'],
): Promise<Response> {
  // Nothing can be sent to the API, which says so in its own form.
  if (!event.route.id?.startsWith('/api/')) refuseForeignForms(event);
  refuseBareData(event);
  if (isWizard(event) && (await isSetUpOpen())) return resolve(event);
  const commune = await communeOf(event);
  const visitor = await visitorOf(event, commune);
  let reading: Promise<Reading> | undefined;
  let madeOf: Ingredients | undefined;
  let isFormer = false;
  const endReading = async () => {
    const open = reading;
    reading = undefined;
    // One that couldn't be opened has failed its page already.
    await open?.then(
      async (opened) => {
        // After a failure there is nothing to keep.
        madeOf = await ingredientsOf(opened.tx, event).catch(() => undefined);
        isFormer = opened.tx.isArchive;
        return opened.close();
      },
      () => undefined,
    );
  };
  event.locals.commune = commune;
  event.locals.actor = visitor.actor;
  event.locals.session = visitor.session;
  event.locals.read = async (work) => {
    reading ??= openReading(commune.id, event.locals.actor);
    return (await reading).read(work);
  };
  event.locals.write = async (work) => {
    // A request never holds two connections (they could all wait for each other), and what is read
    // after a change must see it.
    await endReading();
    return inCommune(commune.id, work, { write: true, actor: event.locals.actor });
  };
  if (isDesk(event)) await letIn(event, visitor);
  try {
    const former = isPublic(event) ? await findPageBefore(event) : undefined;
    if (former?.to !== undefined) return leadOn(former.to);
    event.locals.gone = former?.reason;
    const kept = await putKeptForm(event);
    const answer = await resolve(event, {
      preload: ({ type }) => isNeededAtOnce(type, event),
      transformPageChunk: ({ html }) => (isPublic(event) ? asTheReaderWants(html, event) : html),
    });
    if (isPublic(event) && answer.headers.get('content-type')?.startsWith('text/html')) {
      answer.headers.append('vary', 'cookie');
    }
    // Whatever goes wrong while asking, the page is missing all the same.
    const leads = await event.locals.former?.catch(() => undefined);
    await endReading();
    if (leads?.to !== undefined) return leadOn(leads.to);
    // After a failure of ours the kept form stays, to be tried again.
    if (kept && answer.status < 500) await dropSubmission(commune.id, kept.accountId, kept.id);
    if (isFormer && isPublic(event)) markFormer(answer, commune);
    if (madeOf && isForAll(event, answer)) {
      answer.headers.set(INGREDIENTS_HEADER, writeIngredients(madeOf));
    }
    // What a signed-in person sees stays out of every shared cache.
    if (isDesk(event) || isUnder(event, '/dang-nhap')) {
      answer.headers.set('cache-control', 'private, no-cache');
    }
    return answer;
  } finally {
    await endReading();
  }
}

async function communeOf(event: RequestEvent): Promise<Commune> {
  const host = event.request.headers.get('host') ?? event.url.host;
  const commune = await findCommuneByHost(host);
  if (commune) return commune;
  if (await isSetUpOpen()) redirect(303, '/thiet-lap');
  throwLoa(platformError('commune.unknown-host', { host }));
}

function refuseForeignForms(event: RequestEvent): void {
  try {
    requireSameOrigin(event.request);
  } catch (failure) {
    throwLoa(failure);
  }
}

/**
 * What a public page is drawn from is not what it shows: a withdrawn article is read whole, to say that it
 * was withdrawn. Its pages have no script, so nobody has a use for the data alone.
 */
function refuseBareData(event: RequestEvent): void {
  if (event.isDataRequest && isPublic(event)) {
    error(404, 'Không có trang này.', { todo: 'Hãy mở địa chỉ của chính trang cần xem.' });
  }
}

/** Styles, and the letters they ask for, before anything else; villages' pages use the telephone's own. */
function isNeededAtOnce(type: string, event: RequestEvent): boolean {
  return type === 'css' || (type === 'font' && !isUnder(event, '/thon'));
}

/**
 * In the language of its address, in larger letters or other colours: the looks are the one thing that a
 * public page takes from its reader.
 */
function asTheReaderWants(html: string, { request, url }: RequestEvent): string {
  const said =
    languageOf(url.pathname) === 'en' ? html.replace('<html lang="vi"', '<html lang="en"') : html;
  return dressPage(said, readLook(request.headers.get('cookie')), looks);
}

/** For programs that read pages, feeds and open data of a former commune: since when, and who goes on. */
function markFormer({ headers }: Response, { lastDay, successorUrl }: Commune): void {
  if (lastDay !== null) headers.set('x-loa-archive', lastDay);
  const next = URL.parse(successorUrl)?.href;
  if (next) headers.append('link', `<${next}>; rel="successor-version"`);
}

/** What a public page stood on, for those who keep it; undefined where it read what is not kept. */
async function ingredientsOf(tx: Tx, event: RequestEvent): Promise<Ingredients | undefined> {
  if (!isPublic(event)) return undefined;
  const isLed = await ledByQuery(tx, event.url.pathname);
  const tables = [...tx.touched.reads];
  if (tables.some((table) => table in quietTables)) return undefined;
  const real = Date.now();
  // The office's clock may stand at another day than the real one; stretches are as long on both.
  const left = tx.boundary.at ? Date.parse(tx.boundary.at) - Date.parse(tx.now) : Infinity;
  const validUntil = Math.min(nextMidnight(real), real + left);
  const { publicVersion: version, communeId } = tx;
  const factsVersion = event.locals.commune.publicVersion;
  return { communeId, version, factsVersion, validUntil, tables, ledByQuery: isLed };
}

/** Asked for by anybody, answered well, and nothing in it says otherwise. */
function isForAll(event: RequestEvent, { status, headers }: Response): boolean {
  if (event.request.method !== 'GET' || status !== 200 || !isPublic(event)) return false;
  return !headers.has('set-cookie') && !/no-store|private/.test(headers.get('cache-control') ?? '');
}

function isPublic({ route }: RequestEvent): boolean {
  return route.id === null || /^\/(?:\(portal\)|api\/)/.test(route.id);
}

/** Public pages know nobody: they are the same for all, and kept for all. */
async function visitorOf(event: RequestEvent, commune: Commune): Promise<Visitor> {
  if (isPublic(event)) return { actor: thePublic, session: undefined, expired: undefined };
  return identify(commune.id, event.cookies, event.url);
}

/** The first-run wizard is the only page without a commune; it closes once there is one. */
function isWizard(event: RequestEvent): boolean {
  return event.route.id === '/thiet-lap';
}

function isDesk(event: RequestEvent): boolean {
  return isUnder(event, '/lam-viec');
}

/**
 * By the route, since an address may be written in other ways (`/lam%2Dviec`) and still lead to it;
 * by the address too, where no route was found.
 */
function isUnder({ route, url }: RequestEvent, folder: string): boolean {
  return [route.id, url.pathname].some(
    (path) => path === folder || path?.startsWith(`${folder}/`) === true,
  );
}

/** Lets a person through to the desk; leads everybody else to what is missing, and back afterwards. */
async function letIn(event: RequestEvent, visitor: Visitor): Promise<void> {
  if (visitor.actor.kind === 'person') return;
  const { url, request } = event;
  if (request.method === 'GET' || request.method === 'HEAD') {
    leadToSignIn(url.pathname + url.search);
  }
  // What a telephone keeps by itself needn't be kept here too.
  const keptThere = request.headers.has('x-loa-kept-by');
  if (keptThere || !FORM_TYPES.test(request.headers.get('content-type') ?? '')) {
    throwLoa(platformError('access.sign-in'));
  }
  if (!visitor.expired) leadToSignIn(pageOf(url), 'chua-gui');
  await keepForLater(event, visitor.expired.person.accountId);
  leadToSignIn(`/dang-nhap/gui-tiep?${new URLSearchParams({ tiep: pageOf(url) })}`, 'da-giu');
}

/** A form's address may name its action (`?/luu`), which can't be opened as a page; the rest stays. */
function pageOf(url: URL): string {
  const kept = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/')));
  return kept.size > 0 ? `${url.pathname}?${kept}` : url.pathname;
}

function leadToSignIn(wanted: string, reason?: string): never {
  const query = new URLSearchParams({ tiep: wanted, ...(reason && { 'ly-do': reason }) });
  redirect(303, `/dang-nhap?${query}`);
}

async function keepForLater({ request, url, locals }: RequestEvent, accountId: string) {
  const contentType = request.headers.get('content-type') ?? '';
  const sent = { path: url.pathname + url.search, contentType, body: request.body };
  await keepSubmission(locals.commune.id, accountId, sent).catch(throwLoa);
}

/**
 * A form that asks for what was kept (`__tiep`) is answered as if the kept one had been sent now.
 * Returns whose and which it was, undefined for every other request.
 */
async function putKeptForm(
  event: RequestEvent,
): Promise<{ id: string; accountId: string } | undefined> {
  const { url, request, locals } = event;
  const id = url.searchParams.get(KEPT);
  if (!id || request.method !== 'POST' || locals.actor.kind !== 'person') return undefined;
  const { accountId } = locals.actor;
  // Taken out by hand: the address must again be the very text that was kept.
  const search = url.search.replace(new RegExp(`[?&]${KEPT}=[^&]*`), '');
  const sentTo = url.pathname + search;
  const kept = await openSubmission(locals.commune.id, accountId, id, sentTo).catch(throwLoa);
  const headers = new Headers(request.headers);
  headers.set('content-type', kept.contentType);
  headers.delete('content-length');
  const address = new URL(sentTo, url);
  const body = new Uint8Array(kept.bytes);
  const again = new Request(address, { method: 'POST', headers, body });
  Object.assign(event, { request: again, url: address });
  return { id, accountId };
}

function throwLoa(failure: unknown): never {
  if (!isLoaError(failure)) throw failure;
  error(failure.status, failure.what, { code: failure.code, todo: failure.todo });
}

/** Only of a missing page it may be said later what became of it: while a page is drawn nobody waits. */
export const handleError: HandleServerError = (input) => {
  const { error: failure, event } = input;
  if (!isPublic(event) || !isMissing(failure)) return tell(input);
  return findGone(event).then(
    (gone) => gone ?? tell(input),
    (reason: unknown) => {
      // Whatever goes wrong while asking, the page is missing all the same.
      logFailure(reason);
      return tell(input);
    },
  );
};

/** What a reader is told of a failure. */
function tell({ error: failure, kind, event }: Parameters<HandleServerError>[0]) {
  if (isLoaError(failure)) {
    return {
      status: failure.status,
      message: failure.what,
      code: failure.code,
      todo: failure.todo,
    };
  }
  if (kind !== 'unknown') return {};
  if (!isBrokenOff(failure, event)) logFailure(failure);
  return {
    status: 500,
    message: 'Hệ thống gặp lỗi ngoài dự kiến nên chưa xử lý được yêu cầu này.',
    // Who reads the portal knows no administrator to tell.
    todo: isPublic(event)
      ? wordsIn('vi').failureTodo(500)
      : 'Hãy thử lại sau ít phút; nếu vẫn gặp, báo cho quản trị viên kèm thời điểm xảy ra.',
  };
}

/**
 * Whoever sent it went away in the middle, as a page does whose newer question overtakes the older one: nobody
 * waits for the answer, and nothing of ours failed. What breaks while they are leaving still is ours.
 */
function isBrokenOff(failure: unknown, { request }: RequestEvent): boolean {
  const { message, code } = (failure ?? {}) as { message?: unknown; code?: unknown };
  return request.signal.aborted && code === 'ECONNRESET' && message === 'aborted';
}

/** Nothing is under this address: said by a page, by the router, or by whoever gives a file. */
function isMissing(failure: unknown): boolean {
  return (failure as { status?: unknown } | undefined)?.status === 404;
}
