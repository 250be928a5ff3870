// Takes away files that were sent in for an article and stand under none: dropped from drafts, sent twice by
// mistake. What any edition carries stays, also under one that was withdrawn or thrown away.
import { defineJob, inCommune, unregisterFile, type Tx } from '#lib/platform/index.server.ts';
import { systemJob } from '#lib/platform/index.ts';

/** The job's name, as events show it. */
const SWEEP_ATTACHMENTS_JOB = 'attachments.sweep';
/** Longer than anybody leaves a text lying that they mean to finish. */
const GRACE_DAYS = 30;
const MOST_A_RUN = 100;

/** @returns how many went, at most a hundred a run */
export async function sweepAttachments(communeId: string, now?: string): Promise<number> {
  const as = {
    ...{ write: true, actor: systemJob(SWEEP_ATTACHMENTS_JOB) },
    ...(now !== undefined && { now }),
  };
  return inCommune(communeId, sweep, as);
}

async function sweep(tx: Tx): Promise<number> {
  await noteUnused(tx);
  const before = new Date(Date.parse(tx.now) - GRACE_DAYS * 86_400_000).toISOString();
  const over = await tx.db
    .selectFrom('attachment')
    .select(['id', 'sha256'])
    .where('unused_since', '<=', before)
    .orderBy('unused_since')
    .orderBy('id')
    .limit(MOST_A_RUN)
    .execute();
  for (const { id, sha256 } of over) {
    await tx.db.deleteFrom('attachment').where('id', '=', id).execute();
    await unregisterFile(tx, sha256);
    tx.record({ kind: 'attachment.swept', subject: { type: 'attachment', id }, data: {} });
  }
  return over.length;
}

/** Writes down since when a file stands nowhere, and forgets it where one took it up again. */
async function noteUnused(tx: Tx): Promise<void> {
  const used = await tx.db.selectFrom('attachment_use').select('sha256').distinct().execute();
  const drafts = await tx.db.selectFrom('edition_draft').select('content').execute();
  const carried = new Set(used.map(({ sha256 }) => sha256));
  const all = await tx.db
    .selectFrom('attachment')
    .select(['id', 'sha256', 'unused_since'])
    .execute();
  const isUsed = (sha256: string) =>
    carried.has(sha256) || drafts.some(({ content }) => content.includes(sha256));
  const found = all.filter((one) => one.unused_since !== null && isUsed(one.sha256));
  const lost = all.filter((one) => one.unused_since === null && !isUsed(one.sha256));
  for (const [rows, since] of [
    [found, null],
    [lost, tx.now],
  ] as const) {
    if (rows.length === 0) continue;
    const ids = rows.map(({ id }) => id);
    await tx.db
      .updateTable('attachment')
      .set({ unused_since: since })
      .where('id', 'in', ids)
      .execute();
  }
}

defineJob({
  name: SWEEP_ATTACHMENTS_JOB,
  everyMinutes: 24 * 60,
  onlyWhileOpen: true,
  run: async (communeId) => {
    await sweepAttachments(communeId);
  },
});
