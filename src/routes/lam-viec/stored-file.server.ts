// A stored file for those who work here: by its sniffed type, never run, never kept by others.
import { findFileKind } from '#lib/platform/index.ts';
import { streamStoredFile, type StoredFile } from '#lib/platform/index.server.ts';

export async function answerWithFile(
  request: Request,
  communeId: string,
  file: StoredFile,
): Promise<Response> {
  const etag = `"${file.sha256}"`;
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304 });
  const kind = findFileKind(file.mediaType);
  const isAsked = request.method !== 'HEAD';
  const body = isAsked ? await streamStoredFile(communeId, file.sha256) : null;
  const isText = file.mediaType === 'text/plain';
  return new Response(body, {
    headers: {
      'content-type': isText
        ? 'text/plain; charset=utf-8'
        : kind
          ? kind.mediaType
          : 'application/octet-stream',
      'content-length': String(file.size),
      'content-disposition': `${kind?.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': policyFor(file.mediaType),
      'cache-control': 'private, max-age=3600',
      etag,
    },
  });
}

/** Browsers don't open a sandboxed PDF in their viewer, which keeps it apart from this site anyway. */
function policyFor(mediaType: string): string {
  return mediaType === 'application/pdf' ? "default-src 'none'" : "default-src 'none'; sandbox";
}
