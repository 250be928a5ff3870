// What a wrong calendar file is told.

import { describe, expect, it } from 'vitest';
import { parseCalendarYear } from './calendar-files.server.ts';

function file(...rows: string[]): string {
  return [
    'year: 2023',
    'days:',
    ...rows.map((row) => `  - { ${row}, source: s, status: official }`),
  ].join('\n');
}

describe('a calendar file', () => {
  it('is taken when it is right', () => {
    const text = file(
      "date: '2023-09-02', kind: holiday, name: a",
      "date: '2023-09-04', kind: comp_day, name: b, for: '2023-09-02'",
    );
    expect(parseCalendarYear(text, 'calendar-2023.yaml').days).toHaveLength(2);
  });

  it.each([
    [
      'a day of another year',
      file("date: '2022-09-02', kind: holiday, name: a"),
      /calendar-2023.yaml:3: .*không thuộc năm 2023/u,
    ],
    [
      'a day that does not exist',
      file("date: '2023-02-29', kind: holiday, name: a"),
      /calendar-2023.yaml:3: days\.0\.date: không phải ngày/u,
    ],
    [
      'a day given twice',
      file(
        "date: '2023-09-02', kind: holiday, name: a",
        "date: '2023-09-02', kind: holiday, name: a",
      ),
      /ghi hai lần/u,
    ],
    [
      'a worked weekday',
      file("date: '2023-09-05', kind: swap_work, name: a, for: '2023-09-02'"),
      /rơi vào ngày làm việc/u,
    ],
    [
      'a day off at the weekend',
      file("date: '2023-09-03', kind: comp_day, name: a, for: '2023-09-02'"),
      /rơi vào ngày nghỉ hằng tuần/u,
    ],
    [
      'a day off without its pair',
      file("date: '2023-09-04', kind: comp_day, name: a"),
      /phải có "for"/u,
    ],
    ['an unknown kind', file("date: '2023-09-04', kind: party, name: a"), /days\.0\.kind/u],
    ['an unknown field', `${file()}\nowner: me`, /owner/u],
    ['no YAML', 'year: [', /YAML không hợp lệ/u],
    ['another year than its name', 'year: 2024\ndays: []', /phải là 2023/u],
  ])('is refused for %s', (_, text, message) => {
    expect(() =>
      parseCalendarYear(text.replace('days:\nowner', 'days: []\nowner'), 'calendar-2023.yaml'),
    ).toThrow(message);
  });
});
