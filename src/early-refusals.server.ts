// What is refused before any page is asked: too heavy, or too often. Readers are told in plain words, programs
// that read open data in the form of its errors.
import type { ServerResponse } from 'node:http';
import {
  platformError,
  tooOftenWords,
  type LoaError,
  type RequestKind,
} from '#lib/platform/index.ts';
import { isOpenData, OPEN_HEADERS, PROBLEM_TYPE, problemOf } from '#lib/portal/index.ts';
import { languageOf } from '#lib/ui/index.ts';

type Headers = Readonly<Record<string, string>>;

/** @param path that was asked for @param words for readers */
export function refuseBody(path: string, response: ServerResponse, words: string): void {
  // What is still on its way isn't waited for.
  const headers = { connection: 'close' };
  if (isOpenData(path)) return tellProgram(response, tooHeavy(), headers);
  tellReader(response, 413, words, headers);
}

/** @param path that was asked for @param wait seconds until it is answered again */
export function refuseMany(
  path: string,
  response: ServerResponse,
  kind: RequestKind,
  wait: number,
): void {
  const headers: Headers = {
    'retry-after': String(wait),
    ...(kind === 'sending' && { connection: 'close' }),
  };
  if (isOpenData(path)) return tellProgram(response, tooOften(wait), headers);
  tellReader(response, 429, tooOftenWords(kind, wait, languageOf(path) === 'en'), headers);
}

const tooHeavy = () => platformError('api.too-heavy');
const tooOften = (seconds: number) => platformError('api.too-often', { seconds: String(seconds) });

function tellReader(response: ServerResponse, status: number, words: string, headers: Headers) {
  const type = 'text/plain; charset=utf-8';
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...headers });
  response.end(words);
}

function tellProgram(response: ServerResponse, failure: LoaError, headers: Headers): void {
  const own = { ...OPEN_HEADERS, 'content-type': PROBLEM_TYPE, 'cache-control': 'no-store' };
  response.writeHead(failure.status, { ...own, ...headers });
  response.end(JSON.stringify(problemOf(failure)));
}
