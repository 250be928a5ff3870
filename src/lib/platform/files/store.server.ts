// Files by content hash under the data folder. Bytes are on the disk for good before the row that
// names them commits (ruling 45); the type is sniffed, never believed.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileTypeFromBuffer } from 'file-type';
import { sha256Hex } from '../digest.server.ts';
import type { Tx } from '../database/tx.server.ts';
import { platformError } from '../errors.ts';
import { dataFolder } from '../postgres/instance.server.ts';
import { writeDurably } from './durable.server.ts';
import { PIXEL_LIMIT } from './picture-measures.ts';
import { measurePicture } from './picture-size.ts';
import { fileKinds, fileKindInWords, sizeInWords } from './kinds.ts';

export interface StoreRequest {
  /** Name as the sender gave it; kept for people, never used as a path. */
  readonly name: string;
  readonly maxBytes: number;
  /** Media types taken here. */
  readonly allow: readonly string[];
}

export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly name: string;
}

/**
 * Checks and keeps a file's bytes. Call it before the transaction that will name the file, then
 * `registerFile` inside it; bytes that no row came to name are swept
 * later (sweep.server.ts).
 * @throws LoaError `file.empty`, `file.too-large`, `file.type-refused`
 */
export async function storeFile(
  communeId: string,
  bytes: Uint8Array,
  request: StoreRequest,
): Promise<StoredFile> {
  const { name } = request;
  if (bytes.byteLength === 0) throw platformError('file.empty', { name });
  if (bytes.byteLength > request.maxBytes) {
    throw platformError('file.too-large', {
      name,
      size: sizeInWords(bytes.byteLength),
      limit: sizeInWords(request.maxBytes),
    });
  }
  const mediaType = await sniff(bytes);
  if (!request.allow.includes(mediaType)) {
    const allowed = fileKinds.filter((kind) => request.allow.includes(kind.mediaType));
    throw platformError('file.type-refused', {
      name,
      type: fileKindInWords(mediaType),
      allowed: allowed.map((kind) => kind.name).join(', '),
    });
  }
  const sha256 = sha256Hex(bytes);
  await writeOnce(pathOf(communeId, sha256), bytes);
  return { sha256, size: bytes.byteLength, mediaType, name };
}

/**
 * Refuses a picture that nothing here could make smaller: larger than is taken, or no whole picture. By its
 * head alone; nothing is unpacked.
 * @throws LoaError `file.too-many-pixels`, `file.broken-picture`
 */
export function requirePicture(bytes: Uint8Array, name: string): void {
  const measures = measurePicture(bytes);
  if (!measures) throw platformError('file.broken-picture', { name });
  const pixels = measures.width * measures.height;
  if (pixels <= PIXEL_LIMIT) return;
  const inMillions = (count: number) => Math.ceil(count / 1_000_000);
  throw platformError('file.too-many-pixels', {
    ...{ name, pixels: inMillions(pixels), limit: inMillions(PIXEL_LIMIT) },
  });
}

/** Names stored bytes in the commune's register; the same bytes twice are one file. */
export async function registerFile(tx: Tx, file: StoredFile): Promise<void> {
  await tx.db
    .insertInto('stored_file')
    .values({
      commune_id: tx.communeId,
      sha256: file.sha256,
      size: file.size,
      media_type: file.mediaType,
      name: file.name.slice(0, 200),
      stored_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function findFile(tx: Tx, sha256: string): Promise<StoredFile | undefined> {
  const row = await tx.db
    .selectFrom('stored_file')
    .select(['sha256', 'size', 'media_type', 'name'])
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row && { sha256: row.sha256, size: row.size, mediaType: row.media_type, name: row.name };
}

/** The bytes of a registered file; fails when they no longer match their hash. */
export async function readStoredFile(communeId: string, sha256: string): Promise<Buffer> {
  const bytes = await readFile(pathOf(communeId, sha256));
  requireHash(sha256Hex(bytes), sha256);
  return bytes;
}

/** What telephones record sound as, by its registered name. */
const OTHER_NAMES: Readonly<Record<string, string>> = { 'audio/x-m4a': 'audio/mp4' };

/**
 * The bytes of a registered file, a piece at a time, for giving out; like `readStoredFile` it fails before
 * the first piece when they no longer match their hash.
 */
export async function streamStoredFile(
  communeId: string,
  sha256: string,
): Promise<ReadableStream<Uint8Array>> {
  const path = pathOf(communeId, sha256);
  const digest = createHash('sha256');
  for await (const piece of createReadStream(path)) digest.update(piece as Buffer);
  requireHash(digest.digest('hex'), sha256);
  return Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
}

function requireHash(found: string, sha256: string): void {
  if (found !== sha256) throw new Error(`stored file ${sha256} no longer matches its hash`);
}

/** Media type from the bytes; plain text only when it is valid UTF-8 without control characters. */
async function sniff(bytes: Uint8Array): Promise<string> {
  const found = await fileTypeFromBuffer(bytes);
  if (found) return OTHER_NAMES[found.mime] ?? found.mime;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // eslint-disable-next-line no-control-regex -- binary bytes are exactly what is looked for
    return /[\u0000-\u0008\u000e-\u001f]/.test(text) ? 'application/octet-stream' : 'text/plain';
  } catch {
    return 'application/octet-stream';
  }
}

function pathOf(communeId: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a content hash');
  return join(communeFolder(communeId), sha256.slice(0, 2), sha256);
}

/** Where a commune's files lie. */
export function communeFolder(communeId: string): string {
  return join(dataFolder(), 'files', communeId);
}

/** Bytes that lie there for longer are written anew, so that a sweep can't take them meanwhile. */
export const OLD_MS = 24 * 3_600_000;

async function writeOnce(path: string, bytes: Uint8Array): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (there?.size === bytes.byteLength && there.mtimeMs > Date.now() - OLD_MS) return;
  await writeDurably(path, bytes);
}
