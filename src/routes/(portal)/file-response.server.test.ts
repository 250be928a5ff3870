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
const ask = (range?: string, mediaType = 'audio/mpeg') =>
  fileResponse(
    new Request('http://xa.example/tep/a', range ? { headers: { range } } : {}),
    { sha256: 'a', size: 100, mediaType, name: 'doc-bai.mp3' },
    open,
  );

test('a sound is played in the page, whole or in the part asked for', async () => {
  const whole = await ask();
  expect([whole.status, whole.headers.get('accept-ranges')]).toEqual([200, 'bytes']);
  expect(whole.headers.get('content-type')).toBe('audio/mpeg');
  await fc.assert(
    fc.asyncProperty(fc.nat(99), fc.option(fc.nat(200)), async (start, last) => {
      const answer = await ask(`bytes=${start}-${last ?? ''}`);
      const got = [...new Uint8Array(await answer.arrayBuffer())];
      if (last !== null && last < start) {
        expect([answer.status, got.length]).toEqual([200, 100]);
        return;
      }
      const end = Math.min(last ?? 99, 99);
      expect(answer.status).toBe(206);
      expect(got).toEqual([...bytes.subarray(start, end + 1)]);
      expect(answer.headers.get('content-range')).toBe(`bytes ${start}-${end}/100`);
      expect(answer.headers.get('content-length')).toBe(String(got.length));
    }),
  );
});

test.each(['bytes=100-', 'bytes=-5', 'bytes=0-1,4-5', 'letters=0-1'])(
  'what can’t be cut is given whole: %s',
  async (range) => {
    const answer = await ask(range);
    expect([answer.status, (await answer.arrayBuffer()).byteLength]).toEqual([200, 100]);
  },
);

test('other files come whole', async () => {
  expect((await ask('bytes=0-1', 'application/pdf')).status).toBe(200);
});

test('a file is saved under the name that the public was given', async () => {
  const sound = await ask();
  expect(sound.headers.get('content-disposition')).toBe(`inline; filename*=UTF-8''doc-bai.mp3`);
  const paper = await ask(undefined, 'application/vnd.ms-excel');
  expect(paper.headers.get('content-disposition')).toMatch(/^attachment; /);
});
