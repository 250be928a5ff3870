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
  if (isKnown(request.headers.get('if-none-match'), etag)) {
    return new Response(null, { status: 304, headers });
  }
  const isShown = SHOWN.has(file.mediaType);
  const charset = file.mediaType === 'text/plain' ? '; charset=utf-8' : '';
  const name = encodeURIComponent(file.name);
  // Words leave compressed, and a part of that is none of the file.
  const mayCut = charset === '';
  const part = mayCut ? askedPart(request, etag, file.size) : undefined;
  if (part === 'beyond') {
    const range = { 'content-range': `bytes */${file.size}` };
    return new Response(null, { status: 416, headers: { ...range, 'cache-control': 'no-store' } });
  }
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
      ...(mayCut && { 'accept-ranges': 'bytes' }),
      ...(part && { 'content-range': `bytes ${part.start}-${part.end}/${file.size}` }),
    },
  });
}

interface Part {
  readonly start: number;
  /** Inside. */
  readonly end: number;
}

/**
 * The part asked for (RFC 9110, 14): some telephones play a sound only in parts, and a download that broke off
 * goes on where it was. Several parts at once, and what is no range, get the whole. A part of another file
 * than the one begun (`if-range`) is the whole one too.
 */
function askedPart(
  { method, headers }: Request,
  etag: string,
  size: number,
): Part | 'beyond' | undefined {
  const begun = headers.get('if-range');
  if (method !== 'GET' || (begun !== null && begun !== etag)) return undefined;
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.get('range') ?? '');
  const [, from = '', to = ''] = asked ?? [];
  if (from === '' && to === '') return undefined;
  // So many last bytes.
  if (from === '') {
    const last = Math.min(Number(to), size);
    return last === 0 ? 'beyond' : { start: size - last, end: size - 1 };
  }
  const start = Number(from);
  if (to !== '' && Number(to) < start) return undefined;
  if (start >= size) return 'beyond';
  return { start, end: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
}

/** Weak comparison, as "not modified" asks for; a proxy may have weakened the mark. */
function isKnown(header: string | null, etag: string): boolean {
  if (header === null) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
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
