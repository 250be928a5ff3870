// Secret addresses under which calendar programs follow the duties of a unit, or what the office publishes. The
// secret is made from the row's id by the installation's key, so the database alone opens nothing; ending the row
// ends the address. Whoever calls has asked whether the actor may, or of an address that is opened whether who made
// it still may.
import { findPerson } from '../accounts/accounts.server.ts';
import type { Person } from '../actor.ts';
import { platformError } from '../errors.ts';
import { isId } from '../id-form.ts';
import { newId } from '../ids.server.ts';
import { idInSecretName, secretName } from '../secret-names.server.ts';
import type { Tx } from '../database/tx.server.ts';
import type { Instant } from '#lib/vietnam/index.ts';

/** The unit whose duties it shows; null for the calendar of publication. */
type Of = string | null;

export interface FollowedCalendar {
  readonly id: string;
  /** What stands in its address; empty where it is somebody else's. */
  readonly name: string;
  readonly isOwn: boolean;
  /** Position of who made it. */
  readonly by: string;
  readonly madeAt: Instant;
}

const purposeOf = (unitId: Of) => (unitId === null ? 'publication-calendars' : 'duty-calendars');

/** Addresses in use, one's own first. Only one's own can be read. */
export async function listFollowedCalendars(tx: Tx, unitId: Of): Promise<FollowedCalendar[]> {
  const rows = await tx.db
    .selectFrom('followed_calendar as followed')
    .innerJoin('account', (join) =>
      join
        .onRef('account.commune_id', '=', 'followed.commune_id')
        .onRef('account.id', '=', 'followed.made_by'),
    )
    .select(['followed.id', 'made_by', 'made_at', 'account.name as by'])
    .where('unit_id', 'is not distinct from', unitId)
    .where('ended_at', 'is', null)
    .orderBy('made_at')
    .execute();
  const own = accountIn(tx);
  const calendars = rows.map(({ id, made_by, made_at, by }) => ({
    id,
    name: made_by === own ? secretName(purposeOf(unitId), tx.communeId, id) : '',
    isOwn: made_by === own,
    by,
    madeAt: made_at,
  }));
  return calendars.sort((a, b) => Number(b.isOwn) - Number(a.isOwn));
}

/** Makes an address for the person; the one in use, where there is one. @returns the id of a new one too */
export async function makeFollowedCalendar(
  tx: Tx,
  unitId: Of,
): Promise<{ readonly name: string; readonly made: string | undefined }> {
  const made_by = accountIn(tx);
  const made = await tx.db
    .insertInto('followed_calendar')
    .values({ commune_id: tx.communeId, id: newId(), unit_id: unitId, made_by, made_at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  const { id } =
    made ??
    (await tx.db
      .selectFrom('followed_calendar')
      .select('id')
      .where('unit_id', 'is not distinct from', unitId)
      .where('made_by', '=', made_by)
      .where('ended_at', 'is', null)
      .executeTakeFirstOrThrow());
  return { name: secretName(purposeOf(unitId), tx.communeId, id), made: made?.id };
}

/** @throws LoaError `record.not-found` */
export async function getFollowedCalendar(
  tx: Tx,
  id: string,
): Promise<{ readonly unitId: Of; readonly isOwn: boolean }> {
  const found = isId(id)
    ? await tx.db
        .selectFrom('followed_calendar')
        .select(['unit_id', 'made_by'])
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined;
  if (!found) throw platformError('record.not-found', { what: 'đường dẫn lịch này' });
  return { unitId: found.unit_id, isOwn: found.made_by === accountIn(tx) };
}

/** Ends an address for good; the program that follows it gets no more. @returns false where it had ended */
export async function endFollowedCalendar(tx: Tx, id: string): Promise<boolean> {
  const ended = await tx.db
    .updateTable('followed_calendar')
    .set({ ended_at: tx.now, ended_by: accountIn(tx) })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return ended !== undefined;
}

/** What a name in an address opens, and for whom it was made, as they are today. */
interface Followed {
  readonly unitId: Of;
  readonly maker: Person;
}

/** Undefined where a name opens nothing, or no more. */
export async function findFollowed(
  tx: Tx,
  what: 'duty-calendars' | 'publication-calendars',
  name: string,
): Promise<Followed | undefined> {
  const id = idInSecretName(what, tx.communeId, name);
  if (id === undefined) return undefined;
  const found = await tx.db
    .selectFrom('followed_calendar')
    .select(['unit_id', 'made_by'])
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!found || purposeOf(found.unit_id) !== what) return undefined;
  // Whoever may no longer sign in follows nothing any more.
  const maker = await findPerson(tx, found.made_by);
  return maker && { unitId: found.unit_id, maker };
}

function accountIn(tx: Tx): string {
  if (tx.actor.kind !== 'person') throw platformError('access.sign-in');
  return tx.actor.accountId;
}
