// The way of a request through the pages: commune → same-origin check → session → page.
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import {
  isLoaError,
  missingSecurityHeaders,
  platformError,
  thePublic,
} from '#lib/platform/index.ts';
import {
  type Commune,
  findCommuneByHost,
  identify,
  inCommune,
  logFailure,
  openReading,
  type Reading,
  requireSameOrigin,
  type Visitor,
} from '#lib/platform/index.server.ts';

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
  const commune = await communeOf(event);
  refuseForeignForms(event);
  const visitor = await visitorOf(event, commune);
  let reading: Promise<Reading> | undefined;
  event.locals.commune = commune;
  event.locals.actor = visitor.actor;
  event.locals.session = visitor.session;
  event.locals.read = async (work) => {
    reading ??= openReading(commune.id, event.locals.actor);
    return work((await reading).tx);
  };
  event.locals.write = (work) =>
    inCommune(commune.id, work, { write: true, actor: event.locals.actor });
  if (isDesk(event)) await letIn(event, visitor);
  try {
    const answer = await resolve(event);
    // What a signed-in person sees stays out of every shared cache.
    if (isDesk(event) || event.url.pathname.startsWith('/dang-nhap')) {
      answer.headers.set('cache-control', 'private, no-cache');
    }
    return answer;
  } finally {
    await reading?.then((open) => open.close());
  }
}

async function communeOf(event: RequestEvent): Promise<Commune> {
  const host = event.request.headers.get('host') ?? event.url.host;
  const commune = await findCommuneByHost(host);
  if (commune) return commune;
  throwLoa(platformError('commune.unknown-host', { host }));
}

function refuseForeignForms(event: RequestEvent): void {
  try {
    requireSameOrigin(event.request);
  } catch (failure) {
    throwLoa(failure);
  }
}

/** Public pages know nobody: they are the same for all, and cached for all. */
async function visitorOf(event: RequestEvent, commune: Commune): Promise<Visitor> {
  const isPublic = event.route.id === null || event.route.id.startsWith('/(portal)');
  if (isPublic) return { actor: thePublic, session: undefined, expired: undefined };
  return identify(commune.id, event.cookies, event.url);
}

function isDesk(event: RequestEvent): boolean {
  return /^\/lam-viec(\/|$)/.test(event.url.pathname);
}

/** Lets a person through to the desk; leads everybody else to what is missing, and back afterwards. */
async function letIn(event: RequestEvent, visitor: Visitor): Promise<void> {
  if (visitor.actor.kind === 'person') return;
  const { method, headers } = event.request;
  const isWriting = method !== 'GET' && method !== 'HEAD';
  if (isWriting && !FORM_TYPES.test(headers.get('content-type') ?? '')) {
    throwLoa(platformError('access.sign-in'));
  }
  // A form's address names its action, which can't be opened as a page.
  const back = isWriting ? event.url.pathname : event.url.pathname + event.url.search;
  const query = new URLSearchParams({ tiep: back });
  if (isWriting) query.set('ly-do', 'chua-gui');
  redirect(303, `/dang-nhap?${query}`);
}

function throwLoa(failure: unknown): never {
  if (!isLoaError(failure)) throw failure;
  error(failure.status, { message: failure.what, code: failure.code, todo: failure.todo });
}

export const handleError: HandleServerError = ({ error: failure, kind }) => {
  if (isLoaError(failure)) {
    return {
      status: failure.status,
      message: failure.what,
      code: failure.code,
      todo: failure.todo,
    };
  }
  if (kind !== 'unknown') return {};
  logFailure(failure);
  return {
    status: 500,
    message: 'Hệ thống gặp lỗi ngoài dự kiến nên chưa xử lý được yêu cầu này.',
    todo: 'Hãy thử lại sau ít phút; nếu vẫn gặp, báo cho quản trị viên kèm thời điểm xảy ra.',
  };
};
