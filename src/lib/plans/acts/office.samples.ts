// A small office for database tests: a plan in force for 2023 with three topics, two units, two duties.
import { inCommune, newId, type Tx } from '#lib/platform/index.server.ts';
import type { Actor } from '#lib/platform/index.ts';
import { insertPlanInForce, NOW, person } from '../testing.server.ts';
import type { RecordAct } from './record-act.ts';

export interface SampleOffice {
  readonly communeId: string;
  readonly planId: string;
  readonly topics: readonly [string, string, string];
  readonly radio: string;
  readonly justice: string;
  readonly radioDuty: string;
  readonly justiceDuty: string;
}

export { NOW, person };

export const coordinator = person('coordinator');

/** Runs a use case as somebody of the office, writing. */
export function asActor<T>(
  office: SampleOffice,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
  now = NOW,
): Promise<T> {
  return inCommune(office.communeId, work, { write: true, actor, now });
}

/** The least an act needs; a fresh client key each time. */
export function anAct(office: SampleOffice, given: Partial<RecordAct> = {}): RecordAct {
  return {
    clientKey: newId(),
    kind: 'radio-bulletin',
    day: '2023-05-10',
    unitId: office.radio,
    title: 'Bản tin về một cửa',
    topics: [office.topics[0]],
    // Tests record the same thing over and over; those of twins say otherwise.
    anotherAct: true,
    ...given,
  };
}

export async function setUpOffice(communeId: string): Promise<SampleOffice> {
  const office: SampleOffice = {
    communeId,
    planId: newId(),
    topics: [newId(), newId(), newId()],
    radio: newId(),
    justice: newId(),
    radioDuty: newId(),
    justiceDuty: newId(),
  };
  await inCommune(communeId, (tx) => insertOffice(tx, office), { write: true, now: NOW });
  return office;
}

async function insertOffice(tx: Tx, office: SampleOffice): Promise<void> {
  const commune_id = tx.communeId;
  const topics = office.topics.map((id, index) => ({
    id,
    label: `Nội dung ${index + 1}`,
    text: `Toàn văn nội dung ${index + 1}.`,
  }));
  await insertPlanInForce(tx, { id: office.planId, topics });
  await tx.db
    .insertInto('plan_measure')
    .values({
      commune_id,
      id: newId(),
      plan_id: office.planId,
      position: 1,
      text: 'Phát thanh và đăng tin.',
      channels: ['radio', 'portal'],
    })
    .execute();
  await insertUnit(tx, office.planId, 1, 'Đài phát thanh', office.radio, office.radioDuty);
  await insertUnit(tx, office.planId, 2, 'Công chức Tư pháp', office.justice, office.justiceDuty);
}

async function insertUnit(
  tx: Tx,
  planId: string,
  position: number,
  name: string,
  unitId: string,
  dutyId: string,
): Promise<void> {
  const commune_id = tx.communeId;
  const assignmentId = newId();
  const slug = `don-vi-${position}`;
  await tx.db.insertInto('unit').values({ commune_id, id: unitId, name, slug, position }).execute();
  await tx.db
    .insertInto('plan_assignment')
    .values({
      commune_id,
      id: assignmentId,
      plan_id: planId,
      position,
      unit_id: unitId,
      named_as: name,
      is_lead: false,
    })
    .execute();
  await tx.db
    .insertInto('duty')
    .values({
      commune_id,
      id: dutyId,
      plan_id: planId,
      assignment_id: assignmentId,
      unit_id: unitId,
      position: 1,
      text: `Nhiệm vụ của ${name}.`,
    })
    .execute();
}
