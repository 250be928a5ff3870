// What was laid down about a topic stands beside whoever writes about it: the act form, quick entry, the
// editor; also without script, where the rest can be opened.
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type Journey, PHONE, type Person, startJourney } from '../support/browser.server.ts';
import { signIn } from '../support/browser-people.server.ts';

const GUIDANCE = 'Định hướng khi nói về một cửa, một cửa liên thông';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney('guidance', inject('officeUrl'));
});
afterAll(() => journey.end());

const beside = ({ page }: Person) => page.getByLabel('Hướng dẫn, định hướng', { exact: true });

it('shows as soon as its topic is ticked', async () => {
  const office = await journey.person({ viewport: PHONE });
  await signIn(office, 'van-phong');
  for (const [name, address] of [
    ['act', '/lam-viec/hoat-dong/moi?loai=article'],
    ['quick', '/lam-viec/ghi-nhanh'],
  ] as const) {
    await office.page.goto(address);
    const topic = office.page.getByRole('checkbox', { name: /một cửa/ }).first();
    await topic.uncheck();
    expect(await beside(office).getByText(GUIDANCE).filter({ visible: true }).count()).toBe(0);
    await topic.check();
    await beside(office).getByText(GUIDANCE).filter({ visible: true }).waitFor();
    await beside(office).getByText('Không so sánh với xã khác').filter({ visible: true }).waitFor();
    await office.look(name);
  }
});

it('stands beside the editor of an article', async () => {
  const secretary = await journey.person({ colorScheme: 'dark' });
  await signIn(secretary, 'van-hoa');
  await secretary.page.goto('/lam-viec/bien-tap/moi');
  const { page } = secretary;
  await page.getByText('Nội dung tuyên truyền bài này phục vụ').first().click();
  await page
    .getByRole('checkbox', { name: /một cửa/ })
    .first()
    .check();
  await beside(secretary).getByText(GUIDANCE).filter({ visible: true }).waitFor();
  await secretary.look('article');
});

it('without script it can be opened', async () => {
  const plain = await journey.person({ viewport: PHONE, javaScriptEnabled: false });
  await signIn(plain, 'van-phong');
  await plain.page.goto('/lam-viec/hoat-dong/moi?loai=article');
  await beside(plain)
    .getByText(/Hướng dẫn theo nội dung/)
    .click();
  await beside(plain).getByText(GUIDANCE).waitFor();
  await plain.look('plain');
});
