// The HTTP entry: health answers, honest forwarding headers, limits, then the pages. Everything a
// request needs before a commune is known happens here.
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { constants } from 'node:zlib';
import compression from 'compression';
import {
  kindOfRequest,
  missingSecurityHeaders,
  plainHost,
  WORKER_PATH,
  WORKER_POLICY,
} from '#lib/platform/index.ts';
import {
  type AccessLog,
  answerHealth,
  type KeptPages,
  logFailure,
  Metrics,
  RequestLimits,
} from '#lib/platform/index.server.ts';
import { countPageView } from '#lib/portal/index.server.ts';
import { languageOf } from '#lib/ui/index.ts';
import { refuseBody, refuseMany } from './early-refusals.server.ts';

export interface ServerOptions {
  readonly host: string;
  readonly port: number;
  /** Built pages; the build beside the sources unless a test says otherwise. */
  readonly build?: string;
  /** Public pages kept in memory; without it every page is made anew. */
  readonly kept?: KeptPages;
  /** Where each answer is noted, without its reader. */
  readonly accessLog?: AccessLog;
}

export interface RunningServer {
  readonly url: string;
  /** Lets answers under way finish, then stops listening. */
  close(): Promise<void>;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

// One form with its files; what a single file may weigh is said by the use case, in words.
const DESK_LIMIT_MB = 96;
const BODY_LIMIT = `${DESK_LIMIT_MB}M`;
// Nobody but the desk sends files; a stranger's form is a name, a password, a few lines.
const STRANGERS_LIMIT = 256 * 1024;
const CLOSE_WITHIN_MS = 5_000;
const BUILD = fileURLToPath(new URL('../build', import.meta.url));

/** What the answer will be made of, as far as its address tells: styles and fonts, or anything. */
function expectedHeaders(path: string): Headers {
  const type = path.endsWith('.css') ? 'text/css' : path.endsWith('.woff2') ? 'font/woff2' : '';
  return new Headers(type === '' ? {} : { 'content-type': type });
}

/** Starts answering. The database is open already; `host` and `port` are decided by the caller. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const compress = makeCompressor();
  const pages = await loadPages(options.build ?? BUILD);
  const trustProxy = process.env['LOA_TRUST_PROXY'] === '1';
  const metricsToken = process.env['LOA_METRICS_TOKEN'];
  const { kept, accessLog } = options;
  const metrics = new Metrics(kept && (() => kept.figures()));
  const limits = new RequestLimits();
  const make: Handler = (request, response) => {
    // Defaults for whatever answers, static files and early refusals too; pages set their own.
    const secure = request.headers['x-forwarded-proto'] === 'https';
    const defaults = missingSecurityHeaders(expectedHeaders(pathOf(request)), secure);
    for (const [name, value] of Object.entries(defaults)) response.setHeader(name, value);
    keepKnownPolicy(response);
    if (pathOf(request) === WORKER_PATH) {
      response.setHeader('content-security-policy', WORKER_POLICY);
    }
    const heavy = whyTooHeavy(request);
    if (heavy !== undefined) return refuseBody(pathOf(request), response, heavy);
    const kind = kindOfRequest(request.method ?? 'GET', pathOf(request));
    if (kind === 'static' || !isKnownClient(request, trustProxy)) return pages(request, response);
    limits.waitOf(String(request.headers['x-loa-client']), kind).then(
      (wait) =>
        wait > 0 ? refuseMany(pathOf(request), response, kind, wait) : pages(request, response),
      (failure: unknown) => {
        logFailure(failure, 'request limits');
        response.destroy();
      },
    );
  };
  const ways = { make, compress };
  const server = createServer((request, response) => {
    const started = performance.now();
    const path = pathOf(request);
    const method = request.method ?? 'GET';
    const note = (kind: string, status: number) => {
      const ms = performance.now() - started;
      if (kind === 'kept') metrics.countKept();
      else metrics.countMade(kind, status, ms);
      accessLog?.write({ method, path, status, ms, kind });
    };
    if (path === '/suc-khoe') return void answerHealth(response, false);
    if (path === '/suc-khoe/san-sang') return void answerHealth(response, true);
    if (path === '/suc-khoe/so-do') {
      return void metrics.answer(request, response, metricsToken).catch(logFailure);
    }
    straightenForwarding(request, trustProxy);
    if (!straightenHost(request)) {
      refuseHost(response);
      return note(kindOfRequest(method, path), response.statusCode);
    }
    const given = kept?.answer(request, response, ways);
    if (given) {
      note('kept', response.statusCode);
      if (given === 'page') countVisit(request, 200);
      return;
    }
    response.once('close', () => note(kindOfRequest(method, path), response.statusCode));
    response.once('finish', () => {
      const isPage = String(response.getHeader('content-type')).startsWith('text/html');
      if (isPage) countVisit(request, response.statusCode);
    });
    if (!kept) compress(request, response, () => make(request, response));
  });
  // Slow senders may not hold connections for ever; uploads on weak lines get ten minutes.
  server.headersTimeout = 20_000;
  server.requestTimeout = 600_000;
  // Longer than a proxy or a person keeps an idle connection: a form sent on one that we are just closing
  // would be lost without a word. Still under the minute and a half after which routers forget it.
  server.keepAliveTimeout = 75_000;
  await listen(server, options);
  const { port } = server.address() as AddressInfo;
  const shown = options.host === '0.0.0.0' || options.host === '::' ? 'localhost' : options.host;
  const host = shown.includes(':') ? `[${shown}]` : shown;
  return { url: `http://${host}:${port}/`, close: () => close(server) };
}

type Compressor = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Pages leave compressed: a weak line waits for bytes. Quick settings, since each is made once per view. */
function makeCompressor(): Compressor {
  const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
  const squeeze = compression({
    threshold: 1024,
    level: 5,
    brotli: quick,
  }) as unknown as Compressor;
  return (request, response, next) => {
    weakenTagOfSqueezed(response);
    squeeze(request, response, next);
  };
}

/** A strong mark tells these very bytes; squeezed they are others, and only the content is the same (RFC 9110, 8.8.3). */
function weakenTagOfSqueezed(response: ServerResponse): void {
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) => {
    const tag = response.getHeader('etag');
    if (name.toLowerCase() === 'content-encoding' && typeof tag === 'string') {
      setHeader('etag', tag.startsWith('"') ? `W/${tag}` : tag);
    }
    return setHeader(name, value);
  };
}

async function loadPages(build: string): Promise<Handler> {
  const file = `${build}/handler.js`;
  if (!existsSync(file)) throw new Error(`no built pages at ${build}: run npm run build`);
  // The adapter reads these when it loads; they are ours to decide, not the environment's.
  process.env['PROTOCOL_HEADER'] = 'x-forwarded-proto';
  process.env['ADDRESS_HEADER'] = 'x-loa-client';
  process.env['BODY_SIZE_LIMIT'] = BODY_LIMIT;
  delete process.env['HOST_HEADER'];
  delete process.env['PORT_HEADER'];
  const { handler } = (await import(pathToFileURL(file).href)) as { handler: Handler };
  return handler;
}

/**
 * Forwarding headers count only behind a proxy that was declared (LOA_TRUST_PROXY=1); otherwise
 * anyone could claim another address or an encrypted connection.
 */
function straightenForwarding(request: IncomingMessage, trustProxy: boolean): void {
  const { headers } = request;
  const claimed = trustProxy ? String(headers['x-forwarded-for'] ?? '') : '';
  const nearest = claimed.split(',').at(-1)?.trim();
  headers['x-loa-client'] = nearest || (request.socket.remoteAddress ?? 'unknown');
  const protocol = trustProxy ? String(headers['x-forwarded-proto'] ?? 'http') : 'http';
  headers['x-forwarded-proto'] = protocol === 'https' ? 'https' : 'http';
  if (trustProxy && typeof headers['x-forwarded-host'] === 'string') {
    headers.host = headers['x-forwarded-host'];
  } else {
    delete headers['x-forwarded-host'];
  }
}

/** Writes the host that is asked for in its one form; false where the request names none. */
function straightenHost({ headers }: IncomingMessage): boolean {
  const protocol = headers['x-forwarded-proto'] === 'https' ? 'https' : 'http';
  const host = plainHost(headers.host ?? '', protocol);
  if (host === undefined) return false;
  headers.host = host;
  return true;
}

function refuseHost(response: ServerResponse): void {
  const defaults = missingSecurityHeaders(new Headers(), false);
  response.writeHead(400, {
    ...defaults,
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'close',
  });
  response.end('Yêu cầu không nói đúng tên trang cần mở. Hãy gõ lại địa chỉ của cổng.\n');
}

/**
 * Outside the desk a body must say its size and be small: forms are held in memory while they are read. At
 * the desk half a gigabyte isn't waited for only to be refused. Undefined where it may come in.
 */
function whyTooHeavy(request: IncomingMessage): string | undefined {
  const { headers } = request;
  const size = Number(headers['content-length']);
  if (pathOf(request).startsWith('/lam-viec/')) {
    return size > DESK_LIMIT_MB * 2 ** 20
      ? `Các tệp gửi lên nặng ${Math.round(size / 2 ** 20)} MB, quá ${DESK_LIMIT_MB} MB cho một lần gửi. Chưa có gì được ghi. Bấm nút quay lại của trình duyệt: những gì đã gõ vẫn còn; chọn tệp nhẹ hơn hoặc gửi làm nhiều lần.\n`
      : undefined;
  }
  if (headers['transfer-encoding'] === undefined && !(size > STRANGERS_LIMIT)) return undefined;
  return languageOf(pathOf(request)) === 'en'
    ? 'What was sent is too large for this page. Please go back, shorten it and send it again.\n'
    : 'Nội dung gửi lên quá lớn cho trang này. Hãy quay lại, rút gọn rồi gửi lại.\n';
}

/**
 * Behind a proxy that nobody declared everybody has this machine's own address, and limits would shut
 * the whole commune out for one: then the proxy has to limit.
 */
function isKnownClient({ headers }: IncomingMessage, trustProxy: boolean): boolean {
  const client = String(headers['x-loa-client']);
  return trustProxy || !/^(?:::ffff:)?127\.|^::1$/.test(client);
}

/**
 * "Not modified" says nothing of a policy: the default would replace the one the browser keeps with
 * the page, and the page would come up bare.
 */
function keepKnownPolicy(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse;
  response.writeHead = (status: number, ...rest: unknown[]) => {
    if (status === 304) response.removeHeader('content-security-policy');
    return writeHead(status, ...rest);
  };
}

/** Pages only; which of them are public, and who is a robot, the portal decides. */
function countVisit(request: IncomingMessage, status: number): void {
  if (request.method !== 'GET') return;
  void countPageView({
    host: request.headers.host ?? '',
    ip: String(request.headers['x-loa-client']),
    userAgent: request.headers['user-agent'] ?? '',
    path: pathOf(request),
    status,
  });
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/';
}

function listen(server: Server, { host, port }: ServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      server.on('error', (failure) => logFailure(failure, 'http'));
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN_MS);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
