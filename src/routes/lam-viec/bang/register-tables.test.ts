// Registers as tables: days and numbers as such, nothing never 0, villages without anything told.
import { describe, expect, test } from 'vitest';
import { toCsv } from '#lib/platform/index.ts';
import {
  commendationsTable,
  dutyFiguresTable,
  readershipTable,
  urgingsTable,
  villagesTable,
} from './register-tables.ts';

const SOURCE = 'Theo ghi nhận đến hết ngày 30/06/2023';
const kindsOf = ({ columns }: { columns: readonly { kind: string }[] }) =>
  columns.map(({ kind }) => kind);

describe('a register to take away', () => {
  test('of duties counts occurrences, and names the unit they came from', () => {
    const figures = {
      planned: ['a', 'b'],
      done: ['a'],
      evidenced: [],
      overdue: ['b'],
      excused: [],
    };
    const about = { text: 'Phát bài', unitName: 'Đài phát thanh' };
    const cells = [
      { duty: 'd', unit: 'u', unitName: 'Trung tâm Văn hóa', handedOver: true, figures, about },
    ] as unknown as Parameters<typeof dutyFiguresTable>[0];
    expect(dutyFiguresTable(cells, SOURCE).rows).toEqual([
      ['Trung tâm Văn hóa', 'Phát bài', 'Đài phát thanh', 2, 1, null, 1, null],
    ]);
  });

  test('of villages has a line for one that nothing reached, and for what was for all', () => {
    const cell = { actIds: ['a'], evidencedIds: [], lastDay: '2023-05-10' };
    const reading = {
      plan: { channels: [{ id: 'radio', name: 'Đài xã' }] },
      villages: [
        { id: 'v1', name: 'Thôn Đông' },
        { id: 'v2', name: 'Thôn Đoài' },
      ],
      cells: [
        { ...cell, village: 'v1', channel: 'radio' },
        { ...cell, village: null, channel: 'radio' },
      ],
      gaps: [],
    } as unknown as Parameters<typeof villagesTable>[0];
    expect(villagesTable(reading, SOURCE).rows).toEqual([
      ['Thôn Đông', 'Đài xã', 1, null, '2023-05-10'],
      ['Thôn Đoài', null, null, null, null],
      ['Toàn xã', 'Đài xã', 1, null, '2023-05-10'],
    ]);
  });

  test('of urging keeps days as days and what was not answered empty', () => {
    const urging = {
      ...{
        id: 'x',
        kind: 'urge',
        unitName: 'Đài',
        day: '2023-05-02',
        findings: 'Chậm',
        demand: 'Làm',
      },
      ...{ answerBy: '2023-05-09', answeredOn: null, answer: null, madeBy: null, owed: [] },
    };
    const table = urgingsTable([urging] as unknown as Parameters<typeof urgingsTable>[0], SOURCE);
    expect(table.rows[0]).toHaveLength(table.columns.length);
    expect(table.rows[0]?.slice(5, 9)).toEqual([null, '2023-05-09', null, null]);
    expect(kindsOf(table).filter((kind) => kind === 'date')).toHaveLength(3);
  });

  test('of commendations says a withdrawn entry is withdrawn, and runs no word as a formula', () => {
    const entry = {
      ...{ id: 'x', kind: 'praise', about: 'collective', who: 'Thôn Đông', title: '=1+1' },
      ...{ day: '2023-05-02', formName: 'Giấy khen', decisionCode: '', decidedOn: null },
      ...{ isPublic: false, remediedOn: null, withdrawn: true },
    };
    const given = [entry] as unknown as Parameters<typeof commendationsTable>[0];
    const table = commendationsTable(given, SOURCE);
    expect(table.rows[0]).toHaveLength(table.columns.length);
    expect(table.rows[0]?.at(-1)).toBe('Đã rút khỏi sổ');
    expect(toCsv(table)).toContain("'=1+1");
  });

  test('of pages keeps addresses as they are', () => {
    const pages = [{ path: '/tin', title: null, views: 3 }];
    const figures = { pages } as unknown as Parameters<typeof readershipTable>[0];
    expect(readershipTable(figures, SOURCE).rows).toEqual([[null, '/tin', 3]]);
  });
});
