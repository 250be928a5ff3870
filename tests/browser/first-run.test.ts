// An empty installation, from the wizard to daily work: commune and administrator are made, a second
// factor is set up, colleagues get accounts, and a form that came too late isn't lost.
import { generate } from 'otplib';
import pg from 'pg';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDatabase } from '#lib/platform/index.server.ts';
import { axeFaults } from '../support/browser-checks.server.ts';
import { type Journey, type Person, PHONE, startJourney } from '../support/browser.server.ts';
import { type Office, startOffice } from '../support/office.server.ts';

const PASSWORD = 'ruộng lúa chín vàng';
const MEMBER_PASSWORD = 'mưa rào qua ngõ';

let journey: Journey;
let office: Office;
/** The administrator, and the window worked in. */
let administrator: Person;
let desk: Page;
/** The administrator's authenticator application. */
let secret = '';
let lastStep = 0;

beforeAll(async () => {
  office = await startOffice('--trong');
  journey = await startJourney('first-run', office.url);
  administrator = await journey.person({ refusals: [422] });
  desk = administrator.page;
  desk.setDefaultTimeout(10_000);
});

afterAll(async () => {
  await journey.end();
  await office.end();
});

function at(route: string): string {
  return new URL(route, office.url).href;
}

/** Looks the page over in both colour schemes, and keeps pictures of it wide, narrow and dark. */
async function look(person: Person, name: string): Promise<void> {
  await person.look(name);
  const { page } = person;
  const before = page.viewportSize();
  await page.setViewportSize(PHONE);
  await person.snap(`${name}-phone`);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axeFaults(page), `${name}, dark`).toEqual([]);
  await person.snap(`${name}-phone-dark`);
  await page.emulateMedia({ colorScheme: 'light' });
  if (before) await page.setViewportSize(before);
}

async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    // A label may go on ("không bắt buộc"), and another may contain it.
    await page
      .getByLabel(new RegExp(`^\\s*${label}`))
      .first()
      .fill(value);
  }
}

/** The next code that was not used yet; waits for the next half minute where it must. */
async function nextCode(): Promise<string> {
  let step = Math.floor(Date.now() / 30_000);
  // The office allows a clock half a minute fast, so the coming code may be used now.
  if (step <= lastStep) step = lastStep + 1;
  while (step > Math.floor(Date.now() / 30_000) + 1) await desk.waitForTimeout(500);
  lastStep = step;
  return generate({ secret, epoch: step * 30 });
}

async function signIn(page: Page, login: string, password: string): Promise<void> {
  await fill(page, { 'Tên đăng nhập': login, 'Mật khẩu': password });
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
}

/** As if an hour had passed without a request. */
async function expireSessions(): Promise<void> {
  const database = await startDatabase({
    dataFolder: office.data,
    command: 'test',
    share: true,
    env: process.env,
  });
  const client = new pg.Client(database.app);
  await client.connect();
  try {
    const { rows } = await client.query<{ commune_id: string }>(
      'SELECT DISTINCT commune_id FROM commune_host',
    );
    await client.query(`SELECT set_config('loa.commune', $1, false)`, [rows[0]?.commune_id]);
    await client.query(`UPDATE session SET idle_until = now() - interval '1 minute'`);
  } finally {
    await client.end();
    await database.stop();
  }
}

describe('the first run', () => {
  test('every address leads to the wizard, which keeps what was typed', async () => {
    await desk.goto(at('/lam-viec'));
    expect(new URL(desk.url()).pathname).toBe('/thiet-lap');
    await look(administrator, 'first-run');
    await desk.evaluate(() => document.querySelector('form')?.setAttribute('novalidate', ''));
    await fill(desk, {
      'Mã thiết lập': 'SAI-MA-ROI',
      'Tên đầy đủ': 'xã An Bình',
      'Địa chỉ trụ sở': 'Thôn Đông, xã An Bình',
      'Điện thoại trụ sở': 'số không đúng',
      'Chức danh': 'Công chức Văn phòng – Thống kê',
      'Tên đăng nhập': 'quan-tri',
      'Mật khẩu': 'matkhau123456',
      'Nhập lại mật khẩu': 'matkhau123456',
    });
    await desk.getByRole('button', { name: 'Thiết lập' }).click();
    await desk.getByRole('alert').waitFor();
    await desk.getByText('Số điện thoại chưa đúng').first().waitFor();
    expect(await desk.getByLabel('Tên đầy đủ').inputValue()).toBe('xã An Bình');
    expect(await desk.getByLabel('Mật khẩu').first().inputValue()).toBe('');
    await look(administrator, 'first-run-faults');
  });

  test('a wrong set-up code makes nothing', async () => {
    await fill(desk, {
      'Điện thoại trụ sở': '0220 3786 123',
      'Mật khẩu': PASSWORD,
      'Nhập lại mật khẩu': PASSWORD,
    });
    await desk.getByRole('button', { name: 'Thiết lập' }).click();
    await desk.getByText('Mã thiết lập không đúng').first().waitFor();
  });

  test('with the code from the console the office exists, and a second factor is asked for', async () => {
    const code = /[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(office.words)?.[0];
    expect(code, office.words).toBeDefined();
    await fill(desk, {
      'Mã thiết lập': code ?? '',
      'Mật khẩu': PASSWORD,
      'Nhập lại mật khẩu': PASSWORD,
    });
    await desk.getByRole('button', { name: 'Thiết lập' }).click();
    await desk.waitForURL('**/dang-nhap/bao-ve');
    await look(administrator, 'second-factor');
    // The desk stays closed meanwhile.
    await desk.goto(at('/lam-viec'));
    expect(new URL(desk.url()).pathname).toBe('/dang-nhap/bao-ve');
    secret = (await desk.locator('code.secret').innerText()).replaceAll(' ', '');
    // Without the right password an open session sets up nothing.
    await fill(desk, { 'Mã xác thực': await nextCode(), 'Mật khẩu hiện tại': 'không phải thế' });
    await desk.getByRole('button', { name: 'Bật xác thực hai bước' }).click();
    await desk.getByText('Mật khẩu hiện tại không đúng').first().waitFor();
    // The code typed is still there.
    await fill(desk, { 'Mật khẩu hiện tại': PASSWORD });
    await desk.getByRole('button', { name: 'Bật xác thực hai bước' }).click();
    await desk.getByText('Đã bật xác thực hai bước').waitFor();
    expect(await desk.locator('ol code').count()).toBe(10);
    await look(administrator, 'recovery-codes');
    await desk.getByRole('link', { name: 'Đã cất mã' }).click();
    await desk.waitForURL('**/lam-viec');
    await look(administrator, 'desk');
  });

  test('the wizard is closed now', async () => {
    expect((await desk.request.get(at('/thiet-lap'))).status()).toBe(404);
  });
});

describe('the portal of an office without a word on it', () => {
  test('has no link that leads nowhere', async () => {
    const found = new Map([['/', 'a reader']]);
    const dead: string[] = [];
    for (const [path, from] of found) {
      const answer = await fetch(at(path));
      if (answer.status !== 200) dead.push(`${path} from ${from}: ${answer.status}`);
      if (!answer.headers.get('content-type')?.includes('html')) continue;
      for (const [, href = ''] of (await answer.text()).matchAll(/<a\s[^>]*?href="([^"]+)"/g)) {
        const { origin, pathname } = new URL(href.replaceAll('&amp;', '&'), answer.url);
        if (origin === new URL(office.url).origin && !found.has(pathname)) {
          found.set(pathname, path);
        }
      }
    }
    expect(dead).toEqual([]);
    expect(found.size).toBeGreaterThan(30);
  });
});

describe('administration', () => {
  test('units are added, put in order and replaced by a successor', async () => {
    await desk.goto(at('/lam-viec/quan-tri/don-vi'));
    for (const name of ['Tư pháp – Hộ tịch', 'Văn phòng HĐND và UBND']) {
      await desk.getByLabel('Tên đơn vị', { exact: true }).fill(name);
      await desk.getByRole('button', { name: 'Thêm đơn vị' }).click();
      await desk.getByText('Đã thêm đơn vị.').waitFor();
    }
    await desk.getByRole('button', { name: 'Đưa Văn phòng HĐND và UBND lên trên' }).click();
    await desk.locator('.units > li').first().getByText('Văn phòng HĐND và UBND').waitFor();
    await look(administrator, 'admin-units');
    const first = desk.locator('.units > li').first();
    await first.locator('summary').click();
    await first.getByLabel('Tên đơn vị kế tục').fill('Văn phòng Đảng ủy – Nội vụ');
    await first.getByRole('button', { name: 'Lập đơn vị kế tục' }).click();
    await desk.getByText('kế tục: Văn phòng Đảng ủy – Nội vụ').waitFor();
  });

  test('a hotline is refused with its words kept, then taken and verified', async () => {
    await desk.goto(at('/lam-viec/quan-tri/duong-day-nong'));
    await fill(desk, {
      'Tiếp nhận việc gì': 'Phản ánh thủ tục hành chính',
      'Số điện thoại': 'gọi bác bảo vệ',
      'Người nghe máy': 'Công chức Văn phòng',
    });
    await desk.getByRole('button', { name: 'Thêm số' }).click();
    await desk.getByText('Số điện thoại chưa đúng').first().waitFor();
    expect(await desk.getByLabel('Người nghe máy').inputValue()).toBe('Công chức Văn phòng');
    await fill(desk, { 'Số điện thoại': '0220 3786 123' });
    await desk.getByRole('button', { name: 'Thêm số' }).click();
    await desk.getByText('Đã thêm số điện thoại.').waitFor();
    await desk.getByRole('button', { name: 'Hôm nay còn đúng' }).click();
    await desk.getByText('hôm nay số này còn đúng').waitFor();
    await look(administrator, 'admin-hotlines');
  });

  test('the commune’s facts and the record are shown', async () => {
    await desk.goto(at('/lam-viec/quan-tri/thong-tin'));
    await fill(desk, { 'Thư điện tử': 'ubnd@anbinh.example.vn' });
    await desk.getByRole('button', { name: 'Lưu', exact: true }).click();
    await desk.getByText('Đã lưu.').waitFor();
    await look(administrator, 'admin-facts');
    await desk.goto(at('/lam-viec/quan-tri/nhat-ky'));
    await desk.getByRole('table').getByText('Khởi tạo xã').waitFor();
    await look(administrator, 'admin-record');
    await desk.getByLabel('Chỉ xem loại việc').selectOption({ label: 'Thêm đơn vị' });
    await desk.getByRole('button', { name: 'Lọc' }).click();
    await desk.waitForURL('**loai=unit.created');
    expect(await desk.locator('tbody tr').count()).toBe(2);
  });

  test('a colleague gets an account, sets an own password without JavaScript, and sees no administration', async () => {
    await desk.goto(at('/lam-viec/quan-tri/tai-khoan'));
    await look(administrator, 'admin-accounts');
    await desk.locator('summary', { hasText: 'Thêm tài khoản' }).click();
    await fill(desk, { 'Tên đăng nhập': 'tu-phap', 'Chức danh': 'Công chức Tư pháp – Hộ tịch' });
    await desk.getByLabel('Cán bộ đơn vị').check();
    await desk.getByLabel('Tư pháp – Hộ tịch').last().check();
    await desk.getByRole('button', { name: 'Tạo tài khoản' }).click();
    const shown = desk.getByRole('status').locator('code');
    await shown.last().waitFor();
    const oneTime = await shown.last().innerText();
    await look(administrator, 'admin-account-created');

    const member = await journey.person({ javaScriptEnabled: false, refusals: [403] });
    const { page } = member;
    await page.goto(at('/lam-viec/quan-tri/tai-khoan'));
    await signIn(page, 'tu-phap', oneTime);
    expect(new URL(page.url()).pathname).toBe('/dang-nhap/mat-khau');
    await fill(page, {
      'Mật khẩu hiện tại': oneTime,
      'Mật khẩu mới': MEMBER_PASSWORD,
      'Nhập lại mật khẩu mới': MEMBER_PASSWORD,
    });
    await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    // Back to where the person wanted to go, which is closed to members.
    expect(new URL(page.url()).pathname).toBe('/lam-viec/quan-tri/tai-khoan');
    await page.getByText('chưa được phép').first().waitFor();
    await member.snap('member-no-administration');
    await page.goto(at('/lam-viec'));
    expect(await page.getByRole('link', { name: 'Quản trị' }).count()).toBe(0);
  });

  test('one account can be looked at and helped', async () => {
    await desk.goto(at('/lam-viec/quan-tri/tai-khoan'));
    await desk.getByRole('link', { name: 'tu-phap' }).click();
    await desk.getByRole('button', { name: 'Khóa tài khoản' }).waitFor();
    await look(administrator, 'admin-account');
  });
});

describe('one’s own account', () => {
  test('shows where one is signed in, and ends another session', async () => {
    const person = await journey.person({ refusals: [401] });
    const other = person.page;
    await other.goto(at('/dang-nhap'));
    await look(person, 'sign-in');
    await signIn(other, 'quan-tri', PASSWORD);
    await other.waitForURL('**/dang-nhap/ma');
    await look(person, 'sign-in-code');
    await fill(other, { 'Mã xác thực': '000000' });
    await other.getByRole('button', { name: 'Tiếp tục' }).click();
    await other.getByText('Mã xác thực không đúng').first().waitFor();
    await fill(other, { 'Mã xác thực': await nextCode() });
    await other.getByRole('button', { name: 'Tiếp tục' }).click();
    await other.waitForURL('**/lam-viec');
    await desk.goto(at('/lam-viec/tai-khoan'));
    await look(administrator, 'own-account');
    await desk.getByRole('button', { name: /^Kết thúc phiên/ }).click();
    await desk.getByRole('button', { name: /^Kết thúc phiên/ }).waitFor({ state: 'detached' });
    await other.goto(at('/lam-viec'));
    expect(new URL(other.url()).pathname).toBe('/dang-nhap');
  });
});

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a form sent after the session ran out, %s', (_, javaScriptEnabled) => {
  const name = javaScriptEnabled ? 'Đài truyền thanh' : 'Mặt trận Tổ quốc';
  let person: Person;
  let page: Page;

  test('is kept, and its owner is asked to sign in', async () => {
    const { cookies } = await administrator.context.storageState();
    person = await journey.person({ javaScriptEnabled });
    page = person.page;
    await person.context.addCookies(cookies);
    await page.goto(at('/lam-viec/quan-tri/don-vi'));
    await page.getByLabel('Tên đơn vị', { exact: true }).fill(name);
    // As forms with files are sent.
    await page
      .locator('form[action="?/them"]')
      .evaluate((form) => form.setAttribute('enctype', 'multipart/form-data'));
    await expireSessions();
    await page.getByRole('button', { name: 'Thêm đơn vị' }).click();
    await page.getByText('nội dung vừa gửi vẫn được giữ').waitFor();
    if (javaScriptEnabled) await look(person, 'sign-in-kept');
  });

  test('is sent on after signing in, as if nothing had happened', async () => {
    await signIn(page, 'quan-tri', PASSWORD);
    await page.getByLabel('Mã xác thực').fill(await nextCode());
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.getByText('Bạn có nội dung gửi dở').waitFor();
    if (javaScriptEnabled) await look(person, 'kept-forms');
    await page.getByRole('button', { name: 'Gửi tiếp' }).click();
    await page.getByText('Đã thêm đơn vị.').waitFor();
    await page.locator('.units > li .head b', { hasText: name }).waitFor();
    // It is sent once: nothing waits any more.
    await page.goto(at('/dang-nhap/gui-tiep'));
    expect(new URL(page.url()).pathname).toBe('/lam-viec');
    await administrator.context.clearCookies();
    await administrator.context.addCookies((await person.context.storageState()).cookies);
  });
});

describe('requests that no page of ours sends', () => {
  const body = 'login=quan-tri&password=x';

  test.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['no word of where it comes from', {}],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
  ])('%s is refused', async (_, headers) => {
    for (const type of ['application/x-www-form-urlencoded', 'application/json', 'text/plain']) {
      const answer = await fetch(at('/dang-nhap'), {
        method: 'POST',
        headers: { ...headers, 'content-type': type },
        body,
        redirect: 'manual',
      });
      expect(answer.status).toBe(403);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  test('an unknown session’s form is not kept, and says so', async () => {
    const form = new FormData();
    form.set('name', 'Đơn vị lạ');
    const answer = await fetch(at('/lam-viec/quan-tri/don-vi?/them'), {
      method: 'POST',
      headers: {
        origin: new URL(office.url).origin,
        cookie: 'loa-phien=khong-co',
        accept: 'text/html',
      },
      body: form,
      redirect: 'manual',
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toContain('ly-do=chua-gui');
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });
});
