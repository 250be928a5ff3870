// Answers with a stored file: the sniffed type, never one a browser would run, and a name to save it by.
import type { StoredFile } from '#lib/platform/index.server.ts';

/** Types a browser only ever shows. */
const SHOWN = new Set(['image/webp', 'image/png', 'image/jpeg', 'image/avif', 'application/pdf']);
const KEEP_SECONDS = 300;

export async function fileResponse(
  request: Request,
  file: StoredFile,
  open: () => Promise<ReadableStream<Uint8Array>>,
): Promise<Response> {
  const etag = `"${file.sha256}"`;
  const headers = {
    etag,
    // The content under an address never changes, but it may be withdrawn: asked for again soon.
    'cache-control': `public, max-age=${KEEP_SECONDS}`,
    'x-content-type-options': 'nosniff',
  };
  if (request.headers.get('if-none-match') === etag) {
    return new Response(null, { status: 304, headers });
  }
  const isShown = SHOWN.has(file.mediaType);
  const charset = file.mediaType === 'text/plain' ? '; charset=utf-8' : '';
  const name = encodeURIComponent(file.name);
  // Who asks only about the file is answered from the register.
  const body = request.method === 'HEAD' ? null : await open();
  return new Response(body, {
    headers: {
      ...headers,
      'content-type':
        isShown || charset ? `${file.mediaType}${charset}` : 'application/octet-stream',
      'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
      'content-length': String(file.size),
    },
  });
}
