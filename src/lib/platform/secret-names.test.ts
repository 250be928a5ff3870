import { expect, test } from 'vitest';
import { newId } from './ids.server.ts';
import { idInSecretName, secretName } from './secret-names.server.ts';

const commune = newId();
const id = newId();
const name = secretName('week-sheets', commune, id);

test('a name gives its id back', () => {
  expect(idInSecretName('week-sheets', commune, name)).toBe(id);
});

test.each([
  ['of another commune', () => idInSecretName('week-sheets', newId(), name)],
  ['of another purpose', () => idInSecretName('edition-links', commune, name)],
  ['with another secret', () => idInSecretName('week-sheets', commune, `${id}-${'0'.repeat(32)}`)],
  ['cut short', () => idInSecretName('week-sheets', commune, name.slice(0, -1))],
  ['empty', () => idInSecretName('week-sheets', commune, '')],
])('a name %s opens nothing', (_, open) => {
  expect(open()).toBeUndefined();
});
