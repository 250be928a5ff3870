// Seals a stream under a passphrase: scrypt makes the key, AES-256-GCM closes pieces of 64 KiB, each
// with its number and the last one marked, so that no piece can be changed, moved, left out or cut off
// (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár). See decision 11.
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { Transform } from 'node:stream';

const MAGIC = Buffer.from('LOASEAL1');
const SALT_BYTES = 16;
const PREFIX_BYTES = 7;
const MAC_BYTES = 32;
/** Magic, cost of scrypt, salt, nonce prefix, and the mark that tells a wrong passphrase. */
export const HEADER_BYTES = MAGIC.length + 1 + SALT_BYTES + PREFIX_BYTES + MAC_BYTES;
const PIECE_BYTES = 64 * 1024;
const TAG_BYTES = 16;
/** 2^17 with blocks of 8 takes 128 MB and about half a second. */
const COST_LOG2 = 17;
/** What a file may ask for; a forged header must not exhaust the machine. */
const LARGEST_COST_LOG2 = 20;

interface Keys {
  readonly piece: Buffer;
  readonly mark: Buffer;
}

/** A stream that closes what is written to it. */
export async function sealWith(passphrase: string): Promise<Transform> {
  const salt = randomBytes(SALT_BYTES);
  const prefix = randomBytes(PREFIX_BYTES);
  const keys = await deriveKeys(passphrase, salt, COST_LOG2);
  const start = Buffer.concat([MAGIC, Buffer.of(COST_LOG2), salt, prefix]);
  let held: Buffer = Buffer.alloc(0);
  let number = 0;
  function close(plain: Buffer, last: boolean): Buffer {
    const cipher = createCipheriv('aes-256-gcm', keys.piece, nonceOf(prefix, number, last));
    number += 1;
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }
  return new Transform({
    construct(done) {
      this.push(Buffer.concat([start, markOf(keys, start)]));
      done();
    },
    transform(chunk: Buffer, _encoding, done) {
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      let at = 0;
      // The last piece is known only at the end, so a full one is held back.
      for (; held.length - at > PIECE_BYTES; at += PIECE_BYTES) {
        this.push(close(held.subarray(at, at + PIECE_BYTES), false));
      }
      held = held.subarray(at);
      done();
    },
    flush(done) {
      this.push(close(held, true));
      done();
    },
  });
}

/** True for a file that `sealWith` wrote. */
export async function isSealed(file: FileHandle): Promise<boolean> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0);
  return bytesRead === MAGIC.length && buffer.equals(MAGIC);
}

export interface OpenedSeal {
  /** Ends early, after telling `onDamage`, at a piece that was changed or cut. */
  readonly pieces: (onDamage: (at: number) => void) => AsyncGenerator<Buffer>;
}

/** Undefined when the passphrase is not the one, or the first bytes are damaged. */
export async function openSeal(
  file: FileHandle,
  passphrase: string,
): Promise<OpenedSeal | undefined> {
  const header = Buffer.alloc(HEADER_BYTES);
  const { bytesRead } = await file.read(header, 0, HEADER_BYTES, 0);
  const cost = header[MAGIC.length] ?? 0;
  if (bytesRead < HEADER_BYTES || cost < 10 || cost > LARGEST_COST_LOG2) return undefined;
  const start = header.subarray(0, HEADER_BYTES - MAC_BYTES);
  const salt = start.subarray(MAGIC.length + 1, MAGIC.length + 1 + SALT_BYTES);
  const prefix = start.subarray(-PREFIX_BYTES);
  const keys = await deriveKeys(passphrase, salt, cost);
  if (!timingSafeEqual(markOf(keys, start), header.subarray(-MAC_BYTES))) return undefined;
  const { size } = await file.stat();
  return { pieces: (onDamage) => openPieces(file, size, keys, prefix, onDamage) };
}

async function* openPieces(
  file: FileHandle,
  size: number,
  keys: Keys,
  prefix: Buffer,
  onDamage: (at: number) => void,
): AsyncGenerator<Buffer> {
  const sealedBytes = PIECE_BYTES + TAG_BYTES;
  let at = HEADER_BYTES;
  for (let number = 0; number === 0 || at < size; number += 1) {
    const length = Math.min(sealedBytes, size - at);
    const piece = Buffer.alloc(Math.max(length, 0));
    await file.read(piece, 0, piece.length, at);
    const nonce = nonceOf(prefix, number, at + length >= size);
    const plain = length < TAG_BYTES ? undefined : openPiece(piece, keys.piece, nonce);
    if (!plain) return onDamage(at);
    yield plain;
    at += length;
  }
}

function openPiece(piece: Buffer, key: Buffer, nonce: Buffer): Buffer | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(piece.subarray(-TAG_BYTES));
  const plain = decipher.update(piece.subarray(0, -TAG_BYTES));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    return undefined;
  }
}

function nonceOf(prefix: Buffer, number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  prefix.copy(nonce);
  nonce.writeUInt32BE(number, PREFIX_BYTES);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

function markOf(keys: Keys, start: Buffer): Buffer {
  return createHmac('sha256', keys.mark).update(start).digest();
}

function deriveKeys(passphrase: string, salt: Buffer, costLog2: number): Promise<Keys> {
  const cost = { N: 2 ** costLog2, r: 8, p: 1, maxmem: 2 ** (costLog2 + 11) };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, 64, cost, (error, bytes) => {
      if (error) reject(error);
      else resolve({ piece: bytes.subarray(0, 32), mark: bytes.subarray(32) });
    });
  });
}
