// Brings up the database an installation uses: the one that comes with Loa, or a given server.
import { startEmbedded } from './embedded.server.ts';
import { startExternal } from './external.server.ts';
import type { RunningDatabase, StartOptions } from './running.server.ts';

/**
 * Starts or reaches the database. Throws LoaErrors: `database.running` when another Loa uses the data
 * folder, `database.other-major`, `database.unreachable`, `database.too-old`, `database.not-isolated`.
 */
export async function startDatabase(options: StartOptions): Promise<RunningDatabase> {
  const isExternal = Boolean(options.env.DATABASE_URL || options.env.DATABASE_OWNER_URL);
  return isExternal ? await startExternal(options) : await startEmbedded(options);
}
