// Procedures by the thousand: imported in one change, asked for, printed. In a commune of its own.
import { performance } from 'node:perf_hooks';
import { inCommune, newId, stopPrinting, type Tx } from '#lib/platform/index.server.ts';
import { systemJob } from '#lib/platform/index.ts';
import {
  applyChange,
  openBoard,
  previewChange,
  printSheets,
  printSheetsPdf,
  readSheetsData,
  receiveProcedures,
  searchProcedures,
} from '#lib/procedures/index.server.ts';
import { median, round, row } from './figures.ts';

const PROCEDURES = 7000;
const SHEETS = 500;
const QUESTIONS = 300;
const TODAY = '2023-06-30';
const NOW = '2023-06-30T03:00:00.000Z';
const SYLLABLES =
  'đăng ký cấp lại giấy phép xác nhận hỗ trợ trợ cấp đất đai nhà ở kinh doanh hộ tịch khai sinh kết hôn chứng thực bản sao hợp đồng nông nghiệp chăn nuôi giáo dục học sinh người cao tuổi khuyết tật thương binh liệt sĩ môi trường xây dựng'.split(
    ' ',
  );

export async function benchProcedures(): Promise<string[]> {
  const communeId = newId();
  const write = <T>(work: (tx: Tx) => Promise<T>) =>
    inCommune(communeId, work, { write: true, actor: systemJob('bench'), now: NOW });
  await write(async (tx) => {
    const commune = { id: communeId, slug: `do-${communeId}`, name: 'xã Đo', kind: 'xa' };
    await tx.db.insertInto('commune').values(commune).execute();
  });
  const text = JSON.stringify(Array.from({ length: PROCEDURES }, (_, at) => item(at)));
  const begun = performance.now();
  const busyBefore = process.cpuUsage();
  await write(async (tx) => {
    const id = await receiveProcedures(tx, { name: 'đo', content: text });
    const { seen } = await previewChange(tx, id, TODAY);
    await applyChange(tx, id, { effectiveFrom: TODAY, decidedOn: null, decision: 'đo', seen });
  });
  const imported = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(busyBefore);
  return [
    row(
      `${PROCEDURES} procedures imported`,
      `${round(imported)} s`,
      `${round(text.length / 1e6)} MB, read, compared, applied, ${round((user + system) / 1e6)} s of it at work here; mark: 60 s`,
    ),
    await asked(communeId),
    await printed(write),
  ];
}

/** Questions of five syllables, one of them with a slip, as public pages ask. */
async function asked(communeId: string): Promise<string> {
  const times: number[] = [];
  const ask = (at: number) =>
    inCommune(communeId, (tx) => searchProcedures(tx, question(at), 20), { now: NOW });
  await ask(0);
  const busyBefore = process.cpuUsage();
  for (let at = 0; at < QUESTIONS; at += 1) {
    const begun = performance.now();
    await ask(at);
    times.push(performance.now() - begun);
  }
  const { user, system } = process.cpuUsage(busyBefore);
  const p95 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
  return row(
    `a question over ${PROCEDURES} procedures`,
    `${round(p95)} ms`,
    `95 of 100; median ${round(median(times))} ms, at work here ${round((user + system) / 1000 / QUESTIONS, 1)} ms each; mark: 20 ms`,
  );
}

async function printed(write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>): Promise<string> {
  const data = await write(async (tx) => {
    const fields = Array.from(
      { length: (SHEETS * 50) / PROCEDURES + 1 },
      (_, at) => `Lĩnh vực ${at}`,
    );
    const id = await openBoard(tx, { ten: 'Bảng đo', noi: '', 'linh-vuc': fields });
    await printSheets(tx, id);
    const office = { name: 'UBND', origin: 'https://xa.example', address: 'Thôn 1', isDemo: true };
    return readSheetsData(tx, office);
  });
  const sheets = { ...data, route: [], sheets: data.sheets.slice(0, SHEETS) };
  const name = `${sheets.sheets.length} sheets as one PDF`;
  const begun = performance.now();
  // An engine given up after its minute is a figure too.
  const pdf = await printSheetsPdf(sheets).catch(() => undefined);
  const seconds = (performance.now() - begun) / 1000;
  await stopPrinting();
  const how = pdf ? `${round(pdf.byteLength / 1e6)} MB` : 'given up';
  return row(name, `${round(seconds)} s`, `${how}; mark: 30 s`);
}

function words(seed: number, count: number): string {
  return Array.from(
    { length: count },
    (_, at) => SYLLABLES[(seed * 7 + at * (3 + (seed % 11))) % SYLLABLES.length],
  ).join(' ');
}

function question(at: number): string {
  const [first = '', ...rest] = words(at, 5).split(' ');
  return [`${first.slice(1)}${first.slice(0, 1)}`, ...rest].join(' ');
}

function item(at: number) {
  const code = `${1 + (at % 3)}.${String(100_000 + at).padStart(6, '0')}`;
  return {
    metadata: {
      mã_thủ_tục: code,
      tên_thủ_tục: `Thủ tục ${words(at, 9)} ${at}`,
      lĩnh_vực: `Lĩnh vực ${at % 50}`,
    },
    content: {
      trình_tự_thực_hiện: `Bước 1: ${words(at, 80)}. Bước 2: ${words(at + 1, 80)}.`,
      đối_tượng_thực_hiện: 'Công dân Việt Nam',
      kết_quả_thực_hiện: words(at + 2, 6),
      yêu_cầu_điều_kiện_thực_hiện: words(at + 3, 60),
    },
    tables: {
      hinh_thuc_nop: [
        {
          hinh_thuc: 'Trực tiếp',
          thoi_han_giai_quyet: `${1 + (at % 30)} Ngày làm việc`,
          phi_le_phi: 'Phí : 0 Đồng',
          mo_ta: '',
        },
      ],
      thanh_phan_ho_so: Array.from({ length: 4 }, (_, paper) => ({
        ten_giay_to: words(at + paper, 15),
        so_luong: '',
        ghi_chu: 'Bản chính: 1\nBản sao: 0',
      })),
      can_cu_phap_ly: [
        { so_ky_hieu: '01/2020/NĐ-CP', trich_yeu: words(at, 12), ngay_ban_hanh: '01-01-2020' },
      ],
    },
  };
}
