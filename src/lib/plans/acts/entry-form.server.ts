// What the entry form offers: topics and duties of the plans in force, the units one may report for, and
// what a unit usually ticks for a kind.
import { listUnitLinks, type Tx } from '#lib/platform/index.server.ts';
import { predecessorsOf } from '#lib/platform/index.ts';
import { addDays, toPlainDate } from '#lib/vietnam/index.ts';
import { readStandingActs } from '../coverage/standing-acts.server.ts';
import { can, requireCan } from '../permissions.ts';

/** How long after it ended a topic or duty can still be reported on. */
const LATE_DAYS = 31;

export interface EntryForm {
  readonly plans: readonly {
    readonly id: string;
    readonly title: string;
    readonly topics: readonly { id: string; number: string | null; label: string }[];
  }[];
  /** Units the person may report for, with the duties they were given or took over. */
  readonly units: readonly {
    readonly id: string;
    readonly name: string;
    readonly duties: readonly { id: string; text: string }[];
  }[];
  readonly villages: readonly { readonly id: string; readonly name: string }[];
}

export async function getEntryForm(tx: Tx): Promise<EntryForm> {
  requireCan(tx.actor, 'act.see', {});
  const lateRecords = addDays(toPlainDate(tx.today), -LATE_DAYS);
  const plans = await tx.db
    .selectFrom('plan')
    .select(['id', 'title'])
    .where('status', '=', 'confirmed')
    .orderBy('period_from', 'desc')
    .execute();
  const topics = await tx.db
    .selectFrom('plan_topic')
    .select(['id', 'plan_id', 'number', 'label'])
    // What an amendment ended is still offered for its last days: a late record is a record.
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', lateRecords)]))
    .orderBy('position')
    .execute();
  const units = await tx.db
    .selectFrom('unit')
    .select(['id', 'name'])
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', tx.today)]))
    .orderBy('position')
    .execute();
  const duties = await tx.db
    .selectFrom('duty')
    .select(['id', 'plan_id', 'unit_id', 'text'])
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', lateRecords)]))
    .orderBy('assignment_id')
    .orderBy('position')
    .execute();
  const villages = await tx.db
    .selectFrom('village')
    .select(['id', 'name'])
    .orderBy('slug')
    .execute();
  const links = await listUnitLinks(tx);
  const running = new Set(plans.map((plan) => plan.id));
  return {
    plans: plans.map((plan) => ({
      ...plan,
      topics: topics
        .filter((topic) => topic.plan_id === plan.id)
        .map(({ plan_id: _plan, ...topic }) => topic),
    })),
    units: units
      .filter((unit) => can(tx.actor, 'act.record', { unitId: unit.id }))
      .map((unit) => {
        const line = [unit.id, ...predecessorsOf(links, unit.id)];
        const own = duties.filter(
          (duty) => line.includes(duty.unit_id) && running.has(duty.plan_id),
        );
        return { ...unit, duties: own.map(({ id, text }) => ({ id, text })) };
      }),
    villages,
  };
}

/** The duty a unit most often fulfilled with acts of this kind; the latest of equals. */
export async function suggestDuty(
  tx: Tx,
  unitId: string,
  kind: string,
): Promise<string | undefined> {
  requireCan(tx.actor, 'act.see', {});
  const acts = await readStandingActs(tx);
  const times = new Map<string, number>();
  for (const act of acts) {
    if (act.unit !== unitId || act.kind !== kind) continue;
    for (const duty of act.duties) times.set(duty, (times.get(duty) ?? 0) + 1);
  }
  let best: string | undefined;
  for (const [duty, count] of times) {
    if (best === undefined || count >= (times.get(best) ?? 0)) best = duty;
  }
  return best;
}
