// Who decides on a form of commendation, by date.
import { expect, test } from 'vitest';
import { competenceOn } from './forms.ts';
import { getCommendationForms } from './forms.server.ts';

const table = getCommendationForms();

test.each([
  ['giay-khen', '2024-06-01', true, true],
  ['giay-khen', '2023-06-01', true, false],
  ['chien-si-thi-dua-co-so', '2025-06-30', false, true],
  ['chien-si-thi-dua-co-so', '2025-07-01', true, true],
  ['bang-khen', '2026-01-01', false, true],
])('%s on %s', (form, day, chairman, checked) => {
  expect(competenceOn(table, form, day)).toMatchObject({ chairman, checked });
});

test('says from when, where the competence begins later', () => {
  expect(competenceOn(table, 'tap-the-lao-dong-tien-tien', '2025-01-01').from).toBe('2025-07-01');
});

test('every spell names a known source', () => {
  for (const { chairman } of table.forms)
    for (const { source } of chairman) expect(table.sources).toHaveProperty(source);
});
