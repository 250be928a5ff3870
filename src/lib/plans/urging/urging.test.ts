// Tests of the words a letter of urging starts from.
import { expect, test } from 'vitest';
import { toPlainDate } from '#lib/vietnam/index.ts';
import { urgingDraft } from './urging.ts';

const today = toPlainDate('2023-06-30');

test('counts what is overdue on the day, and asks for it', () => {
  const { findings, demand } = urgingDraft('Đài phát thanh xã', 2, today);
  expect(findings).toBe('Tính đến ngày 30/06/2023, Đài phát thanh xã còn 2 việc quá hạn.');
  expect(demand).toContain('minh chứng');
});

test('claims nothing where nothing is owed', () => {
  expect(urgingDraft('Công đoàn xã', 0, today)).toEqual({ findings: '', demand: '' });
});
