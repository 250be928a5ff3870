// What `loa start` says about the plan, read back from the database.
import { inCommune, listCommuneIds } from '#lib/platform/index.server.ts';

/** An installation of hundreds would print pages. */
const MOST_COMMUNES = 3;

export interface PlanCounts {
  readonly title: string;
  readonly topics: number;
  readonly measures: number;
  readonly units: number;
  readonly duties: number;
}

/** The confirmed plans of the first communes, newest first within each; counted in the tables. */
export async function countPlans(): Promise<PlanCounts[]> {
  const counts: PlanCounts[] = [];
  const communeIds = await listCommuneIds();
  for (const communeId of communeIds.slice(0, MOST_COMMUNES)) {
    counts.push(...(await inCommune(communeId, (tx) => countInCommune(tx.db))));
  }
  return counts;
}

type Db = Parameters<Parameters<typeof inCommune>[1]>[0]['db'];

async function countInCommune(db: Db): Promise<PlanCounts[]> {
  return await db
    .selectFrom('plan')
    .where('plan.status', '=', 'confirmed')
    .orderBy('plan.period_from', 'desc')
    .select('plan.title')
    .select((row) => [
      row
        .selectFrom('plan_topic')
        .whereRef('plan_topic.plan_id', '=', 'plan.id')
        .select((counted) => counted.fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('topics'),
      row
        .selectFrom('plan_measure')
        .whereRef('plan_measure.plan_id', '=', 'plan.id')
        .select((counted) => counted.fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('measures'),
      row
        .selectFrom('plan_assignment')
        .whereRef('plan_assignment.plan_id', '=', 'plan.id')
        .select((counted) => counted.fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('units'),
      row
        .selectFrom('duty')
        .whereRef('duty.plan_id', '=', 'plan.id')
        .select((counted) => counted.fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('duties'),
    ])
    .execute();
}

/** The line in both languages: English for scripts, Vietnamese for people. */
export function planLines(plan: PlanCounts): string[] {
  const { topics, measures, units, duties } = plan;
  return [
    `plan read: ${topics} topics, ${measures} measures, ${units} units, ${duties} duties`,
    `đã đọc kế hoạch: ${topics} nội dung, ${measures} biện pháp, ${units} đơn vị, ${duties} nhiệm vụ`,
  ];
}
