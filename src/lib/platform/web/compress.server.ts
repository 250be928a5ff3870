// Text answers are sent compressed: people here pay for their data by the megabyte.
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const SMALLEST = 1_024;
const TEXT =
  /^(text\/|application\/(json|problem\+json|feed\+json|xml|[a-z]+\+xml)|image\/svg\+xml)/;
/** Quick enough for a page made on demand; what is kept ready may be pressed harder. */
const BROTLI_QUALITY = 4;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** The answer as it should travel; unchanged where compressing brings nothing. */
export async function compress(request: Request, answer: Response): Promise<Response> {
  if (!answer.body || answer.status !== 200 || answer.headers.has('content-encoding')) {
    return answer;
  }
  if (!TEXT.test(answer.headers.get('content-type') ?? '')) return answer;
  const headers = new Headers(answer.headers);
  headers.append('vary', 'accept-encoding');
  const bytes = Buffer.from(await answer.arrayBuffer());
  const encoding = bytes.length < SMALLEST ? undefined : findEncoding(request);
  const body = encoding ? await press(bytes, encoding) : bytes;
  if (encoding) {
    headers.set('content-encoding', encoding);
    const etag = headers.get('etag');
    // One page, two sets of bytes: the same page, but no longer the same bytes.
    if (etag && !etag.startsWith('W/')) headers.set('etag', `W/${etag}`);
  }
  headers.set('content-length', String(body.length));
  return new Response(new Uint8Array(body), { status: answer.status, headers });
}

type Encoding = 'br' | 'gzip';

function findEncoding(request: Request): Encoding | undefined {
  const accepted = (request.headers.get('accept-encoding') ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => !/;\s*q=0(\.0+)?$/.test(part))
    .map((part) => part.split(';', 1)[0]);
  return (['br', 'gzip'] as const).find((encoding) => accepted.includes(encoding));
}

function press(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return zip(bytes);
  return brotli(bytes, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}
