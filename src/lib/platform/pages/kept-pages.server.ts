// The page cache in front of the pages (design 4.7, ruling 17): an answer that says what it was made of
// is kept whole, compressed once, and given again until something it was made of changes. While the
// database is away the last good page is given, and a header says so, for a quarter of an hour.
import { createHash } from 'node:crypto';
import { type IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { forgetCommunes } from '../communes/lookup.server.ts';
import { logFailure } from '../log.server.ts';
import { asksFormer, keyOf, type KnownAddresses } from './address.ts';
import type { Listener } from './changes.server.ts';
import { chooseEncoding, type Encoding } from './encoding.ts';
import { CUT_HEADER, INGREDIENTS_HEADER, readIngredients } from './ingredients.ts';
import { type Ingredients, type KeptPage, PageCache } from './page-cache.ts';

type Pages = (request: IncomingMessage, response: ServerResponse) => void;

export interface Ways {
  /** Makes the answer, into a response that may be held in memory: plain, with every header. */
  readonly make: Pages;
  /** Runs `send` behind what compresses an answer on its way out. */
  readonly compress: (request: IncomingMessage, response: ServerResponse, send: () => void) => void;
}

/** What was given from memory: a page somebody reads, or a feed. */
export type Given = 'page' | 'other';

interface Body {
  /** As they go out, without those of one encoding. */
  readonly headers: readonly string[];
  readonly etag: string;
  readonly given: Given;
  readonly encoded: Partial<Record<Encoding, Buffer>> & { identity: Buffer };
}

/** Somebody who waits for an answer, and what was asked before the address was cut to what pages know. */
interface Waiting {
  readonly key: string;
  readonly last: KeptPage<Body> | undefined;
  readonly asked: { readonly url: string | undefined; readonly tag: string | undefined };
  readonly isOwn: boolean;
}

interface Captured {
  readonly status: number;
  readonly headers: Readonly<Record<string, number | string | string[]>>;
  readonly bytes: Buffer;
}

export interface KeptPagesOptions {
  readonly addresses: KnownAddresses;
  /** Memory for kept pages, bytes. */
  readonly bytes: number;
  readonly now?: () => number;
}

const PAGE_BYTES = 2 * 1024 * 1024;
const STALE_FOR_MS = 15 * 60_000;
/** Below this compressing costs more than it saves. */
const COMPRESS_FROM = 1024;
const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** What one process keeps, and how it answers with it. */
export class KeptPages implements Listener {
  readonly #cache: PageCache<Body>;
  readonly #addresses: KnownAddresses;
  readonly #now: () => number;
  readonly #making = new Map<string, Promise<Captured | undefined>>();
  /** Since when the database can't be asked; undefined while it can. */
  #awaySince: number | undefined = 0;

  constructor({ addresses, bytes, now = Date.now }: KeptPagesOptions) {
    this.#addresses = addresses;
    this.#now = now;
    this.#cache = new PageCache({ bytes, pageBytes: PAGE_BYTES });
  }

  /** Answers from memory and says so; otherwise lets the pages answer and keeps what may be kept. */
  answer(request: IncomingMessage, response: ServerResponse, ways: Ways): Given | undefined {
    // Ours to say, nobody else's.
    delete request.headers[CUT_HEADER];
    const mayAsk = request.method === 'GET' || request.method === 'HEAD';
    const address = mayAsk ? keyOf(request.url ?? '/', this.#addresses) : undefined;
    if (address === undefined) return pass(request, response, ways);
    // Pages name their own addresses in full: one is kept for each way it is reached.
    const usual = `${request.headers['x-forwarded-proto']}://${request.headers.host} ${address}`;
    const variant = this.#addresses.variantOf?.(request.headers.cookie) ?? '';
    const key = variant === '' ? usual : `${usual} ${variant}`;
    const own = this.#find(key);
    // Better in the usual look than not at all.
    const found = own ?? (this.#awaySince === undefined ? undefined : this.#find(usual));
    const given = found && this.#mayGive(found.fresh) ? found : undefined;
    // Where pages of a former site were told apart by such a query, only the database knows what it means.
    const mayLead = given?.page.from.ledByQuery ?? true;
    if (mayLead && asksFormer(request.url ?? '/', this.#addresses)) {
      return pass(request, response, ways);
    }
    if (given) {
      // While the database is away nobody knows whether the page is still as it should be.
      const isSure = this.#awaySince === undefined;
      return give(request, response, given.page, isSure ? undefined : this.#now());
    }
    // What nobody knows in the query must not change what is kept under the key.
    const asked = { url: request.url, tag: request.headers['if-none-match'] };
    request.url = address;
    if (asked.url !== address) request.headers[CUT_HEADER] = '1';
    const last = (own ?? this.#find(usual))?.page;
    const under = this.#making.get(key);
    const made = under ?? this.#make(key, request, ways);
    made.then(
      (answer) => this.#send(request, response, ways, answer, { key, last, asked, isOwn: !under }),
      (failure: unknown) => {
        logFailure(failure, 'pages');
        response.destroy();
      },
    );
    return undefined;
  }

  /** How full the memory is, and how long the database has been away. */
  figures(): { pages: number; bytes: number; awaySeconds: number } {
    const away = this.#awaySince === undefined ? 0 : this.#now() - this.#awaySince;
    return { pages: this.#cache.size, bytes: this.#cache.bytes, awaySeconds: away / 1000 };
  }

  changed({ communeId, version, tables }: Parameters<Listener['changed']>[0]): void {
    this.#cache.noteChange(communeId, version, tables);
    if (tables.includes('commune') || tables.includes('commune_host')) forgetCommunes();
    // A host may lead elsewhere now.
    if (tables.includes('commune_host')) this.#cache.clear();
  }

  version(communeId: string, version: number): void {
    this.#cache.noteVersion(communeId, version);
  }

  deleteCommune(communeId: string, version: number): void {
    this.#cache.deleteCommune(communeId, version);
  }

  communes(): readonly string[] {
    return this.#cache.communes();
  }

  reachable(isThere: boolean): void {
    if (!isThere) {
      this.#awaySince ??= this.#now();
      return;
    }
    // What was missed meanwhile nobody knows.
    if (this.#awaySince !== undefined) this.#cache.clear();
    this.#awaySince = undefined;
  }

  #mayGive(fresh: boolean): boolean {
    if (this.#awaySince === undefined) return fresh;
    return this.#now() - this.#awaySince < STALE_FOR_MS;
  }

  #find(key: string) {
    return this.#cache.find(key, this.#now());
  }

  /** One making at a time for each page; who asks meanwhile waits for it. */
  #make(key: string, request: IncomingMessage, ways: Ways): Promise<Captured | undefined> {
    // "Not modified" is ours to say: the answer must be whole, also for those who wait, and for who asks
    // only about it.
    delete request.headers['if-none-match'];
    delete request.headers['if-modified-since'];
    const { method } = request;
    request.method = 'GET';
    const made = capture(request, ways.make).finally(() => {
      request.method = method;
      this.#making.delete(key);
    });
    this.#making.set(key, made);
    return made;
  }

  #send(
    request: IncomingMessage,
    response: ServerResponse,
    ways: Ways,
    made: Captured | undefined,
    { key, last, asked, isOwn }: Waiting,
  ): void {
    delete request.headers[CUT_HEADER];
    // Too heavy to hold: each who asked gets it streamed.
    if (!made) return void pass(request, response, ways);
    if (made.status >= 500 && last) return void give(request, response, last, this.#now());
    // What isn't there, or leads on, may be a page of a former site, told apart by the very words nobody knows.
    if (made.status >= 300 && made.status < 500 && asked.url !== request.url) {
      request.url = asked.url;
      return void pass(request, response, ways);
    }
    const from = readIngredients(headerOf(made, INGREDIENTS_HEADER));
    if (from && made.status === 200) {
      const page = this.#keep(key, { made, from });
      response.setHeader('etag', `W/"${page.body.etag}"`);
    } else if (!isOwn) {
      // What isn't for everybody goes to the one it was made for, and nobody else.
      return void pass(request, response, ways);
    }
    ways.compress(request, response, () => sendOn(response, made, asked.tag));
  }

  /** All who waited for one making come here; the first keeps it. */
  #keep(key: string, { made, from }: { made: Captured; from: Ingredients }): KeptPage<Body> {
    const kept = this.#find(key)?.page;
    if (kept && isSame(kept.from, from)) return kept;
    const page: KeptPage<Body> = {
      from,
      madeAt: this.#now(),
      body: bodyOf(made),
      bytes: made.bytes.byteLength,
    };
    this.#cache.keep(key, page);
    this.#compress(key, page).catch((failure: unknown) => logFailure(failure, 'page cache'));
    return page;
  }

  /** Compresses once, off the main thread; until then the page goes out as it left the pages. */
  async #compress(key: string, page: KeptPage<Body>): Promise<void> {
    const { identity } = page.body.encoded;
    if (identity.byteLength < COMPRESS_FROM || !isText(page.body.headers)) return;
    const [br, gz] = await Promise.all([
      compressBrotli(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
      compressGzip(identity, { level: 9 }),
    ]);
    const now = this.#find(key)?.page;
    if (now !== page) return;
    this.#cache.keep(key, {
      ...page,
      body: { ...page.body, encoded: { identity, br, gzip: gz } },
      bytes: identity.byteLength + br.byteLength + gz.byteLength,
    });
  }
}

/** Runs the pages into memory; undefined when the answer is too heavy to hold. */
function capture(request: IncomingMessage, pages: Pages): Promise<Captured | undefined> {
  return new Promise((resolve, reject) => {
    const held = new ServerResponse(request);
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: unknown, encoding?: unknown) => {
      if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) return;
      const bytes =
        typeof chunk === 'string'
          ? Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
          : Buffer.from(chunk);
      size += bytes.byteLength;
      if (size <= PAGE_BYTES) chunks.push(bytes);
      else {
        resolve(undefined);
        held.destroy();
      }
    };
    held.write = (chunk: unknown, encoding?: unknown) => {
      take(chunk, encoding);
      return true;
    };
    held.end = ((chunk?: unknown, encoding?: unknown) => {
      take(chunk, encoding);
      const headers = { ...held.getHeaders() } as Captured['headers'];
      resolve({ status: held.statusCode, headers, bytes: Buffer.concat(chunks) });
      held.emit('finish');
      held.emit('close');
      return held;
    }) as ServerResponse['end'];
    held.writeHead = ((status: number) => {
      held.statusCode = status;
      return held;
    }) as ServerResponse['writeHead'];
    held.once('error', reject);
    pages(request, held);
  });
}

/** Answers with a kept page: in the reader's encoding, "not modified" where they have it already. */
function give(
  request: IncomingMessage,
  response: ServerResponse,
  page: KeptPage<Body>,
  staleAt: number | undefined,
): Given {
  const { headers, etag, encoded, given } = page.body;
  const wanted = chooseEncoding(request.headers['accept-encoding']);
  const encoding = encoded[wanted] ? wanted : 'identity';
  const bytes = encoded[encoding] ?? encoded.identity;
  const tag = encoding === 'identity' ? `"${etag}"` : `"${etag}-${encoding}"`;
  const sent = [...headers, 'etag', tag];
  if (staleAt !== undefined) {
    sent.push('warning', '110 loa "Response is Stale"');
    sent.push('age', String(Math.max(0, Math.round((staleAt - page.madeAt) / 1000))));
  }
  if (matches(request.headers['if-none-match'], etag)) {
    // The browser keeps the policy it got with the page: a header here would replace it.
    response.writeHead(304, without(sent, /^content-/));
    response.end();
    return given;
  }
  if (encoding !== 'identity') sent.push('content-encoding', encoding);
  sent.push('content-length', String(bytes.byteLength));
  response.writeHead(200, sent);
  response.end(request.method === 'HEAD' ? undefined : bytes);
  return given;
}

function pass(request: IncomingMessage, response: ServerResponse, ways: Ways): undefined {
  keepToOurselves(response);
  ways.compress(request, response, () => ways.make(request, response));
  return undefined;
}

/** What a page was made of is nobody's business, also where it isn't kept. */
function keepToOurselves(response: ServerResponse): void {
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) =>
    name.toLowerCase() === INGREDIENTS_HEADER ? response : setHeader(name, value);
}

/** An answer that isn't kept, or was made just now, as the pages made it; a mark set before stays. */
function sendOn(
  response: ServerResponse,
  { status, headers, bytes }: Captured,
  tag: string | undefined,
): void {
  for (const [name, value] of Object.entries(headers)) {
    const isOurs = name === INGREDIENTS_HEADER || (name === 'etag' && response.hasHeader('etag'));
    if (!isOurs) response.setHeader(name, value);
  }
  const own = TAG.exec(String(response.getHeader('etag')))?.[1];
  if (status === 200 && own !== undefined && matches(tag, own)) {
    for (const name of response.getHeaderNames()) {
      if (name.startsWith('content-')) response.removeHeader(name);
    }
    response.writeHead(304);
    response.end();
    return;
  }
  // Known before it goes: who asks only about the page is told too.
  if (!response.hasHeader('content-length') && status >= 200 && status !== 204 && status !== 304) {
    response.setHeader('content-length', bytes.byteLength);
  }
  response.writeHead(status);
  response.end(bytes);
}

function bodyOf({ headers, bytes }: Captured): Body {
  const kept: string[] = [];
  for (const [name, value] of Object.entries(headers)) {
    if (NOT_KEPT.has(name)) continue;
    for (const each of [value].flat()) kept.push(name, String(each));
  }
  if (!('cache-control' in headers)) kept.push('cache-control', 'no-cache');
  kept.push('vary', ['accept-encoding', headers['vary'] ?? []].flat().join(', '));
  const etag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  const given = String(headers['content-type']).startsWith('text/html') ? 'page' : 'other';
  return { headers: kept, etag, given, encoded: { identity: bytes } };
}

const NOT_KEPT = new Set([
  INGREDIENTS_HEADER,
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'etag',
  'keep-alive',
  'transfer-encoding',
  'vary',
]);

function headerOf({ headers }: Captured, name: string): string | undefined {
  const value = headers[name];
  return value === undefined ? undefined : String(value);
}

function isText(headers: readonly string[]): boolean {
  const type = headers[headers.indexOf('content-type') + 1] ?? '';
  return /^(text\/|application\/(json|xml|.*\+xml|.*\+json|feed)|image\/svg)/.test(type);
}

/** Weak comparison, as "not modified" asks for: the encoding it came in makes no difference. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((each) => TAG.exec(each.trim())?.[1] === etag);
}

/** Ours, or one the pages gave, without the encoding it came in. */
const TAG = /^(?:W\/)?"([^"]+?)(?:-br|-gzip)?"$/;

function isSame(one: Ingredients, other: Ingredients): boolean {
  return (
    one.version === other.version &&
    one.factsVersion === other.factsVersion &&
    one.validUntil === other.validUntil
  );
}

function without(pairs: readonly string[], names: RegExp): string[] {
  return pairs.filter((_, index) => !names.test(pairs[index - (index % 2)] ?? ''));
}
