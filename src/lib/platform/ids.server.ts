// Identifiers made in the app: UUID version 7 (RFC 9562), ordered by time so that keys stay dense.
import { randomBytes } from 'node:crypto';

let lastMillisecond = 0;
let counter = 0;

/** A new UUID v7; within one process and millisecond later ones sort after earlier ones. */
export function newId(now: number = Date.now()): string {
  const bytes = randomBytes(16);
  if (now <= lastMillisecond) {
    counter += 1;
    // 12 bits of counter; past that the clock is borrowed from.
    if (counter > 0xfff) {
      counter = 0;
      lastMillisecond += 1;
    }
  } else {
    lastMillisecond = now;
    counter = 0;
  }
  bytes.writeUIntBE(lastMillisecond, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
