// The checked-in description of the API is what the schemas say; a change to either shows in review.
// LOA_RENEW=1 npx vitest run src/lib/portal/api writes it anew; then run Prettier.
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openApi } from './openapi.ts';

const FILE = new URL('../../../../docs/openapi.json', import.meta.url);

it('docs/openapi.json is what the API answers at /api/v1/openapi.json', () => {
  const made = JSON.parse(JSON.stringify(openApi())) as unknown;
  if (process.env['LOA_RENEW'] === '1') writeFileSync(FILE, JSON.stringify(made, null, 2));
  expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(made);
});

it('names every part it refers to', () => {
  const description = openApi();
  const text = JSON.stringify(description);
  const wanted = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map((match) => match[1]);
  expect(wanted.length).toBeGreaterThan(5);
  for (const name of wanted) expect(description.components.schemas).toHaveProperty([name ?? '']);
});

it('describes every field that it demands', () => {
  const lacking: string[] = [];
  const walk = (part: unknown, path: string): void => {
    if (part === null || typeof part !== 'object') return;
    const { required, properties } = part as { required?: unknown; properties?: object };
    if (Array.isArray(required) && properties) {
      for (const name of required) if (!(name in properties)) lacking.push(`${path}/${name}`);
    }
    for (const [key, inner] of Object.entries(part)) walk(inner, `${path}/${key}`);
  };
  walk(openApi(), '');
  expect(lacking).toEqual([]);
});
