// Plans on real paper reach the review: a scan, and the Word file and the PDF of other offices.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import { whyNoRecognition } from '#lib/documents/index.server.ts';
import { type Journey, type Person, PHONE, startJourney } from '../support/browser.server.ts';
import { copiedPage } from '../support/browser-papers.server.ts';
import { signIn } from '../support/browser-people.server.ts';
import { findSamples } from '../support/samples.server.ts';

const NEW = '/lam-viec/ke-hoach/moi';
const originals = path.join(findSamples() ?? 'samples', 'original');
const present = existsSync(originals);
if (!present)
  process.stdout.write('originals of plans: skipped, no folder of samples (set LOA_SAMPLES)\n');

/** Short enough for one page: 2 topics, 1 measure, 2 units with 2 duties and 1. */
const COPIED_PLAN = `ỦY BAN NHÂN DÂN
XÃ TIỀN TIẾN
Số: 52/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tiền Tiến, ngày 08 tháng 5 năm 2023

KẾ HOẠCH
Tuyên truyền phòng, chống đuối nước năm 2023

I. MỤC ĐÍCH
- Giúp gia đình biết cách giữ trẻ an toàn trong mùa hè.

II. NỘI DUNG TUYÊN TRUYỀN
1. Những ao, hồ, bến sông trẻ em không được tới.
2. Cách gọi người cứu và sơ cứu người đuối nước.

III. HÌNH THỨC TUYÊN TRUYỀN
1. Phát tin trên hệ thống loa của các thôn.

IV. TỔ CHỨC THỰC HIỆN
1. Công chức Văn hóa - Thông tin
- Soạn bài tuyên truyền trước ngày 31/5/2023.
- Cắm biển báo tại bến sông.
2. Đài phát thanh xã
- Phát bài hằng tuần.

Nơi nhận:
- Các thôn;
- Lưu: VP.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Phạm Văn Mẫu`;

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney('plan-papers', inject('officeUrl'));
});
afterAll(() => journey.end());

async function coordinator(habits: Parameters<Journey['person']>[0] = {}): Promise<Person> {
  const person = await journey.person({ refusals: [409, 422], ...habits });
  await signIn(person, 'noi-vu');
  return person;
}

async function choose({ page }: Person, file: Awaited<ReturnType<typeof copiedPage>> | string) {
  await page.goto(NEW);
  await page.getByLabel('Tệp kế hoạch').setInputFiles(file);
  await page.getByRole('button', { name: 'Đọc kế hoạch' }).click();
}

async function discard({ page }: Person): Promise<void> {
  await page.getByText('Bỏ bản nháp này').click();
  await page.getByRole('button', { name: 'Bỏ bản nháp' }).click();
  await page.waitForURL('**/lam-viec/ke-hoach');
}

describe('the copy of a plan', () => {
  it('is recognised where the machine can and goes on to its duties; elsewhere it says what to do', async () => {
    const person = await coordinator({ viewport: PHONE });
    const { page } = person;
    const reason = await whyNoRecognition();
    await choose(person, await copiedPage(page, COPIED_PLAN, 'Cắm biển báo'));
    await page.getByText('cần nhận dạng').waitFor();
    await person.look('copy-refused-phone');
    if (reason !== undefined) {
      await page.getByText(`Máy chủ này chưa nhận dạng được chữ (${reason})`).waitFor();
      return;
    }
    // The file is held: it needn't be chosen again.
    await page.getByRole('button', { name: 'Nhận dạng chữ rồi đọc' }).click();
    await page.getByRole('heading', { name: 'Rà soát kế hoạch' }).waitFor({ timeout: 240_000 });
    await page.getByText('Chữ do máy nhận dạng từ 1 trang ảnh').waitFor();
    await page.getByText('2 nội dung, 1 biện pháp, 2 đơn vị, 3 nhiệm vụ').waitFor();
    await person.look('copy-review-phone');
    await page.getByRole('link', { name: 'Xác nhận…' }).click();
    await page.getByRole('heading', { name: 'Xác nhận kế hoạch' }).waitFor();
    await person.look('copy-confirm-phone');
    await page.getByLabel('Chưa, chỉ dùng trong cơ quan').check();
    await page.getByRole('button', { name: 'Xác nhận kế hoạch' }).click();
    await page.getByText('Kế hoạch đã có hiệu lực').waitFor();
    await page.getByText('Soạn bài tuyên truyền trước ngày 31/5/2023.').first().waitFor();
  }, 300_000);
});

describe.skipIf(!present)('a plan of another office', () => {
  it.each([
    ['ke-hoach-40.docx', '12 đơn vị, 47 nhiệm vụ', 'Sở Công Thương'],
    ['ke-hoach-50.pdf', '5 đơn vị, 8 nhiệm vụ', 'Bộ phận Tư pháp'],
  ])('%s is reviewed beside its text and made ready to confirm', async (name, understood, unit) => {
    const person = await coordinator();
    const { page } = person;
    const picture = name.replace('.', '-');
    await choose(person, path.join(originals, name));
    await page.getByLabel('vẫn nhận').check();
    await page.getByRole('button', { name: 'Đọc kế hoạch' }).click();
    await page.getByRole('heading', { name: 'Rà soát kế hoạch' }).waitFor();
    await page.getByText(understood).waitFor();
    const head = page.locator('.unit').filter({ hasText: unit }).first();
    await head.hover();
    await person.look(picture);
    await page.getByRole('link', { name: 'Xác nhận…' }).click();
    await page.getByRole('heading', { name: 'Xác nhận kế hoạch' }).waitFor();
    await page.getByLabel(`Đơn vị của xã ứng với ${unit}`).waitFor();
    await person.look(`${picture}-confirm`);
    await page.getByRole('link', { name: 'Quay lại rà soát' }).click();
    await discard(person);
  });
});
