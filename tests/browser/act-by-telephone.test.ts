// A unit records an act with a photo on a telephone, and finds it again in the coverage.
import type { APIResponse } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Journey, type Person, PHONE, startJourney } from '../support/browser.server.ts';
import { signIn } from '../support/browser-people.server.ts';

const office = inject('officeUrl');
const FORM = '/lam-viec/hoat-dong/moi?loai=radio-bulletin';
const TITLE = 'Bản tin chiều về giữ gìn trật tự ngõ xóm';

let journey: Journey;
let announcer: Person;
beforeAll(async () => {
  journey = await startJourney('act-by-telephone', office);
  announcer = await journey.person({
    viewport: PHONE,
    isMobile: true,
    hasTouch: true,
    deviceScaleFactor: 2,
  });
  await signIn(announcer, 'dai-phat-thanh');
});
afterAll(() => journey.end());

async function photo(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const picture = sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#7a9' } });
  return { name: 'loa-thon.jpg', mimeType: 'image/jpeg', buffer: await picture.jpeg().toBuffer() };
}

describe('the announcer', () => {
  it('starts from what to do today', async () => {
    await announcer.visit('/lam-viec', 'today');
    await announcer.visit('/lam-viec/hoat-dong/moi', 'kinds');
    await announcer.page.getByRole('link', { name: 'Bản tin phát thanh' }).tap();
    await announcer.page.getByLabel('Ngày thực hiện').waitFor();
    await announcer.look('form');
  });

  it('is told what is missing, and loses nothing', async () => {
    const { page, context } = announcer;
    const plain = await journey.person({
      javaScriptEnabled: false,
      viewport: PHONE,
      refusals: [422],
      storageState: await context.storageState(),
    });
    await plain.page.goto(FORM);
    await plain.page.getByLabel('Tên hoạt động').fill(TITLE);
    await plain.page.getByLabel(/^Ảnh/).setInputFiles(await photo());
    await plain.page.getByRole('button', { name: 'Ghi hoạt động' }).click();
    await plain.page.getByText('Đã nhận: loa-thon.jpg').waitFor();
    expect(await plain.page.getByLabel('Tên hoạt động').inputValue()).toBe(TITLE);
    await plain.look('missing-topic');
    expect(page.url()).toContain('loai=radio-bulletin');
  });

  it('is told that a file is too heavy before it is sent', async () => {
    const { page } = announcer;
    await page.getByLabel('Tên hoạt động').fill(TITLE);
    await page.getByLabel(/^Ảnh/).setInputFiles({
      name: 'phim.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.alloc(21 * 2 ** 20),
    });
    await page.getByText('“phim.jpg” nặng 21 MB, quá 20 MB cho một tệp').waitFor();
    expect(await page.getByLabel('Tên hoạt động').inputValue()).toBe(TITLE);
    await announcer.look('too-heavy');
  });

  it('records it with a photo', async () => {
    const { page } = announcer;
    await page.getByRole('checkbox', { name: /^9\. / }).first().check();
    await page.getByLabel('Thời lượng một lượt').fill('12');
    await page.getByLabel(/^Ảnh/).setInputFiles(await photo());
    await page.getByLabel('Tên hoạt động').fill(TITLE);
    await page.getByRole('button', { name: 'Ghi hoạt động' }).tap();
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await announcer.look('recorded');
    const picture = page.getByRole('main').getByRole('img').first();
    expect(await picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  });

  it('finds it in the matrix, in the list of its cell, and why it counts', async () => {
    const { page } = announcer;
    await page.goto('/lam-viec/ke-hoach');
    await page.getByRole('link', { name: /^Tuyên truyền cải cách hành chính/ }).tap();
    await page.getByRole('main').getByRole('link', { name: 'Độ phủ' }).first().tap();
    await page.getByRole('heading', { level: 1, name: /Độ phủ/ }).waitFor();
    await announcer.look('matrix');
    const row = page.getByRole('row').filter({ hasText: /trật tự/i });
    await row.getByRole('link', { name: /Đài xã/ }).tap();
    const month = page.locator('#thang-2023-06');
    await month.getByRole('link', { name: TITLE }).first().waitFor();
    await announcer.look('cell');
    await month.getByText('Vì sao?').tap();
    await month.getByText('Cách tính').waitFor();
    await announcer.look('why');
    expect(await month.innerText()).toContain('sự kiện số');
  });

  it('finds it on the page of the unit', async () => {
    await announcer.visit('/lam-viec/don-vi', 'units');
    await announcer.page.getByRole('main').getByRole('link', { name: 'Đài phát thanh xã' }).tap();
    await announcer.page.getByRole('link', { name: TITLE }).first().waitFor();
    await announcer.look('unit');
    await announcer.visit('/lam-viec/hoat-dong', 'acts');
  });
});

describe('one form', () => {
  it('sent twice records once', async () => {
    const sent = await filledForm();
    const [first, second] = [await send(sent), await send(sent)];
    expect(first.status()).toBe(303);
    expect(second.headers()['location']).toBe(first.headers()['location']);
  });

  it('for another unit is refused', async () => {
    const coordinator = await journey.person();
    await signIn(coordinator, 'noi-vu');
    await coordinator.page.goto(FORM);
    const units = coordinator.page.getByLabel('Đơn vị thực hiện');
    const other = await units.locator('option', { hasText: 'Công đoàn' }).getAttribute('value');
    const answer = await send({ ...(await filledForm()), unitId: other ?? '' });
    expect(answer.status()).toBe(403);
  });
});

/** What the announcer's form holds, with the fewest things filled in. */
async function filledForm(): Promise<Record<string, string>> {
  const { page } = announcer;
  await page.goto(FORM);
  const value = (name: string) => page.locator(`[name="${name}"]`).first().inputValue();
  return {
    clientKey: await value('clientKey'),
    kind: await value('kind'),
    unitId: await value('unitId'),
    topics: await value('topics'),
    day: '2023-06-29',
    title: 'Bản tin gửi hai lần',
    'quantities.items': '1',
    'quantities.airings': '1',
  };
}

function send(form: Record<string, string>): Promise<APIResponse> {
  return announcer.context.request.post(FORM, {
    multipart: form,
    headers: { origin: new URL(office).origin, accept: 'text/html' },
    maxRedirects: 0,
  });
}
