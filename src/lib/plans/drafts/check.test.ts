import { expect, test } from 'vitest';
import { checkDraft, countDraft, countsInWords } from './check.ts';
import { fixturePlan, fixtureText as source } from './drafts.samples.ts';
import { draftFromReading } from './from-reading.ts';
import { applyOperation, type Operation } from './operations.ts';

const odd = { rule: 'date', severity: 'error' as const, message: 'Ngày sai', span: null };
const start = draftFromReading('Phổ biến lịch tiêm phòng', fixturePlan, [], source);
const after = (...operations: Operation[]) =>
  operations.reduce((draft, operation) => applyOperation(draft, operation, source), start);
const places = (...operations: Operation[]) =>
  checkDraft(after(...operations)).map(({ severity, place }) => `${severity} ${place}`);

test('a complete draft has no problem', () => {
  expect(checkDraft(start)).toEqual([]);
});

test('counts leave out what was dropped', () => {
  expect(countsInWords(countDraft(start))).toBe('2 nội dung, 1 biện pháp, 2 đơn vị, 3 nhiệm vụ');
  const draft = after({ type: 'drop', key: 'u1' }, { type: 'drop', key: 't1' });
  expect(countDraft(draft)).toEqual({ topics: 1, measures: 1, units: 1, duties: 1 });
});

test.each<[string, Operation[], string[]]>([
  [
    'a period without an end',
    [{ type: 'set-period', from: '2024-01-01', to: null }],
    ['error period'],
  ],
  [
    'a period turned round',
    [{ type: 'set-period', from: '2024-05-02', to: '2024-05-01' }],
    ['error period'],
  ],
  [
    'a day that is none',
    [{ type: 'set-period', from: '2024-02-30', to: '2024-12-31' }],
    ['error period'],
  ],
  [
    'no topic left',
    [
      { type: 'drop', key: 't1' },
      { type: 'drop', key: 't2' },
    ],
    ['error topics'],
  ],
  ['a unit without duties', [{ type: 'drop', key: 'u2d1' }], ['warning u2']],
  [
    'two topics of one name',
    [{ type: 'relabel', key: 't2', label: 'LICH TIEM CUA TRE NHO' }],
    ['warning t2'],
  ],
  [
    'an impossible due date',
    [{ type: 'set-due', key: 'u2d1', date: '2024-13-01' }],
    ['error u2d1'],
  ],
])('%s is a problem at its place', (_name, operations, expected) => {
  expect(places(...operations)).toEqual(expected);
});

test('an error found while reading waits for a person to look at it', () => {
  const draft = draftFromReading('Kế hoạch', fixturePlan, [odd], source);
  expect(checkDraft(draft)).toMatchObject([{ severity: 'error', place: 'f1' }]);
  const seen = applyOperation(draft, { type: 'see-finding', key: 'f1', seen: true }, source);
  expect(checkDraft(seen)).toEqual([]);
});
