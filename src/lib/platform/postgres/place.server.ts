// Where an embedded cluster lives and as whom it runs. PostgreSQL refuses root, and nobody else can
// enter a closed parent folder such as /root, so root's clusters live in a folder of a system user.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { sha256Hex } from '../digest.server.ts';
import { type Binaries, copyBinaries } from './binaries.server.ts';
import { postgresError } from './errors.ts';
import { getInstance } from './instance.server.ts';

export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

export interface Place {
  /** Closed folder with the cluster (`data`), its logs (`log`) and the lock. */
  readonly home: string;
  readonly data: string;
  /** Folder of the Unix socket; undefined on Windows. */
  readonly socketFolder: string | undefined;
  readonly binaries: Binaries;
  /** Whom the database runs as, when that isn't the user of this process. */
  readonly user: SystemUser | undefined;
}

export const SYSTEM_FOLDER = '/var/lib/loa';

/** The place of the installation whose data folder is given; folders are made if absent. */
export function getPlace(dataFolder: string, binaries: Binaries): Place {
  if (!isRoot()) return settle(path.join(dataFolder, 'postgres'), binaries, undefined);
  const own = path.join(dataFolder, 'postgres');
  // An ordinary user's installation that root starts once keeps running as that user.
  if (existsSync(path.join(own, 'data'))) {
    const { uid, gid } = statSync(path.join(own, 'data'));
    return settle(own, copyBinaries(binaries, SYSTEM_FOLDER), { uid, gid });
  }
  const home = path.join(SYSTEM_FOLDER, getInstance(dataFolder).id);
  const place = settle(home, copyBinaries(binaries, SYSTEM_FOLDER), getSystemUser());
  refuseCopies(dataFolder, home);
  return place;
}

/** A place in a given folder, for clusters that are thrown away; root gives it to the system user. */
export function settle(home: string, binaries: Binaries, user: SystemUser | undefined): Place {
  makeOwned(home, user);
  makeOwned(path.join(home, 'log'), user);
  const socketFolder = process.platform === 'win32' ? undefined : socketFolderOf(home, user);
  return { home, data: path.join(home, 'data'), socketFolder, binaries, user };
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The system user of databases that root starts: `loa`, made on first use, or one that is there. */
export function getSystemUser(): SystemUser {
  const present = findUser('loa');
  if (present) return present;
  try {
    execFileSync(
      'useradd',
      [
        '--system',
        '--home-dir',
        SYSTEM_FOLDER,
        '--no-create-home',
        '--shell',
        '/usr/sbin/nologin',
        'loa',
      ],
      { stdio: 'ignore' },
    );
  } catch {
    // No useradd here, or another start made the user meanwhile; both are settled below.
  }
  const user = findUser('loa') ?? findUser('postgres') ?? findUser('nobody');
  if (!user) throw postgresError('database.no-system-user');
  return user;
}

function findUser(name: string): SystemUser | undefined {
  try {
    const ask = (flag: string) =>
      Number(
        execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
      );
    const user = { uid: ask('-u'), gid: ask('-g') };
    return user.uid > 0 ? user : undefined;
  } catch {
    return undefined;
  }
}

/** Makes a folder that only its owner may enter; an existing one must already be so. */
export function makeOwned(folder: string, user: SystemUser | undefined): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
    if (user) chownSync(folder, user.uid, user.gid);
    return;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') {
      mkdirSync(path.dirname(folder), { recursive: true, mode: 0o755 });
      makeOwned(folder, user);
      return;
    }
    if (code !== 'EEXIST') throw error;
  }
  if (process.platform === 'win32') return;
  const state = lstatSync(folder);
  const wanted = user?.uid ?? process.getuid?.();
  if (!state.isDirectory() || state.uid !== wanted) {
    throw postgresError('database.foreign-folder', { folder });
  }
  if (state.mode & 0o077) chmodSync(folder, 0o700);
}

/** A socket's path may not exceed 107 bytes, so it never lies in the data folder. */
function socketFolderOf(home: string, user: SystemUser | undefined): string {
  const uid = user?.uid ?? process.getuid?.() ?? 0;
  const mark = sha256Hex(home).slice(0, 12);
  return path.join('/tmp', `loa-${uid}-${mark}`);
}

/** A copied data folder would share the original's database; a moved one takes it along. */
function refuseCopies(dataFolder: string, home: string): void {
  const note = path.join(home, 'data-folder');
  const original = existsSync(note) ? readFileSync(note, 'utf8') : undefined;
  if (original === dataFolder) return;
  if (original !== undefined && idIn(original) === idIn(dataFolder)) {
    throw postgresError('database.copied-folder', { folder: dataFolder, original, home });
  }
  writeFileSync(note, dataFolder, { mode: 0o600 });
}

function idIn(folder: string): string | undefined {
  const file = path.join(folder, 'instance.json');
  return existsSync(file) ? getInstance(folder).id : undefined;
}
