// Which commune a command is about: the only one, or the one named by its host or short name.
import {
  type Commune,
  findCommuneByHost,
  inCommune,
  listCommuneIds,
  readCommune,
} from '#lib/platform/index.server.ts';
import { commandError } from './errors.ts';

/** @throws LoaError where nothing or too much is named */
export async function chooseCommune(named: string | undefined): Promise<Commune> {
  const communes = await listCommunes();
  if (named === undefined) {
    const [only, ...others] = communes;
    if (only && others.length === 0) return only;
    if (!only) throw commandError('command.no-commune');
    throw commandError('command.which-commune', { slugs: slugsOf(communes) });
  }
  const found = communes.find((commune) => commune.slug === named);
  const commune = found ?? (await findCommuneByHost(named));
  if (!commune) throw commandError('command.unknown-commune', { named, slugs: slugsOf(communes) });
  return commune;
}

export async function listCommunes(): Promise<Commune[]> {
  const communes: Commune[] = [];
  for (const id of await listCommuneIds()) communes.push(await inCommune(id, readCommune));
  return communes.sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

function slugsOf(communes: readonly Commune[]): string {
  return communes.map((commune) => commune.slug).join(', ');
}
