// An article from the first key to the last reader: written by keyboard with the editor, approved by a
// head without an account, scheduled, published, read everywhere, corrected and withdrawn.
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { DESK, type Journey, type Person, PHONE, startJourney } from '../support/browser.server.ts';
import { signIn } from '../support/browser-people.server.ts';

const TITLE = 'Lịch phun thuốc muỗi ở các thôn';
const SUMMARY =
  'Tổ y tế đi từng ngõ trong hai buổi chiều; nhà nào có trẻ nhỏ báo trước trưởng thôn.';
const PICTURE = 'Tổ y tế phun thuốc ở ngõ đầu làng';
const FORM = 'Tờ khai đăng ký phun thuốc';
/** An article of the sample commune. */
const LINKED = 'Khai sinh cho con cần mang gì, bao giờ có giấy';
const HEAD = 'Trưởng ban duyệt tin thôn đầu';
const SECTION = '/tin/chuyen-muc/doi-song';
const ADDRESS = '/tin/lich-phun-thuoc-muoi-o-cac-thon';
/** A list as Word puts it on the clipboard. */
const FROM_WORD = `<html><body><!--StartFragment-->${['Đậy kín chum, vại', 'Thả cá vào bể nước']
  .map(
    (words) =>
      `<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`,
  )
  .join(
    '',
  )}<p class=MsoNormal><b>Ai cần giúp</b> thì gọi trưởng thôn.<o:p></o:p></p><!--EndFragment--></body></html>`;

let journey: Journey;
let writer: Person;
let leader: Person;
let reader: Person;
let pin = '';
let link = '';
let desk = '';
beforeAll(async () => {
  journey = await startJourney('newsroom', inject('officeUrl'));
  writer = await journey.person({ refusals: [422] });
  leader = await journey.person();
  reader = await journey.person({ javaScriptEnabled: false, viewport: PHONE });
  const administrator = await journey.person();
  await signIn(writer, 'van-hoa', '/lam-viec/bien-tap');
  await signIn(leader, 'pho-chu-tich', '/lam-viec/bien-tap');
  await signIn(administrator, 'quan-tri');
  await administrator.visit('/lam-viec/gui-nhan/nguoi-nhan');
  pin = await handPin(administrator.page);
});
afterAll(() => journey.end());

async function handPin(page: Page): Promise<string> {
  await page.getByLabel('Của thôn hoặc đơn vị').selectOption({ index: 1 });
  await page.getByLabel('Chức danh').fill(HEAD);
  await page.getByRole('button', { name: 'Thêm' }).click();
  await page.getByRole('button', { name: `Cấp mã PIN cho ${HEAD}` }).click();
  return (await page.locator('.pin').innerText()).trim();
}

const button = ({ page }: Person, name: string) =>
  page.getByRole('button', { name, exact: true }).click();
const textOf = (page: Page) => page.getByRole('textbox', { name: 'Nội dung' });

/** Tabs on until the element stands under the keys. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let steps = 0; steps < 40; steps += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${selector} is not reached by Tab`);
}

/** Presses a tool of the editor's bar by arrow keys; the cursor is back in the text afterwards. */
async function tool(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Home');
  for (let steps = 0; steps < 20; steps += 1) {
    const at = await page.evaluate(() => document.activeElement?.getAttribute('data-tool'));
    if (at === name) return page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
  }
  throw new Error(`the bar has no ${name}`);
}

describe('the writer, by keyboard alone', () => {
  it('types title, headings, a list and a table', async () => {
    const { page } = writer;
    await writer.look('list');
    await page.goto('/lam-viec/bien-tap/moi');
    await textOf(page).waitFor();
    await tabTo(page, '[name=title]');
    await page.keyboard.type(TITLE);
    await tabTo(page, '[name=summary]');
    await page.keyboard.type(SUMMARY);
    await tabTo(page, '[name=section]');
    await page.keyboard.press('End');
    await tabTo(page, '[role=textbox]');
    await page.keyboard.type('Chiều thứ Hai bắt đầu từ đầu xã.');
    await page.keyboard.press('Enter');
    await tool(page, 'heading-2');
    await page.keyboard.type('Chuẩn bị gì');
    await page.keyboard.press('Enter');
    await tool(page, 'bullets');
    await page.keyboard.type('Che thức ăn');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Đưa trẻ ra ngoài');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await tool(page, 'table');
    await page.keyboard.type('Buổi');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('Thôn');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('Ai báo');
    const text = textOf(page);
    expect(await text.locator('h2').allInnerTexts()).toEqual(['Chuẩn bị gì']);
    expect(await text.locator('li').count()).toBe(2);
    expect(await text.locator('th').allInnerTexts()).toEqual(['Buổi', 'Thôn', 'Ai báo']);
    await writer.look('written');
  });

  it('saves', async () => {
    const { page } = writer;
    await tabTo(page, 'main form button:not([type=button])');
    await page.keyboard.press('Enter');
    await page.getByText('Đã lưu bản nháp.').waitFor();
    await textOf(page).waitFor();
    desk = new URL(page.url()).pathname;
  });
});

describe('the writer', () => {
  it('pastes from Word: a list stays a list, and what is typed is kept by itself', async () => {
    const { page } = writer;
    const text = textOf(page);
    await text.click();
    await page.keyboard.press('Control+End');
    await text.evaluate((element, html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', html);
      const paste = { clipboardData, bubbles: true, cancelable: true };
      element.dispatchEvent(new ClipboardEvent('paste', paste));
    }, FROM_WORD);
    expect(await text.locator('li').allInnerTexts()).toContain('Thả cá vào bể nước');
    expect(await text.locator('strong').allInnerTexts()).toEqual(['Ai cần giúp']);
    expect(await text.locator('[style], [class*=Mso]').count()).toBe(0);
    await page.getByText('Đã giữ bản nháp lúc').waitFor();
    await page.goto(desk);
    await page.getByText('Đây là bản anh chị gõ dở').waitFor();
    await textOf(page).getByText('Thả cá vào bể nước').waitFor();
    await button(writer, 'Lưu bản nháp');
    await page.getByText('Đã lưu bản nháp.').waitFor();
    await writer.look('saved');
  });

  it('adds a picture to the library, without choosing it twice, and puts it into the text', async () => {
    const { page } = writer;
    await page.goto('/lam-viec/thu-vien-anh/moi');
    await page.getByLabel('Tệp ảnh').setInputFiles({
      name: 'phun-thuoc.jpg',
      mimeType: 'image/jpeg',
      buffer: await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#486' } })
        .jpeg()
        .toBuffer(),
    });
    await page.getByLabel('Ảnh chụp gì').fill(PICTURE);
    await page.getByLabel('Người chụp hoặc nguồn').fill('Đài phát thanh xã');
    await page.locator('main form').evaluate((form: HTMLFormElement) => (form.noValidate = true));
    await button(writer, 'Thêm vào thư viện');
    await page.getByText('Đã nhận “phun-thuoc.jpg”').waitFor();
    await writer.look('picture-refused');
    await page.getByLabel('Có người, tại hoạt động công khai của xã').check();
    await button(writer, 'Thêm vào thư viện');
    await page.getByRole('heading', { level: 1, name: PICTURE }).waitFor();
    await page.getByRole('img', { name: PICTURE }).waitFor();
    await writer.look('picture');
    await writer.visit('/lam-viec/thu-vien-anh?q=to+y+te', 'library');
    await page.goto(desk);
    await textOf(page).click();
    await page.keyboard.press('Control+End');
    await page
      .getByRole('toolbar', { name: 'Định dạng' })
      .getByText('Ảnh', { exact: true })
      .click();
    await page.getByLabel('Tìm ảnh trong thư viện').fill('to y te phun');
    await page.getByRole('button', { name: PICTURE }).click();
    await textOf(page).getByRole('img', { name: PICTURE }).waitFor();
    await writer.look('picture-in-text');
    await button(writer, 'Lưu bản nháp');
    await page.getByText('Đã lưu bản nháp.').waitFor();
  });

  it('links to a page of the portal by searching for it: its name comes into the text', async () => {
    const { page } = writer;
    await textOf(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Đọc thêm: ');
    const bar = page.getByRole('toolbar', { name: 'Định dạng' });
    await bar.getByText('Liên kết', { exact: true }).click();
    await page.getByLabel('Tìm trang để dẫn tới').fill('khai sinh cho con');
    await page.getByRole('button', { name: LINKED }).waitFor();
    await writer.look('link-picker');
    await page.getByRole('button', { name: LINKED }).click();
    const link = textOf(page).getByRole('link', { name: LINKED });
    expect(await link.getAttribute('href')).toMatch(/^\/tin\/khai-sinh-cho-con/);
    await page.keyboard.type(' và hỏi trưởng thôn.');
    expect(await link.innerText()).toBe(LINKED);
    await button(writer, 'Lưu bản nháp');
    await page.getByText('Đã lưu bản nháp.').waitFor();
  });

  it('puts a form under it: a wrong file is refused in words, and nothing typed is lost', async () => {
    const { page } = writer;
    const form = { name: 'to_khai.txt', mimeType: 'text/plain' };
    await page.getByLabel('Chọn tệp').setInputFiles([
      { ...form, buffer: Buffer.from('Tờ khai đăng ký phun thuốc tại nhà') },
      { name: 'anh.pdf', mimeType: 'application/pdf', buffer: Buffer.from([0, 1, 2, 3]) },
    ]);
    await button(writer, 'Lưu bản nháp');
    await page.getByText('anh.pdf').first().waitFor();
    await writer.look('attachment-refused');
    await page.getByLabel('Tên hiện cho người đọc').fill(FORM);
    await textOf(page).waitFor();
    await button(writer, 'Lưu bản nháp');
    await page.getByText('Đã lưu bản nháp.').waitFor();
    expect(await page.getByLabel('Tên hiện cho người đọc').inputValue()).toBe(FORM);
    await writer.look('attached');
  });

  it('submits it, cannot approve it, and makes a link for a head', async () => {
    const { page } = writer;
    await button(writer, 'Trình duyệt');
    await page.getByText('Chờ duyệt').first().waitFor();
    expect(await page.getByRole('button', { name: 'Duyệt bài' }).count()).toBe(0);
    await page.getByText('Gửi đường dẫn cho người duyệt không có tài khoản').click();
    await page.getByLabel('Người duyệt').selectOption({ label: HEAD });
    await button(writer, 'Tạo đường dẫn duyệt');
    link = (await page.locator('code.address').innerText()).trim();
    await writer.look('approval-link');
  });
});

it('the head reads and approves with the PIN, without script and without an account', async () => {
  const head = await journey.person({
    viewport: PHONE,
    javaScriptEnabled: false,
    refusals: [404, 410, 422],
  });
  const { page } = head;
  await head.visit(link, 'to-approve');
  await page.getByRole('link', { name: FORM }).waitFor();
  await page.getByLabel('Mã PIN').fill(pin === '000000' ? '111111' : '000000');
  await button(head, 'Tôi đã đọc và duyệt bài này');
  await page.getByText('Mã PIN chưa đúng').first().waitFor();
  await page.getByLabel('Mã PIN').fill(pin);
  await button(head, 'Tôi đã đọc và duyệt bài này');
  await page.getByRole('heading', { level: 1, name: 'Đã duyệt bài' }).waitFor();
  await head.look('approved');
  await page.goto(link);
  expect(await page.getByLabel('Mã PIN').count()).toBe(0);
});

describe('the article', () => {
  it('is scheduled, then published at once, and is found wherever people look', async () => {
    const { page } = writer;
    await page.goto(desk);
    await page.getByText('Hẹn giờ đăng').click();
    await page.getByLabel('Đăng lúc').fill('2023-07-03T08:00');
    await button(writer, 'Hẹn giờ');
    await page.getByText('Tự lên cổng lúc 03/07/2023').waitFor();
    await writer.look('scheduled');
    await writer.visit('/lam-viec/bien-tap/lich?thang=2023-07', 'calendar');
    const waits = page.getByRole('listitem').filter({ hasText: TITLE }).last();
    await waits.getByLabel('Đăng lúc').fill('2023-07-04T07:30');
    await waits.getByRole('button', { name: 'Đổi giờ' }).click();
    await page.getByText('Đã đổi giờ đăng.').waitFor();
    await page.getByRole('cell', { name: /07:30.*Lịch phun thuốc/s }).waitFor();
    await writer.visit('/lam-viec/bien-tap/lich?tuan=2023-07-04', 'calendar-week');
    const taken = await page.request.get('/lam-viec/bien-tap/lich/lich.ics?thang=2023-07');
    expect(await taken.text()).toContain('DTSTART;VALUE=DATE:20230704');
    await page.getByRole('link', { name: 'Theo dõi lịch này' }).click();
    await page.getByRole('button', { name: 'Tạo đường dẫn' }).click();
    const address = await page.locator('input[name="address"]').inputValue();
    await writer.look('calendar-followed');
    // A calendar program has no session.
    const followed = async () => (await fetch(address)).status;
    expect(await (await fetch(address)).text()).toContain('DTSTART;VALUE=DATE:20230704');
    await page.setViewportSize(PHONE);
    await writer.look('calendar-followed-phone');
    await button(writer, 'Hủy đường dẫn');
    await page.getByRole('button', { name: 'Tạo đường dẫn' }).waitFor();
    expect(await followed()).toBe(404);
    await writer.visit('/lam-viec/bien-tap/lich?thang=2023-07', 'calendar-phone');
    await page.setViewportSize(DESK);
    await writer.visit('/lam-viec/bien-tap/lien-ket-hong', 'dead-links');
    await page.goto(desk);
    await button(writer, 'Đăng ngay');
    await page.getByText('Đang đăng').first().waitFor();
    await page.getByRole('button', { name: 'Làm tờ in' }).first().click();
    await page.getByText('Còn đúng').waitFor();
    const short = page.getByRole('region', { name: 'Tin nhắn điện thoại, loa nhắc nhanh' });
    expect(await short.getByLabel('Không dấu').inputValue()).toMatch(
      /Lich phun thuoc .*\/tin\/lich-/,
    );
    await short.getByRole('button', { name: 'Đã gửi lời này' }).click();
    await short.getByText('Lời đã gửi còn đúng').waitFor();
    await writer.look('published');
    const sheet = await page.getByRole('link', { name: 'Tải tờ in (PDF)' }).getAttribute('href');
    const paper = await page.request.get(sheet ?? '');
    expect(paper.headers()['content-type']).toBe('application/pdf');
    expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await page.getByLabel('Bản người đọc').setInputFiles({
      name: 'doc-bai.mp3',
      mimeType: 'audio/mpeg',
      buffer: Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(400)]),
    });
    await button(writer, 'Đưa bản đọc lên cổng');
    await page.getByText('Cổng đang cho nghe bản phát thanh viên đọc.').waitFor();
    await writer.look('read-aloud');
    await reader.visit(ADDRESS, 'article');
    await reader.page.getByText('Phát thanh viên đọc').waitFor();
    const sound = (await reader.page.locator('audio').getAttribute('src')) ?? '';
    const part = await reader.page.request.get(sound, { headers: { range: 'bytes=0-3' } });
    expect([part.status(), [...(await part.body())]]).toEqual([206, [0xff, 0xfb, 0x90, 0x00]]);
    expect(await reader.page.getByRole('table').count()).toBe(1);
    const picture = reader.page.getByRole('img', { name: PICTURE });
    await picture.scrollIntoViewIfNeeded();
    expect(await sizeOf(picture)).toEqual({ width: 960, height: 720 });
    const given = reader.page.getByRole('link', { name: FORM });
    const file = await reader.page.request.get((await given.getAttribute('href')) ?? '');
    expect(await file.text()).toBe('Tờ khai đăng ký phun thuốc tại nhà');
    const opened = await reader.page.request.get(ADDRESS.replace('/tin/', '/api/v1/articles/'));
    const { files, audio } = (await opened.json()) as {
      files: { title: string; url: string }[];
      audio: { voice: string; url: string } | null;
    };
    expect(files.map(({ title }) => title)).toEqual([FORM]);
    expect(new URL(files[0]?.url ?? '').pathname).toBe(await given.getAttribute('href'));
    expect(audio?.voice).toBe('person');
    expect(new URL(audio?.url ?? '').pathname).toBe(sound);
    await reader.visit('/tin', 'news');
    await reader.visit('/', 'home');
    for (const address of ['/', '/tin', SECTION, '/tim-kiem?q=phun+thuoc+muoi']) {
      await seen(address, true);
    }
    expect(await feed()).toContain(TITLE);
    // RSS takes one file: the reading; Atom takes them all.
    expect(await feed()).toMatch(/<enclosure [^>]*type="audio\/mpeg"/);
    const atom = await (await reader.page.request.get('/atom.xml')).text();
    expect(atom).toMatch(/<link rel="enclosure"[^>]*type="text\/plain"/);
  });

  it('is corrected under the same address, with what was put right', async () => {
    await button(writer, 'Sửa bài (bản mới)');
    const { page } = writer;
    await textOf(page).waitFor();
    await page.getByLabel('Tóm tắt').fill(SUMMARY.replace('hai buổi', 'ba buổi'));
    await page.getByLabel('Chỉ sửa lỗi nhỏ (giữ nguyên ngày đăng)').check();
    await page.getByLabel('Đã sửa gì').fill('Ba buổi chiều, không phải hai.');
    await button(writer, 'Lưu bản nháp');
    await page.getByText('Đã lưu bản nháp.').waitFor();
    await button(writer, 'Trình duyệt');
    await page.getByText('Chờ duyệt').first().waitFor();
    const correction = new URL(page.url()).pathname;
    await leader.page.goto(correction);
    await button(leader, 'Duyệt bài');
    await leader.page.getByRole('button', { name: 'Đăng ngay' }).waitFor();
    await leader.look('to-publish');
    await button(leader, 'Đăng ngay');
    await leader.page.getByText('Đang đăng').first().waitFor();
    await leader.page.getByText('Bài đã có bản mới, lời đã gửi là bản cũ').waitFor();
    await leader.page.getByRole('button', { name: 'Lời cũ vẫn đúng' }).click();
    await leader.page.getByText('Lời đã gửi còn đúng').waitFor();
    await leader.page.getByRole('link', { name: 'so với bản đang xem' }).click();
    await leader.page.getByRole('heading', { level: 1, name: 'Bản 1 và bản 2' }).waitFor();
    await leader.look('compared');
    desk = correction;
    await reader.page.goto(ADDRESS);
    await reader.page.getByText('Đã sửa: Ba buổi chiều, không phải hai.').waitFor();
    await reader.look('corrected');
    await reader.page.goto(`${ADDRESS}/to/1`);
    await reader.page.getByText('Tờ này đã được thay bằng bản mới').waitFor();
    await reader.look('scanned');
  });

  it('is withdrawn: the page stays with a notice, lists and search forget it', async () => {
    const { page } = writer;
    await page.goto(desk);
    await page.getByRole('link', { name: 'Xem trên cổng' }).click();
    await page.getByText('Đã sửa: Ba buổi chiều, không phải hai.').waitFor();
    // From the desk too a public page comes whole from the server, as its readers get it.
    const loaded = await page.evaluate(() => performance.getEntriesByType('navigation')[0]?.name);
    expect(loaded).toBe(page.url());
    await page.goto(desk);
    await page.getByText('Gỡ bài').first().click();
    await page.getByLabel('Hết hiệu lực, không còn phù hợp').check();
    await page.getByLabel('Lý do').last().fill('Đợt phun đã xong.');
    await writer.look('withdrawing');
    await page.getByRole('button', { name: 'Gỡ bài', exact: true }).click();
    await page.getByText('Đã gỡ').first().waitFor();
    await reader.page.goto(ADDRESS);
    await reader.page.getByText('Đợt phun đã xong.').waitFor();
    await reader.look('withdrawn');
    const data = await reader.page.request.get(`${ADDRESS}/__data.json`);
    expect([data.status(), await data.text()]).toEqual([
      404,
      expect.not.stringContaining('Ba buổi'),
    ]);
    for (const address of ['/', SECTION, '/tim-kiem?q=phun+thuoc+muoi']) await seen(address, false);
    expect(await feed()).not.toContain(TITLE);
  });
});

/** What has come of a picture, in its own measure. */
async function sizeOf(picture: Locator): Promise<{ width: number; height: number }> {
  const source = (await picture.getAttribute('src')) ?? '';
  const answer = await picture.page().request.get(source);
  const { width = 0, height = 0 } = await sharp(await answer.body()).metadata();
  return { width, height };
}

async function seen(address: string, expected: boolean): Promise<void> {
  await reader.visit(address);
  const found = reader.page.getByRole('main').getByRole('link', { name: TITLE });
  expect((await found.count()) > 0, address).toBe(expected);
}

async function feed(): Promise<string> {
  return (await reader.page.request.get('/rss.xml')).text();
}
