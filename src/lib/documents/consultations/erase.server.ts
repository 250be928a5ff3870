// What people left with their comments is destroyed when it has served, also in a former commune's archive.
import { systemJob } from '#lib/platform/index.ts';
import { eraseSubjects, type Tx } from '#lib/platform/index.server.ts';
import { addDays, addMonths, toInstant, toPlainDate, vietnamDate } from '#lib/vietnam/index.ts';
import { ANSWERED_DAYS, UNANSWERED_MONTHS } from './consultation.ts';

/** The job's name, as events show it. */
export const ERASE_JOB = 'consultations.erase';

/** Destroys the keys of comments that have served. @param now instead of the clock, ISO UTC */
export function eraseSenders(communeId: string, now?: string): Promise<number> {
  const erasure = { due: async (tx: Tx) => (await findServed(tx)).map(({ id }) => id), tell };
  return eraseSubjects(communeId, erasure, { actor: systemJob(ERASE_JOB), ...(now && { now }) });
}

/** Comments whose key lives though the result stands, or will not come any more. */
async function findServed(tx: Tx): Promise<{ id: string; consultation_id: string }[]> {
  const rows = await tx.db
    .selectFrom('consultation_comment as comment')
    .innerJoin('consultation', (join) =>
      join
        .onRef('consultation.commune_id', '=', 'comment.commune_id')
        .onRef('consultation.id', '=', 'comment.consultation_id'),
    )
    .innerJoin('subject_key', (join) =>
      join
        .onRef('subject_key.commune_id', '=', 'comment.commune_id')
        .onRef('subject_key.id', '=', 'comment.id'),
    )
    .select([
      'comment.id',
      'comment.consultation_id',
      'consultation.answered_at',
      'consultation.withdrawn_at',
      'consultation.closes_on',
    ])
    .where('subject_key.sealed_key', 'is not', null)
    .where((eb) =>
      eb.or([
        eb('consultation.closes_on', '<', tx.today),
        eb('consultation.withdrawn_at', 'is not', null),
      ]),
    )
    .orderBy('consultation.id')
    .orderBy('comment.number')
    // Nobody prolongs it between the question and the destruction.
    .$if(tx.writes, (query) => query.forUpdate('consultation'))
    .execute();
  return rows.filter((row) => eraseOn(row) <= tx.today);
}

async function tell(tx: Tx, ids: readonly string[]): Promise<void> {
  const counts = await tx.db
    .selectFrom('consultation_comment')
    .select(['consultation_id', ({ fn }) => fn.countAll<string>().as('count')])
    .where('id', 'in', [...ids])
    .groupBy('consultation_id')
    .execute();
  for (const { consultation_id: id, count } of counts) {
    tx.record({
      kind: 'consultation.senders-erased',
      subject: { type: 'consultation', id },
      data: { comments: Number(count) },
    });
  }
}

/** The day on which what people left is destroyed, as things stand. */
function eraseOn(row: {
  readonly answered_at: string | null;
  readonly withdrawn_at: string | null;
  readonly closes_on: string;
}): string {
  const ended = row.answered_at ?? row.withdrawn_at;
  return ended
    ? addDays(vietnamDate(toInstant(ended)), ANSWERED_DAYS)
    : addMonths(toPlainDate(row.closes_on), UNANSWERED_MONTHS);
}
