// Answers of the API: checked against their schema, readable from any site, errors as RFC 9457.
import type { z } from 'zod';
import { isLoaError } from '#lib/platform/index.ts';
import { logFailure } from '#lib/platform/index.server.ts';

const OPEN = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

/** Makes the answer with `work`; what a person may read of a failure becomes a problem document. */
export async function answer<Schema extends z.ZodType>(
  schema: Schema,
  work: () => Promise<z.input<Schema>>,
): Promise<Response> {
  try {
    return Response.json(schema.parse(await work()), { headers: OPEN });
  } catch (failure) {
    return problem(failure);
  }
}

export function problem(failure: unknown): Response {
  if (!isLoaError(failure)) logFailure(failure, 'api');
  const body = isLoaError(failure)
    ? { status: failure.status, title: failure.what, detail: failure.todo, code: failure.code }
    : { status: 500, title: 'Hệ thống gặp lỗi ngoài dự kiến.', detail: 'Thử lại sau ít phút.' };
  return Response.json(body, {
    status: body.status,
    headers: { ...OPEN, 'content-type': 'application/problem+json; charset=utf-8' },
  });
}
