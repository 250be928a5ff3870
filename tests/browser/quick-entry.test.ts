// Quick entry on a small telephone: written without a connection, sent once when it is back, asked about
// twins, and gone from the device after signing out.
import type { Route } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Journey, type Person, startJourney } from '../support/browser.server.ts';
import { signIn } from '../support/browser-people.server.ts';

const office = inject('officeUrl');
const PAGE = '/lam-viec/ghi-nhanh';
const SMALL = { width: 360, height: 740 };
const TITLE = 'Phát tin nhắc lịch tiêm chủng ở nhà văn hóa';

let journey: Journey;
let announcer: Person;

beforeAll(async () => {
  journey = await startJourney('quick-entry', office);
  announcer = await journey.person({ viewport: SMALL, isMobile: true, hasTouch: true });
  await signIn(announcer, 'dai-phat-thanh', PAGE);
});
afterAll(() => journey.end());

async function photo(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const picture = sharp({ create: { width: 800, height: 600, channels: 3, background: '#a97' } });
  return { name: 'tai-cho.jpg', mimeType: 'image/jpeg', buffer: await picture.jpeg().toBuffer() };
}

async function write(title: string): Promise<void> {
  const { page } = announcer;
  await page.getByLabel('Vừa làm việc gì?').selectOption({ label: 'Bản tin phát thanh' });
  await page.getByLabel('Tên hoạt động').fill(title);
  await page.getByRole('checkbox', { name: /^9\. / }).first().check();
  await page.getByRole('button', { name: 'Lưu và gửi' }).tap();
}

async function recorded(title: string): Promise<number> {
  const reader = await journey.person({ storageState: await announcer.context.storageState() });
  await reader.page.goto('/lam-viec/hoat-dong');
  return reader.page.getByRole('main').getByRole('link', { name: title, exact: true }).count();
}

describe('on a telephone of 360 points', () => {
  it('says that the page opens without a connection', async () => {
    await announcer.page.getByText('mở được cả khi mất mạng').waitFor();
    await announcer.look('ready');
  });

  it('opens and keeps words and photo while there is no connection', async () => {
    const { page, context } = announcer;
    await context.setOffline(true);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Ghi nhanh' }).waitFor();
    await page.getByLabel('Ảnh có sẵn').setInputFiles(await photo());
    await write(TITLE);
    await page.getByText('Chờ gửi: 1 việc').waitFor();
    await page.getByText('1 ảnh').waitFor();
    await announcer.snap('kept');
    await page.reload();
    await page.getByText('Chờ gửi: 1 việc').waitFor();
    expect(await recorded(TITLE)).toBe(0);
  });

  it('says that the office cannot take it now, and keeps it', async () => {
    const { page, context } = announcer;
    const busy = (route: Route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 503, body: 'away' })
        : route.continue();
    await page.route(`**${PAGE}`, busy);
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Gửi ngay' }).tap();
    await page.getByText('Chưa gửi được').waitFor();
    await page.getByText('Chờ gửi: 1 việc').waitFor();
    await context.setOffline(true);
    await page.unroute(`**${PAGE}`, busy);
  });

  it('outlives the session', async () => {
    const { page, context } = announcer;
    const cookies = await context.cookies();
    await context.clearCookies();
    await context.setOffline(false);
    await page.getByText('Phiên làm việc đã hết').waitFor();
    await page.getByText('Chờ gửi: 1 việc').waitFor();
    await context.setOffline(true);
    await context.addCookies(cookies);
  });

  it('sends it once when the connection is back', async () => {
    const { page, context } = announcer;
    await context.setOffline(false);
    await page.getByText('Đã gửi 1 việc').waitFor();
    expect(await page.getByText('Chờ gửi').count()).toBe(0);
    expect(await recorded(TITLE)).toBe(1);
    await page.reload();
    expect(await recorded(TITLE)).toBe(1);
  });

  it('sends by itself what got lost on the way', async () => {
    const { page } = announcer;
    await page.getByText('mở được cả khi mất mạng').waitFor();
    let lost = 0;
    await page.route(`**${PAGE}`, (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue();
      lost += 1;
      return route.abort('connectionreset');
    });
    await write('Đọc lại thông báo nộp thuế đất');
    await page.getByText('Đã gửi 1 việc').waitFor();
    expect(lost).toBe(1);
    expect(await recorded('Đọc lại thông báo nộp thuế đất')).toBe(1);
    await page.unroute(`**${PAGE}`);
    await page.reload();
  });

  it('asks about a twin and lets the person decide', async () => {
    const { page } = announcer;
    await page.getByText('mở được cả khi mất mạng').waitFor();
    await write(TITLE);
    await page.getByText(/đã được ghi: “Phát tin nhắc/).waitFor();
    await announcer.snap('twin');
    expect(await recorded(TITLE)).toBe(1);
    await page.getByRole('button', { name: 'Đây là việc khác, vẫn gửi' }).tap();
    await page.getByText('Đã gửi 1 việc').waitFor();
    expect(await recorded(TITLE)).toBe(2);
  });

  it('warns before signing out wipes what waits', async () => {
    const { page } = announcer;
    await write(TITLE);
    await page.getByText('Chờ gửi: 1 việc').waitFor();
    await page.getByText(/đã được ghi: “Phát tin nhắc/).waitFor();
    const asked = page.waitForEvent('dialog');
    const leaving = page.getByRole('button', { name: 'Đăng xuất' }).tap();
    const question = await asked;
    expect(question.message()).toContain('Còn 1 việc chưa gửi');
    await question.dismiss();
    await leaving;
    expect(await page.getByText('Chờ gửi: 1 việc').count()).toBe(1);
    page.once('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: 'Đăng xuất' }).tap();
    await page.waitForURL('**/dang-nhap?*');
    await signIn(announcer, 'dai-phat-thanh', PAGE);
    await page.getByText('mở được cả khi mất mạng').waitFor();
    expect(await page.getByText('Chờ gửi').count()).toBe(0);
  });
});

describe('on a slow line', () => {
  it('keeps what was chosen before the script came', async () => {
    const early = await journey.person({
      viewport: SMALL,
      serviceWorkers: 'block',
      storageState: await announcer.context.storageState(),
    });
    const { page } = early;
    const scripts = Promise.withResolvers<void>();
    await page.route('**/_app/**/*.js', async (route) => {
      await scripts.promise;
      await route.continue();
    });
    await page.goto(PAGE, { waitUntil: 'commit' });
    const kind = page.getByLabel('Vừa làm việc gì?');
    const title = page.getByLabel('Tên hoạt động');
    const topic = page.getByRole('checkbox', { name: /^9\. / }).first();
    await kind.selectOption({ label: 'Niêm yết' });
    await title.fill('Dán lịch tiếp dân');
    await topic.check();
    scripts.resolve();
    // Only the script knows which amounts a posting is counted in.
    await page.getByLabel('Số thủ tục, văn bản niêm yết').waitFor();
    expect(await kind.locator('option:checked').innerText()).toBe('Niêm yết');
    expect(await title.inputValue()).toBe('Dán lịch tiếp dân');
    expect(await topic.isChecked()).toBe(true);
  });
});

describe('without script', () => {
  it('is a plain form that says what is missing and records', async () => {
    const plain = await journey.person({
      javaScriptEnabled: false,
      viewport: SMALL,
      refusals: [422],
    });
    await signIn(plain, 'dai-phat-thanh', PAGE);
    const { page } = plain;
    await page.getByLabel('Vừa làm việc gì?').selectOption({ label: 'Bản tin phát thanh' });
    await page.getByLabel('Tên hoạt động').fill('Ghi bằng biểu mẫu thường');
    await page.getByLabel('Số lượt phát').fill('3');
    await page.getByRole('button', { name: 'Lưu và gửi' }).click();
    await plain.look('plain-refused');
    await page.getByRole('checkbox', { name: /^9\. / }).first().check();
    await page.getByRole('button', { name: 'Lưu và gửi' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ghi bằng biểu mẫu thường' }).waitFor();
  });
});
