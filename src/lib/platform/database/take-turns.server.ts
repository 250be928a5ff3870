// Writers whose checks depend on each other's rows come one after the other.
import type { Tx } from './tx.server.ts';

/**
 * From here to the end of the transaction no other of this commune passes the same call: what one
 * checks ("is the name free?") still holds when it writes. Ask before reading what is checked.
 */
export async function takeTurns(tx: Tx): Promise<void> {
  // Not FOR UPDATE: that would also stop whoever writes an event, which refers to the commune's row.
  await tx.db.selectFrom('commune').select('id').forNoKeyUpdate().execute();
}
