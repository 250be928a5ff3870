// What every address of the API does with what it can't answer: a plain error, in the form of its answers.
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { leadTo, pageOf, refuseSending } from './answer.server.ts';

const page = (given: string) => pageOf(new URL(`https://xa.example/api/v1/acts${given}`));
const ROUTES = globSync(`${import.meta.dirname}/**/+server.ts`);

it.each([
  ['', 0],
  ['?trang=1', 0],
  ['?trang=3', 100],
  ['?x=1', 0],
])('“%s” asks for the items from %i', (given, start) => {
  expect(page(given)).toEqual({ size: 50, start });
});

it.each(['0', '-1', 'abc', '1.5', '10001', '', ' '])(
  '“%s” is no page, and isn’t the first',
  (given) => {
    expect(() => page(`?trang=${given}`)).toThrowError(expect.objectContaining({ status: 400 }));
  },
);

it('says in its own form that nothing can be sent', async () => {
  const refused = refuseSending();
  expect(refused.status).toBe(405);
  expect(refused.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
  expect(refused.headers.get('content-type')).toContain('application/problem+json');
  expect(await refused.json()).toMatchObject({ status: 405, code: 'api.reads-only' });
});

it('leads on for who asks from another site too', () => {
  const { status, headers } = leadTo('/api/v1/openapi.json');
  expect([status, headers.get('location')]).toEqual([303, '/api/v1/openapi.json']);
  expect(headers.get('access-control-allow-origin')).toBe('*');
});

// The same-origin check stands before pages only: an address that took something would be open to every site.
it.each(ROUTES)('%s takes nothing', (file) => {
  const source = readFileSync(file, 'utf8');
  expect(source).toContain('refuseSending as fallback');
  expect(source).not.toMatch(/\b(?:POST|PUT|PATCH|DELETE)\b/);
});
