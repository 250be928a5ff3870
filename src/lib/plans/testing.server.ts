// What database tests of this room and of those above it stand on: people of an office, a plan in force.
import { newId, type Tx } from '#lib/platform/index.server.ts';
import type { Actor, Role } from '#lib/platform/index.ts';

/** 30 June 2023, eight in the morning in Vietnam. */
export const NOW = '2023-06-30T01:00:00.000Z';

/** Somebody of the office, a new account each time. */
export function person(role: Role, ...unitIds: string[]): Actor {
  return { kind: 'person', accountId: newId(), name: 'Công chức', roles: [role], unitIds };
}

export interface SamplePlan {
  readonly id: string;
  /** In the order of the plan. */
  readonly topics: readonly {
    readonly id: string;
    readonly label: string;
    readonly text: string;
  }[];
  /** What the register knows of the plan's document. */
  readonly document?: {
    readonly type: string;
    readonly code: string;
    readonly agency: string;
    readonly issued_on: string;
  };
}

/** A confirmed plan for 2023 with its document and topics; measures and duties are the test's own. */
export async function insertPlanInForce(tx: Tx, plan: SamplePlan): Promise<void> {
  const commune_id = tx.communeId;
  const documentId = newId();
  await tx.db
    .insertInto('document')
    .values({
      commune_id,
      id: documentId,
      source_name: 'ke-hoach.txt',
      text_sha256: 'a'.repeat(64),
      text: 'Kế hoạch',
      reading: '{}',
      received_at: NOW,
      ...plan.document,
    })
    .execute();
  await tx.db
    .insertInto('plan')
    .values({
      commune_id,
      id: plan.id,
      document_id: documentId,
      slug: 'ke-hoach-2023',
      title: 'Kế hoạch tuyên truyền năm 2023',
      period_from: '2023-01-01',
      period_to: '2023-12-31',
      status: 'confirmed',
      draft: '{}',
      confirmed_at: NOW,
      created_at: NOW,
    })
    .execute();
  const topics = plan.topics.map((topic, index) => ({
    ...topic,
    ...{ commune_id, plan_id: plan.id, position: index + 1, number: `${index + 1}` },
  }));
  await tx.db.insertInto('plan_topic').values(topics).execute();
}
