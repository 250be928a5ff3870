// What is done elsewhere in Loa becomes an act without being typed: a document is put out, a person says what
// it serves, another isn't to be counted, and one put out by mistake goes again.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Journey, type Person, PHONE, startJourney } from '../support/browser.server.ts';
import { signIn } from '../support/browser-people.server.ts';

const LIST = '/lam-viec/hoat-dong/cho-xac-nhan';
const MINE = 'Quy định trả kết quả thủ tục hành chính tại nhà cho người già neo đơn ở các thôn xa';
const OTHER = 'Quy định sắp xếp chỗ để xe trong sân trụ sở';

let journey: Journey;
let officer: Person;
beforeAll(async () => {
  journey = await startJourney('acts-by-themselves', inject('officeUrl'));
  officer = await journey.person({ refusals: [422] });
  await signIn(officer, 'noi-vu');
});
afterAll(() => journey.end());

async function putOut(code: string, title: string): Promise<string> {
  const { page } = officer;
  await page.goto('/lam-viec/van-ban/ghi-tay');
  await page.getByLabel('Số, ký hiệu').fill(code);
  await page.getByLabel('Trích yếu').fill(title);
  await page.getByLabel('Cơ quan ban hành').fill('Ủy ban nhân dân xã');
  await page.getByLabel('Ngày ban hành').fill('20/06/2023');
  await page.getByRole('button', { name: 'Vào sổ', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByRole('button', { name: 'Đăng lên cổng' }).click();
  await page.getByText('Gỡ khỏi cổng').waitFor();
  return page.url();
}

const card = ({ page }: Person, title: string) =>
  page.locator('section, article, div.card').filter({
    has: page.getByRole('heading', { level: 2, name: title }),
  });

describe('a document that is put out', () => {
  it('waits until a person says what it serves, and is an act then', async () => {
    await putOut('301/QĐ-UBND', MINE);
    await officer.visit(LIST, 'waiting');
    const { page } = officer;
    const one = card(officer, MINE).last();
    await one.getByText('Chưa tính: chưa chọn nội dung').waitFor();
    await one.getByRole('link', { name: 'Xem và xác nhận' }).click();
    await page.getByRole('heading', { level: 1, name: MINE }).waitFor();
    await officer.look('one');
  });
});
