// Arranging the home page: a draft that only the desk sees, then the one everybody does.
import type { Tx } from '#lib/platform/index.server.ts';
import { accountOf } from '#lib/platform/index.ts';
import { requireCan } from '../permissions.ts';
import { readHome, usualHome, type HomeLayout } from './blocks.ts';

/** As the public sees it. */
export async function readHomeLayout(tx: Tx): Promise<HomeLayout> {
  const row = await tx.db.selectFrom('home_layout').select('blocks').executeTakeFirst();
  return row ? readHome(row.blocks) : usualHome;
}

export interface HomeDraft {
  readonly layout: HomeLayout;
  /** Not what the public sees. */
  readonly isChanged: boolean;
}

/** The arrangement being tried out; the public one where nobody tries. */
export async function readHomeDraft(tx: Tx): Promise<HomeDraft> {
  requireCan(tx.actor, 'home.arrange', {});
  const row = await tx.db.selectFrom('home_draft').select('blocks').executeTakeFirst();
  const live = await readHomeLayout(tx);
  const layout = row ? readHome(row.blocks) : live;
  return { layout, isChanged: JSON.stringify(layout) !== JSON.stringify(live) };
}

/** Tries a change out. No event: nobody sees it until it is published (ruling 10). */
export async function changeHomeDraft(
  tx: Tx,
  change: (layout: HomeLayout) => HomeLayout,
): Promise<void> {
  const { layout } = await readHomeDraft(tx);
  const values = {
    blocks: JSON.stringify(change(layout)),
    changed_by: accountOf(tx.actor),
    changed_at: tx.now,
  };
  await tx.db
    .insertInto('home_draft')
    .values({ commune_id: tx.communeId, ...values })
    .onConflict((conflict) => conflict.columns(['commune_id']).doUpdateSet(values))
    .execute();
}

/** Back to what the public sees. */
export async function dropHomeDraft(tx: Tx): Promise<void> {
  requireCan(tx.actor, 'home.arrange', {});
  await tx.db.deleteFrom('home_draft').execute();
}

/** Makes the draft the home page of everybody. Nothing happens where nothing changed. */
export async function publishHomeDraft(tx: Tx): Promise<void> {
  const { layout, isChanged } = await readHomeDraft(tx);
  await tx.db.deleteFrom('home_draft').execute();
  if (!isChanged) return;
  const values = {
    blocks: JSON.stringify(layout),
    arranged_by: accountOf(tx.actor),
    arranged_at: tx.now,
  };
  await tx.db
    .insertInto('home_layout')
    .values({ commune_id: tx.communeId, ...values })
    .onConflict((conflict) => conflict.columns(['commune_id']).doUpdateSet(values))
    .execute();
  tx.record({
    kind: 'home.arranged',
    subject: { type: 'commune', id: tx.communeId },
    data: { shown: layout.filter(({ shown }) => shown).map(({ id }) => id) },
  });
}
