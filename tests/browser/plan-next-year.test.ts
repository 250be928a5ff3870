// Next year's plan from this year's, in Loa from its first word to its duties: begun, settled place by place,
// approved by another, signed, numbered, reviewed.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Journey, PHONE, type Person, startJourney } from '../support/browser.server.ts';
import { signIn } from '../support/browser-people.server.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney('plan-next-year', inject('officeUrl'));
});
afterAll(() => journey.end());

/** A small plan of its own, so that no other journey meets it. */
const PLAN = `ỦY BAN NHÂN DÂN
XÃ TIỀN TIẾN
Số: 77/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tiền Tiến, ngày 09 tháng 01 năm 2023

KẾ HOẠCH
Tuyên truyền phòng cháy tại hộ gia đình năm 2023

Căn cứ Kế hoạch số 971/KH-UBND ngày 20/12/2022 của Ủy ban nhân dân thành phố Hải Dương về phòng cháy;

I. MỤC ĐÍCH
- Mỗi hộ biết một lối thoát nạn và một cách báo cháy trong năm 2023.

II. NỘI DUNG TUYÊN TRUYỀN
1. Dùng điện, dùng bếp an toàn trong mùa hanh khô năm 2023.
2. Lối thoát nạn thứ hai của nhà ở.

III. HÌNH THỨC TUYÊN TRUYỀN
1. Phát tin trên hệ thống loa của các thôn.

IV. TỔ CHỨC THỰC HIỆN
1. Công chức Văn hóa - Thông tin
- Soạn bài tuyên truyền trước ngày 15/3/2023.
2. Đài phát thanh xã
- Phát bài hằng tháng.

Nơi nhận:
- Các thôn;
- Lưu: VP.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Phạm Văn Mẫu`;

async function putInForce({ page }: Person): Promise<void> {
  await page.goto('/lam-viec/ke-hoach/moi');
  await page.getByLabel('Tệp kế hoạch').setInputFiles({
    name: 'ke-hoach-77.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(PLAN),
  });
  await page.getByRole('button', { name: 'Đọc kế hoạch' }).click();
  await page.getByRole('heading', { name: 'Rà soát kế hoạch' }).waitFor();
  await page.getByRole('link', { name: 'Xác nhận…' }).click();
  await page.getByLabel('Chưa, chỉ dùng trong cơ quan').check();
  await page.getByRole('button', { name: 'Xác nhận kế hoạch' }).click();
  await page.getByText('Kế hoạch đã có hiệu lực').waitFor();
}

/** Confirms what is left of one group, each as Loa proposes it. */
async function settleRest({ page }: Person, group: string, button: string): Promise<void> {
  const section = page.locator(`section[aria-labelledby="${group}"]`);
  const open = section.locator('.points > form').getByRole('button', { name: button });
  for (let left = await open.count(); left > 0; left -= 1) {
    await open.first().click();
    await expect.poll(() => open.count()).toBe(left - 1);
  }
}

describe('the plan of the year after', () => {
  let officer: Person;
  let address: string;

  it('is begun from this one, and every place that moved is settled by a person', async () => {
    officer = await journey.person({ refusals: [409, 422] });
    const { page } = officer;
    await signIn(officer, 'noi-vu');
    await putInForce(officer);
    await page.getByRole('link', { name: 'Soạn kế hoạch năm sau' }).click();
    await page.getByRole('heading', { name: 'Soạn kế hoạch năm 2024' }).waitFor();
    await officer.look('offer');
    await page.getByRole('button', { name: 'Bắt đầu soạn' }).click();
    await page.waitForURL(/ke-hoach\/soan\/[0-9a-f-]{36}/);
    address = new URL(page.url()).pathname;
    await officer.look('begun');
    await page.getByText(/^Còn \d+ chỗ cần xác nhận$/).waitFor();

    // A day is corrected, an empty basis is refused where it stands, then written.
    const duty = page.locator('form', { hasText: 'Năm trước: Soạn bài tuyên truyền' });
    await duty.getByLabel('Lời văn năm nay').fill('Soạn bài tuyên truyền trước ngày 20/3/2024.');
    await duty.getByLabel('Hạn').fill('2024-03-20');
    await duty.getByRole('button', { name: 'Xác nhận' }).click();
    await page.getByText('1 chỗ đã xác nhận').waitFor();
    await settleRest(officer, 'doi-nam', 'Xác nhận');

    const missing = page.locator('form', { hasText: 'Chưa ghi văn bản chỉ đạo' });
    await missing.getByLabel('Căn cứ').fill(' ');
    await missing.getByRole('button', { name: 'Ghi căn cứ này' }).click();
    await page.getByText('Ghi căn cứ, ví dụ').first().waitFor();
    await officer.look('refused-basis');
    await missing
      .getByLabel('Căn cứ')
      .fill('Căn cứ Kế hoạch số 980/KH-UBND ngày 18/12/2023 của thành phố về phòng cháy');
    await missing.getByRole('button', { name: 'Ghi căn cứ này' }).click();
    await missing.waitFor({ state: 'detached' });
    await settleRest(officer, 'can-cu', 'Dùng lời này');
    await settleRest(officer, 'don-vi', 'Giao đơn vị này');
    await settleRest(officer, 'do-dang', 'Đưa vào kế hoạch mới');
    await page.getByText('Mọi chỗ đã xác nhận').waitFor();
  });

  it('is written without script on a telephone', async () => {
    const plain = await journey.person({ javaScriptEnabled: false, viewport: PHONE });
    await signIn(plain, 'noi-vu', address);
    const { page } = plain;
    await page.getByRole('link', { name: /^Sửa “Lối thoát nạn thứ hai/ }).click();
    await page
      .getByLabel('Lời văn', { exact: true })
      .fill('Lối thoát nạn thứ hai của nhà ở và nhà trọ.');
    await plain.look('writing-phone');
    await page.getByRole('button', { name: 'Lưu mục' }).click();
    await page.getByText('Lối thoát nạn thứ hai của nhà ở và nhà trọ.').first().waitFor();
    await plain.look('settled-phone');
    await plain.visit('/lam-viec/ke-hoach', 'list-phone');
    await page.getByRole('link', { name: /phòng cháy tại hộ gia đình năm 2024/ }).waitFor();
  });

  it('is approved by another, signed, numbered, and goes on as a plan to review', async () => {
    const leader = await journey.person();
    await signIn(leader, 'chu-tich', address);
    await leader.page.getByRole('button', { name: 'Duyệt kế hoạch' }).click();
    await leader.page.getByText('Trả lại để sửa').waitFor();

    const { page } = officer;
    await page.goto(address);
    await officer.look('approved');
    const printed = await page.request.get(`${address}/tai/pdf`);
    expect(printed.headers()['content-type']).toBe('application/pdf');
    const word = await page.request.get(`${address}/tai/docx`);
    expect((await word.body()).subarray(0, 2).toString()).toBe('PK');
    await page.getByLabel('Tệp bản ký').setInputFiles({
      name: 'ban-ky.pdf',
      mimeType: 'application/pdf',
      buffer: await printed.body(),
    });
    await page.getByRole('button', { name: 'Cấp số và ban hành' }).click();
    await page.getByText(/Đã ban hành: số \d+\/KH-UBND/).waitFor();
    await officer.look('issued');
    await page.getByRole('link', { name: 'Trong sổ văn bản đi' }).click();
    await page.getByRole('link', { name: 'Mở bản soạn kế hoạch' }).click();

    await page.getByRole('link', { name: 'Rà soát và xác nhận để giao nhiệm vụ' }).click();
    await page.getByRole('heading', { name: 'Rà soát kế hoạch' }).waitFor();
    await page.getByText('2 nội dung, 1 biện pháp, 2 đơn vị').first().waitFor();
    await officer.look('review');
    await page.getByText('Bỏ bản nháp này').click();
    await page.getByRole('button', { name: 'Bỏ bản nháp' }).click();
    await page.waitForURL('**/lam-viec/ke-hoach');
  });
});
