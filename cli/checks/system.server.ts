// What the tests want of the machine: a browser, poppler's PDF tools, Tesseract, LibreOffice's Writer, an
// older PostgreSQL. As root on Debian they are installed; elsewhere the tests make do or say what they left out.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runProgram } from './tools.server.ts';

const POSTGRES_FOLDER = '/usr/lib/postgresql';
const OLDEST_POSTGRES = 15;
const CREATE_CLUSTER = '/etc/postgresql-common/createcluster.conf';

/** A Debian package. */
interface Wanted {
  readonly package: string;
  /** A file that shows it is there. */
  readonly shownBy: string;
  /** What does as well, where this release doesn't have it. */
  readonly orElse?: string;
}

const WANTED: readonly Wanted[] = [
  {
    package: 'chromium-headless-shell',
    shownBy: '/usr/bin/chromium-headless-shell',
    orElse: 'chromium',
  },
  { package: 'poppler-utils', shownBy: '/usr/bin/pdftotext' },
  { package: 'tesseract-ocr', shownBy: '/usr/bin/tesseract' },
  {
    package: 'tesseract-ocr-vie',
    shownBy: '/usr/share/tesseract-ocr/5/tessdata/vie.traineddata',
  },
  { package: 'libreoffice-writer-nogui', shownBy: '/usr/bin/soffice' },
  {
    package: `postgresql-${OLDEST_POSTGRES}`,
    shownBy: `${POSTGRES_FOLDER}/${OLDEST_POSTGRES}/bin/postgres`,
  },
];

/** Installs what is missing where it may; says why not where it may not. */
export async function installSystemPackages(say: (line: string) => void): Promise<void> {
  const missing = WANTED.filter(({ shownBy }) => !existsSync(shownBy));
  if (missing.length === 0) return;
  const names = missing.map((each) => each.package).join(', ');
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    say(`not installed (needs root on Debian or Ubuntu): ${names}`);
    return;
  }
  say(`installing with apt-get: ${names}`);
  await aptGet(['update', '-qq']);
  // One by one: what this release doesn't have must not keep the others away.
  for (const { package: name, orElse } of missing) {
    if (name.startsWith('postgresql-')) await withoutDefaultCluster();
    if (await install(name)) continue;
    say(`apt-get could not install ${name}`);
    if (orElse && !(await install(orElse))) say(`apt-get could not install ${orElse} either`);
  }
}

/** Folder of the oldest installed PostgreSQL that Loa supports, e.g. `/usr/lib/postgresql/15`. */
export function findOldPostgres(): string | undefined {
  if (!existsSync(POSTGRES_FOLDER)) return undefined;
  const versions = readdirSync(POSTGRES_FOLDER)
    .map(Number)
    .filter((version) => version >= OLDEST_POSTGRES)
    .sort((a, b) => a - b)
    .map((version) => path.join(POSTGRES_FOLDER, String(version)));
  return versions.find((folder) => existsSync(path.join(folder, 'bin', 'initdb')));
}

async function install(name: string): Promise<boolean> {
  return await aptGet(['install', '-y', '-qq', '--no-install-recommends', name]);
}

async function aptGet(args: string[]): Promise<boolean> {
  return await runProgram('/usr/bin/apt-get', args, { DEBIAN_FRONTEND: 'noninteractive' });
}

/** Only the programs are wanted: installing them must not start a server of its own. */
async function withoutDefaultCluster(): Promise<void> {
  if (existsSync(CREATE_CLUSTER)) return;
  await install('postgresql-common');
  if (!existsSync(CREATE_CLUSTER)) return;
  const setting = /^#?\s*create_main_cluster\s*=.*$/m;
  const text = readFileSync(CREATE_CLUSTER, 'utf8');
  writeFileSync(CREATE_CLUSTER, text.replace(setting, 'create_main_cluster = false'));
}
