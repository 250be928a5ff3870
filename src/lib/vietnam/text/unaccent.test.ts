import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold } from './fold.ts';
import { unaccent } from './unaccent.ts';

it('keeps case and blanks, and types marks as a typewriter has them', () => {
  expect(unaccent('Ủy ban  –  “Đã xong”… ươn ƯỚT')).toBe('Uy ban  -  "Da xong"... uon UOT');
  expect(unaccent('hòa hoà'.normalize('NFD'))).toBe('hoa hoa');
});

it('folds as the text itself folds', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'aâăáàảãạđĐêếôộơợưựyỳ bC1,.') });
  fc.assert(fc.property(letters, (text) => fold(unaccent(text)) === fold(text)));
});
