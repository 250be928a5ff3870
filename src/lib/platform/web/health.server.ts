// Whether Loa answers, for those who watch machines (ruling 20).
import type { ServerResponse } from 'node:http';
import { getPool } from '../database/pool.server.ts';

const READY_WITHIN_MS = 1_000;

/** `/suc-khoe`: reads may go on without the database (degraded); `san-sang`: writes can't. */
export async function answerHealth(response: ServerResponse, forWrites: boolean): Promise<void> {
  const database = await databaseAnswers();
  const status = database ? 'ok' : 'degraded';
  response.writeHead(forWrites && !database ? 503 : 200, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(JSON.stringify({ status, database }));
}

async function databaseAnswers(): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, READY_WITHIN_MS, false).unref());
  const asked = Promise.resolve()
    .then(() => getPool().query('SELECT 1'))
    .then(
      () => true,
      () => false,
    );
  return Promise.race([asked, late]);
}
