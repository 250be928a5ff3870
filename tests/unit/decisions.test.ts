// Decisions are called by their number: each number stands for one, none is left out, and the page says the
// number that its file does.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const folder = path.resolve(import.meta.dirname, '../../docs/decisions');
const files = readdirSync(folder).toSorted();

it('decisions are counted without a gap, each number once', () => {
  expect(files.length).toBeGreaterThan(20);
  expect(files.map((file) => file.slice(0, 4))).toEqual(
    files.map((_, index) => String(index + 1).padStart(4, '0')),
  );
});

it.each(files)('%s says its number', (file) => {
  const [title] = readFileSync(path.join(folder, file), 'utf8').split('\n');
  expect(title).toMatch(new RegExp(`^# ${Number(file.slice(0, 4))}\\. `));
});
