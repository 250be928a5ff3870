// loa start: everything an office needs, from nothing to an address in the browser.
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  type AccessLog,
  closeDatabase,
  dataFolder,
  getSetupCode,
  KeptPages,
  migrate,
  openAccessLog,
  openDatabase,
  prepareJobs,
  type RunningDatabase,
  startDatabase,
  startJobs,
  startListening,
  stopJobs,
  stopListening,
} from '#lib/platform/index.server.ts';
import { keptAddresses } from '#lib/portal/index.ts';
import { startVisitFlush, stopVisitFlush } from '#lib/portal/index.server.ts';
import { type RunningServer, type ServerOptions, startServer } from '#root/src/server.ts';
import { ensureBuilt } from './frame/build.server.ts';
import { hasDemo, loadDemoIfEmpty } from './frame/demo.server.ts';
import { endInTurn } from './frame/ending.server.ts';
import { startError } from './frame/errors.ts';
import './frame/rooms-with-jobs.server.ts';
import { isLoopback, readPort } from './frame/address.ts';
import { askedToEnd, leaveAnyhow } from './frame/signals.server.ts';
import { countPlans, planLines } from './frame/summary.server.ts';

const PAGE_CACHE_MB = 24;

export const help = 'khởi động Loa: cơ sở dữ liệu, các trang, xã minh họa khi chưa có gì';
export const usage = `
  PORT=3000 HOST=127.0.0.1 LOA_DATA=.loa   biến môi trường, xem docs/operations.md
  --trong              không nạp xã minh họa khi cơ sở dữ liệu còn trống
  --demo-cong-khai     cho phép mở bản minh họa ra ngoài máy này
`;

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { trong: { type: 'boolean' }, 'demo-cong-khai': { type: 'boolean' } },
  });
  const host = process.env.HOST || '127.0.0.1';
  const port = readPort(process.env.PORT);
  const ending = new AbortController();
  const ended = askedToEnd().then(() => ending.abort());
  const folder = dataFolder();
  const database = await startDatabase({ dataFolder: folder, command: 'start', env: process.env });
  let server: RunningServer | undefined;
  let accessLog: AccessLog | undefined;
  try {
    await prepare(database, values.trong === true);
    const isPublic = !isLoopback(host);
    if (isPublic && !values['demo-cong-khai'] && (await hasDemo())) {
      throw startError('start.public-demo', { host });
    }
    if (await ensureBuilt(say, { ended: ending.signal })) say('Đã dựng các trang.');
    if (ending.signal.aborted) return 0;
    const kept = keepPages(database);
    accessLog = process.env.LOA_ACCESS_LOG === '0' ? undefined : openLog(folder);
    server = await listen({ host, port, ...(kept && { kept }), ...(accessLog && { accessLog }) });
    await startJobs(database.owner);
    startVisitFlush();
    database.announce(server.url);
    for (const plan of await countPlans()) planLines(plan).forEach(say);
    const code = await getSetupCode();
    if (code) say(`Chưa có xã nào: mở ${server.url}thiet-lap và nhập mã thiết lập ${code}`);
    say(`Loa đang chạy: ${server.url}   (dữ liệu: ${folder}; dừng: Ctrl-C)`);
    await ended;
    say('Đang dừng…');
    return 0;
  } finally {
    // Also after a failure: a server without its database would hold the process open.
    await endInTurn([
      { name: 'server', end: () => server?.close() },
      { name: 'access log', end: () => accessLog?.close() },
      { name: 'page news', end: stopListening },
      { name: 'visits', end: stopVisitFlush },
      { name: 'jobs', end: stopJobs },
      { name: 'connections', end: closeDatabase },
    ]);
    // As long as it takes: what is still being written must reach the disk.
    await database.stop();
    leaveAnyhow();
  }
}

async function prepare(database: RunningDatabase, stayEmpty: boolean): Promise<void> {
  const kind = database.kind === 'embedded' ? 'đi kèm' : 'bên ngoài';
  say(`Cơ sở dữ liệu: PostgreSQL ${database.version} ${kind} (${database.where}).`);
  database.warnings.forEach((warning) => say(`Lưu ý: ${warning}`));
  const applied = await migrate(database);
  if (applied.length > 0) say(`Đã cập nhật lược đồ: ${applied.length} tệp, đến ${applied.at(-1)}.`);
  await prepareJobs(database.owner, database.appRole);
  openDatabase(database);
  if (!stayEmpty) await loadDemoIfEmpty(say);
}

/** Public pages kept in memory; `LOA_PAGE_CACHE_MB=0` makes every page anew. */
function keepPages(database: RunningDatabase): KeptPages | undefined {
  const megabytes = Number(process.env.LOA_PAGE_CACHE_MB || PAGE_CACHE_MB);
  if (!Number.isFinite(megabytes) || megabytes < 0) {
    throw startError('start.bad-page-cache', { given: process.env.LOA_PAGE_CACHE_MB ?? '' });
  }
  if (megabytes === 0) return undefined;
  const kept = new KeptPages({ addresses: keptAddresses, bytes: megabytes * 1024 * 1024 });
  // Notices need a session of their own, also where connections are pooled (ruling 17).
  const direct = process.env.DATABASE_LISTEN_URL;
  startListening(kept, direct ? { connectionString: direct } : database.app);
  return kept;
}

/** Beside the other files of the installation; `LOA_ACCESS_LOG=0` writes none. */
function openLog(folder: string): AccessLog {
  return openAccessLog(path.join(folder, 'log'));
}

async function listen(options: ServerOptions): Promise<RunningServer> {
  const { host, port } = options;
  try {
    return await startServer(options);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw startError('start.port-taken', { host, port, next: port + 1 });
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw startError('start.port-refused', { host, port, reason: message });
    }
    throw error;
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
