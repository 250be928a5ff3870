// A half-year's report from "new" to "issued": nothing is typed but the judgement.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Journey, PHONE, type Person, startJourney } from '../support/browser.server.ts';
import { signIn } from '../support/browser-people.server.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney('report', inject('officeUrl'));
});
afterAll(() => journey.end());

const JUDGEMENT = 'Các đơn vị nắm việc, phối hợp kịp thời; chưa có phản ánh của người dân.';

/** A counted number is put in by its name, emphasised with its words, and not to be mistyped. */
async function writesAroundAFigure({ page, look }: Person): Promise<void> {
  const paragraph = page.locator('#ton-tai');
  await paragraph.getByRole('link', { name: 'Sửa đoạn này' }).click();
  const editor = page.locator('[data-ready] [contenteditable="true"]');
  await editor.click();
  await page.keyboard.press('Control+End');
  await page.getByRole('button', { name: 'Đậm' }).click();
  await page.keyboard.type(' Cả kỳ làm ');
  await page.getByRole('button', { name: 'Số liệu' }).click();
  await page.getByLabel('Tìm số liệu').fill('so hoat dong');
  await look('choosing-figure');
  await page.getByRole('button', { name: /^số hoạt động/ }).click();
  const figure = editor.locator('data[value="số hoạt động"]');
  const words = await figure.innerText();
  expect(words).toMatch(/^\d+ hoạt động$/);
  await figure.click();
  await page.getByRole('link', { name: 'Xem danh sách (mở thẻ khác)' }).waitFor();
  await page.getByRole('button', { name: 'Lưu đoạn' }).click();
  const shown = paragraph.locator('strong', { hasText: words });
  await shown.waitFor();
  expect(await shown.locator('a').getAttribute('href')).toContain('/so-lieu?ten=');
}

async function notesARow({ page, look }: Person): Promise<void> {
  const back = page.url();
  const channels = page.getByRole('table', { name: /tính theo ô lịch/ });
  await channels.getByRole('link', { name: /^Ghi chú – dòng 1: / }).click();
  await page.getByRole('textbox', { name: 'Ghi chú' }).fill('Gồm cả các buổi lồng ghép.');
  const [taken] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Excel – Tải danh sách' }).click(),
  ]);
  expect(taken.suggestedFilename()).toBe('so-lieu-bao-cao.xlsx');
  await look('noting-row');
  await page.getByRole('button', { name: 'Lưu ghi chú' }).click();
  await page.getByRole('cell', { name: /^Gồm cả các buổi lồng ghép/ }).waitFor();
  expect(new URL(page.url()).pathname).toBe(new URL(back).pathname);
}

async function typesWithoutScript(from: Journey, address: string): Promise<void> {
  const plain = await from.person({ javaScriptEnabled: false, viewport: PHONE, refusals: [422] });
  await signIn(plain, 'noi-vu', address);
  const { page } = plain;
  await page.locator('#ket').getByRole('link', { name: 'Sửa đoạn này' }).click();
  const area = page.getByRole('textbox', { name: 'Nội dung đoạn' });
  const before = await area.inputValue();
  await area.fill('x'.repeat(20_001));
  await page.getByRole('button', { name: 'Lưu đoạn' }).click();
  await page.getByText('Đoạn dài quá 20.000 chữ cái').first().waitFor();
  expect(await area.inputValue()).toHaveLength(20_001);
  await area.fill(`${before}\n\n1. Kèm __bảng__ số liệu\n2. Kèm ảnh`);
  await plain.look('without-script');
  await page.getByRole('button', { name: 'Lưu đoạn' }).click();
  expect(await page.locator('#ket ol > li').allInnerTexts()).toEqual([
    'Kèm bảng số liệu',
    'Kèm ảnh',
  ]);
}

describe('a report', () => {
  let officer: Person;
  let address: string;

  it('is drafted from figures and written by a person, with and without script', async () => {
    officer = await journey.person({ refusals: [415, 422] });
    const { page } = officer;
    await signIn(officer, 'noi-vu', '/lam-viec/bao-cao');
    await page
      .getByRole('link', { name: /báo cáo mới|Lập báo cáo/i })
      .first()
      .click();
    await officer.look('new');
    // Other journeys put plans in force too: the report is on the one whose acts the office counts.
    for (const chosen of await page.getByRole('checkbox', { checked: true }).all()) {
      await chosen.uncheck();
    }
    await page.getByLabel(/cải cách hành chính nhà nước năm 2023 trên địa bàn xã/i).check();
    await page.getByRole('button', { name: 'Dự thảo báo cáo' }).click();
    await page.waitForURL(/bao-cao\/[0-9a-f-]{36}/);
    address = new URL(page.url()).pathname;
    await officer.look('draft');

    // What only a person can say is asked for, one paragraph after the other.
    const asked = page.getByRole('link', { name: 'Viết nhận định' });
    for (let left = await asked.count(); left > 0; left -= 1) {
      await asked.first().click();
      const editor = page.locator('[data-ready] [contenteditable="true"]');
      await editor.click();
      await page.keyboard.type(JUDGEMENT);
      if (left === 1) await officer.look('writing');
      await page.getByRole('button', { name: 'Lưu đoạn' }).click();
      await page.waitForURL(/da-luu=/);
    }
    await writesAroundAFigure(officer);
    await notesARow(officer);
    await typesWithoutScript(journey, address);
  });

  it('is checked, approved by another, signed, numbered and made public', async () => {
    const { page } = officer;
    await page.goto(address);
    await page.getByRole('button', { name: 'Xác nhận đã kiểm tra' }).click();
    await page.getByText(/Chờ lãnh đạo duyệt/).waitFor();
    await officer.look('checked');

    const leader = await journey.person({ refusals: [422] });
    await signIn(leader, 'chu-tich', address);
    await leader.page.getByRole('button', { name: 'Duyệt báo cáo' }).click();
    await leader.page.getByRole('button', { name: 'Duyệt báo cáo' }).waitFor({ state: 'detached' });

    await page.goto(address);
    await officer.look('approved');
    const printed = await page.request.get(`${address}/tai/pdf`);
    expect(printed.headers()['content-type']).toBe('application/pdf');
    const sheets = await page.request.get(`${address}/tai/bang.xlsx`);
    expect(sheets.headers()['content-type']).toContain('spreadsheetml');
    await page.getByText(/bảng số liệu, tải từng bảng/).click();
    const listed = page.getByRole('link', { name: 'Kết quả theo kênh', exact: true });
    const csv = await page.request.get((await listed.getAttribute('href')) ?? '');
    expect(await csv.text()).toMatch(/^\uFEFFTT;Kênh;Trong kỳ;/);
    // A program is no signed copy, whatever it is called.
    await page.getByLabel('Tệp bản ký').setInputFiles({
      name: 'ban-ky.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('MZ not a paper'),
    });
    await page.getByRole('button', { name: 'Lưu bản ký' }).click();
    await page.getByRole('alert').or(page.locator('[id$=error]')).first().waitFor();
    await officer.look('refused-copy');
    await page.getByLabel('Tệp bản ký').setInputFiles({
      name: 'ban-ky.pdf',
      mimeType: 'application/pdf',
      buffer: await printed.body(),
    });
    await page.getByRole('button', { name: 'Lưu bản ký' }).click();
    await page.getByText('Bản quét hoặc ảnh, không có chữ ký số để kiểm tra.').waitFor();
    await officer.look('signed');
    await page.getByRole('button', { name: 'Cấp số và ban hành' }).click();
    await page.getByText(/Đã ban hành: số \d+\/BC-UBND/).waitFor();
    await officer.look('issued');

    const number = await page.getByText(/Đã ban hành: số/).innerText();
    const code = /\d+\/BC-UBND/.exec(number)?.[0] ?? '';
    await page.getByRole('link', { name: 'Trong sổ văn bản đi' }).click();
    await page.getByText(code).first().waitFor();
    await officer.look('outgoing-entry');
    await officer.visit('/lam-viec/so-van-ban-di', 'outgoing');
    await officer.visit('/lam-viec/so-van-ban-di/moi', 'outgoing-new');
    expect(await page.getByRole('main').innerText()).not.toBe('');

    await page.goto(address);
    await page.getByRole('button', { name: 'Công khai trên cổng' }).click();
    await page.getByRole('link', { name: 'Trên cổng' }).waitFor();
    const citizen = await journey.person({ javaScriptEnabled: false, viewport: PHONE });
    await citizen.visit('/bao-cao', 'public-list');
    await citizen.page
      .getByRole('main')
      .getByRole('link')
      .filter({ hasText: /Báo cáo|Kết quả/i })
      .first()
      .click();
    await citizen.page.getByText(code).filter({ visible: true }).first().waitFor();
    await citizen.look('public-report');
    const open = citizen.page.getByRole('link', { name: 'Mọi bảng (Excel)' });
    const taken = await citizen.page.request.get((await open.getAttribute('href')) ?? '');
    expect(taken.headers()['content-disposition']).toContain('.xlsx');
  });
});
