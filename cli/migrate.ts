// loa migrate: brings the schema up to date without starting anything else.
import { parseArgs } from 'node:util';
import { dataFolder, migrate, startDatabase } from '#lib/platform/index.server.ts';

export const help = 'cập nhật lược đồ cơ sở dữ liệu theo các tệp trong migrations/';

export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const database = await startDatabase({
    dataFolder: dataFolder(),
    command: 'migrate',
    share: true,
    env: process.env,
  });
  try {
    const applied = await migrate(database);
    for (const name of applied) process.stdout.write(`đã áp dụng ${name}\n`);
    if (applied.length === 0) process.stdout.write('lược đồ đã mới nhất\n');
    return 0;
  } finally {
    await database.stop();
  }
}
