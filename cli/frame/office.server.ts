// What a command that looks into the office stands on: the database brought up or joined, migrated,
// opened for the app role, and left as it was found.
import {
  closeDatabase,
  dataFolder,
  migrate,
  openDatabase,
  prepareJobs,
  startDatabase,
  stopJobs,
  type RunningDatabase,
} from '#lib/platform/index.server.ts';
import './rooms-with-jobs.server.ts';

/** Runs `work` with the installation's database open; `command` names it to others meanwhile. */
export async function withOffice<T>(
  command: string,
  work: (database: RunningDatabase) => Promise<T>,
): Promise<T> {
  const database = await startDatabase({
    dataFolder: dataFolder(),
    command,
    share: true,
    env: process.env,
  });
  try {
    await migrate(database);
    await prepareJobs(database.owner, database.appRole);
    openDatabase({ app: database.app, owner: database.owner });
    return await work(database);
  } finally {
    await stopJobs();
    await closeDatabase();
    await database.stop();
  }
}
