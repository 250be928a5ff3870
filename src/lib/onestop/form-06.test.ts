// Form II.06: what was declared, empties where nobody declares, and months that lack said in words.
import { expect, test } from 'vitest';
import { WrittenDocument } from '#lib/documents/index.ts';
import { toMonthKey } from '#lib/vietnam/index.ts';
import { form06Document, form06Table } from './form-06.ts';

const office = { name: 'xã Đông Hòa', superiors: [], demoDay: null };
const period = { from: toMonthKey('2023-04'), to: toMonthKey('2023-06'), name: 'quý II năm 2023' };
const declared = (month: string, late: number) => ({
  month: toMonthKey(month),
  version: 1,
  early: 10,
  onTime: 5,
  late,
  source: 'Sổ theo dõi',
  reason: null,
  declaredAt: `${month}-28T02:00:00.000Z`,
});

test('sums the months of the period and no other', () => {
  const { rows, columns, source } = form06Table(
    [declared('2023-03', 9), declared('2023-04', 1), declared('2023-06', 0)],
    period,
  );
  expect(rows).toEqual([
    ['1', 'Các lĩnh vực', null, null, null, null, 31, 20, 10, 1, null, null, null],
  ]);
  expect(columns).toHaveLength(13);
  expect(source).toContain('Chưa có số liệu tháng 05/2023.');
});

test('is a document with the form across a landscape page', () => {
  const document = WrittenDocument.parse(form06Document([declared('2023-05', 0)], period, office));
  expect(document.appendices?.[0]).toMatchObject({ landscape: true });
  expect(document.superior).toBeUndefined();
});

test('without a declared month says so, and counts nothing', () => {
  const table = form06Table([], period);
  expect(table.source).toBe('Chưa có số liệu tháng nào của quý II năm 2023.');
  expect(table.rows[0]?.filter((cell) => typeof cell === 'number')).toEqual([]);
});
