// One photograph proves two acts without being sent twice, and what people asked afterwards is noted beside
// the act and read again by channel.
import sharp from 'sharp';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type Journey, type Person, PHONE, startJourney } from '../support/browser.server.ts';
import { signIn } from '../support/browser-people.server.ts';

const FORM = '/lam-viec/hoat-dong/moi?loai=radio-bulletin';
const ONE = 'Bản tin về giờ tiếp công dân buổi sáng';
const OTHER = 'Phát thanh lưu động chợ phiên cuối tuần';
const PHOTO = 'loa-cho-phien.jpg';

let journey: Journey;
let announcer: Person;
beforeAll(async () => {
  journey = await startJourney('evidence-and-effect', inject('officeUrl'));
  announcer = await journey.person({ viewport: PHONE, refusals: [422] });
  await signIn(announcer, 'dai-phat-thanh');
});
afterAll(() => journey.end());

async function record(title: string, day: string, withPhoto: boolean): Promise<void> {
  const { page } = announcer;
  await page.goto(FORM);
  await page.getByLabel('Ngày thực hiện').fill(day);
  // Of every plan: other journeys put some in force too, and signs are read plan by plan.
  for (const topic of await page.getByRole('checkbox', { name: /^2\. / }).all())
    await topic.check();
  await page.getByLabel('Tên hoạt động').fill(title);
  if (withPhoto) {
    const picture = sharp({ create: { width: 800, height: 600, channels: 3, background: '#a75' } });
    const buffer = await picture.jpeg().toBuffer();
    await page
      .locator('input[name="photos"]')
      .setInputFiles({ name: PHOTO, mimeType: 'image/jpeg', buffer });
  }
  await page.getByRole('button', { name: 'Ghi hoạt động' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

it('a photograph sent for one act is chosen for another', async () => {
  await record(ONE, '2023-06-12', true);
  await record(OTHER, '2023-06-17', false);
  const { page } = announcer;
  await page.getByText('Dùng ảnh, tệp đơn vị đã gửi').click();
  await announcer.look('offered');
  await page.getByRole('button', { name: 'Dùng làm minh chứng' }).click();
  await page.getByText('Chọn ít nhất một ảnh hoặc tệp đã có.').first().waitFor();
  await announcer.look('nothing-chosen');
  await page.getByRole('checkbox', { name: new RegExp(PHOTO) }).check();
  await page.getByRole('button', { name: 'Dùng làm minh chứng' }).click();
  await page.getByText('Cũng dùng cho').waitFor();
  await page.getByRole('link', { name: ONE }).waitFor();
  await announcer.look('used-twice');
});

it('what was seen afterwards is noted, and what is wrong comes back', async () => {
  const { page } = announcer;
  await page.getByText('Ghi một dấu hiệu').click();
  await page.getByLabel('Bao nhiêu').fill('vài người');
  await page.getByLabel('Ghi thêm').fill('hỏi nhiều nhất về giờ tiếp dân');
  await page.getByRole('button', { name: 'Ghi dấu hiệu' }).click();
  await page.getByText('Ghi số nguyên bằng chữ số, ví dụ 25 hoặc 1.200.').first().waitFor();
  expect(await page.getByLabel('Ghi thêm').inputValue()).toBe('hỏi nhiều nhất về giờ tiếp dân');
  await announcer.look('wrong');
  await page.getByLabel('Bao nhiêu').fill('7');
  await page.getByRole('button', { name: 'Ghi dấu hiệu' }).click();
  await page.getByText('7 người hỏi lại, trao đổi thêm: hỏi nhiều nhất về giờ tiếp dân').waitFor();
  await announcer.look('noted');
});

it('what was noted wrongly is taken back and noted anew', async () => {
  const { page } = announcer;
  await page.getByText('Ghi một dấu hiệu', { exact: true }).click();
  await page.getByLabel('Bao nhiêu').fill('70');
  await page.getByLabel('Ghi thêm').fill('gọi lại sau buổi phát');
  await page.getByRole('button', { name: 'Ghi dấu hiệu' }).click();
  const wrong = page.getByRole('listitem').filter({ hasText: '70 người hỏi lại' });
  await wrong.getByText('Rút dấu hiệu này').click();
  const reason = 'Số đúng là 7, theo máy 0912345678';
  await wrong.getByLabel('Lý do rút').fill(reason);
  await wrong.getByRole('button', { name: 'Rút', exact: true }).click();
  await page.getByText('Lời ghi có số điện thoại').first().waitFor();
  expect(await page.getByLabel('Lý do rút').filter({ visible: true }).inputValue()).toBe(reason);
  await announcer.look('taking-back');
  await page.getByLabel('Lý do rút').filter({ visible: true }).fill('Số đúng là 7');
  await page.getByRole('button', { name: 'Rút', exact: true }).filter({ visible: true }).click();
  await wrong.waitFor({ state: 'detached' });
  await page.getByText('7 người hỏi lại, trao đổi thêm: hỏi nhiều nhất về giờ tiếp dân').waitFor();
  await announcer.look('taken-back');
});

it('signs are read by channel, each opening what it counts', async () => {
  const leader = await journey.person();
  await signIn(leader, 'chu-tich');
  await leader.visit('/lam-viec/do-phu/hieu-qua', 'signs');
  const { page } = leader;
  const row = page.getByRole('row').filter({ hasText: 'Đài phát thanh xã' });
  await row.getByRole('link', { name: /hoạt động/ }).click();
  await page.getByText('7 người hỏi lại').waitFor();
  await page.getByRole('link', { name: OTHER }).click();
  await page.getByRole('heading', { level: 1, name: OTHER }).waitFor();
  const walker = await journey.person({ viewport: PHONE, colorScheme: 'dark' });
  await signIn(walker, 'noi-vu');
  await walker.visit('/lam-viec/do-phu/hieu-qua', 'signs-dark');
});
