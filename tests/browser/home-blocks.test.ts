// The office arranges its home page with buttons alone, looks at it, publishes it, and takes it back.
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type Journey, type Person, PHONE, startJourney } from '../support/browser.server.ts';
import { signIn } from '../support/browser-people.server.ts';

let journey: Journey;
let editor: Person;
let reader: Person;
beforeAll(async () => {
  journey = await startJourney('home-blocks', inject('officeUrl'));
  editor = await journey.person({ javaScriptEnabled: false, viewport: PHONE });
  reader = await journey.person({ javaScriptEnabled: false });
  await signIn(editor, 'van-hoa', '/lam-viec/trang-chu');
});
afterAll(() => journey.end());

const press = ({ page }: Person, name: string) =>
  page.getByRole('button', { name, exact: true }).click();
const headings = async ({ page }: Person) =>
  page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts();

it('is arranged without script, and nobody sees it before it is published', async () => {
  const { page } = editor;
  await editor.visit('/lam-viec/trang-chu', 'arrangement');
  await reader.visit('/', 'as-shipped');
  const before = await headings(reader);
  expect(before).not.toContain('Thông báo');
  await press(editor, 'Hiện: Thông báo');
  await page.getByText('Đang thử cách sắp xếp mới, chưa đăng').waitFor();
  expect(new URL(page.url()).hash).toBe('#khoi-notices');
  await press(editor, 'Lên trên: Cải cách hành chính');
  await press(editor, 'Lên trên: Cải cách hành chính');
  await page.getByLabel('Số mục của Tin tức').selectOption('3');
  await press(editor, 'Đổi số mục: Tin tức');
  await editor.look('being-tried');
  await page.getByRole('link', { name: 'Xem trước' }).click();
  await editor.look('preview');
  const tried = await headings(editor);
  expect(tried.indexOf('Cải cách hành chính')).toBeLessThan(tried.indexOf('Tin tức'));
  await reader.visit('/');
  expect(await headings(reader)).toEqual(before);
});

it('is published at once, and put back as it was', async () => {
  await press(editor, 'Đăng cách sắp xếp này');
  await editor.page.getByRole('link', { name: 'Xem trang chủ' }).waitFor();
  await editor.look('published');
  await reader.visit('/', 'arranged');
  const now = await headings(reader);
  expect(now).toContain('Thông báo');
  expect(now.indexOf('Cải cách hành chính')).toBeLessThan(now.indexOf('Tin tức'));
  const news = reader.page.getByRole('main').locator('section[aria-labelledby="tin"] h3');
  expect(await news.count()).toBeLessThanOrEqual(3);
  await press(editor, 'Ẩn: Thông báo');
  await press(editor, 'Xuống dưới: Cải cách hành chính');
  await press(editor, 'Xuống dưới: Cải cách hành chính');
  await editor.page.getByLabel('Số mục của Tin tức').selectOption('4');
  await press(editor, 'Đổi số mục: Tin tức');
  await press(editor, 'Đăng cách sắp xếp này');
  await editor.page.getByRole('link', { name: 'Xem trang chủ' }).waitFor();
  await reader.visit('/');
  expect(await headings(reader)).not.toContain('Thông báo');
});
