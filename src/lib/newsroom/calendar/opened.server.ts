// The calendar of publication for one who was let in another way than by signing in: what it says travels to machines
// of others, so of editions it names nothing that the portal took back. Duties, and no person.
import type { Tx } from '#lib/platform/index.server.ts';
import { listDutiesOfAll } from '#lib/plans/index.server.ts';
import { dutiesIn, editionEntry, selectEditions, type EditionRow } from './calendar.server.ts';
import type { CalendarEntry, Spell } from './calendar.ts';

/** Whoever calls has checked who may read it. */
export async function readCalendarOpened(tx: Tx, spell: Spell): Promise<CalendarEntry[]> {
  const editions = await asThePublicReads(tx, await selectEditions(tx, spell));
  return [...editions.flatMap(editionEntry), ...dutiesIn(await listDutiesOfAll(tx), spell)];
}

/** A correction may have taken words out: the days before it bear the title that stands now. */
async function asThePublicReads(tx: Tx, rows: readonly EditionRow[]): Promise<EditionRow[]> {
  const corrected = rows.filter(({ status }) => status === 'superseded');
  const titles = await titlesNow(tx, new Set(corrected.map(({ item_id }) => item_id)));
  return rows.flatMap((row) => {
    if (row.status === 'withdrawn') return [];
    if (row.status !== 'superseded') return [row];
    const title = titles.get(row.item_id);
    return title === undefined ? [] : [{ ...row, title }];
  });
}

/** Titles under which items stand on the portal, by the item; none of what was taken off. */
async function titlesNow(tx: Tx, itemIds: ReadonlySet<string>): Promise<Map<string, string>> {
  if (itemIds.size === 0) return new Map();
  const rows = await tx.db
    .selectFrom('edition')
    .select(['item_id', 'title'])
    .where('item_id', 'in', [...itemIds])
    .where('status', '=', 'published')
    .execute();
  return new Map(rows.map(({ item_id, title }) => [item_id, title]));
}
