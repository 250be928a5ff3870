// Takes a file out of the commune's register where nothing names it any more; its bytes are swept later.
import { sql } from 'kysely';
import type { Tx } from '../database/tx.server.ts';

const FOREIGN_KEY_VIOLATION = '23503';

/**
 * Every row that names a file does so by a foreign key, so the database itself says whether one is left:
 * what is evidence, a document or a picture stays.
 * @returns whether the file went
 */
export async function unregisterFile(tx: Tx, sha256: string): Promise<boolean> {
  await sql`SAVEPOINT unregister_file`.execute(tx.db);
  try {
    await tx.db.deleteFrom('stored_file').where('sha256', '=', sha256).execute();
    await sql`RELEASE SAVEPOINT unregister_file`.execute(tx.db);
    return true;
  } catch (failure) {
    if ((failure as { code?: string }).code !== FOREIGN_KEY_VIOLATION) throw failure;
    await sql`ROLLBACK TO SAVEPOINT unregister_file`.execute(tx.db);
    return false;
  }
}
