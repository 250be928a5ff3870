// The demo's plan: the text is read by the reader everyone uses, labelled, confirmed and scheduled by the
// coordinator, and published on the day the commune really posted it.
import { Buffer } from 'node:buffer';
import { readHere } from '#lib/documents/index.server.ts';
import { inCommune, storeFile } from '#lib/platform/index.server.ts';
import type { Person } from '#lib/platform/index.ts';
import { currentDraft, toPlanReading } from '#lib/plans/index.ts';
import {
  confirmPlan,
  correctPlan,
  getDraft,
  getPlanWithDuties,
  publishPlan,
  receivePlan,
  scheduleCell,
  setCadence,
  setSilenceDays,
} from '#lib/plans/index.server.ts';
import type { DemoData, DemoSchedule } from '../demo-data.ts';
import type { DemoOffice } from './office.server.ts';

const FILE = 'ke-hoach-mau.txt';
const RECEIVED = '2023-01-05T02:10:00.000Z';
const CONFIRMED = '2023-01-05T08:25:00.000Z';
const SCHEDULED = '2023-01-05T09:00:00.000Z';
/** The sample was posted four months after it was signed (ruling 48). */
const PUBLISHED = '2023-05-17T01:11:32.000Z';

export interface DemoPlan {
  readonly planId: string;
  /** Topic ids in the plan's order. */
  readonly topics: readonly string[];
  /** Duty ids by unit id, in the plan's order. */
  readonly duties: ReadonlyMap<string, readonly string[]>;
}

export async function confirmDemoPlan(
  office: DemoOffice,
  data: DemoData,
  coordinator: Person,
): Promise<DemoPlan> {
  const bytes = Buffer.from(data.planText, 'utf8');
  const request = { name: FILE, maxBytes: 1_000_000, allow: ['text/plain'] };
  const file = await storeFile(office.communeId, bytes, request);
  const reading = toPlanReading(await readHere(bytes, { name: FILE }));
  const as = writeAs(office, coordinator);
  const planId = await as(RECEIVED, (tx) => receivePlan(tx, { reading, file, accepted: [] }));
  await as(CONFIRMED, async (tx) => {
    const stored = await getDraft(tx, planId);
    const { topics } = currentDraft(stored.history, stored.text);
    const steps = topics.map((topic, index) => ({
      type: 'relabel' as const,
      key: topic.key,
      label: data.schedule.topic_labels[String(index + 1)] ?? topic.label ?? '',
    }));
    const { version } = await correctPlan(tx, { planId, version: stored.version, steps });
    await confirmPlan(tx, { planId, version, units: {} });
  });
  const plan = await inCommune(office.communeId, (tx) => getPlanWithDuties(tx, planId), {
    actor: coordinator,
  });
  const topics = plan.topics.map((topic) => topic.id);
  await as(SCHEDULED, (tx) => schedule(tx, planId, topics, office, data.schedule));
  const duties = new Map(plan.units.map((unit) => [unit.unitId, unit.duties.map((d) => d.id)]));
  await as(SCHEDULED, (tx) => setRhythms(tx, duties, office, data.schedule));
  return { planId, topics, duties };
}

/** What happens on the day of publication. */
export function publishDemoPlan(
  office: DemoOffice,
  planId: string,
  editor: Person,
): { at: string; happen: () => Promise<void> } {
  const as = writeAs(office, editor);
  const happen = () => as(PUBLISHED, (tx) => publishPlan(tx, { planId, privacy: null }));
  return { at: PUBLISHED, happen };
}

type Tx = Parameters<Parameters<typeof inCommune>[1]>[0];

export function writeAs(office: DemoOffice, actor: Person) {
  return <T>(now: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
    inCommune(office.communeId, work, { write: true, actor, now });
}

async function schedule(
  tx: Tx,
  planId: string,
  topics: readonly string[],
  office: DemoOffice,
  { year, silence, planned }: DemoSchedule,
): Promise<void> {
  await setSilenceDays(tx, { topicId: null, days: silence.default_days });
  for (const [number, days] of Object.entries(silence.topics)) {
    await setSilenceDays(tx, { topicId: topics[Number(number) - 1] ?? '', days });
  }
  for (const { topic, channel, unit, months } of planned) {
    for (const month of months) {
      await scheduleCell(tx, {
        planId,
        topicId: topics[topic - 1] ?? '',
        channel,
        month: `${year}-${String(month).padStart(2, '0')}`,
        unitId: office.units.get(unit) ?? '',
      });
    }
  }
}

async function setRhythms(
  tx: Tx,
  duties: ReadonlyMap<string, readonly string[]>,
  office: DemoOffice,
  { year, cadences }: DemoSchedule,
): Promise<void> {
  for (const unit of ['month', 'quarter', 'half'] as const) {
    const dutyIds = cadences[unit].flatMap(([number, place]) => {
      const id = duties.get(office.units.get(number) ?? '')?.[place - 1];
      return id ? [id] : [];
    });
    await setCadence(tx, { dutyIds, every: { count: 1, unit }, from: `${year}-01-01` });
  }
}
