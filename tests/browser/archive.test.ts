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
  ['document', '/van-ban/2023-27-qd-ubnd'],
  ['document-on-a-day', '/van-ban/2023-27-qd-ubnd?ngay=2023-06-01'],
  ['article', '/tin/khai-sinh-cho-con-can-mang-gi-bao-gio-co-giay'],
  ['consultation', '/lay-y-kien/2023-quy-che-muon-giu-gin-nha-van-hoa-thon'],
  ['results', '/ke-hoach-va-ket-qua'],
  ['search', '/tim-kiem?q=khai+sinh'],
])('its page %s stays, and leads on', async (name, address) => {
  await reader.visit(address, name);
  await reader.page.getByText('Trang lưu trữ.').waitFor();
  await reader.page.getByText(SUCCESSOR).waitFor();
  const link = reader.page.getByRole('link', { name: 'Sang trang của đơn vị mới' });
  expect(await link.getAttribute('href')).toBe('https://ben-canh.example.vn/');
});

it.each([
  ['wall-screen', '/man-hinh'],
  ['touch-screen', '/man-hinh/tra-cuu'],
])(
  'its %s at the counter says so, and leads nowhere it can’t come back from',
  async (name, address) => {
    await reader.visit(address, name);
    await reader.page.getByText('Trang lưu trữ.').waitFor();
    await reader.page.getByText(SUCCESSOR).waitFor();
    expect(await reader.page.locator('a[href^="https://ben-canh.example.vn"]').count()).toBe(0);
  },
);

it('its feeds and open data say so to programs', async () => {
  const ask = (address: string) => reader.page.request.get(address);
  for (const address of [
    '/rss.xml',
    '/van-ban/rss.xml',
    '/lay-y-kien/rss.xml',
    '/tin/chuyen-muc/thu-tuc/rss.xml',
  ]) {
    const text = await (await ask(address)).text();
    expect(text, address).toContain('trang lưu trữ');
    expect(text, address).toContain(SUCCESSOR);
  }
  for (const address of ['/api/v1/documents', '/api/v1/articles', '/rss.xml', '/']) {
    // Given from memory the second time.
    for (const headers of [await ask(address), await ask(address)].map((each) => each.headers())) {
      expect(headers['x-loa-archive'], address).toBe('2023-06-29');
      expect(headers['link'], address).toContain(
        '<https://ben-canh.example.vn/>; rel="successor-version"',
      );
    }
  }
});

it('its pages say so on paper too', async () => {
  const { page } = reader;
  await page.emulateMedia({ media: 'print' });
  for (const address of ['/van-ban/2023-27-qd-ubnd', '/thon/thon-1']) {
    await page.goto(address);
    expect(await page.getByText('Trang lưu trữ.').isVisible(), address).toBe(true);
  }
  await reader.snap('document-on-paper');
  await page.emulateMedia({ media: null });
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
