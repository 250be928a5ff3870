// A commune that was merged: its pages lead on to who took its place, its desk only shows, and an end
// that was said by mistake is taken back.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Journey, type Person, PHONE, startJourney } from '../support/browser.server.ts';
import { signIn } from '../support/browser-people.server.ts';
import { type Office, startOffice } from '../support/office.server.ts';

const SUCCESSOR = 'Từ ngày 30/6/2023, xã hợp vào phường bên cạnh.';

let office: Office;
let journey: Journey;
let administrator: Person;
let reader: Person;
beforeAll(async () => {
  // Of its own: the other journeys go on working in theirs.
  office = await startOffice();
  journey = await startJourney('archive', office.url);
  administrator = await journey.person({ javaScriptEnabled: false, refusals: [409, 422] });
  reader = await journey.person({ javaScriptEnabled: false, viewport: PHONE });
});
afterAll(async () => {
  await journey.end();
  await office.end();
});

it('is ended by its administrator, who is told what is wrong with what they typed', async () => {
  const { page } = administrator;
  await signIn(administrator, 'quan-tri', '/lam-viec/quan-tri/thong-tin', office.words);
  await administrator.visit('/lam-viec/quan-tri/thong-tin', 'facts');
  // The office stands at 30 June 2023.
  await page.getByLabel('Ngày cuối cùng của xã').fill('2023-06-29');
  await page.getByLabel('Xã thành đơn vị nào').fill(SUCCESSOR);
  await page.getByLabel(/^Địa chỉ trang của đơn vị mới/).fill('ftp://ben-canh.example.vn');
  await page.getByRole('button', { name: 'Lưu ngày kết thúc' }).click();
  await page.getByText('Địa chỉ bắt đầu bằng https://').first().waitFor();
  expect(await page.getByLabel('Xã thành đơn vị nào').inputValue()).toBe(SUCCESSOR);
  await administrator.look('refused');
  await page.getByLabel(/^Địa chỉ trang của đơn vị mới/).fill('https://ben-canh.example.vn/');
  await page.getByRole('button', { name: 'Lưu ngày kết thúc' }).click();
  await page.getByText('Sau ngày đó cổng thành trang lưu trữ').waitFor();
  await administrator.look('ended');
});

it.each([
  ['home', '/'],
  ['news', '/tin'],
  ['procedure', '/thu-tuc/1.001193'],
  ['village', '/thon/thon-1'],
])('its page %s stays, and leads on', async (name, address) => {
  await reader.visit(address, name);
  await reader.page.getByText('Trang lưu trữ.').waitFor();
  await reader.page.getByText(SUCCESSOR).waitFor();
  const link = reader.page.getByRole('link', { name: 'Sang trang của đơn vị mới' });
  expect(await link.getAttribute('href')).toBe('https://ben-canh.example.vn/');
});

it('its desk shows everything, and says why it takes nothing', async () => {
  const { page } = administrator;
  await administrator.visit('/lam-viec/quan-tri/thon', 'desk');
  await page.getByText('Chỉ để xem').waitFor();
  await page.getByLabel('Tên', { exact: true }).fill('Thôn Muộn');
  await page.getByRole('button', { name: 'Thêm', exact: true }).click();
  await page.getByText('bàn làm việc chỉ để xem; chưa lưu được gì').first().waitFor();
  expect(await page.getByLabel('Tên', { exact: true }).inputValue()).toBe('Thôn Muộn');
  await administrator.look('takes-nothing');
});

it('opens again when the end was said by mistake', async () => {
  const { page } = administrator;
  await page.goto('/lam-viec/quan-tri/thong-tin');
  await page.getByRole('button', { name: 'Bỏ ngày kết thúc' }).click();
  await page.getByText('Đã bỏ ngày kết thúc').waitFor();
  await reader.page.goto('/');
  expect(await reader.page.getByText('Trang lưu trữ.').count()).toBe(0);
});
