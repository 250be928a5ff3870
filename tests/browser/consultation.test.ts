// A draft is opened for comment, people comment without script, the office looks over each comment.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Journey, type Person, PHONE, startJourney } from '../support/browser.server.ts';
import { signIn } from '../support/browser-people.server.ts';

/** A form of strangers takes nothing that was sent sooner. */
const FORM_READ_MS = 4_000;
const TITLE = 'Quy chế sử dụng nhà văn hóa thôn';
let journey: Journey;
let clerk: Person;
let address = '';
let desk = '';

beforeAll(async () => {
  journey = await startJourney('consultation', inject('officeUrl'));
  clerk = await journey.person({ refusals: [409, 422] });
  await signIn(clerk, 'noi-vu');
});
afterAll(() => journey.end());

const DRAFT = [
  'ỦY BAN NHÂN DÂN\nXÃ TIỀN TIẾN',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
  `QUYẾT ĐỊNH\nBan hành ${TITLE}`,
  'Điều 1. Giờ mở cửa',
  'Nhà văn hóa mở từ 7 giờ đến 21 giờ hằng ngày, trừ ngày thôn có việc chung.',
  'Điều 2. Phí sử dụng',
  'Hộ trong thôn dùng cho việc cưới, việc tang không phải nộp phí; việc khác nộp theo mức thôn đã bàn.',
  'Điều 3. Trách nhiệm giữ gìn',
  'Người mượn dọn dẹp sau khi dùng, làm hỏng thì sửa.',
].join('\n\n');

describe('a draft opened for comment', () => {
  it('is opened from its review, with the words people will read', async () => {
    const { page } = clerk;
    await page.goto('/lam-viec/van-ban/moi');
    await page.getByLabel('Dán toàn văn').fill(DRAFT);
    await page.getByRole('button', { name: 'Đọc văn bản' }).click();
    await page.getByRole('link', { name: 'Đưa ra lấy ý kiến người dân' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mở lấy ý kiến' }).waitFor();
    await page.getByLabel('Tên dự thảo').fill(TITLE);
    await page
      .getByLabel('Xã muốn hỏi điều gì')
      .fill('Thôn nào cũng có nhà văn hóa mới; xã hỏi giờ mở cửa và mức phí. Gọi 0912345678.');
    await clerk.look('open-form');
    await page.getByRole('button', { name: 'Mở lấy ý kiến' }).click();
    await page.getByText('Có thông tin cá nhân').first().waitFor();
    await clerk.look('open-refused');
    await page
      .getByLabel('Xã muốn hỏi điều gì')
      .fill('Thôn nào cũng có nhà văn hóa mới; xã hỏi giờ mở cửa và mức phí.');
    await page.getByRole('button', { name: 'Mở lấy ý kiến' }).click();
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    desk = page.url();
    await clerk.look('desk');
    address = (await page.getByRole('link', { name: 'Xem trên cổng' }).getAttribute('href')) ?? '';
    expect(address).toMatch(/^\/lay-y-kien\/2023-quy-che/);
  });

  it('is read and commented on without script, on a phone', async () => {
    const citizen = await journey.person({
      javaScriptEnabled: false,
      viewport: PHONE,
      refusals: [422],
    });
    const { page } = citizen;
    await citizen.visit('/', 'home');
    await page.getByRole('link', { name: TITLE }).first().click();
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await citizen.look('draft-phone');
    await page.getByRole('link', { name: 'Góp ý về dự thảo' }).first().click();
    await page.getByLabel('Góp ý về phần nào').selectOption({ label: 'Điều 2. Phí sử dụng' });
    const words = 'Nên miễn phí cả việc họp của các chi hội.\nĐiện thoại tôi 0912345678.';
    await page.getByLabel('Ý kiến của bạn').fill(words);
    await citizen.look('comment-form');
    await page.waitForTimeout(FORM_READ_MS);
    await page.getByRole('button', { name: 'Gửi ý kiến' }).click();
    await page.getByRole('heading', { level: 1, name: 'Đã nhận, ý kiến số 1' }).waitFor();
    await citizen.look('thanks');
    await page.goto(address);
    expect(await page.getByText('chi hội').count()).toBe(0);
  });

  it('sent faster than anybody reads, comes back with what was typed', async () => {
    const hasty = await journey.person({ javaScriptEnabled: false, refusals: [422] });
    const { page } = hasty;
    // However slow the machine: what is sent says that the form was opened just now.
    await page.route('**/gop-y', async (route) => {
      const sent = new URLSearchParams(route.request().postData() ?? '');
      if (route.request().method() !== 'POST') return route.fallback();
      const form = await (await page.request.get(`${address}/gop-y`)).text();
      sent.set('mo-luc', /name="mo-luc" value="([^"]+)"/.exec(form)?.[1] ?? '');
      return route.continue({ postData: sent.toString() });
    });
    await page.goto(`${address}/gop-y`);
    const words = 'Nên mở cửa cả trưa.';
    await page.getByLabel('Ý kiến của bạn').fill(words);
    await page.getByRole('button', { name: 'Gửi ý kiến' }).click();
    await page.getByText('gửi nhanh hơn mức một người kịp đọc').first().waitFor();
    expect(await page.getByLabel('Ý kiến của bạn').inputValue()).toBe(words);
    await hasty.look('comment-hasty');
  });

  it('a program that fills in every field is asked, in words, to leave one empty', async () => {
    const robot = await journey.person({ javaScriptEnabled: false, refusals: [422] });
    const { page } = robot;
    await page.goto(`${address}/gop-y`);
    await page.getByLabel('Ý kiến của bạn').fill('Mua hàng ở đây');
    await page.locator('#trang-web').fill('http://hang.example', { force: true });
    await page.waitForTimeout(FORM_READ_MS);
    await page.getByRole('button', { name: 'Gửi ý kiến' }).click();
    await page.getByText('Ô phải để trống lại có chữ').first().waitFor();
    expect(await page.getByLabel('Ý kiến của bạn').inputValue()).toBe('Mua hàng ở đây');
  });

  it('is looked over with what is personal covered, answered, and added to from elsewhere', async () => {
    const { page } = clerk;
    await page.goto(desk);
    await page.getByRole('link', { name: 'Duyệt, trả lời ý kiến' }).click();
    await page.getByText('Nên miễn phí cả việc họp').first().waitFor();
    await clerk.look('queue');
    const shown = page.getByLabel('Lời đăng của ý kiến số 1');
    expect(await shown.inputValue()).not.toContain('0912345678');
    await page.getByRole('button', { name: 'Cho đăng', exact: true }).click();
    await page.getByText('Đã duyệt.').waitFor();
    await page.getByText('Trả lời', { exact: true }).click();
    await page.getByLabel('Giữ như dự thảo').check();
    await page.getByRole('button', { name: 'Lưu trả lời' }).click();
    await page.getByText('phải giải trình').first().waitFor();
    await page.getByLabel('Tiếp thu', { exact: true }).check();
    await page.getByLabel('Trả lời ý kiến số 1').fill('Sẽ thêm các chi hội vào Điều 2.');
    await page.getByRole('button', { name: 'Lưu trả lời' }).click();
    await page.getByText('Đã lưu trả lời').waitFor();
    await page.getByText('Ghi lại ý kiến nhận cách khác').click();
    await page.getByLabel('Ý kiến', { exact: true }).fill('Họp xóm xin mở cửa sớm hơn.');
    await page.getByRole('button', { name: 'Ghi vào danh sách' }).click();
    await page.getByText('Đã ghi ý kiến vào danh sách.').waitFor();
    // Each comment's forms are its own.
    const second = page.locator('#y-kien-2');
    await second.getByRole('button', { name: 'Cho đăng', exact: true }).click();
    await page.getByText('Đã duyệt.').waitFor();
    await second.getByText('Trả lời', { exact: true }).click();
    await second.getByLabel('Ghi nhận').check();
    await second.getByRole('button', { name: 'Lưu trả lời' }).click();
    await second.getByText('Ghi nhận.').waitFor();
    await clerk.look('answered');
    await page.goto(desk);
    await page.getByText('Kéo dài thời hạn').click();
    const until = page.getByLabel('Nhận ý kiến đến hết ngày');
    const longer = await until.inputValue();
    const now = await page.getByText('Chỉ kéo dài, không rút ngắn').textContent();
    const last = /\d\d\/\d\d\/\d{4}/.exec(now ?? '')?.[0] ?? '';
    const [day = '', month = '', year = ''] = last.split('/');
    await until.fill(`${year}-${month}-${day}`);
    await page.getByRole('button', { name: 'Kéo dài', exact: true }).click();
    await page.getByText('kéo dài thì phải sau ngày đó').first().waitFor();
    await clerk.look('prolong-refused');
    await until.fill(longer);
    await page.getByRole('button', { name: 'Kéo dài', exact: true }).click();
    await page
      .getByText(`hết ngày ${longer.split('-').toReversed().join('/')}`)
      .first()
      .waitFor();
    await clerk.visit('/lam-viec/lay-y-kien', 'list');
    await page.goto(desk);
    await page.getByText('Gỡ khỏi cổng').click();
    await page.getByLabel('Vì sao gỡ').fill('Dự thảo cần sửa lại Điều 2.');
    await page.getByRole('button', { name: 'Gỡ cuộc lấy ý kiến' }).click();
    await page.getByText('Đã gỡ khỏi cổng: Dự thảo cần sửa').waitFor();
    const answer = await page.request.get(address);
    expect(answer.status()).toBe(410);
    expect(await answer.text()).toContain('Dự thảo cần sửa lại Điều 2.');
  });
});
