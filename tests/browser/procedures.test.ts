// An officer imports a change of procedures, posts it on a board, and sees what a later change makes stale;
// a citizen scans the sheet, says what was unclear, and rings up.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Journey, PHONE, startJourney } from '../support/browser.server.ts';
import { signIn } from '../support/browser-people.server.ts';

const DEMO = path.resolve(import.meta.dirname, '../../data/demo/procedures.json');
const SYMBOL = '2.000884';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney('procedures', inject('officeUrl'));
});
afterAll(() => journey.end());

/** The demonstration's record of one procedure, with another charge. */
function charged(fee: string): string {
  const all = JSON.parse(readFileSync(DEMO, 'utf8')) as {
    metadata: Record<string, string>;
    tables: { hinh_thuc_nop: Record<string, string>[] };
  }[];
  const found = all.find(({ metadata }) => metadata['mã_thủ_tục'] === SYMBOL);
  if (!found) throw new Error(`the demonstration has no ${SYMBOL}`);
  for (const filing of found.tables.hinh_thuc_nop) filing['phi_le_phi'] = `Phí : ${fee} Đồng`;
  return JSON.stringify(found);
}

describe('a change of procedures', () => {
  it('goes from file to board, makes the sheet stale, and is told to whoever scans it', async () => {
    const officer = await journey.person({ refusals: [422, 404] });
    const { page } = officer;
    await signIn(officer, 'noi-vu', '/lam-viec/thu-tuc');

    const publish = async (fee: string, picture?: string) => {
      await page.goto('/lam-viec/thu-tuc');
      await page.getByLabel(/Hoặc dán quyết định/).fill(charged(fee));
      await page.getByRole('button', { name: 'Đọc và so sánh' }).click();
      await page.getByRole('heading', { name: 'Sửa đổi: 1' }).waitFor();
      if (picture) await officer.look(picture);
      await page.getByLabel('Quyết định công bố').fill('77/QĐ-UBND');
      await page.getByRole('button', { name: 'Công khai 1 thay đổi' }).click();
      await page.getByText(/^Đã công khai lúc/).waitFor();
    };
    await officer.visit('/lam-viec/thu-tuc', 'desk');
    await publish('9.000', 'difference');
    await officer.look('applied');

    // Nothing is lost or applied of what can't be read.
    await page.goto('/lam-viec/thu-tuc');
    await page.getByLabel(/Hoặc dán quyết định/).fill('[{"metadata": {"mã_thủ_tục": "1.2"}}');
    await page.getByRole('button', { name: 'Đọc và so sánh' }).click();
    await page.getByText(/Tệp không đọc được hết/).waitFor();
    await officer.look('broken-file');
    await page.getByRole('button', { name: 'Bỏ lần nhập này' }).click();

    await page.goto('/lam-viec/thu-tuc/bang');
    await officer.look('no-boards');
    await page.getByLabel('Tên bảng').fill('Bảng Bộ phận Một cửa');
    await page.getByLabel('Chứng thực').check();
    await page.getByRole('button', { name: 'Thêm bảng' }).click();
    await page.getByRole('button', { name: /^Lập \d+ tờ để in/ }).click();
    const pdf = page.getByRole('link', { name: /tờ chờ treo \(PDF\)/ });
    const sheets = await page.request.get((await pdf.getAttribute('href')) ?? '');
    expect(sheets.headers()['content-type']).toBe('application/pdf');
    await officer.look('to-hang');

    // The law's term unless the board is given less; never more.
    await page.getByText('Đặt thời gian treo', { exact: true }).first().click();
    await page.getByLabel('Lĩnh vực').selectOption('Chứng thực');
    await page.getByLabel('Đến hết ngày').fill('2023-12-31');
    await page.getByLabel(/bao nhiêu ngày làm việc/).fill('9');
    await page.getByRole('button', { name: 'Đặt thời gian treo' }).click();
    await page.getByRole('link', { name: /^Luật cho nhiều nhất 5 ngày/ }).waitFor();
    await officer.look('period-refused');
    await page.getByLabel(/bao nhiêu ngày làm việc/).fill('2');
    await page.getByRole('button', { name: 'Đặt thời gian treo' }).click();
    await page.getByText('đến hết 31/12/2023, treo trong 2 ngày làm việc').waitFor();
    await officer.look('period-set');

    const item = page.getByRole('listitem').filter({ hasText: 'chứng thực chữ ký' });
    await item.getByText(/^Ghi đã treo/).click();
    await item.getByLabel(/Ảnh chụp/).setInputFiles({
      name: 'bang.png',
      mimeType: 'image/png',
      buffer: await page.screenshot(),
    });
    await item.getByRole('button', { name: /^Đã treo/ }).click();
    await item.getByText(/Đang treo tờ .*có ảnh/).waitFor();
    const words = await item.innerText();
    const number = /tờ (\w{3} \w{3})/.exec(words)?.[1] ?? '';
    await officer.look('hung');

    const citizen = await journey.person({
      javaScriptEnabled: false,
      viewport: PHONE,
      refusals: [404],
    });
    await citizen.visit('/to', 'type-number');
    await citizen.page.getByLabel('Số tờ').fill(number);
    await citizen.page.getByRole('button', { name: 'Xem' }).click();
    await citizen.page.getByText('Tờ này đang đúng').waitFor();
    await citizen.look('sheet-current');

    await publish('12.000');
    // What the change touches, and what the public is told of it.
    await page.getByText(`Đang treo: tờ ${number}`).waitFor();
    await officer.look('touched');
    await officer.visit(`/lam-viec/thu-tuc/huong-dan/${SYMBOL}`, 'where-it-stands');
    await page.getByText(`Đang treo: tờ ${number}`).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Soạn thành tin' }).click();
    await page.getByRole('heading', { level: 1, name: /thay đổi thủ tục/ }).waitFor();
    await page.goto('/lam-viec/thu-tuc/bang');
    await page.getByText('1 tờ đã cũ').waitFor();
    await officer.look('stale');
    // What is to be printed today, at every board, as one file.
    await page.getByRole('button', { name: /^Lập \d+ tờ cần in ở mọi bảng/ }).click();
    await page.getByRole('link', { name: /^Tải \d+ tờ chờ treo \(PDF\)/ }).waitFor();
    await officer.look('printed-everywhere');
    await citizen.page.reload();
    await citizen.page.getByText(/Tờ này đã được thay/).waitFor();
    expect(await citizen.page.getByRole('main').innerText()).toMatch(
      /9\.000 Đồng[\s\S]*12\.000 Đồng/,
    );
    await citizen.look('sheet-replaced');
    await citizen.visit('/to/CCCCCC', 'sheet-foreign');

    await page.goto('/lam-viec/thu-tuc');
    await page.getByRole('link', { name: '77/QĐ-UBND' }).first().click();
    await page.getByText('Hoàn tác cả lần nhập này').click();
    await page.getByLabel('Lý do hoàn tác').fill('Nhập nhầm mức phí');
    await page.getByRole('button', { name: 'Hoàn tác', exact: true }).click();
    await page.getByText(/^Đã hoàn tác lúc/).waitFor();
  });

  it('is explained by one and approved by another; who handled it is told for any day', async () => {
    const officer = await journey.person();
    const { page } = officer;
    const GUIDE = '/lam-viec/thu-tuc/huong-dan/1.000894';
    await signIn(officer, 'noi-vu', GUIDE);
    await page.getByLabel(/Nói đơn giản/).fill('Hai người cùng đến ký.');
    await page.getByLabel('Phòng').fill('Bộ phận Một cửa, quầy số 3');
    await page
      .getByLabel(/Số điện thoại/)
      .selectOption({ label: '0220 0000 001 – Giải quyết thủ tục hành chính' });
    await page.getByRole('button', { name: 'Trình duyệt' }).click();
    await page.getByText('Đã trình duyệt').waitFor();
    await page.getByText('Bản do bạn viết; người khác duyệt.').waitFor();
    await officer.look('guide-submitted');

    const leader = await journey.person();
    await signIn(leader, 'pho-chu-tich', '/lam-viec/thu-tuc');
    await leader.page.getByRole('heading', { name: /^\d+ hướng dẫn chờ duyệt$/ }).waitFor();
    await leader.page.getByRole('link', { name: 'Thủ tục đăng ký kết hôn' }).click();
    await leader.page.getByRole('heading', { name: /^Bản \d+ chờ duyệt$/ }).waitFor();
    await leader.look('guide-waiting');
    await leader.page.getByRole('button', { name: 'Duyệt và công khai' }).click();
    await leader.page.getByText('Đã duyệt', { exact: true }).first().waitFor();
    await leader.look('guide-approved');

    const citizen = await journey.person({ javaScriptEnabled: false, viewport: PHONE });
    await citizen.visit('/thu-tuc/1.000894', 'guide-public');
    await citizen.page.getByText('Bộ phận Một cửa, quầy số 3').waitFor();
    // The counter of birth registration moved in May; the page of January says where it was.
    await citizen.visit('/thu-tuc/1.001193', 'handled-now');
    await citizen.page.getByText('Trước đây ai giải quyết').waitFor();
    await citizen.visit('/thu-tuc/1.001193?ngay=2023-02-01', 'handled-then');
    await citizen.page.getByText('Bộ phận Một cửa, quầy số 2').waitFor();
    await page.goto('/lam-viec/quan-tri/duong-day-nong');
    await page.getByText(/hướng dẫn thủ tục: tự theo khi số đổi/).waitFor();
    await officer.look('hotline-uses');
  });

  it('fits the wall screen of the counter, that nobody can scroll', async () => {
    for (const viewport of [
      { width: 1920, height: 1080 },
      { width: 1280, height: 800 },
    ]) {
      const wall = await journey.person({ javaScriptEnabled: false, viewport });
      for (const at of [1, 3, 6]) {
        await wall.visit(`/man-hinh?thu=${at}`, `wall-${viewport.width}-${at}`);
        const tall = await wall.page.locator('.screen').evaluate((screen) => screen.scrollHeight);
        expect(tall).toBeLessThanOrEqual(viewport.height);
      }
      await wall.context.close();
    }
  });

  it('is made in Excel, explained where it was unclear, shown at the counter and by telephone', async () => {
    const citizen = await journey.person({ javaScriptEnabled: false, viewport: PHONE });
    const { page } = citizen;
    await page.goto('/thu-tuc/1.000894');
    await page.getByRole('button', { name: 'Chưa rõ' }).click();
    await page.getByRole('heading', { name: 'Chỗ nào chưa rõ?' }).waitFor();
    await citizen.look('unclear');
    await page.getByRole('button', { name: 'Giấy tờ cần mang' }).click();
    await page.getByRole('heading', { name: /Cảm ơn/ }).waitFor();
    await citizen.visit('/man-hinh', 'wall-screen');
    await citizen.visit('/man-hinh/tra-cuu', 'touch-screen');
    await page.getByRole('link', { name: /^Kết hôn, gia đình/ }).click();
    await page.getByRole('link', { name: 'Thủ tục đăng ký kết hôn' }).click();
    await page.getByRole('heading', { name: 'Cần mang' }).waitFor();
    await citizen.look('touch-procedure');
    const table = await page.request.get('/thu-tuc.xlsx');

    const officer = await journey.person();
    const desk = officer.page;
    await signIn(officer, 'noi-vu', '/lam-viec/thu-tuc');
    await desk.getByText(/1 lần chưa rõ.*Giấy tờ cần mang \(1\)/).waitFor();
    await desk.locator('input[type=file]').setInputFiles({
      name: 'thu-tuc.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: await table.body(),
    });
    await desk.getByRole('button', { name: 'Đọc và so sánh' }).click();
    // The table of what holds, brought back as it is, changes nothing.
    await desk.getByText('Không có gì phải thay đổi').waitFor();
    await desk.getByRole('button', { name: 'Bỏ lần nhập này' }).click();

    await desk.goto('/lam-viec/thu-tuc/cuoc-goi');
    await desk.getByLabel('Hỏi gì').fill('Kết hôn cần mang giấy gì?');
    await desk.getByLabel('Mã thủ tục').fill('1.000894');
    await desk.getByLabel('Đã trả lời ngay').fill('Đã đọc danh mục giấy tờ.');
    await desk.getByRole('button', { name: 'Ghi cuộc gọi' }).click();
    await desk.getByText('Đã trả lời trong 30 ngày: 1').waitFor();
    await officer.look('calls');
  });
});
