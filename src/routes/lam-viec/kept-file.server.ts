// A file that came with a form that was refused: it is stored already, and the form carries a token for it,
// so that nobody has to choose it again. Only this installation can make such a token.
import { z } from 'zod';
import { keyedDigest, type StoredFile } from '#lib/platform/index.server.ts';

const DIGEST_LENGTH = 64;

const Kept = z.object({
  kind: z.string(),
  file: z.object({
    sha256: z.string(),
    size: z.number(),
    mediaType: z.string(),
    name: z.string(),
  }),
});

/** `kind` is what the form took the file for. */
export function keptToken(communeId: string, kind: string, file: StoredFile): string {
  const text = JSON.stringify({ kind, file });
  return `${digestOf(communeId, text)}.${text}`;
}

/** The file of a token; undefined for what isn't one. */
export function openKeptToken(
  communeId: string,
  token: string,
): { kind: string; file: StoredFile } | undefined {
  const [digest, text] = [token.slice(0, DIGEST_LENGTH), token.slice(DIGEST_LENGTH + 1)];
  return digestOf(communeId, text) === digest ? Kept.parse(JSON.parse(text)) : undefined;
}

function digestOf(communeId: string, text: string): string {
  return keyedDigest('kept-files', communeId, text);
}
