// Opaque secrets that a browser carries: 32 random bytes, of which only the SHA-256 is stored.
import { randomBytes } from 'node:crypto';
import { sha256Hex } from '../digest.server.ts';

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A token is random and long, so a plain digest can't be guessed back. */
export function hashToken(token: string): string {
  return sha256Hex(token);
}
