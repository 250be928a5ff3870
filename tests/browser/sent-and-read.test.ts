// A dispatch is sent, read at the desk, and confirmed by a village head who has no account.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Journey, type Person, PHONE, startJourney } from '../support/browser.server.ts';
import { signIn } from '../support/browser-people.server.ts';

const office = inject('officeUrl');
const TITLE = 'Kế hoạch truyền thông quý ba';

let journey: Journey;
let sender: Person;
let link = '';
let pin = '';
beforeAll(async () => {
  journey = await startJourney('sent-and-read', office);
  sender = await journey.person();
  await signIn(sender, 'noi-vu');
});
afterAll(() => journey.end());

describe('an administrator', () => {
  it('hands a village head a PIN', async () => {
    const administrator = await journey.person();
    await signIn(administrator, 'quan-tri');
    await administrator.visit('/lam-viec/gui-nhan', 'nothing-sent');
    await administrator.visit('/lam-viec/gui-nhan/nguoi-nhan', 'nobody');
    const { page } = administrator;
    await page.getByLabel('Của thôn hoặc đơn vị').selectOption({ index: 1 });
    await page.getByLabel('Chức danh').fill('Trưởng thôn đầu xã');
    await page.getByRole('button', { name: 'Thêm' }).click();
    await page.getByRole('button', { name: 'Cấp mã PIN cho Trưởng thôn đầu xã' }).click();
    pin = (await page.locator('.pin').innerText()).trim();
    expect(pin).toMatch(/^\d{6}$/);
    await administrator.look('pin');
  });
});

describe('the coordinator', () => {
  it('sends to all units and villages', async () => {
    await sender.visit('/lam-viec/gui-nhan/moi', 'form');
    const { page } = sender;
    await page.getByLabel('Trích yếu').fill(TITLE);
    await page.getByLabel('Nội dung', { exact: true }).fill('Mỗi thôn họp một buổi.');
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await sender.look('sent');
  });

  it('makes a link for the village head', async () => {
    const { page } = sender;
    await page.getByText('Xác nhận không cần tài khoản').click();
    await page
      .getByLabel('Người xác nhận')
      .filter({ visible: true })
      .selectOption({ label: 'Trưởng thôn đầu xã' });
    await page.getByRole('button', { name: 'Tạo đường dẫn' }).click();
    link = (await page.locator('.link').innerText()).trim();
    await sender.look('link');
  });
});

it('a unit confirms at the desk', async () => {
  const announcer = await journey.person({ viewport: PHONE });
  await signIn(announcer, 'dai-phat-thanh');
  await announcer.visit('/lam-viec/gui-nhan', 'to-read');
  const { page } = announcer;
  await page.getByRole('link', { name: TITLE }).click();
  await page.getByRole('button', { name: 'Đã đọc và quán triệt trong đơn vị' }).click();
  await page.getByText('tại bàn làm việc').waitFor();
  await announcer.look('read-at-desk');
});

it('the village head confirms with the PIN, without script, and the link is used up', async () => {
  const head = await journey.person({
    viewport: PHONE,
    javaScriptEnabled: false,
    refusals: [422, 410],
  });
  await head.visit(link, 'link-opened');
  const { page } = head;
  await page.getByLabel('Mã PIN').fill(pin === '000000' ? '111111' : '000000');
  await page.getByRole('button', { name: 'Tôi đã đọc và sẽ truyền đạt' }).click();
  await page.getByText('Mã PIN chưa đúng').first().waitFor();
  await head.look('wrong-pin');
  await page.getByLabel('Mã PIN').fill(pin);
  await page.getByRole('button', { name: 'Tôi đã đọc và sẽ truyền đạt' }).click();
  await page.getByRole('heading', { level: 1, name: 'Đã xác nhận' }).waitFor();
  await head.look('confirmed');
  const again = await page.goto(link);
  expect(again?.status()).toBe(410);
  await sender.page.reload();
  await sender.page.getByText('bằng đường dẫn và mã PIN').waitFor();
  await sender.look('both-read');
});
