// A half-year's report from "new" to "issued": nothing is typed but the judgement.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Journey, PHONE, startJourney } from '../support/browser.server.ts';
import { signIn } from '../support/browser-people.server.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney('report', inject('officeUrl'));
});
afterAll(() => journey.end());

const JUDGEMENT = 'Các đơn vị nắm việc, phối hợp kịp thời; chưa có phản ánh của người dân.';

describe('a report', () => {
  it('is drafted from figures, judged, approved by another, signed, numbered and made public', async () => {
    const officer = await journey.person({ refusals: [415, 422] });
    const { page } = officer;
    await signIn(officer, 'noi-vu', '/lam-viec/bao-cao');
    await page
      .getByRole('link', { name: /báo cáo mới|Lập báo cáo/i })
      .first()
      .click();
    await officer.look('new');
    await page.getByRole('button', { name: 'Dự thảo báo cáo' }).click();
    await page.waitForURL(/bao-cao\/[0-9a-f-]{36}/);
    const address = new URL(page.url()).pathname;
    await officer.look('draft');

    // What only a person can say is asked for, one paragraph after the other.
    const open = page.getByText('Viết nhận định');
    for (let left = await open.count(); left > 0; left -= 1) {
      await open.first().click();
      const form = page.locator('details[open] form').filter({ hasText: 'Lưu đoạn' });
      await form.getByRole('textbox').fill(JUDGEMENT);
      await form.getByRole('button', { name: 'Lưu đoạn' }).click();
      await page.waitForFunction((count) => {
        const asked = [...document.querySelectorAll('summary')];
        return asked.filter((one) => one.textContent?.includes('Viết nhận định')).length < count;
      }, left);
    }
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
  });
});
