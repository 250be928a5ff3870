// The way of a request through the pages: commune → same-origin check → session → page.
import { error, type Handle, type HandleServerError } from '@sveltejs/kit';
import { thePublic, isLoaError, platformError } from '#lib/platform/index.ts';
import {
  findCommuneByHost,
  inCommune,
  openReading,
  type Reading,
} from '#lib/platform/index.server.ts';

export const handle: Handle = async ({ event, resolve }) => {
  const host = event.request.headers.get('host') ?? event.url.host;
  const commune = await findCommuneByHost(host);
  if (!commune) {
    const unknown = platformError('commune.unknown-host', { host });
    error(unknown.status, { message: unknown.what, code: unknown.code, todo: unknown.todo });
  }
  let reading: Promise<Reading> | undefined;
  event.locals.commune = commune;
  event.locals.actor = thePublic;
  event.locals.read = async (work) => {
    reading ??= openReading(commune.id, event.locals.actor);
    return work((await reading).tx);
  };
  event.locals.write = (work) =>
    inCommune(commune.id, work, { write: true, actor: event.locals.actor });
  try {
    return await resolve(event);
  } finally {
    await reading?.then((open) => open.close());
  }
};

export const handleError: HandleServerError = ({ error: failure, message }) => {
  if (isLoaError(failure)) {
    return { message: failure.what, code: failure.code, todo: failure.todo };
  }
  return { message };
};
