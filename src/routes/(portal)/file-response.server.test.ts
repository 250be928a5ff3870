// Stored files as answers: sounds in parts, for telephones that play nothing else.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileResponse } from './file-response.server.ts';

const bytes = Uint8Array.from({ length: 100 }, (_, index) => index);
/** As a store gives it: in pieces. */
const open = async () =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < 100; at += 7) controller.enqueue(bytes.subarray(at, at + 7));
      controller.close();
    },
  });
const ask = (
  range?: string,
  { mediaType = 'audio/mpeg', method = 'GET', ...more }: Record<string, string> = {},
) =>
  fileResponse(
    new Request('http://xa.example/tep/a', {
      method,
      headers: { ...(range && { range }), ...more },
    }),
    { sha256: 'a', size: 100, mediaType, name: 'doc-bai.mp3' },
    open,
  );
const got = async (answer: Response) => [...new Uint8Array(await answer.arrayBuffer())];

test('a sound is played in the page, whole or in the part asked for', async () => {
  const whole = await ask();
  expect([whole.status, whole.headers.get('accept-ranges')]).toEqual([200, 'bytes']);
  expect(whole.headers.get('content-type')).toBe('audio/mpeg');
  await fc.assert(
    fc.asyncProperty(fc.nat(99), fc.option(fc.nat(200)), async (start, last) => {
      const answer = await ask(`bytes=${start}-${last ?? ''}`);
      if (last !== null && last < start) {
        expect([answer.status, (await got(answer)).length]).toEqual([200, 100]);
        return;
      }
      const end = Math.min(last ?? 99, 99);
      expect(answer.status).toBe(206);
      expect(answer.headers.get('content-range')).toBe(`bytes ${start}-${end}/100`);
      const part = await got(answer);
      expect(part).toEqual([...bytes.subarray(start, end + 1)]);
      expect(answer.headers.get('content-length')).toBe(String(part.length));
    }),
  );
});

test('the last bytes alone are given, however many are asked for', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 300 }), async (last) => {
      const answer = await ask(`bytes=-${last}`);
      expect(answer.status).toBe(206);
      expect(await got(answer)).toEqual([...bytes.subarray(Math.max(0, 100 - last))]);
    }),
  );
});

test.each(['bytes=100-', 'bytes=999999999999999-', 'bytes=100-200', 'bytes=-0'])(
  'beyond the end there is nothing, and it is said how much there is: %s',
  async (range) => {
    const answer = await ask(range);
    expect([answer.status, answer.headers.get('content-range')]).toEqual([416, 'bytes */100']);
    expect(await got(answer)).toEqual([]);
  },
);

test.each([
  'bytes=0-1,4-5',
  'bytes=9-2',
  'bytes=-',
  'bytes=',
  'letters=0-1',
  `bytes=${'9'.repeat(4000)}-`,
])('what can’t be cut is given whole: %s', async (range) => {
  const answer = await ask(range);
  expect([answer.status, (await got(answer)).length]).toEqual([200, 100]);
});

test('a download that broke off goes on, unless the file is another by now', async () => {
  const pdf = { mediaType: 'application/pdf' };
  const onward = await ask('bytes=90-', { ...pdf, 'if-range': '"a"' });
  expect([onward.status, (await got(onward)).length]).toEqual([206, 10]);
  const other = await ask('bytes=90-', { ...pdf, 'if-range': '"b"' });
  expect([other.status, (await got(other)).length]).toEqual([200, 100]);
});

test('words, which leave compressed, come whole', async () => {
  const answer = await ask('bytes=0-1', { mediaType: 'text/plain' });
  expect([answer.status, answer.headers.get('accept-ranges')]).toEqual([200, null]);
});

test('who asks only about a file is told the same, without its bytes', async () => {
  const [whole, head] = [await ask(), await ask('bytes=0-1', { method: 'HEAD' })];
  expect(head.status).toBe(200);
  expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(whole.headers));
  expect(await got(head)).toEqual([]);
});

test.each(['"a"', 'W/"a"', '"b", W/"a"', '*'])('%s has it already', async (mark) => {
  expect((await ask('bytes=0-1', { 'if-none-match': mark })).status).toBe(304);
});

test('another mark is no reason to send nothing', async () => {
  expect((await ask(undefined, { 'if-none-match': '"ab", a' })).status).toBe(200);
});

test('a file is saved under the name that the public was given', async () => {
  const sound = await ask();
  expect(sound.headers.get('content-disposition')).toBe(`inline; filename*=UTF-8''doc-bai.mp3`);
  const paper = await ask(undefined, { mediaType: 'application/vnd.ms-excel' });
  expect(paper.headers.get('content-disposition')).toMatch(/^attachment; /);
});
