// loa bench: measurements of this machine, side by side, so that ratios mean something elsewhere too.
import { mkdtempSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { benchActs } from '#root/bench/acts.server.ts';
import { benchCoverage } from '#root/bench/coverage.server.ts';
import { round, row } from '#root/bench/figures.ts';
import { removeOffice, startOffice, treeMemory } from '#root/bench/office.server.ts';
import { benchVisible, fillWithArticles } from '#root/bench/newsroom.server.ts';
import { benchOutputs } from '#root/bench/outputs.server.ts';
import { benchPage } from '#root/bench/pages.server.ts';
import { benchProcedures } from '#root/bench/procedures.server.ts';
import { benchReading } from '#root/bench/reading.server.ts';
import { benchRelated } from '#root/bench/related.server.ts';
import { benchReports } from '#root/bench/reports.server.ts';
import { benchSearch } from '#root/bench/search.server.ts';
import { benchManyCommunes, benchUnitPage } from '#root/bench/unit-page.server.ts';
import { withOffice } from './frame/office.server.ts';

export const help = 'đo tốc độ trên máy này, so với máy chủ trống trong cùng một lần chạy';
export const usage =
  '  loa bench [--nhanh]      --nhanh: bỏ mười phút đọc trang trước khi đo bộ nhớ\n' +
  '  loa bench --tim          chỉ đo tìm kiếm trên một trăm nghìn mục\n' +
  '  loa bench --nhieu-xa     chỉ đo một xã giữa 3.321 xã: ghi vài GB, mất nhiều phút\n';

const READING_MINUTES = 10;
/** The way an office runs: limits count by the address that the proxy names. */
const BEHIND_PROXY = { LOA_TRUST_PROXY: '1' };

export async function run(args: string[]): Promise<number> {
  const quick = args.includes('--nhanh') || process.env['LOA_BENCH_QUICK'] === '1';
  const data = mkdtempSync(path.join(tmpdir(), 'loa-bench-'));
  process.env['LOA_DATA'] = data;
  try {
    if (args.includes('--nhieu-xa')) {
      await withOffice('bench', async () => print(await benchManyCommunes()));
      return 0;
    }
    if (args.includes('--tim')) {
      await withOffice('bench', async () => print(await benchSearch()));
      return 0;
    }
    print(await benchReading());
    print(await benchOutputs());
    const first = await startOffice(data);
    await first.stop();
    const uncached = await startOffice(data, { ...BEHIND_PROXY, LOA_PAGE_CACHE_MB: '0' });
    try {
      await withOffice('bench', async (database) => {
        print(await benchPage('home page, uncached', uncached.url, database.app));
        const results = `${uncached.url}ke-hoach-va-ket-qua`;
        print(await benchPage('plan and results page, uncached', results, database.app));
        const procedure = `${uncached.url}thu-tuc/1.001193`;
        print(await benchPage('procedure page, uncached', procedure, database.app));
        // Before the sample commune gets thousands of acts more.
        print(await benchReports());
        print(await benchActs());
        print(await benchCoverage());
        print(await benchUnitPage());
        print(await benchProcedures());
        await fillWithArticles(10_000);
        const news = `${uncached.url}tin`;
        print(await benchPage('news list of 10,000, uncached', news, database.app));
        print(await benchRelated('tin-do-1'));
        print(await benchSearch());
      });
    } finally {
      await uncached.stop();
    }
    const office = await startOffice(data, BEHIND_PROXY);
    try {
      print([
        row(
          'first start to first page',
          `${round(first.firstPageMs)} ms`,
          'database made, sample commune loaded',
        ),
        row('second start to first page', `${round(office.firstPageMs)} ms`, 'mark: 3,000 ms'),
      ]);
      await withOffice('bench', async (database) => {
        print(await benchPage('home page, kept (mark: 0.8)', office.url, database.app));
        const article = `${office.url}tin/tin-do-1`;
        print(await benchPage('article, kept (mark: 0.8)', article, database.app));
        print(await benchVisible(office.url));
      });
      if (!quick) await readPages(office.url);
      const how = quick ? 'after the load above' : `after ${READING_MINUTES} minutes of reading`;
      print([
        row(
          'memory (PSS), database included',
          `${round(treeMemory(office.pid))} MB`,
          `${how}; mark: 400 MB`,
        ),
      ]);
    } finally {
      await office.stop();
    }
    return 0;
  } finally {
    removeOffice(data);
  }
}

/** Ten minutes of a few readers, as an office has them. */
async function readPages(url: string): Promise<void> {
  const paths = ['', 'cai-cach-hanh-chinh', 'ke-hoach-va-ket-qua', 'tim-kiem?q=thu+tuc', 'lien-he'];
  const until = performance.now() + READING_MINUTES * 60_000;
  while (performance.now() < until) {
    for (const path of paths) {
      await (await fetch(url + path)).arrayBuffer();
      await sleep(200);
    }
  }
}

function print(lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}
