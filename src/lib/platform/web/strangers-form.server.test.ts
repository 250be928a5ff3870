// Forms anybody may send: the field left empty, the signed stamp, the count by network.
import { describe, expect, test } from 'vitest';
import { inCommune } from '../database/commune.server.ts';
import type { Tx } from '../database/tx.server.ts';
import { useTestDatabase } from '../testing.server.ts';
import { checkStrangersForm, countStranger, stampForm } from './strangers-form.server.ts';

const database = useTestDatabase();
const NOW = Date.parse('2024-03-10T03:00:00Z');
const HOUR = 3_600_000;
const refusal = (code: string) => expect.objectContaining({ code });

describe('a form of a stranger', () => {
  const check = (stamp: string, at: number, trap = '') =>
    checkStrangersForm('gop-y', { trap, stamp }, at);
  const stamp = () => stampForm('gop-y', NOW);

  test.each([
    [4_000, undefined],
    [24 * HOUR, undefined],
    [3_999, 'form.hasty'],
    [-1, 'form.hasty'],
    [24 * HOUR + 1, 'form.old'],
  ])('sent after %s ms: %s', (age, code) => {
    if (code) expect(() => check(stamp(), NOW + age)).toThrow(refusal(code));
    else expect(() => check(stamp(), NOW + age)).not.toThrow();
  });

  test('whose stamp is another form’s, moved back in time, or no stamp at all', () => {
    const late = NOW + HOUR;
    const moved = stamp().replace(String(NOW), String(NOW - HOUR));
    for (const wrong of ['', 'x', moved, stampForm('khac', NOW)]) {
      expect(() => check(wrong, late)).toThrow(refusal('form.old'));
    }
  });

  test('with words where nobody should write', () => {
    expect(() => check(stamp(), NOW + HOUR, 'http://x.example')).toThrow(refusal('form.trapped'));
  });
});

describe('the count', () => {
  const send = (address: string, at = NOW) =>
    inCommune(database().communeId, (tx: Tx) => countStranger(tx, 'gop-y', address, at), {
      write: true,
    });

  test('slows one network after ten sendings, and no other', async () => {
    for (let sent = 0; sent < 11; sent += 1) await send('203.0.113.7');
    await expect(send('203.0.113.7')).rejects.toMatchObject({
      code: 'form.often',
      status: 429,
      todo: expect.stringContaining('15 phút'),
    });
    await expect(send('203.0.113.8')).resolves.toBeUndefined();
    await expect(send('203.0.113.7', NOW + HOUR / 4)).resolves.toBeUndefined();
  });
});
