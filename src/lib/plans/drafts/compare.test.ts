import { expect, test } from 'vitest';
import { compareDrafts } from './compare.ts';
import { fixturePlan, fixtureText as source } from './drafts.samples.ts';
import { draftFromReading } from './from-reading.ts';
import { applyOperation } from './operations.ts';

const start = draftFromReading('Phổ biến lịch tiêm phòng', fixturePlan, [], source);

test('equal drafts have no difference', () => {
  expect(compareDrafts(start, structuredClone(start))).toEqual([]);
});

test('both texts of a clause are at hand, and what only one side has', () => {
  const mine = applyOperation(start, { type: 'retype', key: 'u2d1', text: 'Của tôi' }, source);
  const theirs = applyOperation(start, { type: 'add', list: 'u2', text: 'Thêm' }, source);
  expect(compareDrafts(mine, theirs)).toEqual([
    { key: 'u2d1', mine: 'Của tôi', theirs: 'Nhắc phụ huynh.' },
    { key: 'n1000', mine: null, theirs: 'Thêm' },
  ]);
});
