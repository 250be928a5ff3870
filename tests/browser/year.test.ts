// A working year in fast motion: plan in January, acts, a missed quarter with its reminders, an amendment in
// June, a unit renamed in July, closing at the year's end. Use cases play the days; pages are looked at
// on the days that matter.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getDocumentProxy } from 'unpdf';
import {
  amendPlan,
  closePeriod,
  closePlan,
  getPlanWithDuties,
  listActs,
  readPeriod,
} from '#lib/plans/index.server.ts';
import { succeedUnit } from '#lib/platform/index.server.ts';
import { type Journey, type Person, PHONE, startJourney } from '../support/browser.server.ts';
import { signIn } from '../support/browser-people.server.ts';
import { type Office, startOffice } from '../support/office.server.ts';
import { beginYear, type Year } from '../support/year-in-motion.server.ts';

const RADIO = 5;
const NEW_NAME = 'Trung tâm Văn hóa, Thông tin và Thể thao xã';
const NEW_WORDS = 'Mỗi quý phát một chuyên mục hỏi đáp về cơ chế một cửa, có tiếng người dân.';

let office: Office;
let year: Year;
let journey: Journey;
let radio = '';

beforeAll(async () => {
  office = await startOffice('--trong');
  year = await beginYear(office.data);
  journey = await startJourney('year', office.url);
  radio = year.office.units.get(RADIO) ?? '';
});

afterAll(async () => {
  await journey.end();
  await year.end();
  await office.end();
});

async function come(login: string, address: string, phone = false): Promise<Person> {
  const person = await journey.person(phone ? { viewport: PHONE } : {});
  await signIn(person, login, address, year.words);
  return person;
}

describe('a year', () => {
  it('begins with the plan: nothing is late, and nothing is called missing', async () => {
    await year.turnTo('2023-01-06');
    const leader = await come('chu-tich', '/lam-viec/lanh-dao', true);
    await leader.look('january');
    const { page } = leader;
    await page.getByRole('link', { name: '0 kỳ quá hạn' }).waitFor();
    await page.getByRole('link', { name: '0 ô đã hẹn mà chưa làm' }).waitFor();
  });

  it('a quarter is missed: the unit was reminded before and after, and the leader sees who', async () => {
    const done = await year.live('2023-01-09', '2023-04-14', (unit) => unit === radio);
    expect(done).toBeGreaterThan(15);
    await year.turnTo('2023-04-14');
    const leader = await come('chu-tich', '/lam-viec/lanh-dao', true);
    const { page } = leader;
    await leader.look('april');
    const late = page.locator('#cham');
    await late.getByRole('link', { name: 'Đài phát thanh xã' }).first().waitFor();
    expect(await late.getByRole('link', { name: 'Công chức Tư pháp' }).count()).toBe(0);

    const member = await come('dai-phat-thanh', '/lam-viec', true);
    await member.look('april-radio');
    await member.page.getByRole('heading', { name: 'Việc của tôi đã quá hạn' }).waitFor();
    await member.page.getByText(/nhắc/i).first().waitFor();

    const coordinator = await come('noi-vu', '/lam-viec/nhac-viec');
    await coordinator.look('april-reminders');
    const rows = coordinator.page.getByRole('row').filter({ hasText: 'Đài phát thanh xã' });
    expect(await rows.count()).toBeGreaterThan(2);
  });

  it('in June the plan is amended, and the words of before stay readable', async () => {
    await year.live('2023-04-15', '2023-06-15', () => false);
    const { planId } = year.plan;
    const [, quarterly = ''] = year.plan.duties.get(radio) ?? [];
    await year.at('2023-06-15', 'noi-vu', async (tx) => {
      const plan = await getPlanWithDuties(tx, planId);
      expect(plan.units.flatMap(({ duties }) => duties).some(({ id }) => id === quarterly)).toBe(
        true,
      );
      await amendPlan(tx, {
        planId,
        code: '45/QĐ-UBND',
        issuedOn: '2023-06-12',
        validFrom: '2023-06-15',
        reason: 'Theo chỉ đạo về nâng chất lượng phát thanh.',
        duties: [{ id: quarterly, unit: radio, text: NEW_WORDS, dueOn: '', ended: false }],
      });
    });
    await year.turnTo('2023-06-20');
    const coordinator = await come('noi-vu', `/lam-viec/ke-hoach/${planId}`);
    await coordinator.page.getByText(NEW_WORDS).first().waitFor();
    await coordinator.page.getByText('45/QĐ-UBND').first().waitFor();
  });

  it('in July a unit is renamed: what it owed passes on, what it did stays its own', async () => {
    await year.live('2023-06-16', '2023-06-30', () => false);
    await year.at('2023-07-01', 'quan-tri', (tx) =>
      succeedUnit(tx, radio, { name: NEW_NAME, from: '2023-07-01' }),
    );
    await year.live('2023-07-01', '2023-09-29', () => false);
    await year.turnTo('2023-09-29');
    const coordinator = await come('noi-vu', '/lam-viec/do-phu/nhiem-vu');
    await coordinator.look('september-duties');
    const acts = await year.at('2023-09-29', 'noi-vu', (tx) =>
      listActs(tx, {}, { size: 500, start: 0 }),
    );
    const byName = (name: string) => acts.acts.filter(({ unitName }) => unitName === name);
    expect(byName('Đài phát thanh xã').every(({ day }) => day < '2023-07-01')).toBe(true);
    expect(byName(NEW_NAME).length).toBeGreaterThan(0);
    expect(byName(NEW_NAME).every(({ day }) => day >= '2023-07-01')).toBe(true);
    // The man of the old unit answers for the new one.
    const member = await come('dai-phat-thanh', '/lam-viec', true);
    await member.page.getByRole('heading', { name: `Nhiệm vụ của ${NEW_NAME}` }).waitFor();
    await member.look('september-renamed');
  });

  it('at the end the plan and the books are closed, and the figures are a plain count', async () => {
    await year.live('2023-09-30', '2023-12-29', () => false);
    await year.at('2023-12-29', 'chu-tich', (tx) =>
      closePlan(tx, {
        planId: year.plan.planId,
        lastDay: '2023-12-31',
        reason: 'Hết năm thực hiện.',
      }),
    );
    await year.at('2024-01-02', 'noi-vu', (tx) => closePeriod(tx, { key: '2023' }));
    const { figures, all } = await year.at('2024-01-02', 'noi-vu', async (tx) => ({
      figures: (await readPeriod(tx, '2023')).figures,
      all: await listActs(tx, {}, { size: 1000, start: 0 }),
    }));
    expect(figures.total?.acts).toBe(all.total);
    for (const { key, acts } of figures.byMonth) {
      expect(acts, key).toBe(all.acts.filter(({ day }) => day.startsWith(key)).length);
    }
    await year.turnTo('2024-01-02');
    const leader = await come('chu-tich', '/lam-viec/do-phu/ky/2023');
    await leader.look('closed');
    await leader.page
      .getByText(/khóa sổ/i)
      .first()
      .waitFor();
    await leader.visit('/lam-viec/lanh-dao', 'nothing-running');
  });
});

it('the leader’s page is one sheet of A4', async () => {
  await year.turnTo('2023-06-20');
  const leader = await come('chu-tich', '/lam-viec/lanh-dao');
  const paper = await leader.page.pdf({ preferCSSPageSize: true });
  expect((await getDocumentProxy(new Uint8Array(paper))).numPages).toBe(1);
});
