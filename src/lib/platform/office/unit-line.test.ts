import { expect, test } from 'vitest';
import { predecessorsOf, successorsOf } from './unit-line.ts';

const units = [
  { id: 'office', successorId: 'bureau' },
  { id: 'justice', successorId: 'bureau' },
  { id: 'bureau', successorId: 'centre' },
  { id: 'centre', successorId: null },
  { id: 'radio', successorId: null },
];

test('successors come in their order, over any number of steps', () => {
  expect(successorsOf(units, 'office')).toEqual(['bureau', 'centre']);
  expect(successorsOf(units, 'centre')).toEqual([]);
  expect(successorsOf(units, 'unknown')).toEqual([]);
});

test('a unit takes over from all that came before it', () => {
  expect(predecessorsOf(units, 'centre')).toEqual(['office', 'justice', 'bureau']);
  expect(predecessorsOf(units, 'office')).toEqual([]);
  expect(predecessorsOf(units, 'radio')).toEqual([]);
});

test('a circle ends', () => {
  const circle = [
    { id: 'a', successorId: 'b' },
    { id: 'b', successorId: 'a' },
  ];
  expect(successorsOf(circle, 'a')).toEqual(['b']);
  expect(predecessorsOf(circle, 'a')).toEqual(['b']);
});
