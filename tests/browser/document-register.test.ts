// Documents come into the register: read, corrected beside their source, confirmed, linked to others.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Journey, type Person, startJourney } from '../support/browser.server.ts';
import { signIn } from '../support/browser-people.server.ts';
import { whyNoRecognition } from '#lib/documents/index.server.ts';
import { picturedPage, scannedPdf } from '../support/browser-papers.server.ts';

const NEW = '/lam-viec/van-ban/moi';
const NARROW = { width: 320, height: 720 };
const samples =
  process.env['LOA_SAMPLES'] ?? path.resolve(import.meta.dirname, '../../../shared/samples');
const originals = path.join(samples, 'original');
const present = existsSync(originals);
if (!present)
  process.stdout.write(`originals: skipped, no folder ${originals} (set LOA_SAMPLES)\n`);

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney('document-register', inject('officeUrl'));
});
afterAll(() => journey.end());

async function clerk(habits: Parameters<Journey['person']>[0] = {}): Promise<Person> {
  const person = await journey.person({ refusals: [409, 422], ...habits });
  await signIn(person, 'noi-vu');
  return person;
}

function notice(number: string, body: string): string {
  return [
    'ỦY BAN NHÂN DÂN\nXÃ TIỀN TIẾN',
    `Số: ${number}/TB-UBND`,
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
    'Tiền Tiến, ngày 12 tháng 6 năm 2023',
    `THÔNG BÁO\nVề lịch tiêm phòng cho đàn vật nuôi đợt ${number}`,
    body,
    'Nơi nhận:\n- Các thôn;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nPhạm Văn Mẫu',
  ].join('\n\n');
}

async function paste({ page }: Person, text: string): Promise<void> {
  await page.goto(NEW);
  await page.getByLabel('Dán toàn văn').fill(text);
  await page.getByRole('button', { name: 'Đọc văn bản' }).click();
  await page.getByRole('heading', { name: 'Rà soát văn bản' }).waitFor();
}

async function choose(
  { page }: Person,
  file: string | { name: string; mimeType: string; buffer: Buffer },
) {
  await page.goto(NEW);
  await page.getByLabel('Tệp văn bản').setInputFiles(file);
  await page.getByRole('button', { name: 'Đọc văn bản' }).click();
}

const intoRegister = ({ page }: Person) =>
  page.getByRole('button', { name: 'Vào sổ', exact: true }).click();

describe('a document from text to the register', () => {
  it('lights its sentences, is corrected by keyboard, confirmed, found and linked', async () => {
    const person = await clerk();
    const { page } = person;
    await person.visit('/lam-viec/van-ban', 'empty-register');
    await paste(
      person,
      notice(
        '81',
        'Thực hiện Kế hoạch số 19/KH-UBND ngày 15/05/2023 của Ủy ban nhân dân thành phố Hải Dương, xã thông báo:\n\n1. Thời gian: Ngày 20 tháng 6 năm 2023.\n\n2. Địa điểm: Nhà văn hóa các thôn.\n\nĐề nghị các hộ đưa vật nuôi tới đúng giờ./.',
      ),
    );
    // The keyboard is listened to once the page's script runs.
    await page.locator('.panes.scripted').waitFor();
    await person.look('review');
    const title = page.locator('[data-key="f-title"]');
    await page.locator('[data-key="f-type"]').focus();
    await page.keyboard.press('ArrowDown');
    expect(await title.evaluate((node) => node === document.activeElement)).toBe(true);
    expect(await page.locator('.paper .lit').first().textContent()).toContain('lịch tiêm phòng');
    await page.keyboard.press('Enter');
    await page
      .getByRole('textbox', { name: 'Trích yếu' })
      .fill('Lịch tiêm phòng cho đàn vật nuôi tháng 6');
    await person.look('editing');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await title.getByText('Lịch tiêm phòng cho đàn vật nuôi tháng 6').waitFor();

    // A citation can be corrected too.
    await page.locator('[data-key="r1"]').getByRole('link', { name: 'Sửa' }).click();
    await page.locator('#sua-r1').getByLabel('Cơ quan').fill('UBND thành phố Hải Dương');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.locator('[data-key="r1"]').getByText('của UBND thành phố Hải Dương').waitFor();

    await intoRegister(person);
    await page.getByText('Văn bản đã vào sổ').waitFor();
    await person.look('document');

    await page.getByRole('button', { name: 'Đăng lên cổng' }).click();
    await page.getByText('Mọi người đọc được ở').waitFor();
    const entry = page.url();
    await person.visit('/van-ban?q=tiem+phong', 'public-list');
    await page.getByRole('link', { name: 'Lịch tiêm phòng cho đàn vật nuôi' }).click();
    await page.getByRole('heading', { level: 1, name: 'Lịch tiêm phòng' }).waitFor();
    await person.look('public-document');
    await page.getByRole('link', { name: 'English' }).filter({ visible: true }).click();
    await page.getByRole('heading', { level: 2, name: /^Validity on \d+ \w+ \d{4}$/ }).waitFor();
    await person.look('public-document-english');
    await page.goto(entry);
    await page.getByRole('link', { name: /Đưa vào sổ/ }).click();
    await page.getByLabel('Trích yếu').fill('Tiêm phòng cho vật nuôi');
    await page.getByLabel('Có hiệu lực từ ngày').fill('2023-05-15');
    await person.look('by-hand');
    await intoRegister(person);
    await page.getByText('được triển khai bởi').waitFor();
    await person.look('cited-document');
    await person.visit('/lam-viec/van-ban/quan-he', 'relations');
    await page.goto('/lam-viec/van-ban');
    await page.getByLabel('Tìm theo số').fill('vat nuoi thang');
    await page.getByRole('button', { name: 'Tìm', exact: true }).click();
    await page.getByText('1 văn bản', { exact: false }).first().waitFor();
    await person.look('found');
  });

  it('works without script, on a screen of 320 points', async () => {
    const person = await clerk({ javaScriptEnabled: false, viewport: NARROW });
    const { page } = person;
    await paste(person, notice('82', 'Lịch tiêm: Sáng thứ Hai./.'));
    await person.look('narrow-review');
    await page.locator('[data-key="f-number"]').getByRole('link', { name: 'Sửa' }).click();
    const number = page.locator('#sua-f-number input[name="gia-tri"]');
    await number.fill('tám hai');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('chỉ gồm chữ số').first().waitFor();
    expect(await number.inputValue()).toBe('tám hai');
    await person.look('narrow-refused');
    await number.fill('83');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.locator('[data-key="f-number"]').getByText('83').waitFor();
    await intoRegister(person);
    await page.getByText('Văn bản đã vào sổ').waitFor();
    await person.look('narrow-document');
    await person.visit('/lam-viec/van-ban?tim=82', 'narrow-list');
    await person.visit('/lam-viec/van-ban?tim=83&hieu-luc=con', 'narrow-found');
    await page.getByRole('link', { name: /Về lịch tiêm phòng/ }).waitFor();
  });

  it('in letters of an old font, another encoding is tried before the text is read again', async () => {
    const person = await clerk();
    const { page } = person;
    // "THÔNG BÁO …" as TCVN3 bytes: "Th«ng b¸o: häp th«n tèi thø hai, ®Ò nghÞ ®ñ mÆt."
    const bytes = Buffer.from('Th«ng b¸o: häp th«n tèi thø hai, ®Ò nghÞ c¸c hé ®Õn ®ñ.', 'latin1');
    await choose(person, { name: 'thong-bao-cu.txt', mimeType: 'text/plain', buffer: bytes });
    await page.getByText('Bảng mã: TCVN3').waitFor();
    await page.getByText('Bảng mã: TCVN3').click();
    await page.getByLabel('Bảng mã khác').selectOption('vni');
    await page.getByRole('button', { name: 'Xem thử' }).click();
    await page.getByRole('group', { name: /Xem thử theo VNI/ }).waitFor();
    await person.look('encoding');
    await page.getByLabel('Bảng mã khác').selectOption('tcvn3');
    await page.getByRole('button', { name: 'Xem thử' }).click();
    await page
      .getByRole('group', { name: /Xem thử theo TCVN3/ })
      .getByText('họp thôn')
      .waitFor();
    await page.getByRole('button', { name: /Đọc lại theo TCVN3/ }).click();
    await page.locator('.paper').getByText('họp thôn').waitFor();
  });

  it('as a scan it says that it needs recognition, and may be entered beside its pages', async () => {
    const person = await clerk();
    const { page } = person;
    const scan = await scannedPdf();
    await choose(person, scan);
    await page.getByText('cần nhận dạng').waitFor();
    await person.look('scan-refused');
    // The file is held: it needn't be chosen again.
    await page.getByLabel(/Giữ bản chụp/).check();
    await page.getByRole('button', { name: 'Đọc văn bản' }).click();
    await page.getByText('Tệp chỉ có ảnh chụp').waitFor();
    await person.look('scan-review');
    await intoRegister(person);
    await page.getByText('chưa có trích yếu').first().waitFor();
    await page.locator('[data-key="f-title"]').getByRole('link', { name: 'Sửa' }).click();
    await page.getByRole('textbox', { name: 'Trích yếu' }).fill('Biên bản họp thôn đã chụp');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.locator('[data-key="f-title"]').getByText('Biên bản họp thôn').waitFor();
    await intoRegister(person);
    await page.getByText('Văn bản đã vào sổ').waitFor();
  });
});

describe('a scanned page', () => {
  const body =
    'Thực hiện Kế hoạch số 27/KH-UBND ngày 15/05/2023 của Ủy ban nhân dân thành phố Hải Dương, xã thông báo:\n\n1. Thời gian: Ngày 22 tháng 6 năm 2023.\n\n2. Địa điểm: Nhà văn hóa các thôn.\n\nĐề nghị các hộ đưa vật nuôi tới đúng giờ./.';

  it('is recognised where the machine can, its doubtful words marked beside the scan; elsewhere it says what to do', async () => {
    const person = await clerk();
    const { page } = person;
    const reason = await whyNoRecognition();
    await choose(person, await picturedPage(page, notice('91', body)));
    await page.getByText('cần nhận dạng').waitFor();
    await person.look('picture-refused');
    if (reason !== undefined) {
      await page.getByText(`Máy chủ này chưa nhận dạng được chữ (${reason})`).waitFor();
      return;
    }
    await page.getByRole('button', { name: 'Nhận dạng chữ rồi đọc' }).click();
    await page.getByRole('heading', { name: 'Rà soát văn bản' }).waitFor({ timeout: 240_000 });
    await page.getByText('Chữ do máy nhận dạng từ 1 trang ảnh').waitFor();
    expect(await page.locator('[data-key="f-number"]').textContent()).toContain('91');
    const doubted = page.getByText('Máy không chắc đã nhận đúng');
    expect(await doubted.count()).toBeGreaterThan(0);
    const scan = page.getByRole('link', { name: 'bản chụp' });
    const address = new URL((await scan.getAttribute('href')) ?? '', page.url()).href;
    const answer = await page.request.get(address);
    expect(answer.headers()['content-type']).toBe('image/png');
    await person.look('recognised');
    await intoRegister(person);
    await page.getByText('Văn bản đã vào sổ').waitFor();
  }, 300_000);
});

describe.skipIf(!present)('originals of other offices', () => {
  it.each(['chi-thi-01.docx', 'cong-van-04.pdf', 'quyet-dinh-09.pdf'])(
    '%s goes through the review into the register',
    async (name) => {
      const person = await clerk();
      const { page } = person;
      await choose(person, path.join(originals, name));
      await page.getByRole('heading', { name: 'Rà soát văn bản' }).waitFor();
      expect(await page.locator('[data-key="f-number"]').textContent()).toMatch(/\d/);
      await person.look(name.replace('.', '-'));
      await intoRegister(person);
      await page.getByText('Văn bản đã vào sổ').waitFor();
      await person.look(`${name.replace('.', '-')}-registered`);
    },
  );
});
