// The sample commune is told in own words: no run of eight words stands in a real document too.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEMO_FILES } from './demo-data.ts';
import { FIXED_NAMES } from './demo-fixed-names.ts';

const root = path.resolve(import.meta.dirname, '..');
const samples = path.join(root, '../shared/samples');
const why = existsSync(samples) ? '' : ' (skipped: ../shared/samples is absent)';

describe.skipIf(why !== '')(`own words${why}`, () => {
  it('has no eight words in a row in common with a sample, fixed names apart', () => {
    const theirs = new Set(
      readdirSync(samples, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(txt|tsv|json)$/.test(name))
        .flatMap((name) => shingles(words(readFileSync(path.join(samples, name), 'utf8')))),
    );
    expect(theirs.size).toBeGreaterThan(1000);
    const common = Object.values(DEMO_FILES).flatMap((name) =>
      readFileSync(path.join(root, 'data/demo', name), 'utf8')
        .split('\n')
        .flatMap((line) => withoutFixedNames(line).flatMap((piece) => shingles(piece)))
        .filter((run) => theirs.has(run) && /\p{L}/u.test(run))
        .map((run) => `${name}: ${run}`),
    );
    expect(common).toEqual([]);
  });
});

function words(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .replaceAll('uỷ', 'ủy')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function shingles(list: string[]): string[] {
  return list.slice(7).map((_, at) => list.slice(at, at + 8).join(' '));
}

/** Pieces of a line between names of documents and organs, and citations with number and date. */
function withoutFixedNames(line: string): string[][] {
  const citation =
    /(?:số )?\d+ (?:\d{4} )?(?:qđ|ct|nđ|kh|ctr) (?:ubnd|ttg|cp|tu)(?: ngày \d+(?: tháng)? \d+(?:(?: năm)? \d{4})?)?(?: của)?/g;
  let text = words(line).join(' ').replace(citation, '|');
  const names = FIXED_NAMES.map((name) => words(name).join(' '));
  for (const name of names.sort((a, b) => b.length - a.length)) text = text.replaceAll(name, '|');
  return text.split('|').map((piece) => words(piece));
}
