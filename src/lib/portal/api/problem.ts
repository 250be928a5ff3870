// What went wrong, as programs that read open data are told it (RFC 9457). Pure.
import type { LoaError } from '#lib/platform/index.ts';

/** On every answer of the API: scripts of any site may read it, and these of its headers. */
export const OPEN_HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, link, retry-after, x-loa-archive',
  'cross-origin-resource-policy': 'cross-origin',
} as const;

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

const UNEXPECTED = {
  status: 500,
  title: 'Hệ thống gặp lỗi ngoài dự kiến.',
  detail: 'Thử lại sau ít phút.',
};

/** @param failure that may be told; without one nothing is said but that it was ours */
export function problemOf(failure?: LoaError) {
  if (!failure) return UNEXPECTED;
  const { status, what, todo, code } = failure;
  return { status, title: what, detail: todo, code };
}

/** Whether who asks for the path (without its query) is a program that reads open data. */
export function isOpenData(path: string): boolean {
  return path === '/api/v1' || path.startsWith('/api/v1/');
}
