// The demo's office: commune, host names, villages, units, hotlines and accounts, as of the first days of
// 2023, so that everything later happens in an office that exists.
import {
  createAccount,
  forgetCommunes,
  generatePassword,
  hashPassword,
  inCommune,
  newId,
  type Tx,
} from '#lib/platform/index.server.ts';
import { systemJob, type Person } from '#lib/platform/index.ts';
import type { DemoCommune } from '../demo-data.ts';

export const DEMO_JOB = systemJob('demo');
const HOSTS = ['localhost', '127.0.0.1'];

export interface DemoOffice {
  readonly communeId: string;
  /** Unit ids by their number in part IV of the plan. */
  readonly units: ReadonlyMap<number, string>;
  /** Village ids by slug. */
  readonly villages: ReadonlyMap<string, string>;
  readonly people: readonly DemoPerson[];
  /** Login → password, for printing once. */
  readonly passwords: ReadonlyMap<string, string>;
}

export interface DemoPerson {
  readonly person: Person;
  readonly login: string;
  readonly unit: number | undefined;
}

/** Founds the office at `now`. Passwords are made here and kept nowhere but in the answer. */
export async function foundOffice(demo: DemoCommune, now: string): Promise<DemoOffice> {
  const communeId = newId();
  const units = new Map(demo.units.map((unit) => [unit.number, newId()]));
  const villages = new Map(demo.villages.items.map((village) => [village.slug, newId()]));
  const passwords = new Map(demo.accounts.map(({ login }) => [login, generatePassword()]));
  const hashes = new Map<string, string>();
  for (const [login, password] of passwords) hashes.set(login, await hashPassword(password));
  const people = await inCommune(
    communeId,
    async (tx) => {
      await insertCommune(tx, demo);
      await insertVillages(tx, demo, villages);
      await insertUnits(tx, demo, units);
      await insertHotlines(tx, demo);
      return createPeople(tx, demo, units, hashes);
    },
    { write: true, actor: DEMO_JOB, now },
  );
  forgetCommunes();
  return { communeId, units, villages, people, passwords };
}

async function insertCommune(tx: Tx, { commune, opening_hours }: DemoCommune): Promise<void> {
  await tx.db
    .insertInto('commune')
    .values({
      id: tx.communeId,
      slug: commune.slug,
      name: commune.name,
      kind: commune.kind,
      superiors: commune.superiors.join('\n'),
      address: commune.address,
      telephone: commune.telephone,
      editor_in_chief: commune.editor_in_chief,
      opening_hours: opening_hours.text,
      demo_day: commune.demo_day,
      successor: commune.successor.note,
    })
    .execute();
  tx.record({ kind: 'commune.created', subject: { type: 'commune', id: tx.communeId } });
}

/** Opens the office to visitors, as the last step: a load that was cut short is begun anew. */
export function openToVisitors(communeId: string, now: string): Promise<void> {
  return inCommune(
    communeId,
    async (tx) => {
      await tx.db
        .insertInto('commune_host')
        .values(
          HOSTS.map((host, index) => ({ host, commune_id: communeId, is_primary: index === 0 })),
        )
        .execute();
      tx.record({ kind: 'commune.host-added', subject: { type: 'commune', id: communeId } });
    },
    { write: true, actor: DEMO_JOB, now },
  );
}

async function insertVillages(
  tx: Tx,
  demo: DemoCommune,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = demo.villages.items.map(({ slug, name }) => ({
    commune_id: tx.communeId,
    id: ids.get(slug) ?? newId(),
    slug,
    name,
  }));
  await tx.db.insertInto('village').values(rows).execute();
  for (const { id } of rows) {
    tx.record({ kind: 'village.created', subject: { type: 'village', id } });
  }
}

async function insertUnits(
  tx: Tx,
  demo: DemoCommune,
  ids: ReadonlyMap<number, string>,
): Promise<void> {
  const rows = demo.units.map(({ number, slug, name }) => ({
    commune_id: tx.communeId,
    id: ids.get(number) ?? newId(),
    slug,
    name,
    position: number - 1,
  }));
  await tx.db.insertInto('unit').values(rows).execute();
  for (const { id } of rows) tx.record({ kind: 'unit.created', subject: { type: 'unit', id } });
}

async function insertHotlines(tx: Tx, demo: DemoCommune): Promise<void> {
  const rows = demo.hotlines.items.map((hotline, position) => ({
    commune_id: tx.communeId,
    id: newId(),
    ...hotline,
    position,
  }));
  await tx.db.insertInto('hotline').values(rows).execute();
  for (const { id } of rows) {
    tx.record({ kind: 'hotline.created', subject: { type: 'hotline', id } });
  }
}

async function createPeople(
  tx: Tx,
  demo: DemoCommune,
  units: ReadonlyMap<number, string>,
  hashes: ReadonlyMap<string, string>,
): Promise<DemoPerson[]> {
  const people: DemoPerson[] = [];
  for (const { login, position, roles, unit } of demo.accounts) {
    const unitId = unit === undefined ? undefined : units.get(unit);
    const unitIds = unitId === undefined ? [] : [unitId];
    const accountId = await createAccount(tx, {
      login,
      name: position,
      passwordHash: hashes.get(login) ?? '',
      roles,
      unitIds,
      isDemo: true,
    });
    people.push({
      person: { kind: 'person', accountId, name: position, roles, unitIds },
      login,
      unit,
    });
  }
  return people;
}
