// Procedures in the index of public text that the whole portal is searched by. What holds changes with an
// import and with the days, so each morning what takes effect that day is put in anew.
import { systemJob } from '#lib/platform/index.ts';
import {
  defineJob,
  dropSearchEntry,
  inCommune,
  putSearchEntry,
  type Tx,
} from '#lib/platform/index.server.ts';
import { addDays, vietnamDate } from '#lib/vietnam/index.ts';
import { said } from '../record/record.ts';
import { procedureUrl } from '../urls.ts';
import { procedureId } from '../versions/procedure-id.server.ts';
import { readRecords, readVersions } from '../versions/versions.server.ts';
import { versionOn, versionsAfter } from '../versions/versions.ts';

/** Puts what holds today into the index of public text, takes out what doesn't. */
export async function indexProcedures(tx: Tx, codes: readonly string[]): Promise<void> {
  const versions = Map.groupBy(await readVersions(tx, codes), ({ code }) => code);
  const shown = [...versions].map(([code, all]) => {
    const version = versionOn(all, tx.today) ?? versionsAfter(all, tx.today)[0];
    return { code, version };
  });
  const records = await readRecords(
    tx,
    shown.flatMap(({ version }) => (version ? [version.recordSha256] : [])),
  );
  for (const { code, version } of shown) {
    const record = version && records.get(version.recordSha256);
    if (!version || !record || version.status === 'abolished') {
      await dropSearchEntry(tx, procedureId(tx, code));
      continue;
    }
    await putSearchEntry(tx, {
      id: procedureId(tx, code),
      kind: 'procedure',
      url: procedureUrl(code),
      title: record.title,
      summary: [said(record.field), said(record.audience)].filter(Boolean).join('. '),
      body: [code, record.result, record.keywords, ...record.papers.map(({ name }) => name)]
        .flatMap((text) => said(text) ?? [])
        .join('; '),
      publishedOn: version.effectiveFrom,
      topic: said(record.field),
    });
  }
}

/** The job's name. */
const INDEX_JOB = 'procedures.index-due';
/** A server that stood still for so many days makes up for them. */
const DAYS_BACK = 3;

/**
 * Puts what took effect these days, having been announced before, into the index as it holds now.
 * @returns how many procedures
 */
export async function indexDueProcedures(communeId: string, now?: string): Promise<number> {
  const as = { write: true, actor: systemJob(INDEX_JOB), ...(now !== undefined && { now }) };
  return inCommune(
    communeId,
    async (tx) => {
      const rows = await tx.db
        .selectFrom('procedure_version')
        .select(['code', 'effective_from', 'recorded_at'])
        .where('effective_from', '<=', tx.today)
        .where('effective_from', '>=', addDays(tx.today, -DAYS_BACK))
        .where('undone_at', 'is', null)
        .execute();
      const due = rows.filter((row) => vietnamDate(row.recorded_at) < row.effective_from);
      const codes = [...new Set(due.map(({ code }) => code))];
      if (codes.length > 0) await indexProcedures(tx, codes);
      return codes.length;
    },
    as,
  );
}

defineJob({
  name: INDEX_JOB,
  // One of the four is at one in the morning here.
  everyMinutes: 6 * 60,
  run: async (communeId) => {
    await indexDueProcedures(communeId);
  },
});
