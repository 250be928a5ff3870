// The examination as a whole. What can't be looked at because the database is away is said, and the
// rest is looked at all the same.
import { isLoaError } from '../errors.ts';
import { closeDatabase, openDatabase } from '../database/pool.server.ts';
import { startDatabase } from '../postgres/start.server.ts';
import { examineChains } from './chains.server.ts';
import { examineDatabase } from './database.server.ts';
import { fault, judgeVoice, type Finding } from './finding.ts';
import { whyNoSpeech } from '../speech/speech.server.ts';
import { examineBackups, examineMachine } from './machine.server.ts';

export interface Examination {
  readonly dataFolder: string;
  readonly env: NodeJS.ProcessEnv;
  /** Walk every chain from its beginning. */
  readonly wholeChains: boolean;
  readonly nowMs: number;
}

/** Looks at an installation without changing it; a stopped database is started for the while. */
export async function examine(request: Examination): Promise<Finding[]> {
  const { dataFolder, env, wholeChains, nowMs } = request;
  const voice = judgeVoice(await whyNoSpeech(env['PATH']));
  const machine = (folder?: string) => [
    ...examineMachine(dataFolder, folder),
    ...examineBackups(dataFolder, nowMs),
    voice,
  ];
  let folder: string | undefined;
  try {
    const database = await startDatabase({ dataFolder, command: 'doctor', share: true, env });
    folder = database.kind === 'embedded' ? database.where : undefined;
    try {
      const found = await examineDatabase(database);
      if (found.some(({ id, state }) => id === 'database.schema' && state !== 'ok')) {
        return [...found, ...machine(folder)];
      }
      openDatabase(database);
      return [...found, ...(await examineChains(wholeChains, nowMs)), ...machine(folder)];
    } finally {
      await closeDatabase();
      await database.stop();
    }
  } catch (error) {
    if (!isLoaError(error)) throw error;
    return [fault(error.code, error.what, error.todo), ...machine(folder)];
  }
}
