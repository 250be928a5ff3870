// Periodic reports, the latest period first.
import { canWithReports } from '#lib/reports/index.ts';
import { listReports } from '#lib/reports/index.server.ts';
import { titleOf } from './words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => ({
    reports: (await listReports(tx)).map(({ id, period, status, returnedReason }) => ({
      id,
      title: titleOf(period),
      from: period.from,
      to: period.to,
      status,
      returned: returnedReason !== null,
    })),
    mayDraft: canWithReports(tx.actor, 'report.draft', {}),
  }));
