// Takes a backup: one snapshot of every table, the files it names, keys and anchors, with a signed
// table of contents.
import { createPublicKey, sign } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type pg from 'pg';
import type { Instant } from '#lib/vietnam/index.ts';
import { sha256Hex } from '../digest.server.ts';
import { signingKey } from '../events/anchor.server.ts';
import { verifyChain } from '../events/verify.server.ts';
import { writeDurably } from '../files/durable.server.ts';
import { keyFingerprint } from '../keys.server.ts';
import { dataFolder, getInstance } from '../postgres/instance.server.ts';
import { type ArchiveWriter, writeArchive } from './archive.server.ts';
import { backupError } from './errors.ts';
import { digestFile, listKept } from './folder.server.ts';
import { dataMember, FORMAT, MANIFEST, type Manifest, rowsMember, SIGNATURE } from './manifest.ts';
import { asOwner, findCommunes, insideCommune, type Owned } from './owner.server.ts';
import { readRows, setCommune, startDigest } from './rows.server.ts';
import { listTables } from './tables.server.ts';

export interface BackupRequest {
  /** Absolute; must not exist. */
  readonly file: string;
  /** Undefined leaves the archive readable for anyone who has it. */
  readonly passphrase: string | undefined;
  readonly now: Instant;
}

export interface BackupReport {
  readonly file: string;
  readonly size: number;
  readonly manifest: Manifest;
  /** Names the key that signed it. */
  readonly signedBy: string;
}

/** What `loa doctor` knows about the last backup. */
export interface BackupNote {
  readonly at: Instant;
  readonly file: string;
  readonly sealed: boolean;
  /** The master key that went with it. */
  readonly masterKey: string;
}

const pack = promisify(gzip);
const KEYS = ['master.key', 'anchor-key.pem'];

/**
 * Backs up the whole installation while it runs. A file that is missing or damaged, or a chain that
 * doesn't verify, is written down in the report and doesn't prevent the rest.
 * @throws LoaError `backup.exists`, `backup.empty`
 */
export async function takeBackup(database: Owned, request: BackupRequest): Promise<BackupReport> {
  const { file, passphrase, now } = request;
  if (existsSync(file)) throw backupError('backup.exists', { file });
  const key = signingKey();
  const masterKey = keyFingerprint();
  const folder = dataFolder();
  // Before the snapshot: every head that is anchored by now is in it.
  const anchors = await readAll(folder, listKept(folder, 'anchors'));
  let manifest: Manifest | undefined;
  const size = await asOwner(database, 'read', (client) =>
    writeArchive(file, passphrase, async (archive) => {
      const content = await writeTables(client, database.appRole, folder, archive);
      const lostFiles = await writeFiles(folder, archive, await listStoredFiles(client, content));
      for (const [name, bytes] of anchors) await archive.add(dataMember(name), bytes);
      for (const name of KEYS.filter((each) => existsSync(path.join(folder, each)))) {
        await archive.add(dataMember(name), await readFile(path.join(folder, name)));
      }
      manifest = {
        format: FORMAT,
        madeAt: now,
        instance: getInstance(folder).id,
        program: programVersion(),
        postgres: database.version,
        masterKey,
        ...content,
        lostFiles,
        members: [...archive.members],
      };
      const text = Buffer.from(JSON.stringify(manifest));
      await archive.add(MANIFEST, text);
      const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' });
      const signature = sign(null, text, key).toString('base64');
      await archive.add(
        SIGNATURE,
        Buffer.from(JSON.stringify({ publicKey: publicKey.toString('base64'), signature })),
      );
    }),
  );
  if (!manifest) throw new Error('the archive was closed without its contents');
  await writeNote(folder, { at: now, file, sealed: passphrase !== undefined, masterKey });
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return { file, size, manifest, signedBy: sha256Hex(publicKey).slice(0, 16) };
}

/** Undefined where no backup was taken from this data folder. */
export function findBackupNote(folder: string): BackupNote | undefined {
  const file = noteFile(folder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as BackupNote) : undefined;
}

type Content = Pick<Manifest, 'migrations' | 'tables' | 'communes'>;

async function writeTables(
  client: pg.Client,
  appRole: string,
  folder: string,
  archive: ArchiveWriter,
): Promise<Content> {
  const there = await client.query<{ found: string | null }>(
    `SELECT to_regclass('public.migration') AS found`,
  );
  if (!there.rows[0]?.found) throw backupError('backup.empty');
  const migrations = await client.query<{ name: string; sha256: string }>(
    'SELECT name, sha256 FROM migration ORDER BY number',
  );
  const named = [...listKept(folder, 'files'), ...listKept(folder, 'anchors')];
  const known = await findCommunes(
    client,
    named.map((name) => /[0-9a-f-]{36}/.exec(name)?.[0] ?? '').filter((id) => id !== ''),
  );
  if (known.length === 0) throw backupError('backup.empty');
  const tables: Manifest['tables'] = [];
  for (const table of await listTables(client)) {
    const digest = startDigest();
    const communes = table.communeColumn ? known.map(({ id }) => id) : [undefined];
    for (const id of communes) {
      let number = 0;
      if (id) await setCommune(client, id);
      await readRows(client, table, id, digest, async (lines) => {
        number += 1;
        await archive.add(rowsMember(table.name, id, number), await pack(lines));
      });
    }
    const columns = table.columns.map(({ name }) => name);
    tables.push({
      name: table.name,
      columns,
      rows: digest.rows,
      sha256: digest.hash.digest('hex'),
    });
  }
  const communes: Manifest['communes'] = [];
  for (const commune of known) {
    const chain = await insideCommune(client, commune.id, appRole, verifyChain);
    const { events, headHash, fault } = chain;
    communes.push({ ...commune, events, headHash, ...(fault && { fault: fault.message }) });
  }
  return { migrations: migrations.rows, tables, communes };
}

/** Paths of the files that rows of the snapshot name. */
async function listStoredFiles(client: pg.Client, content: Content): Promise<Set<string>> {
  const paths = new Set<string>();
  for (const { id } of content.communes) {
    await setCommune(client, id);
    const { rows } = await client.query<{ sha256: string }>(
      'SELECT sha256 FROM stored_file WHERE commune_id = $1',
      [id],
    );
    for (const row of rows) paths.add(`files/${id}/${row.sha256.slice(0, 2)}/${row.sha256}`);
    const kept = await client.query<{ name: string }>(
      'SELECT body_name AS name FROM pending_submission WHERE commune_id = $1',
      [id],
    );
    for (const row of kept.rows) paths.add(`pending/${row.name}`);
  }
  return paths;
}

/** Adds the files that rows name, no others: those may be swept away meanwhile. Answers what is lost. */
async function writeFiles(
  folder: string,
  archive: ArchiveWriter,
  wanted: ReadonlySet<string>,
): Promise<string[]> {
  const lost: string[] = [];
  for (const name of [...wanted].sort()) {
    const found = await digestFile(folder, name).catch(() => undefined);
    const isStored = name.startsWith('files/');
    if (found && (!isStored || name.endsWith(found.sha256))) {
      await archive.addFile(dataMember(name), path.join(folder, name), found);
    } else if (isStored) {
      // A kept form may have been sent on meanwhile; a stored file never goes.
      lost.push(name);
    }
  }
  return lost;
}

async function readAll(folder: string, names: readonly string[]): Promise<[string, Buffer][]> {
  const all: [string, Buffer][] = [];
  for (const name of names) all.push([name, await readFile(path.join(folder, name))]);
  return all;
}

function programVersion(): string {
  const file = path.resolve(import.meta.dirname, '../../../../package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

async function writeNote(folder: string, note: BackupNote): Promise<void> {
  await writeDurably(noteFile(folder), Buffer.from(`${JSON.stringify(note, null, 2)}\n`));
}

function noteFile(folder: string): string {
  return path.join(folder, 'last-backup.json');
}
