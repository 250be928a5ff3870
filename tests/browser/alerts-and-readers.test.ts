// What can't wait stands on every public page at once and goes again; the office sees what is read.
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type Journey, type Person, PHONE, startJourney } from '../support/browser.server.ts';
import { signIn } from '../support/browser-people.server.ts';

const WORDS = 'Mất điện toàn xã từ 13 giờ; trạm y tế vẫn trực.';

let journey: Journey;
let officer: Person;
let citizen: Person;
beforeAll(async () => {
  journey = await startJourney('alerts-and-readers', inject('officeUrl'));
  officer = await journey.person({ refusals: [422] });
  await signIn(officer, 'noi-vu');
  // A headless browser says so, and robots aren't counted.
  const userAgent = 'Mozilla/5.0 (Linux; Android 9) AppleWebKit/537.36 Chrome/120 Mobile';
  citizen = await journey.person({ viewport: PHONE, javaScriptEnabled: false, userAgent });
});
afterAll(() => journey.end());

it('an alert is refused with its reason, raised, read on a phone, and ended', async () => {
  const { page } = officer;
  // Kept before there was one: it must not be given afterwards.
  await citizen.page.goto('/lien-he');
  await officer.visit('/lam-viec/canh-bao', 'none');
  await page.getByLabel('Nội dung').fill('Gọi cho tôi theo số 0912 345 678');
  await page.getByRole('button', { name: 'Đăng ngay' }).click();
  await page.getByText('Nội dung có').first().waitFor();
  expect(await page.getByLabel('Nội dung').inputValue()).toContain('0912');
  await officer.look('refused');
  await page.getByLabel('Nội dung').fill(WORDS);
  await page.getByText('Khẩn cấp').click();
  await page.getByRole('button', { name: 'Đăng ngay' }).click();
  await page.getByText('đã hiện trên mọi trang').waitFor();
  await officer.look('raised');
  await citizen.visit('/lien-he', 'contact-with-alert');
  await citizen.page.getByText(WORDS).waitFor();
  await citizen.visit('/', 'home-with-alert');
  await page.getByRole('button', { name: 'Kết thúc ngay' }).click();
  await page.getByText('không còn trên cổng').waitFor();
  await officer.look('over');
  await citizen.page.goto('/lien-he');
  expect(await citizen.page.getByText(WORDS).count()).toBe(0);
});

it('the office sees what is read and what is not found', async () => {
  await citizen.visit('/tim-kiem?q=xin+giay+phep+nuoi+ca+sau', 'not-found');
  await citizen.page.goto('/tim-kiem?q=xin+giấy+phép+nuôi+cá+sấu');
  // Counts are written every 20 seconds.
  await officer.page.goto('/lam-viec/so-lieu/nguoi-doc');
  await expect
    .poll(
      async () => {
        await officer.page.reload();
        return await officer.page.getByText('xin giấy phép nuôi cá sấu').count();
      },
      { timeout: 60_000, interval: 2_000 },
    )
    .toBeGreaterThan(0);
  await officer.look('readers');
});
