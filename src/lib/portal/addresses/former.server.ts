// Addresses of the former site and where each leads, as an administrator keeps them.
import { z } from 'zod';
import {
  canonicalText,
  findPersonalData,
  formerKeys,
  type Leads,
  nameHit,
  listInError,
} from '#lib/platform/index.ts';
import { leadsOf, listOwnContacts, sha256Hex, type Tx } from '#lib/platform/index.server.ts';
import { requireCan } from '../permissions.ts';
import { addressError } from './errors.ts';
import { circlesIn, readFormerLines } from './former.ts';

const MOST_KEPT = 20_000;
const SHOWN_FAULTS = 5;

export const FormerForm = z.object({
  lines: z.string().max(1_000_000, 'Danh sách dài quá; chia làm nhiều lần.'),
});

export const FormerOnly = z.object({ key: z.string().min(1).max(400) });

export interface KeptAddress {
  readonly key: string;
  readonly leads: Leads;
  readonly addedAt: string;
}

/**
 * Keeps what the pasted lines say; an address that is known already leads where they say now.
 * @returns how many lines were kept
 * @throws LoaError `address.*`: then nothing is kept
 */
export async function addFormerAddresses(
  tx: Tx,
  { lines }: z.output<typeof FormerForm>,
): Promise<number> {
  requireCan(tx.actor, 'address.keep', {});
  const { found, faults } = readFormerLines(lines);
  if (faults.length > 0) {
    const told = faults.slice(0, SHOWN_FAULTS).map(({ line, why }) => `dòng ${line}: ${why}`);
    const more = faults.length > SHOWN_FAULTS ? '; …' : '';
    throw addressError(
      'address.unreadable',
      { count: faults.length, lines: told.join('; ') + more },
      'lines',
    );
  }
  if (found.length === 0) throw addressError('address.nothing', {}, 'lines');
  const reasons = found.map(({ leads }) => leads.reason ?? '').join('\n');
  const hits = findPersonalData(reasons, await listOwnContacts(tx));
  if (hits.length > 0) {
    const words = listInError(hits.map(nameHit), ', ');
    throw addressError('address.personal-data', { found: words }, 'lines');
  }
  const all = new Map((await readAll(tx)).map(({ key, leads }) => [key, leads]));
  for (const { key, leads } of found) all.set(key, leads);
  if (all.size > MOST_KEPT) throw addressError('address.too-many', { count: MOST_KEPT }, 'lines');
  const circles = circlesIn(all);
  if (circles.length > 0) {
    const addresses = circles.slice(0, SHOWN_FAULTS).join(', ');
    throw addressError('address.circle', { addresses }, 'lines');
  }
  await tx.db
    .insertInto('former_address')
    .values(
      found.map(({ key, leads }) => ({
        commune_id: tx.communeId,
        address: key,
        leads_to: leads.to ?? '',
        reason: leads.reason ?? '',
        added_at: tx.now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['commune_id', 'address']).doUpdateSet((set) => ({
        leads_to: set.ref('excluded.leads_to'),
        reason: set.ref('excluded.reason'),
        added_at: set.ref('excluded.added_at'),
      })),
    )
    .execute();
  tx.record({
    kind: 'addresses.kept',
    subject: { type: 'commune', id: tx.communeId },
    data: { count: found.length, digest: sha256Hex(canonicalText(found)) },
  });
  return found.length;
}

/** Lets an address of the former site go. @throws LoaError `address.not-found` */
export async function dropFormerAddress(
  tx: Tx,
  { key }: z.output<typeof FormerOnly>,
): Promise<void> {
  requireCan(tx.actor, 'address.keep', {});
  const done = await tx.db
    .deleteFrom('former_address')
    .where('address', '=', key)
    .executeTakeFirst();
  if (done.numDeletedRows === 0n) throw addressError('address.not-found');
  tx.record({
    kind: 'addresses.dropped',
    subject: { type: 'commune', id: tx.communeId },
    data: { digest: sha256Hex(key) },
  });
}

/** Kept addresses, the latest first. */
export async function listFormerAddresses(
  tx: Tx,
  page: { readonly size: number; readonly start: number },
): Promise<{ total: number; addresses: KeptAddress[] }> {
  requireCan(tx.actor, 'address.keep', {});
  const counted = await tx.db
    .selectFrom('former_address')
    .select(({ fn }) => fn.countAll().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await tx.db
    .selectFrom('former_address')
    .selectAll()
    .orderBy('added_at', 'desc')
    .orderBy('address')
    .limit(page.size)
    .offset(page.start)
    .execute();
  return { total: Number(counted.total), addresses: rows.map(toKept) };
}

export interface MissedAddress {
  readonly address: string;
  readonly times: number;
}

/**
 * Addresses people asked for in the `days` days up to today (by the real calendar) and nobody found,
 * most asked first; those that lead somewhere by now are left out.
 */
export async function listMissedAddresses(tx: Tx, since: string): Promise<MissedAddress[]> {
  requireCan(tx.actor, 'address.keep', {});
  const rows = await tx.db
    .selectFrom('missed_address')
    .select(({ fn }) => ['address', fn.sum<number>('times').as('times')])
    .where('day', '>=', since)
    .groupBy('address')
    .having(({ fn }) => fn.sum('times'), '>=', ASKED_AGAIN)
    .orderBy('times', 'desc')
    .orderBy('address')
    .limit(SHOWN_MISSED * 2)
    .execute();
  const known = new Set((await readAll(tx)).map(({ key }) => key));
  return rows
    .filter(({ address }) => !formerKeys(address).some((key) => known.has(key)))
    .slice(0, SHOWN_MISSED)
    .map(({ address, times }) => ({ address, times: Number(times) }));
}

const SHOWN_MISSED = 50;
/** Asked once may be a slip of one person's. */
const ASKED_AGAIN = 2;

async function readAll(tx: Tx): Promise<KeptAddress[]> {
  return (await tx.db.selectFrom('former_address').selectAll().execute()).map(toKept);
}

function toKept(row: {
  address: string;
  leads_to: string;
  reason: string;
  added_at: string;
}): KeptAddress {
  return { key: row.address, leads: leadsOf(row), addedAt: row.added_at };
}
