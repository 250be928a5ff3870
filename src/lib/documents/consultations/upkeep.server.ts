// Consultations begin and close when their day has come; what people left goes when it has served.
import { systemJob } from '#lib/platform/index.ts';
import { defineJob, inCommune } from '#lib/platform/index.server.ts';
import { turnConsultations } from './answer.server.ts';
import { ERASE_JOB, eraseSenders } from './erase.server.ts';

/** The job's name, as events show it. */
const TURN_JOB = 'consultations.turn';

defineJob({
  name: TURN_JOB,
  everyMinutes: 30,
  run: (communeId) =>
    inCommune(communeId, turnConsultations, { write: true, actor: systemJob(TURN_JOB) }),
  // A former commune asks nobody any more.
  onlyWhileOpen: true,
});

// What people were promised holds also when the commune has ended.
defineJob({
  name: ERASE_JOB,
  everyMinutes: 60,
  run: async (communeId) => {
    await eraseSenders(communeId);
  },
});
