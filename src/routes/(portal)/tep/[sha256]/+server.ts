// Public evidence, and pictures, files and sounds of what is live, by content hash. Of a picture only the sizes for the web
// are given out: the original still tells where and with what it was taken.
import { platformError } from '#lib/platform/index.ts';
import { findWebPicture, streamStoredFile } from '#lib/platform/index.server.ts';
import {
  findPublicAttachment,
  findPublicAudio,
  findPublicMediaFile,
} from '#lib/newsroom/index.server.ts';
import { findPublicEvidenceFile } from '#lib/plans/index.server.ts';
import { fileResponse } from '../../file-response.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) => {
  const file = await locals.read(async (tx) => {
    const found = await findPublicEvidenceFile(tx, params.sha256);
    if (found && !(await isOriginalPicture(tx, found))) return found;
    return (
      (await findPublicAttachment(tx, params.sha256)) ??
      (await findPublicAudio(tx, params.sha256)) ??
      findPublicMediaFile(tx, params.sha256)
    );
  });
  if (!file) throw platformError('record.not-found', { what: 'tệp này trong phần công khai' });
  return fileResponse(request, file, () => streamStoredFile(locals.commune.id, file.sha256));
};

type Tx = Parameters<typeof findWebPicture>[0];

/** Web sizes are webp without a smaller size of their own. */
async function isOriginalPicture(
  tx: Tx,
  { sha256, mediaType }: { sha256: string; mediaType: string },
): Promise<boolean> {
  if (!mediaType.startsWith('image/')) return false;
  const smaller = await findWebPicture(tx, sha256);
  return mediaType !== 'image/webp' || (smaller !== undefined && smaller.sha256 !== sha256);
}
