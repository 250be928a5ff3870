// Names of hosts as anybody may send them.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainHost } from './host-name.ts';

it.each([
  ['xa.example', 'xa.example'],
  ['XA.Example', 'xa.example'],
  ['xa.example:80', 'xa.example'],
  ['xa.example:0008080', 'xa.example:8080'],
  ['127.0.0.1:3000', '127.0.0.1:3000'],
  ['0x7f.1', '127.0.0.1'],
  ['2130706433', '127.0.0.1'],
  ['[::1]:3000', '[::1]:3000'],
  ['[0:0:0:0:0:0:0:1]', '[::1]'],
  ['xã.example', 'xn--x-yfa.example'],
])('%s is %s', (sent, plain) => {
  expect(plainHost(sent, 'http')).toBe(plain);
});

it('leaves out the usual port of the connection only', () => {
  expect(plainHost('xa.example:443', 'https')).toBe('xa.example');
  expect(plainHost('xa.example:443', 'http')).toBe('xa.example:443');
});

it.each([
  '',
  'a@xa.example',
  'a:b@xa.example',
  'xa.example/tin',
  'xa.example?a',
  'xa.example#a',
  'xa.example\\a',
  'xa.example\r\nx: 1',
  'xa.example, khac.example',
  'xa.example:99999',
  'xa.example:tin',
  ':3000',
  '[::1',
  '::1',
  '256.1.1.1',
  'a<b>.example',
  `${'a'.repeat(5000)}.example`,
])('%j names no host', (sent) => {
  expect(plainHost(sent, 'http')).toBeUndefined();
});

it('never fails, and says of its own answer the same', () => {
  const pieces = fc.constantFrom('a', 'Z', '.', ':', '80', '[', ']', '%', '@', '/', 'ã', '0x', ' ');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces).map((each) => each.join('')),
      ),
      (sent) => {
        const plain = plainHost(sent, 'http');
        if (plain !== undefined) expect(plainHost(plain, 'http')).toBe(plain);
      },
    ),
  );
});
