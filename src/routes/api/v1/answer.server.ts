// Answers of the API: checked against their schema, readable from any site, errors as RFC 9457.
import type { z } from 'zod';
import { isLoaError, platformError } from '#lib/platform/index.ts';
import { logFailure, sha256Hex } from '#lib/platform/index.server.ts';
import { ApiPage, OPEN_HEADERS, PROBLEM_TYPE, problemOf } from '#lib/portal/index.ts';

const PAGE_SIZE = 50;
const METHODS = 'GET, HEAD, OPTIONS';

/**
 * Makes the answer with `work`; what a person may read of a failure becomes a problem document.
 * `also` are headers that hang on what is answered.
 */
export async function answer<Schema extends z.ZodType>(
  schema: Schema,
  work: () => Promise<z.input<Schema>>,
  also: (value: z.output<Schema>) => Record<string, string> = () => ({}),
): Promise<Response> {
  try {
    const value = schema.parse(await work());
    const text = JSON.stringify(value);
    // A strong one: the pages' framework compares no other.
    const etag = `"${sha256Hex(text).slice(0, 22)}"`;
    const type = 'application/json; charset=utf-8';
    return new Response(text, {
      headers: { ...OPEN_HEADERS, ...also(value), etag, 'content-type': type },
    });
  } catch (failure) {
    return problem(failure);
  }
}

/**
 * The page of a list that is asked for, as places of its items.
 * @throws LoaError `api.no-such-page` for what is no page's number: a program would take the first page again
 *   and again for further ones
 */
export function pageOf(url: URL): { readonly size: number; readonly start: number } {
  const asked = ApiPage.safeParse({ trang: url.searchParams.get('trang') ?? undefined });
  if (!asked.success) throw platformError('api.no-such-page');
  return { size: PAGE_SIZE, start: (asked.data.trang - 1) * PAGE_SIZE };
}

/** Where the next page of a list stands (RFC 8288); nothing on the last one. */
export function nextLink(url: URL, total: number): Record<string, string> {
  const { size, start } = pageOf(url);
  if (start + size >= total) return {};
  const next = `${url.origin}${url.pathname}?trang=${start / size + 2}`;
  return { link: `<${next}>; rel="next"` };
}

/** What a browser asks before it reads from another site: everybody may read, nobody may send. */
export function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...OPEN_HEADERS,
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-allow-headers': 'if-none-match',
      'access-control-max-age': '86400',
    },
  });
}

/** Whoever sends something, from here or from another site: there is nothing to send it to. */
export function refuseSending(): Response {
  const refused = problem(platformError('api.reads-only'));
  refused.headers.set('allow', METHODS);
  return refused;
}

/** Leads on within the API; a browser's script may follow from another site. */
export function leadTo(path: string): Response {
  return new Response(null, { status: 303, headers: { ...OPEN_HEADERS, location: path } });
}

export function problem(failure: unknown): Response {
  if (!isLoaError(failure)) logFailure(failure, 'api');
  const body = problemOf(isLoaError(failure) ? failure : undefined);
  return Response.json(body, {
    status: body.status,
    headers: { ...OPEN_HEADERS, 'content-type': PROBLEM_TYPE },
  });
}
