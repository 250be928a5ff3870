// Sealing and digests under the installation's key.
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetKeys, keyedDigest, keyFile, openSealed, seal } from './keys.server.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'loa-keys-'));
  vi.stubEnv('LOA_DATA', folder);
  vi.stubEnv('LOA_KEY', '');
  forgetKeys();
});

afterEach(() => {
  vi.unstubAllEnvs();
  forgetKeys();
  rmSync(folder, { recursive: true, force: true });
});

describe('seal', () => {
  it('opens under the same purpose and context, and under no other', () => {
    const sealed = seal('second-factor', Buffer.from('bí mật'), 'account:1');
    expect(openSealed('second-factor', sealed, 'account:1').toString()).toBe('bí mật');
    expect(() => openSealed('second-factor', sealed, 'account:2')).toThrow();
    expect(() => openSealed('pending-submissions', sealed, 'account:1')).toThrow();
  });

  it('notices every changed byte', () => {
    const sealed = seal('second-factor', Buffer.from('x'), 'c');
    for (const index of sealed.keys()) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
      expect(() => openSealed('second-factor', changed, 'c')).toThrow();
    }
  });

  it('seals the same text differently each time', () => {
    const one = seal('second-factor', Buffer.from('x'), 'c');
    expect(seal('second-factor', Buffer.from('x'), 'c').equals(one)).toBe(false);
  });
});

describe('the master key', () => {
  it('is made once, in a file only its owner reads', () => {
    const digest = keyedDigest('throttle', 'a');
    expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
    forgetKeys();
    expect(keyedDigest('throttle', 'a')).toBe(digest);
  });

  it('comes from LOA_KEY where that is set, and no file is made', () => {
    vi.stubEnv('LOA_KEY', '11'.repeat(32));
    expect(keyedDigest('throttle', 'a')).toMatch(/^[0-9a-f]{64}$/);
    expect(existsSync(keyFile())).toBe(false);
  });

  it('is refused when it is too short', () => {
    vi.stubEnv('LOA_KEY', 'abcd');
    expect(() => keyedDigest('throttle', 'a')).toThrow('LOA_KEY');
  });
});

describe('keyedDigest', () => {
  it('keeps parts apart', () => {
    expect(keyedDigest('throttle', 'a', 'bc')).not.toBe(keyedDigest('throttle', 'ab', 'c'));
  });
});
