// Making a commune, and what its pages say of it.
import { slugify } from '#lib/vietnam/index.ts';
import { createAccount, type NewAccount } from '../accounts/accounts.server.ts';
import { requireInPlatform } from '../accounts/permissions.ts';
import type { Actor } from '../actor.ts';
import { addHost, forgetCommunes } from '../communes/lookup.server.ts';
import { inCommune } from '../database/commune.server.ts';
import type { Tx } from '../database/tx.server.ts';
import { newId } from '../ids.server.ts';
import type { CommuneEnd } from './archive.ts';
import { officeError } from './errors.ts';
import type { CommuneFacts } from './forms.ts';

const UNIQUE_VIOLATION = '23505';

export interface NewCommune {
  readonly facts: CommuneFacts;
  /** Host name it answers at. */
  readonly host: string;
  /** The first administrator; a province's installation may add one later. */
  readonly administrator?: Omit<NewAccount, 'roles' | 'unitIds'>;
}

/**
 * Makes a commune with its host name and, where given, its administrator: all or nothing.
 * @throws LoaError `commune.host-taken`
 */
export async function createCommune(
  commune: NewCommune,
  actor: Actor,
): Promise<{ communeId: string; administratorId: string | undefined }> {
  requireInPlatform(actor, 'commune.create', {});
  const communeId = newId();
  const { facts, host, administrator } = commune;
  const work = async (tx: Tx) => {
    await tx.db
      .insertInto('commune')
      .values({ id: communeId, slug: slugify(facts.name) || 'xa', ...columnsOf(facts) })
      .execute();
    tx.record({ kind: 'commune.created', subject: { type: 'commune', id: communeId } });
    await addHost(tx, host);
    if (!administrator) return undefined;
    return createAccount(tx, { ...administrator, roles: ['administrator'], unitIds: [] });
  };
  const administratorId = await inCommune(communeId, work, { write: true, actor }).catch(
    explainTakenHost(host),
  );
  forgetCommunes();
  return { communeId, administratorId };
}

/** Changes what the pages say of the commune. Call `forgetCommunes` once it is committed. */
export async function updateCommune(tx: Tx, facts: CommuneFacts): Promise<void> {
  requireInPlatform(tx.actor, 'commune.manage', {});
  await tx.db.updateTable('commune').set(columnsOf(facts)).execute();
  tx.record({ kind: 'commune.updated', subject: { type: 'commune', id: tx.communeId } });
}

/**
 * Says what became of the commune; after its last day nothing but accounts changes in it any more.
 * Call `forgetCommunes` once it is committed.
 */
export async function endCommune(tx: Tx, end: CommuneEnd): Promise<void> {
  requireInPlatform(tx.actor, 'commune.manage', {});
  await tx.db
    .updateTable('commune')
    .set({
      valid_to: end.lastDay,
      successor: end.successor,
      successor_url: end.successorUrl || null,
    })
    .execute();
  tx.record({
    kind: 'commune.ended',
    subject: { type: 'commune', id: tx.communeId },
    data: { lastDay: end.lastDay },
  });
}

/** Takes the end back: it was said by mistake. Call `forgetCommunes` once it is committed. */
export async function reopenCommune(tx: Tx): Promise<void> {
  requireInPlatform(tx.actor, 'commune.manage', {});
  await tx.db.updateTable('commune').set({ valid_to: null }).execute();
  tx.record({ kind: 'commune.reopened', subject: { type: 'commune', id: tx.communeId } });
}

/** Lets the commune answer at one more host name. @throws LoaError `commune.host-taken` */
export async function addCommuneHost(communeId: string, host: string, actor: Actor): Promise<void> {
  await inCommune(
    communeId,
    async (tx) => {
      requireInPlatform(tx.actor, 'commune.manage', {});
      await addHost(tx, host);
      tx.record({ kind: 'commune.host-added', subject: { type: 'commune', id: communeId } });
    },
    { write: true, actor },
  ).catch(explainTakenHost(host));
}

function columnsOf(facts: CommuneFacts) {
  return {
    name: facts.name,
    kind: facts.kind,
    superiors: facts.superiors.join('\n'),
    address: facts.address,
    telephone: facts.telephone,
    email: facts.email,
    editor_in_chief: facts.editorInChief,
    opening_hours: facts.openingHours,
  };
}

function explainTakenHost(host: string) {
  return (error: unknown): never => {
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (code === UNIQUE_VIOLATION && constraint === 'commune_host_pk') {
      throw officeError('commune.host-taken', { host }, 'host');
    }
    throw error;
  };
}
