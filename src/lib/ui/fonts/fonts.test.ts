/** The checked-in fonts are what the script makes, carry every letter, and stay small. */
import { readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FACES, findMissing, makeFace } from './make.server.ts';
import { REPERTOIRE } from './repertoire.ts';

const at = (file: string) => new URL(file, import.meta.url);

test.each(FACES)('$to is the checked-in result of the script', async (face) => {
  expect((await makeFace(face)).equals(readFileSync(at(face.to)))).toBe(true);
});

test('both weights together stay within 30 kB', () => {
  const total = FACES.reduce((sum, face) => sum + statSync(at(face.to)).size, 0);
  expect(total).toBeLessThanOrEqual(30 * 1024);
});

test('the repertoire holds every letter of Vietnamese in both cases', () => {
  for (const letter of 'ẮẰẲẴẶấầẩẫậẾỀỂỄỆốồổỗộỚỜỞỠỢứừửữựÝỲỶỸỴđĐ₫')
    expect(REPERTOIRE).toContain(letter);
  expect(new Set(REPERTOIRE).size).toBe([...REPERTOIRE].length);
});

test('a letter that a font lacks is named', () => {
  const source = readFileSync(
    new URL(
      `../../../../node_modules/@expo-google-fonts/be-vietnam-pro/${FACES[0].from}`,
      import.meta.url,
    ),
  );
  expect(findMissing(source, 'Ậ→你')).toBe('→你');
});
