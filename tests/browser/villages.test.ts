// The villages' pages on a weak line: light, without script, without our fonts; kept by the administrator.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Journey, type Person, PHONE, startJourney } from '../support/browser.server.ts';
import { signIn } from '../support/browser-people.server.ts';
import { weigh } from '../support/browser-weight.server.ts';

const MOST = 30 * 1024;
let journey: Journey;
let reader: Person;
beforeAll(async () => {
  journey = await startJourney('villages', inject('officeUrl'));
  reader = await journey.person({ javaScriptEnabled: false, viewport: PHONE, refusals: [404] });
});
afterAll(() => journey.end());

describe('a village’s page', () => {
  it('weighs at most 30 kB with everything, and brings no font of ours', async () => {
    const { page, context } = await journey.person({ viewport: PHONE });
    for (const address of ['/thon', '/thon/thon-1', '/thon/thon-2']) {
      const parts = await weigh(page, context, address);
      const sum = parts.reduce((total, { bytes }) => total + bytes, 0);
      const list = parts.map(({ path, bytes }) => `${path} ${bytes}`).join(', ');
      console.log(`${address} on the wire: ${sum} bytes (${list})`);
      expect(sum, list).toBeLessThanOrEqual(MOST);
      expect(parts.some(({ path }) => path.endsWith('.css'))).toBe(true);
      expect(parts.some(({ path }) => path.endsWith('.woff2'))).toBe(false);
    }
  });

  it('is reached from the home page and tells what was held there', async () => {
    await reader.visit('/');
    await reader.page.getByRole('main').getByRole('link', { name: 'Thôn 1', exact: true }).click();
    await reader.page.getByRole('heading', { level: 1, name: 'Thôn 1' }).waitFor();
    await reader.look('village');
    await reader.visit('/thon', 'villages');
    await reader.visit('/thon/khong-co', 'no-such-village');
  });
});

it('a village is added, renamed and ended; its address leads on', async () => {
  const administrator = await journey.person({ javaScriptEnabled: false, refusals: [409] });
  const { page } = administrator;
  await signIn(administrator, 'quan-tri', '/lam-viec/quan-tri/thon');
  await administrator.visit('/lam-viec/quan-tri/thon', 'desk');
  await page.getByLabel('Tên', { exact: true }).fill('Thôn 1');
  await page.getByRole('button', { name: 'Thêm', exact: true }).click();
  await page.getByText('Đã có thôn mang tên “Thôn 1”').first().waitFor();
  await administrator.look('refused');
  await page.getByLabel('Tên', { exact: true }).fill('Thôn Bãi');
  await page.getByRole('button', { name: 'Thêm', exact: true }).click();
  await page.getByText('Đã thêm; trang của thôn đã mở').waitFor();
  await reader.visit('/thon/thon-bai', 'new-village');
  const card = page.getByRole('listitem').filter({ hasText: 'Xem trang Thôn Bãi trên cổng' });
  await card.getByText('Kết thúc, nhập vào nơi khác').click();
  await page.getByLabel('Thôn Bãi nhập vào').selectOption({ label: 'Thôn 2' });
  await page.getByRole('button', { name: 'Kết thúc Thôn Bãi từ hôm nay' }).click();
  await page.getByText('Đã kết thúc; trang cũ vẫn mở').waitFor();
  await reader.visit('/thon/thon-bai', 'ended-village');
  await reader.page.getByRole('main').getByRole('link', { name: 'Thôn 2' }).click();
  await reader.page.getByRole('heading', { level: 1, name: 'Thôn 2' }).waitFor();
});
