// A reminder to a unit becomes a letter with a number of the outgoing register; a number that was taken
// for nothing is cancelled with a reason, and the next one is another.
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type Journey, PHONE, startJourney } from '../support/browser.server.ts';
import { signIn } from '../support/browser-people.server.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney('urging', inject('officeUrl'));
});
afterAll(() => journey.end());

it('a unit is urged, the letter numbered, the number cancelled and another taken', async () => {
  const officer = await journey.person({ viewport: PHONE, refusals: [422] });
  const { page } = officer;
  await signIn(officer, 'noi-vu', '/lam-viec/don-doc/moi');
  await page.getByLabel('Đơn vị', { exact: true }).selectOption({ label: 'Đài phát thanh xã' });
  await page.getByLabel('Tình hình').fill('Chuyên mục tháng 5 chưa phát.');
  await page.getByLabel('Đơn vị cần làm gì').fill('phát bù trước ngày 10/7.');
  await page.getByLabel('Trả lời trước hết ngày').fill('2023-07-10');
  await page.getByRole('button', { name: 'Ghi và lập công văn' }).click();
  await page.getByRole('heading', { name: 'Số công văn' }).waitFor();
  await officer.look('without-number');
  await page.getByLabel('Ngày văn bản').fill('2023-01-02');
  await page.getByRole('button', { name: 'Cấp số' }).click();
  await page
    .getByText(/sớm hơn ngày đôn đốc/)
    .first()
    .waitFor();
  expect(await page.getByLabel('Ngày văn bản').inputValue()).toBe('2023-01-02');
  await page.getByLabel('Ngày văn bản').fill('2023-06-30');
  await page.getByRole('button', { name: 'Cấp số' }).click();
  const number = page.locator('strong', { hasText: /^Số \d+\/UBND$/ });
  await number.waitFor();
  const first = await number.innerText();
  await officer.look('numbered');
  await page.getByText('Hủy số này').click();
  await page.getByLabel('Lý do hủy').fill('Đơn vị đã làm xong trước khi gửi');
  await page.getByRole('button', { name: 'Hủy số' }).click();
  await page.getByRole('button', { name: 'Cấp số' }).click();
  await number.waitFor();
  expect(await number.innerText()).not.toBe(first);
  await page.getByRole('link', { name: 'Trong sổ văn bản đi' }).click();
  await page.getByRole('link', { name: 'Mở lần đôn đốc, kiểm tra' }).waitFor();
});
