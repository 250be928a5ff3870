// Fetches one page of the public Internet by somebody's word. The address that is connected to is the one
// that was checked, after the name was resolved and again after every redirect; sizes and times are bounded.
import { lookup as resolve } from 'node:dns';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.server.ts';

export interface FetchedPage {
  /** Where the page was at last, after redirects. */
  readonly url: string;
  /** Lower case, without parameters; empty where the server named none. */
  readonly mediaType: string;
  /** As the server named it, lower case; `utf-8` where it named none. */
  readonly charset: string;
  readonly bytes: Buffer;
}

/**
 * Why no page came. `status` carries the answer's number; `other-port`: the page is on the public
 * Internet, at a port that isn't asked.
 */
export type FetchTrouble =
  | 'not-public'
  | 'other-port'
  | 'unreachable'
  | 'too-large'
  | 'too-slow'
  | 'too-many-redirects'
  | 'status';

export class FetchFailure extends Error {
  override readonly name = 'FetchFailure';
  readonly trouble: FetchTrouble;
  readonly status: number | null;

  constructor(trouble: FetchTrouble, status: number | null = null) {
    super(status === null ? trouble : `${trouble} ${status}`);
    this.trouble = trouble;
    this.status = status;
  }
}

export interface FetchLimits {
  readonly maxBytes: number;
  readonly maxMs: number;
  /** Another rule than the public Internet's; for trials on one machine. */
  readonly mayReach?: (address: string, port: number) => boolean;
  /** What other sites read in their logs of who asked and what for; plain letters. */
  readonly agent?: string;
}

const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const AGENT = 'Loa (luu ban chup minh chung)';

/** @throws FetchFailure */
export async function fetchPage(address: string, limits: FetchLimits): Promise<FetchedPage> {
  const signal = AbortSignal.timeout(limits.maxMs);
  let url = new URL(address);
  for (let step = 0; step <= MOST_REDIRECTS; step += 1) {
    const answer = await ask(url, limits, signal);
    const status = answer.statusCode ?? 0;
    const next = answer.headers.location;
    if (REDIRECTS.has(status) && next !== undefined) {
      answer.destroy();
      url = nextOf(next, url);
      continue;
    }
    if (status !== 200) {
      answer.destroy();
      throw new FetchFailure('status', status);
    }
    const bytes = await readAll(answer, limits.maxBytes, signal);
    return { url: url.href, bytes, ...kindOf(answer.headers['content-type'] ?? '') };
  }
  throw new FetchFailure('too-many-redirects');
}

function nextOf(location: string, from: URL): URL {
  const next = URL.parse(location, from);
  if (!next) throw new FetchFailure('unreachable');
  return next;
}

function ask(url: URL, limits: FetchLimits, signal: AbortSignal): Promise<IncomingMessage> {
  const isSecure = url.protocol === 'https:';
  const port = Number(url.port) || (isSecure ? 443 : 80);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw new FetchFailure('not-public');
  }
  // A written address is connected to without asking the resolver.
  const refused = isIP(host) === 0 ? undefined : refusalOf([host], port, limits);
  if (refused) throw refused;
  const options = {
    signal,
    agent: false,
    lookup: guardedLookup((found) => refusalOf(found, port, limits)),
    headers: {
      'user-agent': limits.agent ?? AGENT,
      accept: 'text/html, text/plain;q=0.9, */*;q=0.5',
      'accept-language': 'vi',
      // What is kept and hashed is what the server sent, so nothing is unpacked.
      'accept-encoding': 'identity',
    },
  };
  return new Promise((done, fail) => {
    const sent = isSecure ? requestHttps(url, options) : requestHttp(url, options);
    sent.once('response', done);
    sent.once('error', (failure) => fail(failureOf(failure, signal)));
    sent.end();
  });
}

/**
 * Why a name isn't connected to: one closed address among its addresses is a trap, not a spare, and only
 * ports where pages live are asked; others are where other programs listen.
 */
function refusalOf(
  addresses: readonly string[],
  port: number,
  { mayReach }: FetchLimits,
): FetchFailure | undefined {
  const isOpen = (address: string) =>
    mayReach ? mayReach(address, port) : isPublicAddress(address);
  if (addresses.length === 0 || !addresses.every(isOpen)) return new FetchFailure('not-public');
  return mayReach || port === 80 || port === 443 ? undefined : new FetchFailure('other-port');
}

/** Resolves a name and gives back only addresses that may be reached: those are connected to. */
function guardedLookup(
  refuse: (addresses: readonly string[]) => FetchFailure | undefined,
): LookupFunction {
  return (host, options, done) => {
    resolve(host, { all: true, family: options.family ?? 0 }, (failure, found) => {
      if (failure) return done(failure, []);
      const refused = refuse(found.map(({ address }) => address));
      if (refused) return done(refused, []);
      const [first] = found;
      if (options.all === true || !first) return done(null, found);
      done(null, first.address, first.family);
    });
  };
}

async function readAll(
  answer: IncomingMessage,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of answer) {
      const bytes = piece as Buffer;
      size += bytes.byteLength;
      if (size > maxBytes) throw new FetchFailure('too-large');
      pieces.push(bytes);
    }
  } catch (failure) {
    throw failureOf(failure, signal);
  }
  return Buffer.concat(pieces);
}

function failureOf(failure: unknown, signal: AbortSignal): FetchFailure {
  if (failure instanceof FetchFailure) return failure;
  return new FetchFailure(signal.aborted ? 'too-slow' : 'unreachable');
}

function kindOf(contentType: string): { mediaType: string; charset: string } {
  const [mediaType = '', ...parameters] = contentType.toLowerCase().split(';');
  const named = parameters.map((one) => /^\s*charset\s*=\s*"?([\w-]+)/.exec(one)?.[1]);
  return { mediaType: mediaType.trim(), charset: named.find((one) => one) ?? 'utf-8' };
}
