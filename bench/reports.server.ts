// How long a half-year's report takes from the rows to its PDF, charts and photographs included, and how
// much memory an appendix of some hundred pages wants. The sample commune is in the database.
import { readdirSync, readFileSync } from 'node:fs';
import {
  inCommune,
  listCommuneIds,
  newId,
  stopPrinting,
  type Tx,
} from '#lib/platform/index.server.ts';
import type { Actor } from '#lib/platform/index.ts';
import { readPaperPictures, writePdf } from '#lib/documents/index.server.ts';
import type { WrittenDocument } from '#lib/documents/index.ts';
import { createReport, readReport } from '#lib/reports/index.server.ts';
import { median, round, row } from './figures.ts';

const TIMES = 7;
const ROWS = 9000;
const COORDINATOR: Actor = {
  kind: 'person',
  accountId: newId(),
  name: 'Đo tốc độ',
  roles: ['coordinator'],
  unitIds: [],
};

export async function benchReports(): Promise<string[]> {
  const [communeId] = await listCommuneIds();
  if (!communeId) throw new Error('no commune to report on');
  const as = <T>(work: (tx: Tx) => Promise<T>) =>
    inCommune(communeId, work, { write: true, actor: COORDINATOR });
  const id = await as(async (tx) => {
    const plans = await tx.db.selectFrom('plan').select('id').execute();
    const planIds = plans.map((plan) => plan.id);
    return createReport(tx, { clientKey: newId(), kind: 'half-year', from: tx.today, planIds });
  });
  const times: number[] = [];
  let pdf = new Uint8Array();
  for (let time = 0; time <= TIMES; time += 1) {
    const start = performance.now();
    const { written } = await as((tx) => readReport(tx, id));
    pdf = Uint8Array.from(await writePdf(written, await readPaperPictures(communeId, written)));
    // The first one also starts the engine.
    if (time > 0) times.push(performance.now() - start);
  }
  await stopPrinting();
  return [
    row(
      'a half-year report as PDF, warm',
      `${round(median(times))} ms`,
      `rows to paper, ${pagesOf(pdf)} pages, median of ${TIMES}; mark: 2,000 ms`,
    ),
    await largeAppendix(),
  ];
}

async function largeAppendix(): Promise<string> {
  const start = performance.now();
  const pdf = await writePdf(rowsOf(ROWS));
  const seconds = (performance.now() - start) / 1000;
  const peak = peakOfPrinting();
  await stopPrinting();
  return row(
    'an appendix of thousands of rows as PDF',
    `${round(peak)} MB`,
    `most the print process held: ${pagesOf(pdf)} pages, ${round(ROWS)} rows, ${round(seconds, 1)} s; mark: 1,500 MB`,
  );
}

function pagesOf(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type \/Page\b/g)?.length ?? 0
  );
}

/** The most memory the typesetting child ever held, in megabytes (Linux). */
function peakOfPrinting(): number {
  const peaks = readdirSync('/proc').map((name) => {
    try {
      if (!readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('print.process')) return 0;
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      if (!status.includes(`PPid:\t${String(process.pid)}\n`)) return 0;
      return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
    } catch {
      // No process, or one that ended between being listed and being read.
      return 0;
    }
  });
  return Math.max(...peaks);
}

function rowsOf(count: number): WrittenDocument {
  return {
    type: 'BC',
    issuer: 'Ủy ban nhân dân xã Đo',
    symbol: 'BC-UBND',
    place: 'Đo',
    date: null,
    about: 'Kết quả công tác tuyên truyền',
    blocks: [{ kind: 'paragraph', text: 'Danh mục hoạt động ở phụ lục.' }],
    recipients: ['Lưu: VT'],
    signatory: { title: 'Chủ tịch' },
    appendices: [
      {
        title: 'Danh mục hoạt động và minh chứng',
        landscape: true,
        blocks: [
          {
            kind: 'table',
            columns: [
              { head: 'TT', kind: 'ordinal', width: 1 },
              { head: 'Ngày', kind: 'date', width: 2 },
              { head: 'Hoạt động', kind: 'text', width: 9 },
              { head: 'Đơn vị', kind: 'text', width: 5 },
            ],
            rows: Array.from({ length: count }, (_, at) => [
              String(at + 1),
              '15/05/2023',
              `Phát thanh về tinh thần, thái độ phục vụ Nhân dân, buổi thứ ${String(at + 1)}`,
              'Văn phòng HĐND và UBND xã',
            ]),
          },
        ],
      },
    ],
  };
}
