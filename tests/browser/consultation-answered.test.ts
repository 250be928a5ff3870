// After the last day: comments are looked over and answered, one that nobody read in time stands in nobody's way,
// and the result is read by everybody. On an office of its own, since its clock is turned.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  getConsultation,
  holdConsultation,
  prolongConsultation,
  receiveDocument,
  sendComment,
  takeInPasted,
} from '#lib/documents/index.server.ts';
import { eraseSenders } from '#lib/documents/consultations/erase.server.ts';
import { newId } from '#lib/platform/index.server.ts';
import { type Journey, type Person, PHONE, startJourney } from '../support/browser.server.ts';
import { signIn } from '../support/browser-people.server.ts';
import { type Office, startOffice } from '../support/office.server.ts';
import { beginYear, type Year } from '../support/year-in-motion.server.ts';

const FORGOTTEN = 'Quy chế quản lý bến đò ngang';
const ASKED = 'Quy chế sử dụng sân phơi và nhà kho dùng chung của các thôn trong mùa thu hoạch';
const LONG =
  'Mùa gặt năm ngoái nhiều hộ phải phơi ra đường liên thôn vì sân chật. Nên chia giờ cho từng xóm, dán lịch ở nhà văn hóa trước một tuần, và để nhà kho lại cho hộ neo đơn.';

let office: Office;
let year: Year;
let journey: Journey;
let clerk: Person;
const desks: Record<string, string> = {};

/** Opens a draft for comment on a day of the year. */
async function hold(title: string, day: string, closesOn: string) {
  const words = [
    'ỦY BAN NHÂN DÂN\nXÃ TIỀN TIẾN',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
    `QUYẾT ĐỊNH\nBan hành ${title}`,
    'Điều 1. Giờ sử dụng',
    'Các thôn dùng từ 5 giờ đến 19 giờ hằng ngày trong mùa thu hoạch.',
    'Điều 2. Trách nhiệm giữ gìn',
    'Hộ dùng sau cùng quét dọn, khóa cửa và báo cho trưởng thôn chỗ hỏng.',
  ].join('\n\n');
  const incoming = await takeInPasted(year.office.communeId, words);
  const one = await year.at(day, 'noi-vu', async (tx) => {
    const id = await holdConsultation(tx, await receiveDocument(tx, incoming), {
      title,
      lead: 'Xã muốn biết giờ và cách chia lượt có hợp mùa vụ của từng thôn không.',
      opensOn: day,
      closesOn,
      shortReason: '',
      privacy: 'refuse',
    });
    return getConsultation(tx, id);
  });
  desks[title] = `/lam-viec/lay-y-kien/${one.id}`;
  return one;
}

const say = (day: string, slug: string, text: string, part: number | null = null) =>
  year.at(day, 'noi-vu', (tx) =>
    sendComment(tx, slug, { key: newId(), part, text, name: '', contact: '' }),
  );

beforeAll(async () => {
  office = await startOffice('--trong');
  // What is sealed here is opened there: with the keys of the office.
  vi.stubEnv('LOA_DATA', office.data);
  year = await beginYear(office.data);
  journey = await startJourney('consultation-answered', office.url);
  const forgotten = await hold(FORGOTTEN, '2023-01-10', '2023-02-10');
  await say('2023-01-15', forgotten.slug, 'Nên có áo phao.');
  await eraseSenders(year.office.communeId, '2024-02-12T02:00:00.000Z');
  const { id, slug } = await hold(ASKED, '2024-01-10', '2024-02-01');
  await year.at('2024-01-20', 'noi-vu', (tx) =>
    prolongConsultation(tx, id, { closesOn: '2024-02-10', shortReason: '' }),
  );
  await say('2024-01-21', slug, LONG);
  await say('2024-01-22', slug, 'Đồng ý với giờ đã nêu.', 0);
  await say('2024-01-23', slug, 'asdf');
  await year.turnTo('2024-02-12');
  clerk = await journey.person({ refusals: [409] });
  await signIn(clerk, 'noi-vu', '/lam-viec/lay-y-kien', year.words);
});
afterAll(async () => {
  await journey.end();
  await year.end();
  await office.end();
  vi.unstubAllEnvs();
});

describe('after the last day', () => {
  it('a comment that nobody read in time is put aside as that, and the result can come', async () => {
    const { page } = clerk;
    await clerk.visit('/lam-viec/lay-y-kien', 'list');
    await clerk.visit(`${desks[FORGOTTEN]}/y-kien`, 'queue-expired');
    await page.getByText('Lời gửi đã hủy theo hạn lưu giữ.').waitFor();
    expect(await page.getByRole('button', { name: 'Cho đăng', exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: 'Không đăng: đã hết hạn lưu giữ' }).click();
    await page.getByText('Đã duyệt.').waitFor();
    await clerk.look('queue-put-aside');
    await page.goto(desks[FORGOTTEN] ?? '');
    await page.getByRole('textbox', { name: 'Kết quả' }).fill('Xã xin lỗi vì trả lời muộn.');
    await page.getByRole('button', { name: 'Công bố kết quả' }).click();
    await page.getByText('Đã công bố kết quả').first().waitFor();
  });

  it('the result waits for a reply to every comment that is shown', async () => {
    const { page } = clerk;
    await page.goto(`${desks[ASKED]}/y-kien`);
    for (const number of [1, 2]) {
      const comment = page.locator(`#y-kien-${number}`);
      await comment.getByRole('button', { name: 'Cho đăng', exact: true }).click();
      await page.getByText('Đã duyệt.').waitFor();
    }
    const empty = page.locator('#y-kien-3');
    await empty.getByLabel('Hoặc không đăng ý kiến số 3, vì').selectOption({
      label: 'Không có nội dung góp ý',
    });
    await empty.getByRole('button', { name: 'Không đăng', exact: true }).click();
    await page.getByText('Đã duyệt.').waitFor();
    await page.goto(desks[ASKED] ?? '');
    await page.getByText('Còn 2 ý kiến chưa có trả lời; xong rồi mới công bố được.').waitFor();
    await clerk.look('desk-unanswered');
    await page
      .getByRole('textbox', { name: 'Kết quả' })
      .fill('# Tiếp thu\n\n- Chia giờ cho từng xóm.\n\n# Giữ như dự thảo\n\nGiờ mở cửa.');
    await page.getByRole('button', { name: 'Công bố kết quả' }).click();
    await page.getByText('Còn 2 ý kiến chưa có trả lời.').first().waitFor();
    await clerk.look('answer-refused');
    await page.goto(`${desks[ASKED]}/y-kien`);
    const first = page.locator('#y-kien-1');
    await first.getByText('Trả lời', { exact: true }).click();
    await first.getByLabel('Tiếp thu một phần').check();
    await first
      .getByLabel('Trả lời ý kiến số 1')
      .fill('Chia giờ theo xóm; nhà kho vẫn dùng chung vì thôn chỉ có một.');
    await first.getByRole('button', { name: 'Lưu trả lời' }).click();
    await page.getByText('Đã lưu trả lời').waitFor();
    const second = page.locator('#y-kien-2');
    await second.getByText('Trả lời', { exact: true }).click();
    await second.getByLabel('Ghi nhận').check();
    await second.getByRole('button', { name: 'Lưu trả lời' }).click();
    await second.getByText('Ghi nhận.').waitFor();
    await clerk.look('queue-answered');
    await page.goto(desks[ASKED] ?? '');
    await page
      .getByRole('textbox', { name: 'Kết quả' })
      .fill('# Tiếp thu\n\n- Chia giờ cho từng xóm.\n\n# Giữ như dự thảo\n\nGiờ mở cửa.');
    await page.getByRole('button', { name: 'Công bố kết quả' }).click();
    await page.getByRole('link', { name: 'Xem trên cổng' }).waitFor();
    await page.getByRole('heading', { name: 'Kết quả đã công bố' }).waitFor();
    await clerk.look('desk-answered');
  });

  it.each([
    ['phone', { viewport: { ...PHONE, width: 360 } }],
    ['desk', {}],
    ['dark', { viewport: PHONE, colorScheme: 'dark' }],
  ] as const)('everybody reads what was said and what came of it: %s', async (name, habits) => {
    const reader = await journey.person({ ...habits, javaScriptEnabled: false });
    const { page } = reader;
    await reader.visit('/lay-y-kien', `list-${name}`);
    await page.getByRole('link', { name: ASKED }).click();
    await page.getByRole('heading', { level: 1, name: ASKED }).waitFor();
    await page.getByText('Nhận 3 ý kiến, đăng 2.').waitFor();
    await page.getByText('nhà kho vẫn dùng chung').waitFor();
    await reader.look(`answered-${name}`);
  });
});
