// Consultations begin and close when their day has come, and say so before; what people left goes when it has served.
import { systemJob } from '#lib/platform/index.ts';
import { defineJob, inCommune } from '#lib/platform/index.server.ts';
import { turnConsultations } from './answer.server.ts';
import { ERASE_JOB, eraseSenders } from './erase.server.ts';
import { tellOfClosing } from './tell-closing.server.ts';

/** The job's name, as events show it. */
const TURN_JOB = 'consultations.turn';

defineJob({
  name: TURN_JOB,
  everyMinutes: 30,
  run: (communeId) => sweepConsultations(communeId),
  // A former commune asks nobody any more.
  onlyWhileOpen: true,
});

/** @param now instead of the office's clock, ISO UTC */
export async function sweepConsultations(communeId: string, now?: string): Promise<void> {
  const as = { write: true, actor: systemJob(TURN_JOB), ...(now !== undefined && { now }) };
  await inCommune(communeId, turnConsultations, as);
  // Of its own: a letter that can't be written keeps nothing open.
  await inCommune(communeId, tellOfClosing, as);
}

// What people were promised holds also when the commune has ended.
defineJob({
  name: ERASE_JOB,
  everyMinutes: 60,
  run: async (communeId) => {
    await eraseSenders(communeId);
  },
});
