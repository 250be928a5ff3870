// How long paper and sheets take: a one-page document as PDF on a warm engine, and a table of a thousand
// rows as a workbook. The sheet is counted in the processor's work: other programs share the machine.
import { writePdf } from '#lib/documents/index.server.ts';
import { stopPrinting, toXlsx } from '#lib/platform/index.server.ts';
import type { TableData } from '#lib/platform/index.ts';
import type { WrittenDocument } from '#lib/documents/index.ts';
import { median, round, row } from './figures.ts';

const TIMES = 15;

export async function benchOutputs(): Promise<string[]> {
  const sheet = thousandRows();
  await toXlsx(sheet);
  const workbook = await workOf(() => toXlsx(sheet));
  await writePdf(LETTER);
  const letter = await timesOf(() => writePdf(LETTER));
  await stopPrinting();
  return [
    row('a thousand rows as Excel', `${round(workbook)} ms`, `median of ${TIMES}; mark: 500 ms`),
    row(
      'a one-page document as PDF, warm',
      `${round(letter)} ms`,
      `median of ${TIMES}; mark: 150 ms`,
    ),
  ];
}

async function timesOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < TIMES; at += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return median(times);
}

async function workOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < TIMES; at += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return median(times);
}

function thousandRows(): TableData {
  return {
    title: 'Sổ hoạt động',
    columns: [
      { head: 'Ngày', kind: 'date' },
      { head: 'Hoạt động', kind: 'text' },
      { head: 'Đơn vị', kind: 'text' },
      { head: 'Kênh', kind: 'text' },
      { head: 'Lượt người', kind: 'number' },
      { head: 'Tỷ lệ', kind: 'percent' },
    ],
    rows: Array.from({ length: 1000 }, (_, at) => [
      `2023-0${1 + (at % 6)}-15`,
      `Phát thanh về tinh thần, thái độ phục vụ Nhân dân, buổi thứ ${at}`,
      'Văn phòng – Thống kê',
      'Đài phát thanh xã',
      at,
      at / 1000,
    ]),
  };
}

const LETTER: WrittenDocument = {
  type: 'GM',
  issuer: 'ỦY BAN NHÂN DÂN XÃ TIỀN TIẾN',
  symbol: 'GM-UBND',
  place: 'Tiền Tiến',
  date: '2023-06-30',
  about: 'dự họp giao ban công tác tuyên truyền',
  to: ['Trưởng các thôn'],
  blocks: [
    { kind: 'paragraph', text: 'Ủy ban nhân dân xã kính mời các đồng chí dự họp giao ban.' },
    { kind: 'list', items: ['Thời gian: 7 giờ 30 phút.', 'Địa điểm: phòng họp số 1.'] },
  ],
  recipients: ['Như trên', 'Lưu: VT'],
  signatory: { onBehalf: { mark: 'TM.', of: 'ỦY BAN NHÂN DÂN' }, title: 'CHỦ TỊCH' },
};
