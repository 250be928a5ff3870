// loa db types: writes the TypeScript types of the migrated schema, after a new migration.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  dataFolder,
  generateSchemaTypes,
  migrate,
  SCHEMA_FILE,
  startDatabase,
} from '#lib/platform/index.server.ts';

export const help = 'viết lại schema.ts từ cơ sở dữ liệu sau khi thêm tệp migration';

export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const database = await startDatabase({
    dataFolder: dataFolder(),
    command: 'db types',
    share: true,
    env: process.env,
  });
  try {
    await migrate(database);
    writeFileSync(SCHEMA_FILE, await generateSchemaTypes(database.owner));
    process.stdout.write(`đã viết ${SCHEMA_FILE}\n`);
    return 0;
  } finally {
    await database.stop();
  }
}
