// Names in the registry of commendations leave by themselves when their day has come.
import { defineJob, inCommune } from '#lib/platform/index.server.ts';
import { systemJob } from '#lib/platform/index.ts';
import { sweepCommendedNames } from './record.server.ts';

/** The job's name, as events show it. */
export const NAME_JOB = 'commendations.erase-names';

defineJob({
  name: NAME_JOB,
  run: (communeId) =>
    inCommune(communeId, sweepCommendedNames, { write: true, actor: systemJob(NAME_JOB) }),
  everyMinutes: 24 * 60,
});
