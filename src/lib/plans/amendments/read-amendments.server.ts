// What changed in a plan while it ran: its amendments with the words before and after, whether it was
// closed, what took its place and what it took over.
import type { Tx } from '#lib/platform/index.server.ts';
import { toPlainDate, type PlainDate } from '#lib/vietnam/index.ts';
import { requireCan } from '../permissions.ts';
import type { PlanChange } from './changes.ts';

export interface Amendment {
  readonly id: string;
  readonly number: number;
  readonly code: string;
  readonly issuedOn: PlainDate;
  readonly validFrom: PlainDate;
  readonly reason: string;
  readonly changes: readonly PlanChange[];
  /** Position of who recorded it. */
  readonly madeBy: string | null;
}

/** Amendments of a plan, the first one first. @throws LoaError `access.*` */
export async function listAmendments(tx: Tx, planId: string): Promise<Amendment[]> {
  requireCan(tx.actor, 'plan.see', {});
  const rows = await tx.db
    .selectFrom('plan_amendment')
    .leftJoin('account', (join) =>
      join
        .onRef('account.commune_id', '=', 'plan_amendment.commune_id')
        .onRef('account.id', '=', 'plan_amendment.made_by'),
    )
    .selectAll('plan_amendment')
    .select('account.name as made_by_name')
    .where('plan_amendment.plan_id', '=', planId)
    .orderBy('plan_amendment.number')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    code: row.code,
    issuedOn: toPlainDate(row.issued_on),
    validFrom: toPlainDate(row.valid_from),
    reason: row.reason,
    changes: JSON.parse(row.changes) as PlanChange[],
    madeBy: row.made_by_name,
  }));
}

interface OtherPlan {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly isPublic: boolean;
}

export interface PlanChanges {
  readonly closedOn: PlainDate | null;
  readonly closedReason: string | null;
  readonly replacedBy: OtherPlan | null;
  readonly replaces: readonly OtherPlan[];
  /** Decisions that amended it: number, symbol and days only, which anyone may see. */
  readonly amendedBy: readonly Pick<Amendment, 'number' | 'code' | 'issuedOn' | 'validFrom'>[];
}

/** How a plan stands to its amendments and to other plans; nothing in it is of a person. */
export async function findPlanChanges(tx: Tx, planId: string): Promise<PlanChanges> {
  const plan = await tx.db
    .selectFrom('plan')
    .select(['closed_on', 'closed_reason', 'replaced_by'])
    .where('id', '=', planId)
    .executeTakeFirst();
  const others = await tx.db
    .selectFrom('plan')
    .select(['id', 'slug', 'title', 'published_at', 'replaced_by'])
    .where((eb) =>
      eb.or([
        eb('replaced_by', '=', planId),
        ...(plan?.replaced_by ? [eb('id', '=', plan.replaced_by)] : []),
      ]),
    )
    .execute();
  const amendments = await tx.db
    .selectFrom('plan_amendment')
    .select(['number', 'code', 'issued_on', 'valid_from'])
    .where('plan_id', '=', planId)
    .orderBy('number')
    .execute();
  const shown = ({ id, slug, title, published_at }: (typeof others)[number]): OtherPlan => ({
    id,
    slug,
    title,
    isPublic: published_at !== null,
  });
  const next = others.find(({ id }) => id === plan?.replaced_by);
  return {
    closedOn: plan?.closed_on ? toPlainDate(plan.closed_on) : null,
    closedReason: plan?.closed_reason ?? null,
    replacedBy: next ? shown(next) : null,
    replaces: others.filter(({ replaced_by }) => replaced_by === planId).map(shown),
    amendedBy: amendments.map(({ number, code, issued_on, valid_from }) => ({
      number,
      code,
      issuedOn: toPlainDate(issued_on),
      validFrom: toPlainDate(valid_from),
    })),
  };
}
