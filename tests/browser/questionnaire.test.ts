// A superior body's form, from its definition to the paper: a formula that is wrong is told with its place.
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type Journey, PHONE, startJourney } from '../support/browser.server.ts';
import { signIn } from '../support/browser-people.server.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney('questionnaire', inject('officeUrl'));
});
afterAll(() => journey.end());

it('a form is defined, tried, filled and taken away as PDF and sheet', async () => {
  const administrator = await journey.person({ refusals: [422] });
  const { page } = administrator;
  await signIn(administrator, 'quan-tri', '/lam-viec/quan-tri/bieu-mau/moi');
  await page.getByLabel('Tên biểu').fill('Biểu số 02: Kết quả tuyên truyền');
  await page.getByLabel('Cơ quan yêu cầu').fill('Sở Nội vụ');
  await page.getByLabel('Văn bản ban hành biểu').fill('Công văn về chế độ báo cáo năm 2023');
  await page.getByLabel('Các cột').fill('Trong kỳ | hoạt_động(kênh: "{dòng}")\nKinh phí');
  await page.getByLabel('Các dòng').fill('Đài phát thanh xã\nBáo in');
  await page.getByRole('button', { name: 'Xem thử với số liệu' }).click();
  await page
    .getByText(/Dòng “Báo in”, cột “Trong kỳ”/)
    .first()
    .waitFor();
  await administrator.look('wrong-formula');
  await page.getByLabel('Các dòng').fill('Đài phát thanh xã\nBáo in | Báo chí');
  await page.getByRole('button', { name: 'Xem thử với số liệu' }).click();
  await page.getByRole('heading', { name: /Xem thử/ }).waitFor();
  await administrator.look('tried');
  await page.getByRole('button', { name: 'Lưu biểu' }).click();
  await page.waitForURL(/bao-cao\/bieu\/bieu-so-02/);
  const address = new URL(page.url()).pathname;
  await administrator.visit('/lam-viec/quan-tri/bieu-mau', 'versions');

  const officer = await journey.person({ viewport: PHONE });
  await signIn(officer, 'noi-vu', '/lam-viec/bao-cao/bieu');
  await officer.look('forms');
  await officer.page.getByRole('link', { name: 'Biểu số 02: Kết quả tuyên truyền' }).click();
  const sum = officer.page.getByLabel('Đài phát thanh xã, Kinh phí');
  await sum.fill('1.500.000');
  await officer.page.getByRole('button', { name: 'Lưu các ô ghi tay' }).click();
  await officer.page
    .getByText(/ghi ngày/)
    .first()
    .waitFor();
  expect(await sum.inputValue()).toBe('1.500.000');
  await officer.look('filled');
  const counted = officer.page.getByRole('row', { name: /Đài phát thanh xã/ }).getByRole('link');
  const value = await counted.innerText();
  const pdf = await officer.page.request.get(`${address}/tai/pdf`);
  expect(pdf.headers()['content-type']).toBe('application/pdf');
  const csv = await (await officer.page.request.get(`${address}/tai/csv`)).text();
  expect(csv).toContain(`Đài phát thanh xã;${value};1500000`);
  await counted.click();
  await officer.page.getByText(`Cộng lại: ${value}`).first().waitFor();
  await officer.look('list');
});
