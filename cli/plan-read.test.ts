// The command a person types: its exit codes and what it prints.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { run as readDocument } from './document-read.ts';
import { run as readPlan } from './plan-read.ts';

const SAMPLE = path.resolve(import.meta.dirname, '../data/demo/ke-hoach-mau.txt');
const folder = mkdtempSync(path.join(tmpdir(), 'loa-read-'));
const printed = { out: '', err: '' };

beforeEach(() => {
  printed.out = '';
  printed.err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    printed.err += String(text);
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const at = path.join(folder, name);
  writeFileSync(at, text);
  return at;
}

test('a plan in words for people', async () => {
  expect(await readPlan([SAMPLE])).toBe(0);
  expect(printed.out).toContain('11 nội dung');
  expect(printed.out).toContain('8 đơn vị, 21 việc');
  expect(printed.out).toMatch(/dòng \d+ · Cảnh báo: Viện dẫn 3396\/QĐ-UBND/);
});

test('as JSON, every key of the contract there', async () => {
  expect(await readPlan([SAMPLE, '--json'])).toBe(0);
  const answer = JSON.parse(printed.out) as Record<string, unknown>;
  expect(Object.keys(answer).sort()).toEqual(
    [
      'attachments',
      'closing',
      'document',
      'findings',
      'plan',
      'references',
      'sections',
      'source',
      'tables',
      'text',
    ].sort(),
  );
  expect(answer).toMatchObject({
    source: { file: 'ke-hoach-mau.txt', format: 'txt', encoding: 'utf-8' },
  });
});

test('a document that is no plan: 1, and the document is still printed', async () => {
  const letter = file('thu.txt', 'Kính gửi các bạn,\n\nMai họp lúc tám giờ.');
  expect(await readPlan([letter, '--json'])).toBe(1);
  expect(JSON.parse(printed.out)).toMatchObject({ plan: null, document: { type: null } });
  expect(printed.err).toContain('không phải là kế hoạch');
});

test('wrong usage: 2', async () => {
  expect(await readPlan([])).toBe(2);
  expect(await readDocument(['a', 'b'])).toBe(2);
  expect(printed.err).toContain('Cách dùng');
});

test('done, with findings that are errors: 3', async () => {
  const text =
    'KẾ HOẠCH\nThử năm 2024\n\nI. NỘI DUNG\n\n1. Theo Quyết định số 5/QĐ-UBND ngày 31/02/2024.';
  expect(await readDocument([file('loi.txt', text)])).toBe(3);
  expect(printed.out).toContain('dòng 6 · LỖI');
});
