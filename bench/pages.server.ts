// Requests a second of a page from the database, beside bare servers with the same bytes, turn about
// in one run, so that the machine's mood falls on all alike.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import type pg from 'pg';
import { median, round, row } from './figures.ts';
import { startNginx } from './nginx.server.ts';

const ROUNDS = 5;
const SECONDS = 3;
const CONNECTIONS = 16;

/** Measures the page at `url`; prints absolute figures and ratios. */
export async function benchPage(
  name: string,
  url: string,
  database: pg.PoolConfig,
): Promise<string[]> {
  // An address that leads on is measured where it leads.
  const page = await fetch(url);
  const bytes = Buffer.from(await page.arrayBuffer());
  const folder = mkdtempSync(path.join(tmpdir(), 'loa-bench-bytes-'));
  const file = path.join(folder, 'page');
  writeFileSync(file, bytes);
  const bare = await startYardstick([file]);
  const withSelect = await startYardstick([file, JSON.stringify(database)]);
  const nginx = await startNginx(folder);
  try {
    const targets = [page.url, bare.url, withSelect.url, ...(nginx ? [nginx.url] : [])];
    const rates: number[][] = targets.map(() => []);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [index, target] of targets.entries()) {
        rates[index]?.push(await requestsPerSecond(target));
      }
    }
    const [pageRates = [], bareRates = [], selectRates = [], nginxRates = []] = rates;
    const ratio = (others: readonly number[]) =>
      median(pageRates.map((rate, index) => rate / (others[index] ?? Number.NaN)));
    const how = `${round(bytes.byteLength / 1024, 1)} kB, ${CONNECTIONS} connections, median of ${ROUNDS} × ${SECONDS} s`;
    return [
      row(name, `${round(median(pageRates))} /s`, how),
      row(
        '  bare node:http, same bytes',
        `${round(median(bareRates))} /s`,
        `ratio ${round(ratio(bareRates), 3)}`,
      ),
      row(
        '  node:http with one primary-key SELECT',
        `${round(median(selectRates))} /s`,
        `ratio ${round(ratio(selectRates), 3)}`,
      ),
      nginx
        ? row(
            `  nginx ${nginx.version}, same bytes as a file`,
            `${round(median(nginxRates))} /s`,
            `ratio ${round(ratio(nginxRates), 3)}`,
          )
        : row('  nginx', '–', 'not installed here'),
    ];
  } finally {
    nginx?.stop();
    bare.child.kill();
    withSelect.child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each request comes from another network, so that limits are on and stop nobody (ruling 23). */
async function requestsPerSecond(url: string): Promise<number> {
  let asked = 0;
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    requests: [
      {
        setupRequest(request) {
          asked += 1;
          const network = `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`;
          request.headers = { ...request.headers, 'x-forwarded-for': network };
          return request;
        },
      },
    ],
  });
  const refused = result.non2xx + result.errors;
  if (refused > 0) throw new Error(`${refused} requests to ${url} failed`);
  return result.requests.average;
}

interface Yardstick {
  readonly url: string;
  readonly child: ChildProcess;
}

function startYardstick(args: readonly string[]): Promise<Yardstick> {
  const file = path.join(import.meta.dirname, 'yardstick.process.server.ts');
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.stdout
      .setEncoding('utf8')
      .once('data', (line: string) => resolve({ url: line.trim(), child }));
  });
}
