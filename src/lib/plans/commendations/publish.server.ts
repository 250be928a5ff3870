// Making an entry of the registry public, past the privacy guard: positions only, never a person's name,
// and no shortcoming of a single person.
import { openSealed, type Tx } from '#lib/platform/index.server.ts';
import { settlePublicText } from '../acts/content.server.ts';
import { requireCan } from '../permissions.ts';
import { commendationError } from './errors.ts';
import { getStanding, nameContext, NOT_PUBLIC } from './record.server.ts';

export type PublicAnswer = 'refuse' | 'mask' | 'confirm';

/**
 * @param answer to what the guard finds: refuse and say so, cover it, or let it stand
 * @throws LoaError `commendation.person-shortcoming`, `act.personal-data`, `commendation.personal-data`
 */
export async function publishCommendation(
  tx: Tx,
  id: string,
  answer: PublicAnswer = 'refuse',
): Promise<void> {
  requireCan(tx.actor, 'commendation.publish', {});
  const row = await getStanding(tx, id);
  if (row.kind === 'shortcoming' && row.about === 'person') {
    throw commendationError('commendation.person-shortcoming');
  }
  const words = withoutName(tx, row, answer);
  const settled = await settlePublicText(tx, words, answer);
  await tx.db
    .updateTable('commendation')
    .set({
      public_title: settled.title,
      public_reason: settled.reason,
      public_who: settled.who,
      published_at: tx.now,
    })
    .where('id', '=', id)
    .execute();
  tx.record({
    kind: 'commendation.published',
    subject: { type: 'commendation', id },
    data: { masked: answer === 'mask' },
  });
}

/** Takes an entry off the portal; it stays in the registry. */
export async function unpublishCommendation(tx: Tx, id: string): Promise<void> {
  requireCan(tx.actor, 'commendation.publish', {});
  await getStanding(tx, id);
  await tx.db.updateTable('commendation').set(NOT_PUBLIC).where('id', '=', id).execute();
  tx.deletePages();
  tx.record({ kind: 'commendation.unpublished', subject: { type: 'commendation', id } });
}

interface Words {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
  readonly who: string;
  readonly person_name: Buffer | null;
}

/** The person's own name never stands in public words: the position stands instead of it. */
function withoutName(tx: Tx, { id, title, reason, who, person_name }: Words, answer: PublicAnswer) {
  const words = { title, reason, who };
  if (person_name === null) return words;
  const name = openSealed('commended-names', person_name, nameContext(tx, id)).toString();
  const hide = (text: string) => text.replaceAll(name, '(tên được che)');
  const hidden = { title: hide(title), reason: hide(reason), who: hide(who) };
  if (answer === 'refuse' && Object.values(words).some((text) => text.includes(name))) {
    throw commendationError('commendation.personal-data', { found: 'họ và tên của cá nhân' });
  }
  return hidden;
}
