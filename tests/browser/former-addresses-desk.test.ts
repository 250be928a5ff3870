// An administrator brings the addresses of the former site over: what is pasted wrong is named and nothing of
// it is lost, what is right leads readers on or tells them why it is gone, and what they open in vain comes
// back to the desk to be completed.
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type Journey, type Person, PHONE, startJourney } from '../support/browser.server.ts';
import { signIn } from '../support/browser-people.server.ts';

const DESK_PAGE = '/lam-viec/quan-tri/dia-chi-cu';
const REASON = 'Văn bản đã hết hiệu lực từ năm 2021; đọc văn bản thay thế ở mục Văn bản';
const LED = '/tin-tuc-su-kien/Lich-Tiep-Cong-Dan-Thang-3-Cua-Lanh-Dao-Xa-1245.html';
const MISSED = '/tin-tuc-su-kien/Ket-Qua-Xet-Tuyen-Da-Mat-77.html';
const BAD = ['/chi-co-mot-dia-chi.html', '/xau.html → javascript:alert(1)', '/tot.html → /tin'];
const GOOD = [
  '# lấy từ trang cũ',
  `https://trang-cu.example${LED} → /lien-he`,
  `/Default.aspx?tabid=45&id=7 → gỡ: ${REASON}`,
  // Pasted twice, as spreadsheets have it.
  `${LED.toLowerCase()}\t/lien-he`,
  // A page that is there stays, whatever is said of its address.
  '/duong-day-nong → /tin',
];

let journey: Journey;
let administrator: Person;
let reader: Person;
beforeAll(async () => {
  journey = await startJourney('former-addresses-desk', inject('officeUrl'));
  administrator = await journey.person({ refusals: [422] });
  await signIn(administrator, 'quan-tri', DESK_PAGE);
  // A headless browser says so, and what robots miss isn't counted.
  const userAgent = 'Mozilla/5.0 (Linux; Android 9) AppleWebKit/537.36 Chrome/120 Mobile';
  reader = await journey.person({
    ...{ viewport: PHONE, javaScriptEnabled: false, userAgent },
    refusals: [404, 410],
  });
});
afterAll(() => journey.end());

const paste = async (...lines: string[]) => {
  const { page } = administrator;
  await page.getByLabel('Mỗi dòng: địa chỉ cũ → địa chỉ mới').fill(lines.join('\n'));
  await page.getByRole('button', { name: 'Khai các địa chỉ này' }).click();
};
const ask = (address: string) => reader.page.request.get(address, { maxRedirects: 0 });

it('lines that say nothing clear are named by number, kept as typed, and none of them counts', async () => {
  const { page } = administrator;
  await administrator.visit(DESK_PAGE, 'before');
  await paste(...BAD);
  await page.getByText('2 dòng chưa đọc được').first().waitFor();
  const words = await page.getByRole('alert').innerText();
  expect(words).toContain('dòng 1: thiếu địa chỉ mới hoặc lý do gỡ');
  expect(words).toContain('dòng 2: địa chỉ mới phải là');
  expect(await page.getByLabel('Mỗi dòng').inputValue()).toBe(BAD.join('\n'));
  await administrator.look('refused');
  expect((await ask('/tot.html')).status()).toBe(404);
});

it('lines that are right lead readers on for good, or tell them why a page is gone', async () => {
  const { page } = administrator;
  await paste(...GOOD);
  await page.getByText('Đã khai 3 địa chỉ cũ.').waitFor();
  await administrator.look('kept');
  const led = await ask(`${LED}?utm_source=zalo&fbclid=${'x'.repeat(200)}`);
  expect([led.status(), led.headers()['location']]).toEqual([301, '/lien-he']);
  const gone = await ask('/default.aspx?ID=7&TabId=45');
  expect(gone.status()).toBe(410);
  await reader.visit(LED);
  await reader.page.waitForURL('**/lien-he');
  await reader.visit('/Default.aspx?tabid=45&id=7', 'gone');
  await reader.page.getByText(REASON).waitFor();
  // What only resembles it was never there, and what is there stays.
  expect((await ask('/Default.aspx?tabid=45&id=8')).status()).toBe(404);
  expect((await ask('/duong-day-nong')).status()).toBe(200);
});

it('what is opened in vain is counted, and completed from the list', async () => {
  const { page } = administrator;
  for (let times = 0; times < 3; times += 1) await reader.visit(MISSED);
  await page.goto(DESK_PAGE);
  const missed = page.getByRole('region', { name: /^Mở mà không thấy/ });
  const line = missed.getByRole('listitem').filter({ hasText: MISSED.toLowerCase() });
  // Counts are written every 20 seconds.
  await expect
    .poll(async () => (await page.reload(), await line.count()), {
      timeout: 60_000,
      interval: 2_000,
    })
    .toBe(1);
  expect(await line.innerText()).toContain('3 lần');
  await administrator.look('missed');
  await line.getByRole('link', { name: /^Khai / }).click();
  await page.waitForURL('**?tu=*');
  expect(await page.getByLabel('Mỗi dòng').inputValue()).toBe(`${MISSED} → `);
  await paste(`${MISSED.toLowerCase()} → /tin`);
  await page.getByText('Đã khai 1 địa chỉ cũ.').waitFor();
  expect(await line.count()).toBe(0);
  expect((await ask(MISSED)).headers()['location']).toBe('/tin');
});

it('an address that nobody needs is let go', async () => {
  const { page } = administrator;
  await page.getByRole('button', { name: `Bỏ địa chỉ cũ ${MISSED.toLowerCase()}` }).click();
  await page.getByText(`Đã bỏ địa chỉ cũ ${MISSED.toLowerCase()}.`).waitFor();
  expect((await ask(MISSED)).status()).toBe(404);
});

it('is done as well on a telephone in the dark', async () => {
  const other = await journey.person({ viewport: PHONE, colorScheme: 'dark', refusals: [422] });
  await signIn(other, 'quan-tri', DESK_PAGE);
  await other.look('telephone');
  await other.page.getByLabel('Mỗi dòng').fill(BAD.join('\n'));
  await other.page.getByRole('button', { name: 'Khai các địa chỉ này' }).click();
  await other.page.getByText('2 dòng chưa đọc được').first().waitFor();
  await other.look('telephone-refused');
});
