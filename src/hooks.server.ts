// The way of a request through the pages: commune → same-origin check → session → page.
import { error } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { thePublic, isLoaError, platformError } from '#lib/platform/index.ts';
import {
  findCommuneByHost,
  inCommune,
  logFailure,
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
