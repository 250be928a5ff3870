// Puts a backup into an empty installation: the archive is checked whole first, then everything is
// loaded in one transaction and compared, row for row, before it is committed.
import { createPublicKey, randomBytes, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type pg from 'pg';
import { sha256Hex } from '../digest.server.ts';
import { checkAnchors, readAnchors } from '../events/anchor.server.ts';
import { verifyChain } from '../events/verify.server.ts';
import { forgetKeys, keyFingerprint } from '../keys.server.ts';
import { applyWithin, digestOf, readMigrations } from '../migrate/migrate.server.ts';
import { destroyAgain } from '../privacy/erase-subjects.server.ts';
import { dataFolder } from '../postgres/instance.server.ts';
import { type Archive, openArchive, requireSame } from './archive.server.ts';
import { backupError } from './errors.ts';
import { Staging } from './folder.server.ts';
import {
  findPart,
  findUnknownMigration,
  MANIFEST,
  Manifest,
  type Part,
  Signature,
  SIGNATURE,
} from './manifest.ts';
import { asOwner, insideCommune, type Owned } from './owner.server.ts';
import { deferForeignKeys, dropEverything } from './schema.server.ts';
import { readRows, setCommune, startDigest, writeRows } from './rows.server.ts';
import { listTables, type Table } from './tables.server.ts';

export interface CheckedBackup {
  readonly manifest: Manifest;
  readonly sealed: boolean;
  /** Names the key that signed it. */
  readonly signedBy: string;
}

export interface RestoreReport extends CheckedBackup {
  /** Migrations of this program that came after the backup. */
  readonly applied: readonly string[];
  /** Files of the data folder that stood in the way, under their new names. */
  readonly setAside: readonly string[];
  /** What the anchors kept outside the database say, in Vietnamese. */
  readonly anchorFaults: readonly string[];
}

const unpack = promisify(gunzip);
/** No part comes near this; a forged one must not exhaust the machine. */
const LARGEST_PART = 512 * 1024 * 1024;

/**
 * Reads a backup from end to end without touching anything: seal, parts, signature.
 * @throws LoaError `backup.damaged` naming the part, `backup.wrong-passphrase`, `backup.not-one`
 */
export async function checkBackup(
  file: string,
  passphrase: string | undefined,
): Promise<CheckedBackup> {
  const archive = await openArchive(file, passphrase);
  try {
    return await check(file, archive);
  } finally {
    await archive.close();
  }
}

/**
 * Restores into an empty database; on any failure nothing of it is kept. `migrations` are this
 * program's unless a test brings others.
 * @throws LoaError `restore.not-empty`, `restore.unknown-migration`, `restore.differs`,
 *   `restore.other-key`, and those of `checkBackup`
 */
export async function restoreBackup(
  database: Owned,
  request: { file: string; passphrase: string | undefined },
  migrations = readMigrations(),
): Promise<RestoreReport> {
  const { file, passphrase } = request;
  const archive = await openArchive(file, passphrase);
  const mark = randomBytes(4).toString('hex');
  const staging = new Staging(dataFolder(), mark);
  try {
    const checked = await check(file, archive);
    const { manifest } = checked;
    const own = migrations.map((each) => ({ name: each.name, sha256: digestOf(each) }));
    const unknown = findUnknownMigration(manifest.migrations, own);
    if (unknown) throw backupError('restore.unknown-migration', { name: unknown });
    requireKey(manifest);
    const count = manifest.migrations.length;
    const anchorFaults: string[] = [];
    await asOwner(database, 'write', async (client) => {
      await dropEverything(client);
      await applyWithin(client, migrations.slice(0, count), database.appRole);
      await load(client, file, archive, manifest, staging);
      await compare(client, manifest);
      await staging.place(mark);
      forgetKeys();
      await applyWithin(client, migrations.slice(count), database.appRole);
      for (const commune of manifest.communes) {
        await requireChain(client, database.appRole, commune);
        const kept = await readAnchors(commune.id);
        const anchors = await insideCommune(client, commune.id, database.appRole, (tx) =>
          checkAnchors(tx, kept),
        );
        await insideCommune(client, commune.id, database.appRole, destroyAgain);
        if (anchors.fault) anchorFaults.push(`${commune.name}: ${anchors.fault}`);
      }
    });
    const applied = own.slice(count).map(({ name }) => name);
    return { ...checked, applied, setAside: staging.setAside, anchorFaults };
  } catch (error) {
    staging.undo();
    forgetKeys();
    throw error;
  } finally {
    staging.end();
    await archive.close();
  }
}

async function check(file: string, archive: Archive): Promise<CheckedBackup> {
  const last = new Map<string, Buffer>();
  const read = await archive.read(async (name, content) => {
    if (name === MANIFEST || name === SIGNATURE) last.set(name, await collect(content));
  });
  const text = last.get(MANIFEST) ?? Buffer.alloc(0);
  const damaged = (member: string, reason: string) =>
    backupError('backup.damaged', { file, member, reason });
  const signature = Signature.safeParse(parse(last.get(SIGNATURE)));
  if (!signature.success) throw damaged(SIGNATURE, 'không đọc được chữ ký');
  const der = Buffer.from(signature.data.publicKey, 'base64');
  if (!isSigned(text, der, signature.data.signature)) {
    throw damaged(MANIFEST, 'chữ ký không khớp với mục lục');
  }
  const manifest = Manifest.safeParse(parse(text));
  if (!manifest.success) throw damaged(MANIFEST, 'mục lục thuộc một bản Loa khác');
  requireSame(file, read, manifest.data);
  const stranger = manifest.data.members.find(({ name }) => !findPart(name));
  if (stranger) throw damaged(stranger.name, 'bản Loa này không biết phần đó');
  return { manifest: manifest.data, sealed: archive.sealed, signedBy: sha256Hex(der).slice(0, 16) };
}

function isSigned(text: Buffer, publicKey: Buffer, signature: string): boolean {
  try {
    const key = createPublicKey({ key: publicKey, type: 'spki', format: 'der' });
    return verify(null, text, key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

/** With the key in LOA_KEY, what is sealed in the rows must open with it. */
function requireKey(manifest: Manifest): void {
  const carried = manifest.members.some(({ name }) => name === 'data/master.key');
  if (!process.env['LOA_KEY'] && carried) return;
  const given = process.env['LOA_KEY'] ? keyFingerprint() : 'chưa đặt';
  if (given === manifest.masterKey) return;
  throw backupError('restore.other-key', { wanted: manifest.masterKey, given });
}

async function load(
  client: pg.Client,
  file: string,
  archive: Archive,
  manifest: Manifest,
  staging: Staging,
): Promise<void> {
  const tables = new Map((await listTables(client)).map((table) => [table.name, table]));
  const enforce = await deferForeignKeys(client);
  const read = await archive.read(async (name, content) => {
    const part = findPart(name);
    if (part?.kind === 'data') await staging.add(part.path, await collect(content));
    if (part?.kind === 'rows') await loadRows(client, tables, manifest, part, content);
  });
  // The same bytes as when it was checked: nobody exchanged the file meanwhile.
  requireSame(file, read, manifest);
  await enforce();
}

async function loadRows(
  client: pg.Client,
  tables: ReadonlyMap<string, Table>,
  manifest: Manifest,
  part: Extract<Part, { kind: 'rows' }>,
  content: AsyncIterable<Buffer>,
): Promise<void> {
  const table = tables.get(part.table);
  const columns = manifest.tables.find(({ name }) => name === part.table)?.columns;
  if (!table || !columns) throw differs(`bảng ${part.table}`, 'lược đồ không có bảng này');
  if (part.communeId) await setCommune(client, part.communeId);
  const lines = await unpack(await collect(content), { maxOutputLength: LARGEST_PART });
  await writeRows(client, table, columns, lines);
}

/** Reads everything back and holds it against what was read when the backup was made. */
async function compare(client: pg.Client, manifest: Manifest): Promise<void> {
  const tables = await listTables(client);
  for (const wanted of manifest.tables) {
    const table = tables.find(({ name }) => name === wanted.name);
    if (!table) throw differs(`bảng ${wanted.name}`, 'không có');
    const digest = startDigest();
    const ids = manifest.communes.map(({ id }) => id);
    for (const id of table.communeColumn ? ids : [undefined]) {
      if (id) await setCommune(client, id);
      await readRows(client, table, id, digest);
    }
    const found = digest.hash.digest('hex');
    if (digest.rows !== wanted.rows || found !== wanted.sha256) {
      const detail = `${digest.rows} dòng, mã băm ${found.slice(0, 12)}; bản sao lưu ${wanted.rows} dòng, ${wanted.sha256.slice(0, 12)}`;
      throw differs(`bảng ${wanted.name}`, detail);
    }
  }
}

/** The chain must be what it was, also where it was broken already: that is evidence. */
async function requireChain(
  client: pg.Client,
  appRole: string,
  wanted: Manifest['communes'][number],
): Promise<void> {
  const chain = await insideCommune(client, wanted.id, appRole, verifyChain);
  const same =
    chain.events === wanted.events &&
    chain.headHash === wanted.headHash &&
    chain.fault?.message === wanted.fault;
  if (same) return;
  const detail = chain.fault?.message ?? `${chain.events} sự kiện, bản sao lưu ${wanted.events}`;
  throw differs(`chuỗi sự kiện của ${wanted.name}`, detail);
}

function differs(what: string, detail: string) {
  return backupError('restore.differs', { what, detail });
}

async function collect(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function parse(bytes: Buffer | undefined): unknown {
  try {
    return JSON.parse(bytes?.toString('utf8') ?? '');
  } catch {
    return undefined;
  }
}
