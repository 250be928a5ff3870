// A sheet of a board as it lies on the copier: printed, made a picture, both codes read back. One leads to
// whether it still holds; the other says the edition to a telephone that has no network.
import { afterAll, expect, test } from 'vitest';
import { stopPrinting } from '#lib/platform/index.server.ts';
import { printSheetsPdf, type SheetsData } from '#lib/procedures/index.server.ts';
import { readQrCodes } from '../support/qr.server.ts';
import { picturesOfPdf } from '../support/scan.server.ts';

const OFFLINE = [
  'Đăng ký khai sinh có yếu tố nước ngoài',
  'Mã 1.001193, bản 2, áp dụng từ 01/07/2023.',
  'Tờ K7M 3P9, in 30/06/2023, Ủy ban nhân dân xã An Bình.',
  'Phí, lệ phí: 8.000 đồng',
].join('\n');

const SHEET: SheetsData['sheets'][number] = {
  title: 'Đăng ký khai sinh có yếu tố nước ngoài',
  field: 'Hộ tịch',
  procedureCode: '1.001193',
  from: '01/07/2023',
  edition: 2,
  decision: '77/QĐ-UBND',
  printedOn: '30/06/2023',
  shortCode: 'K7M 3P9',
  scanned: 'https://xa.example/to/K7M3P9#1.001193-ban-2-tu-01-07-2023',
  offline: OFFLINE,
  address: 'https://xa.example/to/K7M3P9',
  telephone: '0220 0000 001',
  term: '1 ngày làm việc',
  fee: '8.000 đồng',
  audience: 'Công dân Việt Nam',
  result: 'Giấy khai sinh',
  place: 'Bộ phận Một cửa',
  groups: [{ name: '', papers: ['Tờ khai (1 bản chính)'] }],
  steps: ['Bước 1: nộp hồ sơ.'],
};
// As much as a code of this size holds.
const full = { ...SHEET, offline: 'Nội dung dài. '.repeat(100).slice(0, 660) };

afterAll(stopPrinting);

test.each(['a4', 'a3'] as const)(
  'both codes read back from %s, full ones too',
  async (paper) => {
    const pdf = await printSheetsPdf({
      ...{ paper, office: 'Ủy ban nhân dân xã An Bình', isDemo: false, printedOn: '30/06/2023' },
      route: [],
      sheets: [SHEET, full],
    });
    const pages = picturesOfPdf(pdf);
    expect(pages).toHaveLength(2);
    const texts: string[][] = [];
    for (const page of pages) texts.push(await readQrCodes(page));
    expect(texts).toEqual([
      [SHEET.scanned, OFFLINE],
      [SHEET.scanned, full.offline],
    ]);
  },
  120_000,
);
