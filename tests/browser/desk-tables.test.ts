// Tables of the desk to take away: every page that lists something in rows offers it as Excel and CSV.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Journey, type Person, startJourney } from '../support/browser.server.ts';
import { signIn } from '../support/browser-people.server.ts';

const OWN = /cải cách hành chính.*2023/i;

let journey: Journey;
let officer: Person;
beforeAll(async () => {
  journey = await startJourney('desk-tables', inject('officeUrl'));
  officer = await journey.person();
  await signIn(officer, 'noi-vu');
});
afterAll(() => journey.end());

/** Other journeys put plans in force too: the tables are of the one whose acts the office counts. */
async function chooseOwnPlan(page: Page, address: string): Promise<void> {
  if (!address.startsWith('/lam-viec/do-phu')) return;
  const options = page.locator('select[name="ke-hoach"] option').filter({ hasText: OWN });
  // With one plan alone there is nothing to choose.
  if ((await options.count()) === 0) return;
  await page.goto(`${address}?ke-hoach=${await options.first().getAttribute('value')}`);
}

describe('a table of the desk', () => {
  it.each([
    ['/lam-viec/do-phu/nhiem-vu', 'Tải bảng nhiệm vụ theo đơn vị', 'Đơn vị;Nhiệm vụ;'],
    ['/lam-viec/do-phu/thon', 'Tải bảng theo thôn', 'Thôn, tổ dân phố;Kênh;'],
    ['/lam-viec/khen-thuong', 'Tải sổ', 'Ngày;Loại;'],
  ])('of %s is there as Excel and as CSV', async (address, label, head) => {
    const { page } = officer;
    await officer.visit(address);
    await chooseOwnPlan(page, address);
    await officer.look(address.split('/').at(-1));
    const link = (kind: string) => page.getByRole('link', { name: `${kind} – ${label}` });
    const answers = await Promise.all(
      ['Excel', 'CSV'].map(async (kind) =>
        page.request.get((await link(kind).getAttribute('href')) ?? ''),
      ),
    );
    const [sheet, lines] = answers;
    expect(sheet?.headers()['content-type']).toContain('spreadsheetml');
    const text = (await lines?.text()) ?? '';
    expect(text.startsWith(`\uFEFF${head}`)).toBe(true);
    expect(text.trim().split('\r\n').length).toBeGreaterThan(1);
  });

  it('of those that may be empty is answered all the same', async () => {
    const { request } = officer.page;
    for (const name of ['don-doc', 'nguoi-doc', 'hoat-dong', 'nhiem-vu', 'so-van-ban-di']) {
      const answer = await request.get(`/lam-viec/bang/${name}.csv`);
      expect([name, answer.status()]).toEqual([name, 200]);
      expect((await answer.body()).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    }
  });
});
