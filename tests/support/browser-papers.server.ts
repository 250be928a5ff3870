// The papers that the journeys bring to the desk: a plan of their own, and files nobody can use.
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { deflateRawSync } from 'node:zlib';
import { plainDocx, planPieces, typstPdf } from './office-files.server.ts';
import { scannedPdf as pdfOfPictures } from './scan.server.ts';

/** A file as a browser hands it over. */
export interface Paper {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const PDF = 'application/pdf';

/** A plan on digital services: 3 topics, 2 measures, 3 units with 2, 1 and 1 duties. */
export const DIGITAL_PLAN = `ỦY BAN NHÂN DÂN
XÃ TIỀN TIẾN

Số: 27/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Tiền Tiến, ngày 03 tháng 4 năm 2023

KẾ HOẠCH
Tuyên truyền dịch vụ công trực tuyến năm 2023

Căn cứ Kế hoạch số 12/KH-UBND ngày 20/02/2023 của Ủy ban nhân dân thành phố Hải Dương về dịch vụ công trực tuyến, Ủy ban nhân dân xã Tiền Tiến ban hành kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

- Giúp bà con biết việc nào nộp được qua mạng và nộp ở đâu.

2. Yêu cầu

- Lời ngắn, dễ làm theo, có người hướng dẫn tại chỗ.

3. Thời gian thực hiện: Năm 2023.

II. NỘI DUNG TUYÊN TRUYỀN

1. Cách tạo tài khoản và nộp hồ sơ trên Cổng dịch vụ công. Cách theo dõi hồ sơ đã nộp bằng điện thoại.

2. Những thủ tục của xã đã nhận hồ sơ trực tuyến.

3. Điểm hỗ trợ nộp hồ sơ tại nhà văn hóa thôn.

III. HÌNH THỨC TUYÊN TRUYỀN

1. Phát tin trên hệ thống loa của các thôn.

2. Đăng bài trên Cổng thông tin điện tử của xã.

IV. TỔ CHỨC THỰC HIỆN

1. Công chức Văn hóa - Thông tin

- Soạn bài hướng dẫn, đăng Cổng thông tin điện tử của xã mỗi tháng một lần.

- In tờ hướng dẫn gửi các thôn trước ngày 31/7/2023.

2. Đài phát thanh xã

- Phát tin về điểm hỗ trợ hằng tuần.

3. Đề nghị Đoàn Thanh niên xã

- Cử đoàn viên trực tại điểm hỗ trợ của thôn.

Trên đây là Kế hoạch tuyên truyền dịch vụ công trực tuyến năm 2023 của xã Tiền Tiến./.

Nơi nhận:
- UBND thành phố Hải Dương;
- Các thôn;
- Lưu: VP.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

(Đã ký)
`;

/** The same plan as another commune would have written it. */
export const FOREIGN_PLAN = DIGITAL_PLAN.replaceAll('TIỀN TIẾN', 'AN BÌNH')
  .replaceAll('Tiền Tiến', 'An Bình')
  .replace('Số: 27', 'Số: 33');

export function textFile(name: string, text: string): Paper {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(text, 'utf8') };
}

export async function wordFile(name: string, text: string): Promise<Paper> {
  return { name, mimeType: DOCX, buffer: Buffer.from(await plainDocx(planPieces(text))) };
}

/** Pages without letters, as a scanner makes them. */
export async function scannedPdf(): Promise<Paper> {
  const picture = Buffer.from(await typstPdf('#rect(width: 10cm, height: 10cm)'));
  return { name: 'quet.pdf', mimeType: PDF, buffer: picture };
}

/** The letters of official paper, as base64. */
function tinos(): string {
  const file = createRequire(import.meta.url).resolve(
    '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  );
  return readFileSync(file, 'base64');
}

/**
 * The picture of a page as a copier gives it, some words of the line that holds `worn` struck through. Its font
 * comes with the project, so that every machine's picture is as hard to read.
 */
export async function picturedPage(page: Page, text: string, worn = 'Địa điểm'): Promise<Paper> {
  const tab = await page.context().newPage();
  await tab.setViewportSize({ width: 1240, height: 1754 });
  const lines = text.split('\n').map((line) => `<p>${line}</p>`);
  await tab.setContent(
    `<body><main>${lines.join('')}</main></body>`.replace(
      '<body>',
      `<style>@font-face{font-family:Paper;src:url(data:font/ttf;base64,${tinos()})}body{background:#fff;color:#000;font:26px/1.5 Paper;margin:110px}p{margin:6px 0;min-height:12px}</style><body>`,
    ),
  );
  await tab.evaluate(() => document.fonts.ready);
  const sharpPage = await tab.screenshot({ type: 'png' });
  const { y, height } = (await tab.locator('p').filter({ hasText: worn }).boundingBox()) ?? {
    y: 0,
    height: 1,
  };
  await tab.close();
  // A pen went twice through some words only: of a line that is gone all along, recognition makes nothing at
  // all. Strokes are doubted however a browser draws its letters; what is blurred some draw clearly enough.
  const [width, tall] = [110, Math.ceil(height)];
  const strokes = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${tall}"><path
    d="M0 ${tall * 0.35} L${width} ${tall * 0.75} M0 ${tall * 0.7} L${width} ${tall * 0.3}" stroke="#000" stroke-width="2"/></svg>`;
  const buffer = await sharp(sharpPage)
    .composite([{ input: Buffer.from(strokes), left: 280, top: Math.floor(y) }])
    .png()
    .toBuffer();
  return { name: 'trang-quet.png', mimeType: 'image/png', buffer };
}

/** A PDF that is the picture of one page, as an office's copier sends it. */
export async function copiedPage(page: Page, text: string, worn: string): Promise<Paper> {
  const { buffer } = await picturedPage(page, text, worn);
  const picture = await sharp(buffer).jpeg({ quality: 88 }).toBuffer();
  return {
    name: 'ban-chup.pdf',
    mimeType: PDF,
    buffer: Buffer.from(await pdfOfPictures([picture])),
  };
}

/** Files that can't be taken in, each with a word of the message it must get. */
export async function unusablePapers(): Promise<readonly (Paper & { readonly says: RegExp })[]> {
  const plan = Buffer.from(DIGITAL_PLAN, 'utf8');
  const scan = await scannedPdf();
  return [
    {
      name: 'trong.txt',
      mimeType: 'text/plain',
      buffer: Buffer.alloc(0),
      says: /Tệp “trong\.txt” không có nội dung/,
    },
    { name: 'nang.pdf', mimeType: PDF, buffer: sixtyMegabytes(), says: /nặng .*vượt mức 30 MB/ },
    { name: 'doi-duoi.docx', mimeType: DOCX, buffer: plan, says: /đuôi \.docx nhưng nội dung là/ },
    { name: 'khoa.pdf', mimeType: PDF, buffer: lockedPdf(scan.buffer), says: /đặt mật khẩu/ },
    { ...scan, says: /không có lớp chữ, cần nhận dạng/ },
    { name: 'bom.docx', mimeType: DOCX, buffer: bomb(), says: /giải nén lớn bất thường/ },
    {
      name: 'hong-chu.txt',
      mimeType: 'text/plain',
      buffer: Buffer.concat([plan, Buffer.from([0xe1, 0xbb]), Buffer.from(' hết')]),
      says: /không đúng bảng mã UTF-8/,
    },
    {
      name: 'thong-bao.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(NOTICE, 'utf8'),
      says: /không phải (là )?kế hoạch|Không nhận ra đây là kế hoạch/,
    },
  ];
}

const NOTICE = `ỦY BAN NHÂN DÂN
XÃ TIỀN TIẾN

Số: 40/TB-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Tiền Tiến, ngày 05 tháng 5 năm 2023

THÔNG BÁO
Về lịch tiếp công dân tháng 5 năm 2023

Ủy ban nhân dân xã thông báo lịch tiếp công dân: sáng thứ Ba hằng tuần, tại phòng tiếp công dân của trụ sở.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
`;

function sixtyMegabytes(): Buffer {
  const chunk = randomBytes(1024 * 1024);
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), ...Array.from({ length: 60 }, () => chunk)]);
}

/** The standard lock of PDF, put before the trailer's own entries; no reader gets past it. */
function lockedPdf(pdf: Buffer): Buffer {
  const owner = 'A'.repeat(64);
  const lock = `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${owner}> /U <${owner}> >>`;
  const text = pdf.toString('latin1');
  const at = text.lastIndexOf('/Root');
  return Buffer.from(`${text.slice(0, at)}${lock} ${text.slice(at)}`, 'latin1');
}

/** A Word file of one entry that unpacks to two gigabytes, as far as anyone goes on unpacking. */
function bomb(): Buffer {
  const name = Buffer.from('word/document.xml');
  const packed = deflateRawSync(Buffer.alloc(64 * 1024 * 1024), { level: 9 });
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(8, 4);
  shared.writeUInt32LE(packed.length, 14);
  shared.writeUInt32LE(2_000_000_000, 18);
  shared.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, name, packed]);
  const central = Buffer.concat([
    Buffer.from('PK\x01\x02\x14\x00', 'latin1'),
    shared,
    Buffer.alloc(14),
    name,
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
