// What came of trying addresses of other sites, as rows.
import { sha256Hex, type Tx } from '#lib/platform/index.server.ts';
import { findTrouble, type Tried } from './outside.ts';

/** What is known of every address that was tried, or of these. */
export async function selectTried(
  tx: Tx,
  hrefs?: readonly string[],
): Promise<ReadonlyMap<string, Tried>> {
  if (hrefs?.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('outside_link')
    .selectAll()
    .$if(hrefs !== undefined, (query) =>
      query.where('href_sha256', 'in', (hrefs ?? []).map(sha256Hex)),
    )
    .execute();
  return new Map(
    rows.map((row) => [
      row.href,
      {
        ...{ triedAt: row.tried_at, status: row.status, trouble: findTrouble(row.trouble) },
        ...{ failingSince: row.failing_since, failures: row.failures },
      },
    ]),
  );
}

export async function keepTried(tx: Tx, href: string, tried: Tried): Promise<void> {
  const values = {
    ...{ tried_at: tried.triedAt, status: tried.status, trouble: tried.trouble },
    ...{ failing_since: tried.failingSince, failures: tried.failures },
  };
  await tx.db
    .insertInto('outside_link')
    .values({ commune_id: tx.communeId, href_sha256: sha256Hex(href), href, ...values })
    .onConflict((conflict) => conflict.columns(['commune_id', 'href_sha256']).doUpdateSet(values))
    .execute();
}

/** What nothing links to any longer isn't kept. */
export async function forgetTriedBut(tx: Tx, hrefs: readonly string[]): Promise<void> {
  const known = new Set(hrefs.map(sha256Hex));
  const rows = await tx.db.selectFrom('outside_link').select('href_sha256').execute();
  const over = rows.map((row) => row.href_sha256).filter((sha256) => !known.has(sha256));
  if (over.length === 0) return;
  await tx.db.deleteFrom('outside_link').where('href_sha256', 'in', over).execute();
}
