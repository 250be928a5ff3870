// Answers with a stored file: the sniffed type, never one a browser would run, and a name to save it by.
import type { StoredFile } from '#lib/platform/index.server.ts';

/** Types a browser only ever shows. */
const SHOWN = new Set([
  'image/webp',
  'image/png',
  'image/jpeg',
  'image/avif',
  'application/pdf',
  'audio/mpeg',
  'audio/mp4',
]);
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
  const isSound = file.mediaType.startsWith('audio/');
  const part = isSound ? partOf(request.headers.get('range'), file.size) : undefined;
  // Who asks only about the file is answered from the register.
  const whole = request.method === 'HEAD' ? null : await open();
  return new Response(whole && part ? whole.pipeThrough(cut(part)) : whole, {
    status: part ? 206 : 200,
    headers: {
      ...headers,
      'content-type':
        isShown || charset ? `${file.mediaType}${charset}` : 'application/octet-stream',
      'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
      'content-length': String(part ? part.end - part.start + 1 : file.size),
      ...(isSound && { 'accept-ranges': 'bytes' }),
      ...(part && { 'content-range': `bytes ${part.start}-${part.end}/${file.size}` }),
    },
  });
}

interface Part {
  readonly start: number;
  /** Inside. */
  readonly end: number;
}

/** Some telephones play a sound only where they may ask for a part of it; other asks get the whole. */
function partOf(range: string | null, size: number): Part | undefined {
  const [, from = '', to = ''] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(range ?? '') ?? [];
  if (from === '') return undefined;
  const start = Number(from);
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return start <= end ? { start, end } : undefined;
}

/** Lets only the part through. */
function cut({ start, end }: Part): TransformStream<Uint8Array, Uint8Array> {
  let at = 0;
  return new TransformStream({
    transform(piece, controller) {
      const kept = piece.subarray(Math.max(0, start - at), Math.max(0, end + 1 - at));
      at += piece.byteLength;
      if (kept.byteLength > 0) controller.enqueue(kept);
      if (at > end) controller.terminate();
    },
  });
}
