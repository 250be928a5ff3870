// The leader's single page.
import { listHandovers } from '#lib/newsroom/index.server.ts';
import { getOverview } from '#lib/plans/index.server.ts';
import { occurrenceName, timeLeft } from '#lib/plans/index.ts';
import { toPlainDate } from '#lib/vietnam/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => {
    const { late, ...rest } = await getOverview(tx);
    const handovers = await listHandovers(tx);
    return {
      ...rest,
      today: tx.today,
      late: {
        ...late,
        handovers: handovers.filter((one) => one.late),
        occurrences: late.occurrences.map((one) => ({
          id: `${one.about.id} ${one.key}`,
          dutyId: one.about.id,
          text: one.about.text,
          name: occurrenceName(one),
          unitName: one.answersFor,
          left: timeLeft(one, toPlainDate(tx.today)),
        })),
      },
    };
  });
