// A citizen without JavaScript finds the plan, what was done, and whom to call; with an old telephone,
// with the keyboard, with a screen reader.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Journey, type Person, PHONE, startJourney } from '../support/browser.server.ts';
import { focusOrder, outlineOf } from '../support/browser-reading.server.ts';
import { type Office, startOffice } from '../support/office.server.ts';

/** Pages whose outline is kept: what a screen reader meets, from top to bottom. */
const PAGES = [
  ['home', '/'],
  ['category', '/cai-cach-hanh-chinh'],
  ['results', '/ke-hoach-va-ket-qua'],
  ['figures', '/ket-qua-giai-quyet-tthc'],
  ['hotlines', '/duong-day-nong'],
  ['contact', '/lien-he'],
  ['procedures', '/thu-tuc'],
  ['procedure', '/thu-tuc/1.001193'],
  ['office-pages', '/thong-tin'],
  ['office-page', '/thong-tin/lich-tiep-dan'],
  ['organisation', '/thong-tin/to-chuc'],
  ['villages', '/thon'],
  ['village', '/thon/thon-1'],
  ['site-map', '/so-do-trang'],
  ['accessibility', '/tro-nang'],
  ['visits', '/luot-truy-cap'],
] as const;

let office: Office;
let journey: Journey;
let citizen: Person;
beforeAll(async () => {
  // Of its own: the other journeys change what the public sees.
  office = await startOffice();
  journey = await startJourney('citizen', office.url);
  citizen = await journey.person({ javaScriptEnabled: false, viewport: PHONE });
});
afterAll(async () => {
  await journey.end();
  await office.end();
});

describe('every public page', () => {
  it.each(PAGES)('%s is whole, and reads in order', async (name, address) => {
    await citizen.visit(address, name);
    await expect(await outlineOf(citizen.page)).toMatchFileSnapshot(`outlines/${name}.txt`);
  });
});

describe('a citizen', () => {
  it('reads the plan from the home page in two steps', async () => {
    const { page } = citizen;
    await page.goto('/');
    const plan = page.getByRole('main').getByRole('link', { name: /^Tuyên truyền cải cách/ });
    await plan.first().click();
    await citizen.look('plan');
    await expect(await outlineOf(page)).toMatchFileSnapshot('outlines/plan.txt');
    const paper = await page.getByRole('article').innerText();
    expect(paper).toMatch(/Cộng hòa xã hội chủ nghĩa Việt Nam/i);
    expect(paper).toContain('Số: 02/KH-UBND');
    expect(paper).toContain('Tiền Tiến, ngày 05 tháng 01 năm 2023');
    expect(paper).toMatch(/Nơi nhận:/);
  });

  it('has every page below what became of the plan named to search engines', async () => {
    const { request } = citizen.page;
    const results = await (await request.get('/ke-hoach-va-ket-qua')).text();
    const led = results.match(/(?<=href=")\/ke-hoach-va-ket-qua\/[^"#]+(?=")/g) ?? [];
    expect(led.filter((href) => href.includes('/thang-')).length).toBeGreaterThan(3);
    const map = await (await request.get('/sitemap.xml')).text();
    for (const href of led) expect(map).toContain(`${href}</loc>`);
  });

  it('takes the public tables away as sheets, and no table of the desk', async () => {
    const { request } = citizen.page;
    for (const table of ['hoat-dong', 'ket-qua-giai-quyet-tthc']) {
      const sheet = await request.get(`/bang/${table}.xlsx`);
      expect(sheet.headers()['content-disposition']).toContain(`${table}.xlsx`);
      expect((await sheet.body()).subarray(0, 2).toString()).toBe('PK');
      const lines = await (await request.get(`/bang/${table}.csv`)).text();
      expect(lines.split('\r\n').length).toBeGreaterThan(3);
    }
    expect((await request.get('/bang/nhiem-vu.csv')).status()).toBe(404);
    const desk = await request.get('/lam-viec/bang/hoat-dong.csv', { maxRedirects: 0 });
    expect(desk.status()).toBe(303);
    expect(desk.headers()['location']).toContain('/dang-nhap');
  });

  it('opens what was done, down to one item', async () => {
    const { page } = citizen;
    await page.getByRole('link', { name: 'Đã làm được gì?' }).click();
    await page.getByRole('heading', { level: 1, name: 'Kế hoạch và kết quả' }).waitFor();
    await page
      .getByRole('link', { name: /trật tự/i })
      .first()
      .click();
    await citizen.look('topic');
    const item = page.getByRole('main').locator('a[href^="/cai-cach-hanh-chinh/"]');
    await item.first().click();
    await citizen.look('item');
    await page.goto('/ke-hoach-va-ket-qua');
    await page
      .getByRole('link', { name: /^Tháng 3/ })
      .first()
      .click();
    await citizen.look('month');
  });

  it('asks when something is due and is told why', async () => {
    const { page } = citizen;
    await page.goto('/so-do-trang');
    await page.getByRole('link', { name: 'Tính ngày làm việc' }).click();
    await page.getByLabel('Ngày nhận').first().fill('2023-01-18');
    await page.getByLabel(/^Thời hạn/).fill('5');
    await page.getByRole('button', { name: 'Tính' }).click();
    const answer = page.getByRole('region', { name: 'Hết hạn lúc 17:00, thứ Tư 01/02/2023' });
    await answer.getByText(/trừ Tết Nguyên đán/).waitFor();
    await citizen.look('term');
    await page.goto('/tinh-ngay-lam-viec?ngay-nhan=2023-02-29&so=-1');
    await page.getByRole('link', { name: /không phải một ngày có trong lịch/ }).waitFor();
    await citizen.look('term-refused');
  });

  it('finds the same with and without accents', async () => {
    const { page } = citizen;
    const found: string[][] = [];
    for (const words of ['trật tự đô thị', 'trat tu do thi']) {
      await page.goto('/tim-kiem');
      await page.getByLabel('Từ cần tìm').fill(words);
      await page.getByRole('button', { name: 'Tìm', exact: true }).last().click();
      await page.getByRole('heading', { level: 2 }).filter({ hasText: 'kết quả' }).waitFor();
      await citizen.look(`search-${found.length + 1}`);
      found.push(await page.getByRole('main').locator('h3').allInnerTexts());
    }
    expect(found[0]?.length).toBeGreaterThan(0);
    expect(found[1]).toEqual(found[0]);
    await citizen.visit('/tim-kiem?q=qwrtz', 'search-nothing');
    expect(await page.getByRole('main').innerText()).toContain('Không tìm thấy');
  });

  it('slips on the keys, is asked what was meant, narrows what is found and takes its feed', async () => {
    const { page } = citizen;
    await page.goto('/tim-kiem?q=dang+ky+khai+snih');
    const meant = page.getByText(/Ý bạn là/).getByRole('link');
    expect(await meant.innerText()).toMatch(/khai sinh$/);
    await citizen.look('search-meant');
    await meant.click();
    const narrow = page.getByRole('navigation', { name: 'Thu hẹp kết quả' });
    await narrow.getByRole('link', { name: 'Thủ tục', exact: true }).click();
    const chosen = narrow.locator('a[aria-current="true"]');
    expect(await chosen.innerText()).toBe('Thủ tục');
    await citizen.look('search-narrowed');
    const feed = page.getByRole('link', { name: /^Theo dõi .* bằng RSS$/ });
    const answer = await page.request.get((await feed.getAttribute('href')) ?? '');
    expect(answer.headers()['content-type']).toMatch(/^application\/rss\+xml/);
    expect(await answer.text()).toMatch(/<item>/);
  });

  it('asks how to register a birth in everyday words, and keeps the list of what to bring', async () => {
    const { page } = citizen;
    await page.goto('/');
    await page
      .getByRole('contentinfo')
      .getByRole('link', { name: 'Thủ tục hành chính', exact: true })
      .click();
    await page.getByLabel('Bạn cần làm gì?').fill('lam giay khai sinh cho con');
    await page.getByRole('button', { name: 'Tìm thủ tục' }).click();
    await citizen.look('procedures-found');
    await page
      .getByRole('main')
      .getByRole('heading', { level: 3 })
      .first()
      .getByRole('link')
      .click();
    await page.getByRole('heading', { level: 1, name: 'Thủ tục đăng ký khai sinh' }).waitFor();
    expect(await page.getByRole('main').innerText()).toMatch(/Không mất phí/);
    await page.getByRole('link', { name: 'Danh mục cần mang' }).click();
    const paper = page.getByRole('checkbox', { name: /Giấy chứng sinh/ });
    await paper.check();
    await citizen.look('checklist');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Lưu về máy' }).click();
    expect((await download).suggestedFilename()).toBe('giay-to-1.001193.txt');
    await citizen.visit('/thu-tuc?q=zzzz', 'procedures-none');
  });

  it('goes from news to the procedure it is about, and is shown what is related there', async () => {
    const { page } = citizen;
    await page.goto('/tin/chuyen-muc/thu-tuc');
    await page.getByRole('link', { name: /^Khai sinh cho con cần mang gì/ }).click();
    const related = page.getByRole('complementary', { name: 'Liên quan' });
    const procedure = related.getByRole('link', { name: 'Thủ tục đăng ký khai sinh', exact: true });
    await procedure.waitFor();
    await citizen.look('related-to-news');
    await procedure.click();
    await page.getByRole('heading', { level: 1, name: 'Thủ tục đăng ký khai sinh' }).waitFor();
    await citizen.look('related-to-procedure');
    const titles = await related.getByRole('link').allInnerTexts();
    expect(titles.length).toBeLessThanOrEqual(5);
    expect(titles).toContain('Khai sinh cho con cần mang gì, bao giờ có giấy');
    expect(titles).toContain('Thủ tục đăng ký nhận cha, mẹ, con');
    expect(titles).not.toContain('Thủ tục đăng ký khai sinh');
  });

  it('calls a hotline with one touch', async () => {
    const { page } = citizen;
    await page.goto('/');
    await page.getByRole('link', { name: 'Đường dây nóng' }).first().click();
    const numbers = page.getByRole('main').locator('a[href^="tel:"]');
    expect(await numbers.count()).toBeGreaterThanOrEqual(5);
    expect(await page.getByRole('main').innerText()).toContain('0220 0000 001');
  });

  it('never reads 100 % or 0 where there is no figure', async () => {
    const { page } = citizen;
    await page.goto('/ket-qua-giai-quyet-tthc');
    const rows = await page
      .getByRole('row')
      .filter({ hasText: /\/2023/ })
      .allInnerTexts();
    expect(rows.length).toBeGreaterThanOrEqual(5);
    // The office stands at the end of June: nothing was declared for the months after.
    for (const row of rows.filter((words) => /^\s*(0[7-9]|1[0-2])\/2023/.test(words))) {
      expect(row).not.toMatch(/%|\b0\b/);
    }
    expect(await page.getByRole('main').innerText()).not.toMatch(/\bNaN\b/);
  });

  it('is told kindly when there is no such page', async () => {
    const lost = await journey.person({
      javaScriptEnabled: false,
      viewport: PHONE,
      refusals: [404],
    });
    await lost.visit('/ke-hoach-nam-2019', 'not-found');
  });
});

describe('by keyboard', () => {
  it('the first stop leads past the menu, and the order is that of the page', async () => {
    const typist = await journey.person();
    await typist.page.goto('/');
    const order = await focusOrder(typist.page, 12);
    expect(order[0]).toContain('Đến nội dung chính');
    await expect(`${order.join('\n')}\n`).toMatchFileSnapshot('outlines/home-focus.txt');
    await typist.page.goto('/');
    await typist.page.keyboard.press('Tab');
    await typist.snap('skip-link');
    await typist.page.keyboard.press('Enter');
    expect(new URL(typist.page.url()).hash).toBe('#noi-dung');
  });
});
