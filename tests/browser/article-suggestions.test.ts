// Topics and channels suggested while an article is written: taken with one press, by a script and without.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Journey, type Person, PHONE, startJourney } from '../support/browser.server.ts';
import { signIn } from '../support/browser-people.server.ts';

const TITLE = 'Gọi số nào khi hồ sơ chậm: đường dây nóng của xã';
const BODY = 'Bà con gọi đường dây nóng trong giờ làm việc, nêu mã hồ sơ ghi ở giấy hẹn.';
const TOPIC = '5. Đường dây nóng';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney('article-suggestions', inject('officeUrl'));
});
afterAll(() => journey.end());

/** Keeps every script back until it is called. */
async function slowScripts({ page }: Person): Promise<() => void> {
  const scripts = Promise.withResolvers<void>();
  await page.route('**/_app/**/*.js', async (route) => {
    await scripts.promise;
    await route.continue();
  });
  return () => scripts.resolve();
}

/** What is ticked, by its label. */
async function ticked({ page }: Person, name: string): Promise<string[]> {
  const labels = page.locator(`label:has(input[name="${name}"]:checked)`);
  return (await labels.allInnerTexts()).map((text) => text.trim());
}

describe('with a script', () => {
  let writer: Person;
  beforeAll(async () => {
    writer = await journey.person();
    await signIn(writer, 'van-hoa', '/lam-viec/bien-tap');
  });

  it('they come while one writes, with what there is to put right, and set nothing by themselves', async () => {
    const { page } = writer;
    await page.goto('/lam-viec/bien-tap/moi');
    const text = page.getByRole('textbox', { name: 'Nội dung' });
    await text.waitFor();
    await page.getByLabel('Tên bài').fill(TITLE);
    await text.click();
    await page.keyboard.type(BODY);
    await page.getByRole('button', { name: `Chọn ${TOPIC}` }).waitFor();
    await page.getByText('Bài nói tới “đường dây nóng”').first().waitFor();
    await page.getByText('Chưa có tóm tắt').waitFor();
    expect(await ticked(writer, 'topics')).toEqual([]);
    expect(await ticked(writer, 'channels')).toEqual([]);
    await writer.look('suggested');
  });

  it('the Enter key saves, it takes none', async () => {
    const { page } = writer;
    const first = page.locator('form#soan-bai button:not([type=button]), button[form=soan-bai]');
    expect((await first.first().innerText()).trim()).toBe('Lưu bản nháp');
  });

  it('one press ticks the box, and what was taken is suggested no more', async () => {
    const { page } = writer;
    await page.getByRole('button', { name: `Chọn ${TOPIC}` }).click();
    expect(await ticked(writer, 'topics')).toEqual([TOPIC]);
    await page.getByRole('button', { name: `Chọn ${TOPIC}` }).waitFor({ state: 'detached' });
    // Which comes first depends on what the month's schedule still waits for, and so on other journeys.
    const offered = page.locator('button[value^="channels:"]').first();
    const channel = (await offered.getAttribute('aria-label'))?.replace(/^Chọn /, '') ?? '';
    await page.getByRole('button', { name: `Chọn ${channel}` }).click();
    expect(await ticked(writer, 'channels')).toEqual([channel]);
    await page.getByRole('button', { name: `Chọn ${channel}` }).waitFor({ state: 'detached' });
    await writer.look('taken');
    await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
    await page.getByText('Đã lưu bản nháp.').waitFor();
    expect(await ticked(writer, 'topics')).toEqual([TOPIC]);
    expect(await ticked(writer, 'channels')).toEqual([channel]);
    await writer.look('saved');
  });

  it('going on within the desk takes the last keys along', async () => {
    const { page } = writer;
    const draft = new URL(page.url()).pathname;
    const typeAndGo = async () => {
      await page.getByLabel('Tên bài').fill(`${TITLE} (số mới)`);
      await page.getByRole('link', { name: 'Tin, bài' }).first().click();
    };
    const isKept = page.waitForResponse((answer) => answer.url().endsWith('/nhap'));
    await Promise.all([isKept, typeAndGo()]);
    await page.waitForURL('**/lam-viec/bien-tap');
    await page.goto(draft);
    await page.getByText('Đây là bản anh chị gõ dở').waitFor();
    expect(await page.getByLabel('Tên bài').inputValue()).toBe(`${TITLE} (số mới)`);
  });
});

it('on a slow line what was written before the editor came goes on in it', async () => {
  const writer = await journey.person({ serviceWorkers: 'block' });
  await signIn(writer, 'van-hoa', '/lam-viec/bien-tap');
  const { page } = writer;
  const letGo = await slowScripts(writer);
  await page.goto('/lam-viec/bien-tap/moi', { waitUntil: 'commit' });
  await page.getByLabel('Tên bài').fill(TITLE);
  await page.getByLabel('Nội dung', { exact: true }).click();
  await page.keyboard.type(BODY);
  letGo();
  const text = page.getByRole('textbox', { name: 'Nội dung' }).and(page.locator('.ProseMirror'));
  await text.waitFor();
  await page.keyboard.type(' Không mất chữ nào.');
  expect(await text.innerText()).toBe(`${BODY} Không mất chữ nào.`);
  expect(await page.getByLabel('Tên bài').inputValue()).toBe(TITLE);
  await page.getByRole('button', { name: `Chọn ${TOPIC}` }).waitFor();
  await writer.look('written-early');
  await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
  await page.getByText('Đã lưu bản nháp.').waitFor();
  await text.getByText('Không mất chữ nào.').waitFor();
});

it('title, summary and choices of a new article outlive the browser, and are offered until they are saved', async () => {
  const writer = await journey.person();
  await signIn(writer, 'van-hoa', '/lam-viec/bien-tap');
  const { page } = writer;
  const summary = 'Bà con biết gọi số nào, từ ngày đầu tháng bảy.';
  const offer = page.getByText('Máy này còn giữ những ô chưa lưu');
  const open = async () => {
    await page.goto('/lam-viec/bien-tap/moi');
    await page.locator('.frame.ready').waitFor();
  };
  await open();
  expect(await offer.count()).toBe(0);
  await page.getByLabel('Tên bài').fill(TITLE);
  await page.getByLabel('Tóm tắt').fill(summary);
  await page.getByText('Đưa bài qua kênh nào nữa').click();
  await page.locator('input[name="channels"]').first().check();
  const channels = await ticked(writer, 'channels');
  // Gone without a word, as when the battery dies.
  await open();
  await offer.waitFor();
  await page.getByText(`Ô đã gõ: “${TITLE}”, “${summary}”.`).waitFor();
  await writer.look('fields-kept');
  expect(await page.getByLabel('Tên bài').inputValue()).toBe('');
  await page.getByRole('button', { name: 'Lấy lại các ô' }).click();
  expect(await page.getByLabel('Tên bài').inputValue()).toBe(TITLE);
  expect(await page.getByLabel('Tóm tắt').inputValue()).toBe(summary);
  expect(await ticked(writer, 'channels')).toEqual(channels);
  await page.locator('input[name="channels"]:checked').waitFor();
  await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
  await page.getByText('Đã lưu bản nháp.').waitFor();
  await page.locator('.frame.ready').waitFor();
  expect(await page.getByLabel('Tóm tắt').inputValue()).toBe(summary);
  await open();
  expect(await offer.count()).toBe(0);
});

it('what is unsaved of a new article is its writer’s alone, and stays while another is saved', async () => {
  const writer = await journey.person();
  await signIn(writer, 'van-hoa', '/lam-viec/bien-tap');
  const { page } = writer;
  const offers = [
    page.getByText('Máy này còn giữ những ô chưa lưu'),
    page.getByText('Máy này còn giữ nội dung chưa lưu'),
  ];
  const open = async () => {
    await page.goto('/lam-viec/bien-tap/moi');
    await page.locator('.frame.ready').waitFor();
  };
  const save = async () => {
    await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
    await page.getByText('Đã lưu bản nháp.').waitFor();
    // What was kept is dropped by the script.
    await page.locator('.frame.ready').waitFor();
  };
  const begin = async (title: string) => {
    await open();
    await page.getByLabel('Tên bài').fill(title);
    await page.getByRole('textbox', { name: 'Nội dung' }).click();
    await page.keyboard.type(BODY);
  };
  await begin(TITLE);
  await save();
  const saved = new URL(page.url()).pathname;
  await begin('Bài đang viết dở');
  await page.goto(saved);
  await page.locator('.frame.ready').waitFor();
  await save();
  await open();
  for (const offer of offers) await offer.waitFor();
  // Who works here next signs in without the first having signed out.
  await page.context().clearCookies();
  await signIn(writer, 'van-phong', '/lam-viec/bien-tap');
  await open();
  for (const offer of offers) expect(await offer.count()).toBe(0);
});

it('without a script the form comes back with everything typed and the box ticked', async () => {
  const writer = await journey.person({ viewport: PHONE, javaScriptEnabled: false });
  await signIn(writer, 'van-hoa', '/lam-viec/bien-tap');
  const { page } = writer;
  await page.goto('/lam-viec/bien-tap/moi');
  await page.getByLabel('Tên bài').fill(TITLE);
  await page.getByLabel('Nội dung', { exact: true }).fill(BODY);
  await page.getByRole('button', { name: 'Xem lại gợi ý' }).click();
  await page.getByRole('button', { name: `Chọn ${TOPIC}` }).click();
  expect(await page.getByLabel('Tên bài').inputValue()).toBe(TITLE);
  expect(await page.getByLabel('Nội dung', { exact: true }).inputValue()).toBe(BODY);
  expect(await ticked(writer, 'topics')).toEqual([TOPIC]);
  expect(await page.getByRole('button', { name: `Chọn ${TOPIC}` }).count()).toBe(0);
  await writer.look('without-script');
  await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
  await page.getByText('Đã lưu bản nháp.').waitFor();
  expect(await ticked(writer, 'topics')).toEqual([TOPIC]);
});
