// Passwords at rest: argon2id with 19 MiB and two passes (OWASP's first choice).
import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

// The library's default algorithm is argon2id.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let dummy: Promise<string> | undefined;

/** The stored form of a password. Unicode is composed first, so every keyboard gives the same. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST);
}

/**
 * True when the password is the stored one. Without a stored one (unknown login) the same work is
 * done for nothing, so that the time of the answer doesn't tell which logins exist.
 */
export async function verifyPassword(
  stored: string | undefined,
  password: string,
): Promise<boolean> {
  dummy ??= hashPassword(generatePassword());
  const matches = await verify(stored ?? (await dummy), password.normalize('NFC'));
  return stored !== undefined && matches;
}

const CONSONANTS = 'bcdghklmnprstvx';
const VOWELS = 'aeiou';
const GROUPS = 5;

/** A long password that can be read out over the telephone: five groups like `kola` (62 bits). */
export function generatePassword(): string {
  const syllable = () => pick(CONSONANTS) + pick(VOWELS);
  return Array.from({ length: GROUPS }, () => syllable() + syllable()).join('-');
}

function pick(letters: string): string {
  return letters.charAt(randomInt(letters.length));
}
