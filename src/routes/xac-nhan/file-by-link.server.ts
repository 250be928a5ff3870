// A file for somebody without an account: given out by the link it belongs to, kept by nobody else.
import { findFileKind, platformError } from '#lib/platform/index.ts';
import { streamStoredFile, type StoredFile, type Tx } from '#lib/platform/index.server.ts';

export async function answerByLink(
  locals: App.Locals,
  request: Request,
  find: (tx: Tx) => Promise<StoredFile | undefined>,
): Promise<Response> {
  const file = await locals.read(find);
  if (!file) throw platformError('record.not-found', { what: 'tệp này' });
  const isAsked = request.method !== 'HEAD';
  const isShown = findFileKind(file.mediaType)?.inline === true;
  const name = encodeURIComponent(file.name);
  return new Response(isAsked ? await streamStoredFile(locals.commune.id, file.sha256) : null, {
    headers: {
      'content-type': file.mediaType,
      'content-length': String(file.size),
      'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}
