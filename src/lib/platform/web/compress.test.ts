// Pages travel compressed when the reader's program can take it, and say so to caches.
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compress } from './compress.server.ts';

const page = '<p>Ủy ban nhân dân xã</p>'.repeat(200);

function asking(encodings: string): Request {
  return new Request('http://localhost/', { headers: { 'accept-encoding': encodings } });
}

function answering(body = page, type = 'text/html', headers: Record<string, string> = {}) {
  return new Response(body, { headers: { 'content-type': type, ...headers } });
}

describe('compressing an answer', () => {
  it('prefers brotli, takes gzip, and gives the same words back', async () => {
    const br = await compress(asking('gzip, deflate, br'), answering());
    expect(br.headers.get('content-encoding')).toBe('br');
    expect(brotliDecompressSync(Buffer.from(await br.arrayBuffer())).toString()).toBe(page);
    const gz = await compress(asking('gzip;q=0.8, br;q=0'), answering());
    expect(gz.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(Buffer.from(await gz.arrayBuffer())).toString()).toBe(page);
  });

  it('tells caches that the bytes differ by reader, also when it sends them plain', async () => {
    const plain = await compress(asking('identity'), answering());
    expect(plain.headers.get('vary')).toBe('accept-encoding');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(page);
    const pressed = await compress(asking('br'), answering(page, 'text/html', { etag: '"a"' }));
    expect(pressed.headers.get('etag')).toBe('W/"a"');
  });

  it('leaves pictures, short answers and answers without a page alone', async () => {
    const picture = await compress(asking('br'), answering(page, 'image/webp'));
    expect(picture.headers.get('content-encoding')).toBeNull();
    const short = await compress(asking('br'), answering('<p>a</p>'));
    expect(short.headers.get('content-encoding')).toBeNull();
    const unchanged = new Response(null, { status: 304 });
    expect(await compress(asking('br'), unchanged)).toBe(unchanged);
  });
});
