// Every kind of event that the rooms record can be read by an officer.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { actorText, kindText, subjectText } from './words.ts';

const SOURCES = path.resolve(import.meta.dirname, '../../../../lib');
const RECORDED = /\brecord\(\s*\{\s*kind:\s*'([a-z-]+\.[a-z-]+)'/g;

function recordedKinds(): string[] {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => file.endsWith('.server.ts'));
  const texts = sources.map((file) => readFileSync(path.join(SOURCES, file), 'utf8'));
  return texts.flatMap((text) => [...text.matchAll(RECORDED)].map((match) => match[1] ?? ''));
}

it('names every kind that is recorded', () => {
  const kinds = new Set(recordedKinds());
  expect(kinds.size).toBeGreaterThan(20);
  expect([...kinds].filter((kind) => kindText(kind) === kind)).toEqual([]);
});

it('shows positions, and the parts of the system by name', () => {
  const positions = new Map([['id-1', 'Công chức Tư pháp']]);
  expect(actorText('id-1', positions)).toBe('Công chức Tư pháp');
  expect(actorText('system:first-run', positions)).toBe('Thiết lập lần đầu');
  expect(actorText('public', positions)).toBe('Khách của cổng');
  expect(subjectText({ type: 'account', id: 'id-1' }, positions)).toBe(
    'tài khoản: Công chức Tư pháp',
  );
});
