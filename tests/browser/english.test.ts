// Somebody who lives here and reads no Vietnamese: finds what to bring and whom to call, without script,
// and is told what is Vietnamese only.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Journey, type Person, PHONE, startJourney } from '../support/browser.server.ts';

const PAGES = [
  ['home', '/en', '/'],
  ['procedures', '/en/procedures', '/thu-tuc'],
  ['procedure', '/en/procedures/1.001193', '/thu-tuc/1.001193'],
  ['hotlines', '/en/hotlines', '/duong-day-nong'],
  ['contact', '/en/contact', '/lien-he'],
] as const;
const VIETNAMESE = /[ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/i;

let journey: Journey;
let newcomer: Person;
beforeAll(async () => {
  journey = await startJourney('english', inject('officeUrl'));
  newcomer = await journey.person({
    javaScriptEnabled: false,
    viewport: PHONE,
    refusals: [404],
  });
});
afterAll(() => journey.end());

/** Labels, headings and links of the page that are not English and don't say so. */
const unmarked = (person: Person) =>
  person.page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'h1, h2, h3, label, legend, button, summary, dt, nav a, footer a',
      ),
    ]
      .filter((element) => element.closest('[lang]')?.getAttribute('lang') === 'en')
      .map((element) => (element as HTMLElement).innerText),
  );

describe('in English', () => {
  it.each(PAGES)('%s is whole, and knows its twin', async (name, english, vietnamese) => {
    await newcomer.visit(english, name);
    const { page } = newcomer;
    const twins = await page
      .locator('link[rel="alternate"][hreflang]')
      .evaluateAll((links) =>
        links.map((link) => [
          link.getAttribute('hreflang'),
          new URL((link as HTMLLinkElement).href).pathname,
        ]),
      );
    expect(twins).toEqual([
      ['vi', vietnamese],
      ['en', english],
    ]);
    await page.getByText('What the office publishes is in Vietnamese').waitFor();
    const back = page.getByRole('link', { name: 'Tiếng Việt' }).filter({ visible: true });
    expect(await back.getAttribute('href')).toBe(vietnamese);
  });

  it.each(PAGES)('%s says nothing in Vietnamese without saying so', async (_name, english) => {
    await newcomer.page.goto(english);
    // Names of places stay as they are; the sample's are these.
    const names = /Tiền Tiến|Hải Dương/g;
    const said = (await unmarked(newcomer)).map((words) => words.replace(names, ''));
    expect(said.length).toBeGreaterThan(5);
    expect(said.filter((words) => VIETNAMESE.test(words))).toEqual([]);
    // Read out to those who don't see, and by those who index.
    const heard = await newcomer.page
      .locator('[aria-label]')
      .evaluateAll((elements) =>
        elements
          .filter((element) => element.closest('[lang]')?.getAttribute('lang') === 'en')
          .map((element) => element.getAttribute('aria-label') ?? ''),
      );
    expect(heard.filter((words) => VIETNAMESE.test(words.replace(names, '')))).toEqual([]);
    const about = newcomer.page.locator('meta[name="description"]');
    const described = (await about.count()) > 0 ? await about.getAttribute('content') : '';
    // Of a procedure its name stands in quotation marks.
    const own = (described ?? '').replaceAll(/“[^”]*”/g, '').replace(names, '');
    expect(own).not.toMatch(VIETNAMESE);
  });

  it('goes from the Vietnamese home page to what to bring for a birth certificate, and back', async () => {
    const { page } = newcomer;
    await page.goto('/');
    await page.getByRole('link', { name: 'English' }).filter({ visible: true }).click();
    await page
      .getByRole('heading', { level: 1, name: 'People’s Committee of Tiền Tiến Commune' })
      .waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Find a procedure' }).click();
    await page.getByLabel('What do you need?').fill('khai sinh');
    await page.getByRole('button', { name: 'Find a procedure' }).click();
    await newcomer.look('found');
    await page
      .getByRole('main')
      .getByRole('link', { name: 'Thủ tục đăng ký khai sinh', exact: true })
      .click();
    await page.getByRole('heading', { level: 2, name: 'What to bring' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/en/procedures/1.001193');
    await page.getByRole('link', { name: 'Tiếng Việt' }).filter({ visible: true }).click();
    await page.getByRole('heading', { level: 2, name: 'Cần mang gì' }).waitFor();
  });

  it('is told in English that there is no such page', async () => {
    await newcomer.visit('/en/nowhere', 'not-found');
    await newcomer.page
      .getByRole('heading', { level: 1, name: 'There is no such page.' })
      .waitFor();
  });

  it('never leads to the desk, nor to a page without a twin', async () => {
    for (const address of ['/en/lam-viec', '/en/dang-nhap', '/en/tin', '/en/procedures/']) {
      const answer = await newcomer.page.request.get(address, { maxRedirects: 0 });
      expect([308, 404], address).toContain(answer.status());
    }
  });

  it('finds nothing of it on Vietnamese pages but the way there', async () => {
    await newcomer.page.goto('/duong-day-nong');
    const lang = await newcomer.page.evaluate(() => document.documentElement.lang);
    expect(lang).toBe('vi');
    expect(await newcomer.page.getByRole('main').innerText()).not.toContain('Hotlines');
  });
});
