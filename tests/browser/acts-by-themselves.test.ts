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
  await page.getByLabel('Ngày ban hành').fill('2023-06-20');
  await page.getByRole('button', { name: 'Vào sổ', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByRole('button', { name: 'Đăng lên cổng' }).click();
  await page.getByText('Gỡ khỏi cổng').waitFor();
  return page.url();
}

const card = ({ page }: Person, title: string) =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { level: 2, name: title }) });

describe('a document that is put out', () => {
  it('waits until a person says what it serves, and is an act then', async () => {
    await putOut('301/QĐ-UBND', MINE);
    await officer.visit(LIST, 'waiting');
    const { page } = officer;
    const one = card(officer, MINE);
    await one.getByText('Chưa tính: chưa chọn nội dung').waitFor();
    await one.getByRole('link', { name: 'Xem và xác nhận' }).click();
    await page.getByRole('heading', { level: 1, name: MINE }).waitFor();
    await officer.look('one');
    const topics = page.getByRole('group', { name: 'Nói về nội dung nào của kế hoạch?' });
    for (const checked of await topics.getByRole('checkbox', { checked: true }).all()) {
      await checked.uncheck();
    }
    await page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
    await page.getByText('Chưa chọn nội dung nào của kế hoạch').first().waitFor();
    await officer.look('without-topic');
    await topics.getByRole('checkbox').nth(1).check();
    await page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
    await page.waitForURL(`**${LIST}`);
    expect(await card(officer, MINE).count()).toBe(0);
    await page.goto('/lam-viec/hoat-dong');
    await page.getByRole('link', { name: MINE }).first().click();
    await page.getByText('Tự ghi từ văn bản đăng trên Cổng').waitFor();
    await officer.look('act');
  });

  it('isn’t counted where a person says so', async () => {
    await putOut('302/QĐ-UBND', OTHER);
    const { page } = officer;
    await page.goto(LIST);
    await card(officer, OTHER).getByRole('link', { name: 'Xem và xác nhận' }).click();
    await page.getByText('Không tính việc này').click();
    await page.getByLabel('Vì sao không tính').fill('Việc trong cơ quan, không phải tuyên truyền');
    await page.getByRole('button', { name: 'Không tính', exact: true }).click();
    await page.waitForURL(`**${LIST}`);
    expect(await card(officer, OTHER).count()).toBe(0);
  });

  it('by mistake, its act is withdrawn with the reason', async () => {
    const { page } = officer;
    await page.goto('/lam-viec/hoat-dong');
    await page.getByRole('link', { name: MINE }).first().click();
    await page.getByRole('heading', { level: 1, name: MINE }).waitFor();
    const act = page.url();
    await page.goto('/lam-viec/van-ban');
    await page.getByRole('link', { name: MINE }).first().click();
    await page.getByText('Gỡ khỏi cổng').click();
    await page.getByRole('radio', { name: 'Đăng nhầm hoặc có sai sót' }).check();
    await page.getByLabel('Vì sao gỡ').fill('Bản chưa ký');
    await officer.look('taking-off');
    await page.getByRole('button', { name: 'Gỡ văn bản' }).click();
    await page.getByText('Đã gỡ khỏi cổng: Bản chưa ký').waitFor();
    await page.goto(act);
    await page
      .getByText('Lý do: Văn bản đã gỡ vì đăng nhầm: Bản chưa ký', { exact: true })
      .waitFor();
    await officer.look('withdrawn');
  });
});

it('what waits reads well on a telephone', async () => {
  await putOut('303/QĐ-UBND', `${OTHER}, phần hai`);
  const walker = await journey.person({ viewport: PHONE, colorScheme: 'dark' });
  await signIn(walker, 'noi-vu');
  await walker.visit(LIST, 'waiting-dark');
});
