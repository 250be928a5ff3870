// Addresses of the site a commune had before: an administrator says where they lead, and whoever follows an
// old link arrives, behind the page cache too, outside the site too, with accents too.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Journey, type Person, startJourney } from '../support/browser.server.ts';
import { signIn } from '../support/browser-people.server.ts';

const LIST = '/lam-viec/quan-tri/dia-chi-cu';
const LINES = [
  '/trang-cu/gioi-thieu → /lien-he',
  '/trang-cu/bai?id=4 → /tin',
  '/trang-cu/bai → /thu-tuc',
  '/trang-cu/cong-tinh → https://tinh.example/trang-chu?muc=1',
  '/trang-cu/co-dau → /thong-tin/giới-thiệu',
  '/trang-cu/da-go → gỡ: Văn bản đã hết hiệu lực',
  // Under names that pages here have too.
  '/?p=123 → /lien-he',
  '/?p=124 → gỡ: Bài viết cũ đã lỗi thời',
  '/tin?id=5 → /thu-tuc',
  // A page of today under a name of yesterday: what is here wins.
  '/bieu-duong → /thu-tuc',
  '/tro-nang → gỡ: Trang cũ không còn',
  '/ke-hoach-va-ket-qua/nam-2019 → /bao-cao',
  '/thu-tuc/2.999999 → /thu-tuc',
  '/thu-tuc/khai-sinh → /thu-tuc',
  '/van-ban/15-qd-ubnd/ban-goc → /van-ban',
  '/tin/chuyen-muc/the-thao → /tin',
  '/tin/chuyen-muc/the-thao/rss.xml → /rss.xml',
  '/thon/xom-dong → /thon',
  '/lay-y-kien/quy-hoach-2019 → gỡ: Đợt lấy ý kiến cũ không còn lưu',
  '/bao-cao/quy-1-2019 → /bao-cao',
  '/bang/cu.csv → /bao-cao',
].join('\n');

let journey: Journey;
let administrator: Person;
let reader: Person;
beforeAll(async () => {
  journey = await startJourney('former-addresses', inject('officeUrl'));
  administrator = await journey.person();
  await signIn(administrator, 'quan-tri');
  reader = await journey.person({
    javaScriptEnabled: false,
    refusals: [404, 410],
    // Programs that say they are one aren't counted.
    userAgent: 'Mozilla/5.0 (Linux; Android 9) Firefox/120.0',
  });
});
afterAll(() => journey.end());

const follow = (address: string) => reader.page.request.get(address, { maxRedirects: 0 });

describe('an address of the former site', () => {
  it('is declared with where it leads, shown as people read it', async () => {
    const { page } = administrator;
    await administrator.visit(LIST, 'before');
    await page.getByLabel('Mỗi dòng: địa chỉ cũ → địa chỉ mới').fill(LINES);
    await page.getByRole('button', { name: 'Khai các địa chỉ này' }).click();
    await page.getByText('Đã khai 21 địa chỉ cũ.').waitFor();
    await page.getByRole('link', { name: '/thong-tin/giới-thiệu' }).waitFor();
    await administrator.look('declared');
  });

  it.each([
    ['/trang-cu/gioi-thieu', '/lien-he'],
    ['/trang-cu/bai?id=4', '/tin'],
    ['/trang-cu/bai?id=5', '/thu-tuc'],
    ['/trang-cu/bai', '/thu-tuc'],
    ['/Trang-Cu/Bai?ID=4&utm_source=zalo', '/tin'],
    ['/trang-cu/cong-tinh', 'https://tinh.example/trang-chu?muc=1'],
    ['/trang-cu/co-dau', '/thong-tin/gi%E1%BB%9Bi-thi%E1%BB%87u'],
    ['/?p=123', '/lien-he'],
    ['/?utm_source=zalo&P=123', '/lien-he'],
    ['/tin?id=5', '/thu-tuc'],
    ['/ke-hoach-va-ket-qua/nam-2019', '/bao-cao'],
    ['/thu-tuc/2.999999', '/thu-tuc'],
    ['/thu-tuc/khai-sinh', '/thu-tuc'],
    ['/van-ban/15-qd-ubnd/ban-goc', '/van-ban'],
    ['/tin/chuyen-muc/the-thao', '/tin'],
    ['/tin/chuyen-muc/the-thao/rss.xml', '/rss.xml'],
    ['/thon/xom-dong', '/thon'],
    ['/bao-cao/quy-1-2019', '/bao-cao'],
    ['/bang/cu.csv', '/bao-cao'],
  ])('%s leads to %s, and no browser keeps that for ever', async (address, to) => {
    const answer = await follow(address);
    expect([answer.status(), answer.headers()['location']]).toEqual([301, to]);
    expect(answer.headers()['cache-control']).toBe('public, max-age=3600');
  });

  it.each([
    ['/trang-cu/da-go', 'Văn bản đã hết hiệu lực'],
    ['/?p=124', 'Bài viết cũ đã lỗi thời'],
    ['/lay-y-kien/quy-hoach-2019', 'Đợt lấy ý kiến cũ không còn lưu'],
  ])('%s says why what was there is gone', async (address, why) => {
    const answer = await follow(address);
    expect(answer.status()).toBe(410);
    expect(await answer.text()).toContain(why);
    await reader.page.goto(address);
    await reader.look();
  });

  it.each([
    '/?p=999',
    '/tin?id=999',
    '/van-ban?id=5',
    '/bieu-duong',
    '/bieu-duong?id=7',
    '/tro-nang?p=1',
  ])('%s that nobody said anything of is the page that is here', async (address) => {
    expect((await follow(address)).status()).toBe(200);
  });

  it('is counted once for each who asks in vain, and shown when somebody asked again', async () => {
    const [once, twice] = ['/trang-cu/mot-lan?id=7', '/trang-cu/hai-lan?id=7'];
    for (const address of [once, twice, twice]) {
      expect((await follow(address)).status()).toBe(404);
    }
    const { page } = administrator;
    // Counts are written a few times a minute.
    await expect
      .poll(
        async () => {
          await page.goto(LIST);
          return page
            .getByRole('listitem')
            .filter({ hasText: twice })
            .allInnerTexts()
            .then((texts) => texts.join());
        },
        { timeout: 45_000, interval: 2000 },
      )
      .toContain('2 lần');
    expect(await page.getByText(once).count()).toBe(0);
    await administrator.look('missed');
  });
});
