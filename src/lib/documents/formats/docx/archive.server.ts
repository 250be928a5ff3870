// Opens a Word file as an archive, with limits on what it may hold and grow to: a file of a few
// kilobytes can unpack to gigabytes.
import { buffer } from 'node:stream/consumers';
import { Transform } from 'node:stream';
import yauzl from 'yauzl';
import { documentError } from '../../errors.ts';

const MOST_ENTRIES = 4000;
const MOST_OF_ONE = 48 * 1024 * 1024;
const MOST_OF_ALL = 96 * 1024 * 1024;

/** The wanted parts of an archive by their names. Throws `document.bomb`, `.password`, `.damaged`. */
export async function unpackParts(
  bytes: Uint8Array,
  wanted: (part: string) => boolean,
  name: string,
): Promise<Map<string, string>> {
  const archive = await open(bytes, name);
  if (archive.entryCount > MOST_ENTRIES) throw documentError('document.bomb', { name });
  const parts = new Map<string, string>();
  let budget = MOST_OF_ALL;
  try {
    for await (const entry of entries(archive)) {
      if ((entry.generalPurposeBitFlag & 1) === 1)
        throw documentError('document.password', { name });
      if (!wanted(entry.fileName)) continue;
      const most = Math.min(MOST_OF_ONE, budget);
      if (entry.uncompressedSize > most) throw documentError('document.bomb', { name });
      const part = await unpack(archive, entry, most, name);
      budget -= part.length;
      parts.set(entry.fileName, new TextDecoder().decode(part));
    }
  } catch (error) {
    throw asOwn(error, name);
  } finally {
    archive.close();
  }
  return parts;
}

function open(bytes: Uint8Array, name: string): Promise<yauzl.ZipFile> {
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true };
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
      options,
      (error, file) => {
        if (error) reject(asOwn(error, name));
        else resolve(file);
      },
    );
  });
}

async function* entries(archive: yauzl.ZipFile): AsyncGenerator<yauzl.Entry> {
  for (;;) {
    const entry = await new Promise<yauzl.Entry | undefined>((resolve, reject) => {
      const settle = (value: yauzl.Entry | undefined, error?: Error): void => {
        archive.off('entry', found);
        archive.off('end', ended);
        archive.off('error', failed);
        if (error) reject(error);
        else resolve(value);
      };
      const found = (next: yauzl.Entry): void => settle(next);
      const ended = (): void => settle(undefined);
      const failed = (error: Error): void => settle(undefined, error);
      archive.on('entry', found).on('end', ended).on('error', failed);
      archive.readEntry();
    });
    if (!entry) return;
    yield entry;
  }
}

/** The sizes that an archive declares may lie, so what really comes out is counted. */
async function unpack(
  archive: yauzl.ZipFile,
  entry: yauzl.Entry,
  most: number,
  name: string,
): Promise<Uint8Array> {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    archive.openReadStream(entry, (error, opened) => {
      if (error) reject(error);
      else resolve(opened);
    });
  });
  let size = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      done(size > most ? documentError('document.bomb', { name }) : null, chunk);
    },
  });
  stream.on('error', (error) => counted.destroy(error as Error));
  return buffer(stream.pipe(counted));
}

function asOwn(error: unknown, name: string): Error {
  if (error instanceof Error && 'todo' in error) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (/encrypt|password/i.test(message)) return documentError('document.password', { name });
  if (/too many bytes/i.test(message)) return documentError('document.bomb', { name });
  return documentError('document.damaged', { name, reason: 'cấu trúc nén không đúng' });
}
