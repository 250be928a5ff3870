// A file of evidence for those who work here: by its sniffed type, never run, never kept by others.
import { error } from '@sveltejs/kit';
import { findFileKind } from '#lib/platform/index.ts';
import { streamStoredFile } from '#lib/platform/index.server.ts';
import { findEvidenceFile } from '#lib/plans/index.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) => {
  const file = await locals.read((tx) => findEvidenceFile(tx, params.sha256));
  if (!file) error(404, { message: 'Không tìm thấy tệp này, hoặc tài khoản chưa được mở tệp.' });
  const etag = `"${file.sha256}"`;
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304 });
  const kind = findFileKind(file.mediaType);
  const isAsked = request.method !== 'HEAD';
  const body = isAsked ? await streamStoredFile(locals.commune.id, file.sha256) : null;
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
};

/** Browsers don't open a sandboxed PDF in their viewer, which keeps it apart from this site anyway. */
function policyFor(mediaType: string): string {
  return mediaType === 'application/pdf' ? "default-src 'none'" : "default-src 'none'; sandbox";
}
