// The checked-in types are those of the migrated schema.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { useTestDatabase } from '../testing.server.ts';
import { generateSchemaTypes, SCHEMA_FILE } from './schema-types.server.ts';

const office = useTestDatabase();

it('schema.ts is what “loa db types” writes', async () => {
  const generated = await generateSchemaTypes(office().owner);
  expect(readFileSync(SCHEMA_FILE, 'utf8'), 'run: npx loa db types').toBe(generated);
});
