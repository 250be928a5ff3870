// What is kept of a form: the named fields only, and nothing but texts comes back.
import { expect, test } from 'vitest';
import { areSame, readValues, valuesOf } from './kept-fields.ts';

test('of a form the named fields are kept, several values in their order, files never', () => {
  const sent = new FormData();
  sent.append('title', 'Lịch trực');
  sent.append('topics', 'a');
  sent.append('topics', 'b');
  sent.append('body', 'không giữ ở đây');
  sent.append('files', new Blob(['x']), 'x.txt');
  expect(valuesOf(sent, ['title', 'topics', 'channels', 'files'])).toEqual({
    title: ['Lịch trực'],
    topics: ['a', 'b'],
    channels: [],
    files: [],
  });
});

test.each([
  [{ title: ['a'] }, { title: ['a'] }, true],
  [{ title: ['a'], topics: [] }, { title: ['a'] }, true],
  [{ title: ['a'] }, { title: [''] }, false],
  [{ topics: ['a', 'b'] }, { topics: ['a'] }, false],
  [{}, { title: ['a'] }, false],
])('%j and %j: %s', (one, other, same) => {
  expect(areSame(one, other)).toBe(same);
  expect(areSame(other, one)).toBe(same);
});

test.each([null, 'x', ['a'], { title: 'a' }, { title: [1] }])('%j was never kept', (kept) => {
  expect(readValues(kept)).toBeUndefined();
});
