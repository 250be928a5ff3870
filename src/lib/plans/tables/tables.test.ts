// Lists as tables: what was not reported stays empty, and no pair of topic and channel is invented.
import { expect, test } from 'vitest';
import { toMonthKey, toPlainDate } from '#lib/vietnam/index.ts';
import { getActKinds } from '../acts/kinds.server.ts';
import { actsTable } from './acts-table.ts';
import { coverageTable } from './coverage-table.ts';
import { dutiesTable } from './duties-table.ts';

const about = { title: 'Bảng', source: 'Nguồn' };

test('an act is one line; a quantity nobody reported is empty, not 0', () => {
  const act = {
    day: '2023-05-10',
    title: 'Họp thôn',
    kind: 'meeting',
    channel: 'meeting',
    unitName: 'Thôn 1',
    place: '',
    topics: [{ number: '2', label: 'Cải cách thể chế' }],
    quantities: { people: 40 },
    evidence: 0,
  };
  const { columns, rows } = actsTable([act], getActKinds(), about);
  const line = Object.fromEntries(columns.map(({ head }, at) => [head, rows[0]?.[at]]));
  expect(line).toMatchObject({
    Ngày: '2023-05-10',
    Kênh: 'Họp, hội nghị',
    'Địa điểm': null,
    'Nội dung kế hoạch': '2. Cải cách thể chế',
    'Lượt người': 40,
    'Bản in, tờ rơi': null,
    'Số minh chứng': 0,
  });
});

test('every occurrence is a line, and a duty without one keeps its own', () => {
  const duty = {
    about: {
      text: 'Niêm yết thủ tục',
      unitName: 'Văn phòng',
      dueText: null,
      cooperates: ['Công an', 'Tư pháp'],
      plan: { title: 'Kế hoạch 2023' },
    },
    occurrences: [
      {
        key: '2023-05',
        from: toPlainDate('2023-05-01'),
        to: toPlainDate('2023-05-31'),
        due: toPlainDate('2023-05-31'),
        plannedDue: toPlainDate('2023-05-31'),
        unit: 'u1',
        state: 'done' as const,
        late: true,
        actIds: ['a', 'b'],
        unproven: 1,
        why: [],
        basis: 'plan' as const,
        rule: 'last-working-day' as const,
        duty: 'd1',
        times: 1,
      },
    ],
  };
  const { columns, rows } = dutiesTable([duty, { ...duty, occurrences: [] }], about);
  expect(rows).toHaveLength(2);
  expect(rows.every((row) => row.length === columns.length)).toBe(true);
  expect(rows[0]).toEqual([
    'Văn phòng',
    'Niêm yết thủ tục',
    'Công an; Tư pháp',
    null,
    'tháng 05/2023',
    '2023-05-01',
    '2023-05-31',
    'Đã làm, thiếu minh chứng',
    'Có',
    2,
    1,
    'Kế hoạch 2023',
  ]);
});

test('the matrix lists pairs in which something is, and says of the other months that nothing was set', () => {
  const may = toMonthKey('2023-05');
  const june = toMonthKey('2023-06');
  const table = coverageTable(
    {
      topics: [
        { id: 't1', number: '1', label: 'Thể chế' },
        { id: 't2', number: null, label: 'Bộ máy' },
      ],
      channels: [
        { id: 'radio', name: 'Đài' },
        { id: 'portal', name: 'Cổng' },
      ],
      months: [may, june],
      cells: [{ topic: 't1', channel: 'radio', month: may, state: 'evidenced', acts: 3 }],
    },
    about,
  );
  expect(table.columns.map(({ head }) => head).slice(3)).toEqual([
    '05/2023',
    '06/2023',
    'Số hoạt động',
  ]);
  expect(table.rows).toEqual([['1', 'Thể chế', 'Đài', 'Đã làm, có minh chứng (3)', 'Chưa đặt', 3]]);
});
