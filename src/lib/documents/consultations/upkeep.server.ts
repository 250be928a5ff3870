// Consultations begin and close when their day has come.
import { systemJob } from '#lib/platform/index.ts';
import { defineJob, inCommune } from '#lib/platform/index.server.ts';
import { turnConsultations } from './answer.server.ts';

/** The job's name, as events show it. */
const TURN_JOB = 'consultations.turn';

defineJob({
  name: TURN_JOB,
  everyMinutes: 30,
  run: (communeId) =>
    inCommune(communeId, turnConsultations, { write: true, actor: systemJob(TURN_JOB) }),
});
