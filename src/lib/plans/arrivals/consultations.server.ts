// A draft opened for comment is an act of publicity, and so is the published result: each arrives inside the
// transaction that made it public. What was taken off later did ask people, and stays for a person to judge.
import { consultationUrl, type ConsultationOpenedData } from '#lib/documents/index.ts';
import type { ConsultationAnsweredData } from '#lib/documents/index.ts';
import { getConsultationMark } from '#lib/documents/index.server.ts';
import { subscribe, type Tx } from '#lib/platform/index.server.ts';
import { formatNumber } from '#lib/vietnam/index.ts';
import { SUMMARY_LENGTH } from '../acts/record-act.ts';
import { onlyUnitOf } from './arrivals.ts';
import { takeArrival } from './take.server.ts';

subscribe('consultation.opened', async (tx, { subject, data }) => {
  const { opens } = data as unknown as ConsultationOpenedData;
  // One for a later day begins by itself.
  if (opens <= tx.today) await takeOpened(tx, subject.id, tx.today);
});

subscribe('consultation.began', (tx, { subject }) => takeOpened(tx, subject.id, tx.today));

subscribe('consultation.answered', async (tx, { subject, data }) => {
  const { comments, shown, digest } = data as unknown as ConsultationAnsweredData;
  const mark = await getConsultationMark(tx, subject.id);
  // Said in words and not counted as people: one may write thrice, and a village meeting is one comment.
  const came = `Đã nhận ${formatNumber(comments)} ý kiến, đăng ${formatNumber(shown)} ý kiến kèm trả lời.`;
  await takeOpened(tx, subject.id, mark.opensOn, came);
  await takeArrival(tx, {
    source: 'consultation-result',
    of: subject.id,
    day: tx.today,
    unitId: onlyUnitOf(tx.actor),
    topics: [],
    page: {
      url: `${consultationUrl(mark.slug)}#ket-qua`,
      title: `Kết quả lấy ý kiến: ${mark.title}`,
      summary: mark.lead,
      sha256: digest,
      isPublic: true,
    },
  });
});

/** @param came what came of it, once that is known */
async function takeOpened(tx: Tx, id: string, day: string, came = ''): Promise<void> {
  const { slug, title, lead, digest, madeBy } = await getConsultationMark(tx, id);
  await takeArrival(tx, {
    source: 'consultation',
    of: id,
    day,
    // Whoever planned it, also where a job begins it or somebody else answers.
    unitId: await soleUnitOf(tx, madeBy),
    topics: [],
    page: {
      url: consultationUrl(slug),
      title: `Lấy ý kiến: ${title}`,
      summary: [came, lead].filter(Boolean).join(' ').slice(0, SUMMARY_LENGTH),
      sha256: digest,
      isPublic: true,
    },
    quantities: { items: 1 },
  });
}

async function soleUnitOf(tx: Tx, accountId: string | null): Promise<string | null> {
  if (accountId === null) return null;
  const rows = await tx.db
    .selectFrom('unit_member')
    .select('unit_id')
    .where('account_id', '=', accountId)
    .limit(2)
    .execute();
  return rows.length === 1 ? (rows[0]?.unit_id ?? null) : null;
}
