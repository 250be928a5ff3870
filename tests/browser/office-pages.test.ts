// A page the law asks for: the checklist says it is missing, an editor writes it from its scaffold, another
// approves it, everybody reads it, and it is read again.
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type Journey, type Person, PHONE, startJourney } from '../support/browser.server.ts';
import { signIn } from '../support/browser-people.server.ts';

const TITLE = 'Lịch sử xã qua các lần đổi tên';
const ADDRESS = '/thong-tin/lich-su';

let journey: Journey;
let writer: Person;
let leader: Person;
let reader: Person;
beforeAll(async () => {
  journey = await startJourney('office-pages', inject('officeUrl'));
  writer = await journey.person({ javaScriptEnabled: false, refusals: [422] });
  leader = await journey.person({ viewport: PHONE });
  reader = await journey.person({ javaScriptEnabled: false, viewport: PHONE, refusals: [404] });
  await signIn(writer, 'van-hoa', '/lam-viec/trang');
  await signIn(leader, 'pho-chu-tich', '/lam-viec/trang');
});
afterAll(() => journey.end());

const button = ({ page }: Person, name: string) =>
  page.getByRole('button', { name, exact: true }).click();

it('the checklist names what is missing, with the laws, on a telephone too', async () => {
  await writer.visit('/lam-viec/trang', 'checklist');
  await leader.visit('/lam-viec/trang?xem=missing', 'missing');
  await leader.visit('/lam-viec/trang?xem=stale', 'stale');
  const section = writer.page.locator('#muc-lich-su');
  await section.getByText('Còn thiếu').waitFor();
  await section.getByText('Theo quy định nào').click();
  await section.getByText('Nghị định 42/2022/NĐ-CP').waitFor();
  await reader.visit(ADDRESS, 'not-there');
});

it('is written without script from its scaffold, and not submitted while a place is open', async () => {
  const { page } = writer;
  await page.goto('/lam-viec/trang');
  await page.getByRole('link', { name: 'Viết trang: Lịch sử hình thành' }).click();
  await writer.look('scaffold');
  await page.getByLabel('Tên trang').fill(TITLE);
  await button(writer, 'Lưu bản nháp');
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await button(writer, 'Trình duyệt');
  await page.getByText('Còn chỗ chưa điền').first().waitFor();
  await writer.look('unfilled');
  await page
    .getByRole('textbox', { name: 'Nội dung' })
    .fill('Xã hai lần đổi tên.\n\n|= Từ ngày | Thay đổi |\n| 01/4/1997 | Lập xã |');
  await button(writer, 'Lưu bản nháp');
  await button(writer, 'Trình duyệt');
  await page.getByText('Chờ duyệt').first().waitFor();
});

it('is approved by somebody else and read by everybody', async () => {
  await leader.visit('/lam-viec/trang?xem=missing');
  await leader.page.getByRole('link', { name: TITLE }).click();
  await button(leader, 'Duyệt bài');
  await button(leader, 'Đăng ngay');
  await leader.page.getByText('Đang đăng').first().waitFor();
  await leader.look('published');
  await reader.visit(ADDRESS, 'page');
  await reader.page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  for (const address of ['/thong-tin', '/so-do-trang', '/tim-kiem?q=xa+qua+cac+lan+doi+ten']) {
    await reader.visit(address);
    expect(await reader.page.locator(`a[href="${ADDRESS}"]`).count(), address).toBeGreaterThan(0);
  }
  const map = await (await reader.page.request.get('/sitemap.xml')).text();
  expect(map).toContain(ADDRESS);
  // Drawn by Loa, written by nobody.
  expect(map).toContain('/thong-tin/to-chuc<');
  expect(await (await reader.page.request.get('/rss.xml')).text()).not.toContain(TITLE);
});

it('is read again where it grew old, and says so', async () => {
  const { page } = leader;
  await page.goto('/lam-viec/trang?xem=stale');
  await page.getByRole('link', { name: 'Lịch tiếp công dân năm 2023' }).click();
  await button(leader, 'Đã đọc lại, vẫn đúng');
  await page.getByText('Đăng hoặc đọc lại lần cuối ngày 30/06/2023').waitFor();
  await reader.visit('/thong-tin/lich-tiep-dan', 'read-again');
  await reader.page.getByText('Đọc lại, vẫn đúng ngày').waitFor();
});
