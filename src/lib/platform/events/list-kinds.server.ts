// Which kinds of events have occurred, for choosing among them.
import type { Tx } from '../database/tx.server.ts';

export async function listEventKinds(tx: Tx): Promise<string[]> {
  const rows = await tx.db.selectFrom('event').select('kind').distinct().execute();
  return rows.map((row) => row.kind);
}
