// The archive of a backup: a plain tar, sealed as a whole when there is a passphrase. Parts are small
// or have a known length, so neither side ever holds the whole.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, type FileHandle, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { PassThrough, Readable, type Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract, pack, type Pack } from 'tar-stream';
import { sha256Hex } from '../digest.server.ts';
import { syncFolder } from '../files/durable.server.ts';
import { backupError } from './errors.ts';
import { MANIFEST, type Manifest, SIGNATURE } from './manifest.ts';
import { isSealed, openSeal, sealWith } from './seal.server.ts';

const START = 'đầu tệp';

class BrokenTar extends Error {}

export type Member = Manifest['members'][number];

export interface ArchiveWriter {
  /** What was added so far, in order. */
  readonly members: readonly Member[];
  add(name: string, bytes: Buffer): Promise<void>;
  /** Adds a file of a known digest; throws when it changes meanwhile. */
  addFile(name: string, file: string, known: { size: number; sha256: string }): Promise<void>;
}

/**
 * Writes an archive: under another name, to the disk for good, then renamed (ruling 45). A failure
 * leaves nothing. Answers its length in bytes.
 */
export async function writeArchive(
  file: string,
  passphrase: string | undefined,
  fill: (archive: ArchiveWriter) => Promise<void>,
): Promise<number> {
  const draft = `${file}.${process.pid}.part`;
  const tar = pack();
  const members: Member[] = [];
  const seal: Transform = passphrase === undefined ? new PassThrough() : await sealWith(passphrase);
  const written = pipeline(
    Readable.from(tar as AsyncIterable<Buffer>, { objectMode: false }),
    seal,
    createWriteStream(draft, { mode: 0o600, flags: 'wx', flush: true }),
  );
  const stopped = written.then(() => new Promise<never>(() => undefined));
  try {
    const filled = (async () => {
      await fill({
        members,
        async add(name, bytes) {
          members.push({ name, size: bytes.length, sha256: sha256Hex(bytes) });
          await new Promise<void>((resolve, reject) => {
            tar.entry({ name, mode: 0o600 }, bytes, (error) => (error ? reject(error) : resolve()));
          });
        },
        async addFile(name, source, known) {
          members.push({ name, ...known });
          await copyInto(tar, name, source, known);
        },
      });
      tar.finalize();
    })();
    // A full disk ends the writing side first; nobody may wait for the other then.
    await Promise.race([filled, stopped]);
    await written;
    await rename(draft, file);
  } catch (error) {
    tar.destroy();
    await written.catch(() => undefined);
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(path.dirname(file));
  const handle = await open(file);
  try {
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}

async function copyInto(
  tar: Pack,
  name: string,
  source: string,
  known: { size: number; sha256: string },
): Promise<void> {
  const hash = createHash('sha256');
  const ended = new Promise<void>((resolve, reject) => {
    const sink = tar.entry({ name, size: known.size, mode: 0o600 }, (error) =>
      error ? reject(error) : resolve(),
    ) as unknown as Writable;
    void (async () => {
      for await (const chunk of createReadStream(source) as AsyncIterable<Buffer>) {
        hash.update(chunk);
        if (!sink.write(chunk)) await drained(sink);
      }
      sink.end();
    })().catch(reject);
  });
  await ended;
  if (hash.digest('hex') !== known.sha256) throw new Error(`${source} changed while it was read`);
}

export interface Archive {
  readonly sealed: boolean;
  /**
   * Reads every part in order. `content` must be read to its end by `visit`, or not at all.
   * @throws LoaError `backup.damaged` naming the part
   */
  read(visit: (name: string, content: AsyncIterable<Buffer>) => Promise<void>): Promise<Member[]>;
  close(): Promise<void>;
}

/** @throws LoaError `backup.not-one`, `backup.needs-passphrase`, `backup.wrong-passphrase` */
export async function openArchive(file: string, passphrase: string | undefined): Promise<Archive> {
  const handle = await open(file, 'r').catch(() => {
    throw backupError('backup.not-one', { file });
  });
  try {
    const sealed = await isSealed(handle);
    if (sealed && passphrase === undefined) throw backupError('backup.needs-passphrase', { file });
    const seal = sealed ? await openSeal(handle, passphrase ?? '') : undefined;
    if (sealed && !seal) throw backupError('backup.wrong-passphrase', { file });
    const bytes = (onDamage: (at: number) => void) =>
      seal ? seal.pieces(onDamage) : plainPieces(handle);
    return {
      sealed,
      read: (visit) => readParts(file, bytes, visit),
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function* plainPieces(file: FileHandle): AsyncGenerator<Buffer> {
  for (let at = 0; ;) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, at);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
  }
}

async function readParts(
  file: string,
  bytes: (onDamage: (at: number) => void) => AsyncGenerator<Buffer>,
  visit: (name: string, content: AsyncIterable<Buffer>) => Promise<void>,
): Promise<Member[]> {
  const members: Member[] = [];
  const tar = extract();
  let damagedAt: number | undefined;
  let place = START;
  // Its streams behave as Node's, though their types are their own.
  const fed = feed(
    bytes((at) => (damagedAt = at)),
    tar as unknown as Writable,
  );
  const damaged = () =>
    backupError('backup.damaged', { file, member: place, reason: reasonOf(damagedAt) });
  try {
    for await (const entry of guarded(tar)) {
      const { name, size } = entry.header;
      place = name;
      const hash = createHash('sha256');
      const content = measured(guarded(entry as unknown as AsyncIterable<Buffer>), hash);
      await visit(name, content);
      for await (const rest of content) void rest;
      members.push({ name, size, sha256: hash.digest('hex') });
      place = `ngay sau ${name}`;
    }
    await fed;
  } catch (error) {
    tar.destroy();
    if (!(error instanceof BrokenTar)) throw error;
    if (place === START && damagedAt === undefined) throw backupError('backup.not-one', { file });
    throw damaged();
  }
  if (damagedAt !== undefined || members.at(-1)?.name !== SIGNATURE) throw damaged();
  return members;
}

/** Tells what is wrong with the archive from what its reader throws. */
async function* guarded<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* source;
  } catch (cause) {
    throw new BrokenTar('the archive can not be read on', { cause });
  }
}

async function* measured(
  content: AsyncIterable<Buffer>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Buffer> {
  for await (const chunk of content) {
    hash.update(chunk);
    yield chunk;
  }
}

/** Ends the tar where the bytes end, so that it complains at the part it was in. */
async function feed(bytes: AsyncGenerator<Buffer>, tar: Writable): Promise<void> {
  try {
    for await (const chunk of bytes) {
      if (tar.destroyed) return;
      if (!tar.write(chunk)) await drained(tar);
    }
    tar.end();
  } catch (error) {
    tar.destroy(error as Error);
  }
}

/** When the stream takes more, or never will again. */
function drained(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stream.off('drain', done);
      stream.off('close', done);
      resolve();
    };
    stream.on('drain', done);
    stream.on('close', done);
  });
}

function reasonOf(damagedAt: number | undefined): string {
  return damagedAt === undefined
    ? 'thiếu dữ liệu hoặc sai cấu trúc, có thể tệp đã bị cắt ngắn hay sửa'
    : `từ byte ${damagedAt} trở đi không đúng với niêm phong, tệp đã bị sửa hoặc cắt ngắn`;
}

/** Holds what was read against the table of contents; names the first part that differs. */
export function requireSame(file: string, read: readonly Member[], manifest: Manifest): void {
  const parts = read.filter(({ name }) => name !== MANIFEST && name !== SIGNATURE);
  for (const [index, wanted] of manifest.members.entries()) {
    const found = parts[index];
    const same = found?.name === wanted.name && found.sha256 === wanted.sha256;
    if (same && found.size === wanted.size) continue;
    const reason = 'nội dung khác với mục lục đã ký';
    throw backupError('backup.damaged', { file, member: wanted.name, reason });
  }
  const extra = parts[manifest.members.length];
  if (extra) {
    const reason = 'không có trong mục lục đã ký';
    throw backupError('backup.damaged', { file, member: extra.name, reason });
  }
}
