// A unit hands a matter to the editorial secretary, is asked back from the queue, and its words become an
// article that counts for the unit's duty.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Journey, type Person, PHONE, startJourney } from '../support/browser.server.ts';
import { signIn } from '../support/browser-people.server.ts';

const LIST = '/lam-viec/chuyen-bien-tap';
const TITLE = 'Buổi nói chuyện về phòng, chống bạo lực gia đình ở nhà văn hóa thôn';

let journey: Journey;
let justice: Person;
let secretary: Person;
let address = '';
beforeAll(async () => {
  journey = await startJourney('handovers', inject('officeUrl'));
  justice = await journey.person({ viewport: PHONE, refusals: [422] });
  secretary = await journey.person();
  await signIn(justice, 'tu-phap');
  await signIn(secretary, 'van-hoa');
});
afterAll(() => journey.end());

describe('a unit', () => {
  it('is told what is wrong, and nothing typed is lost', async () => {
    await justice.visit(LIST, 'before');
    const { page } = justice;
    await page.getByRole('link', { name: 'Chuyển nội dung' }).click();
    await page.getByLabel('Việc cần đăng').fill(TITLE);
    await page.getByLabel('Nội dung', { exact: true }).fill('Tối thứ Sáu, tại nhà văn hóa thôn.');
    await page.getByLabel('Cần đăng chậm nhất ngày').fill('2023-07-04');
    await page.locator('input[name="photos"]').setInputFiles({
      name: 'khong-phai-anh.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from('MZ\u0090\u0000 this is no picture'),
    });
    await justice.look('form');
    await page.getByRole('button', { name: 'Chuyển thư ký biên tập' }).click();
    await page.getByText('khong-phai-anh.jpg').first().waitFor();
    await justice.look('refused');
    expect(await page.getByLabel('Việc cần đăng').inputValue()).toBe(TITLE);
  });

  it('hands the matter over for one of its duties', async () => {
    const { page } = justice;
    const duty = page.getByLabel('Làm theo nhiệm vụ nào');
    await duty.selectOption({ index: 1 });
    await page.getByText('Về nội dung tuyên truyền nào').first().click();
    await page
      .getByRole('group', { name: 'Nội dung trong kế hoạch' })
      .first()
      .getByRole('checkbox')
      .last()
      .check();
    await page.getByRole('button', { name: 'Chuyển thư ký biên tập' }).click();
    await page.getByText('Đã chuyển thư ký biên tập').waitFor();
    address = new URL(page.url()).pathname;
    await page.getByText('Vì sao là giờ ấy?').click();
    await page.getByText('8 giờ làm việc').first().waitFor();
    await justice.look('handed-over');
  });
});

it('nobody of another unit reads it', async () => {
  const other = await journey.person({ refusals: [403] });
  await signIn(other, 'dai-phat-thanh');
  await other.visit(LIST, 'another-unit');
  expect(await other.page.getByRole('link', { name: TITLE }).count()).toBe(0);
  const answer = await other.page.goto(address);
  expect(answer?.status()).toBe(403);
});

it('who looks after accounts hands nothing over: no button leads there, and form and sending are refused', async () => {
  const administrator = await journey.person({ refusals: [403] });
  await signIn(administrator, 'quan-tri');
  await administrator.visit(LIST, 'administrator');
  const { page } = administrator;
  expect(await page.getByRole('link', { name: 'Chuyển nội dung' }).count()).toBe(0);
  expect((await page.goto(`${LIST}/moi`))?.status()).toBe(403);
  await administrator.look('administrator-refused');
  const sent = await page.request.post(`${LIST}/moi`, {
    form: { title: TITLE, body: 'Lời.', unitId: await unitOf(justice) },
    headers: { origin: new URL(page.url()).origin },
  });
  expect(sent.status()).toBe(403);
});

/** The unit whose form a person of it is given. */
async function unitOf({ page }: Person): Promise<string> {
  await page.goto(`${LIST}/moi`);
  return page.locator('[name="unitId"]').first().inputValue();
}

it('the secretary asks back, and the unit answers', async () => {
  await secretary.visit('/lam-viec', 'secretary-today');
  await secretary.visit(LIST, 'queue');
  const { page } = secretary;
  await page.getByRole('link', { name: TITLE }).click();
  await page.getByText('Hỏi lại đơn vị', { exact: true }).click();
  await page.getByLabel('Cần đơn vị cho biết thêm gì').fill('Mấy giờ bắt đầu, thôn nào?');
  await secretary.look('asking');
  await page.getByRole('button', { name: 'Gửi câu hỏi' }).click();
  await page.getByText('Mấy giờ bắt đầu, thôn nào?').waitFor();
  await justice.visit('/lam-viec', 'unit-today');
  await justice.page.getByRole('heading', { name: 'Thư ký biên tập hỏi lại' }).waitFor();
  await justice.visit(address, 'asked');
  await justice.page.getByLabel('Trả lời thư ký biên tập').fill('19 giờ, thôn Nội.');
  await justice.page.getByRole('button', { name: 'Gửi trả lời' }).click();
  await justice.page.getByText('19 giờ, thôn Nội.').waitFor();
});

it('the article credits the unit and, once public, counts for its duty', async () => {
  await secretary.visit(address, 'answered');
  const { page } = secretary;
  await page.getByLabel('Chuyên mục của bài').selectOption({ label: 'Phổ biến pháp luật' });
  await page.getByRole('button', { name: 'Soạn bài từ nội dung này' }).click();
  await page.waitForURL('**/lam-viec/bien-tap/**');
  const article = new URL(page.url()).pathname;
  expect(await page.getByLabel('Tên bài').inputValue()).toBe(TITLE);
  await secretary.look('article');
  const leader = await journey.person();
  await signIn(leader, 'chu-tich');
  await leader.page.goto(article);
  await leader.page.getByText('Đăng không qua duyệt (việc khẩn)').click();
  await leader.page.getByLabel('Lý do').filter({ visible: true }).fill('Việc đã kiểm tra');
  await leader.page.getByRole('button', { name: 'Cho đăng không qua duyệt' }).click();
  await leader.page.getByRole('button', { name: 'Đăng ngay' }).click();
  await leader.page.getByText('Gỡ bài', { exact: true }).first().waitFor();
  await justice.visit(address, 'published');
  await justice.page.getByText('Bài đã đăng ngày').waitFor();
  await justice.page.getByRole('link', { name: 'Hoạt động của đơn vị' }).click();
  await justice.page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await justice.look('act');
  await leader.visit('/lam-viec/lanh-dao', 'leader');
});

it('reads well in the dark', async () => {
  const walker = await journey.person({ viewport: PHONE, colorScheme: 'dark' });
  await signIn(walker, 'van-hoa');
  await walker.visit(LIST, 'dark-list');
  await walker.visit(address, 'dark');
});
