// The command that checks a document: what it prints and how it ends.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { run } from './document-check.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'loa-check-'));
let printed = '';

beforeEach(() => {
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => rmSync(folder, { recursive: true }));

function notice(number: string, cited: string): string {
  const file = path.join(folder, `${number}.txt`);
  const text = [
    'ỦY BAN NHÂN DÂN\nXÃ BÌNH MINH',
    `Số: ${number}/TB-UBND`,
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
    'Bình Minh, ngày 10 tháng 3 năm 2024',
    'THÔNG BÁO\nVề lịch tiếp công dân',
    `Thực hiện ${cited}, xã thông báo lịch tiếp công dân vào thứ Năm hằng tuần./.`,
    'Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nPhạm Văn Mẫu',
  ].join('\n\n');
  writeFileSync(file, text);
  return file;
}

test('a sound document ends with 0', async () => {
  expect(await run([notice('12', 'Quyết định số 8/QĐ-UBND ngày 01/02/2024')])).toBe(0);
  expect(printed).toContain('Không thấy điều gì cần sửa');
});

test('warnings are printed with their line and end with 0', async () => {
  expect(await run([notice('3', 'Quyết định số 8/QĐ-UBND ngày 01/02/2024')])).toBe(0);
  expect(printed).toMatch(/dòng 4 · Cảnh báo: Số “3”/);
});

test('an error ends with 3, also as JSON', async () => {
  const file = notice('14', 'Quyết định số 8/QĐ-UBND ngày 31/02/2024');
  expect(await run([file, '--json'])).toBe(3);
  const answer = JSON.parse(printed) as { findings: unknown[] };
  expect(answer.findings).toEqual([
    expect.objectContaining({ rule: 'reference.impossible-date', severity: 'error' }),
  ]);
});

test('wrong usage ends with 2, a missing file is said', async () => {
  expect(await run([])).toBe(2);
  await expect(run([path.join(folder, 'khong-co.txt')])).rejects.toMatchObject({
    code: 'document.not-found',
  });
});
