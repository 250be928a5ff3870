// Somebody who lives here and reads no Vietnamese: finds what to bring and whom to call, without script,
// and is told what is Vietnamese only.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Journey, type Person, PHONE, startJourney } from '../support/browser.server.ts';

const PLAN = 'tuyen-truyen-cai-cach-hanh-chinh-nha-nuoc-nam-2023-tren-dia-ban-xa-tien-tien';
const PAGES = [
  ['home', '/en', '/'],
  ['procedures', '/en/procedures', '/thu-tuc'],
  ['procedure', '/en/procedures/1.001193', '/thu-tuc/1.001193'],
  ['checklist', '/en/procedures/1.001193/checklist', '/thu-tuc/1.001193/giay-to'],
  ['unclear', '/en/procedures/1.001193/unclear', '/thu-tuc/1.001193/ro-chua'],
  ['hotlines', '/en/hotlines', '/duong-day-nong'],
  ['contact', '/en/contact', '/lien-he'],
  ['news', '/en/news', '/tin'],
  ['section', '/en/news/section/thong-bao', '/tin/chuyen-muc/thong-bao'],
  ['documents', '/en/documents', '/van-ban'],
  ['about', '/en/about', '/thong-tin'],
  ['reception', '/en/about/lich-tiep-dan', '/thong-tin/lich-tiep-dan'],
  ['organisation', '/en/about/to-chuc', '/thong-tin/to-chuc'],
  ['site-map', '/en/site-map', '/so-do-trang'],
  ['accessibility', '/en/accessibility', '/tro-nang'],
  ['display', '/en/display', '/cach-xem'],
  ['search', '/en/search', '/tim-kiem'],
  ['working-days', '/en/working-days', '/tinh-ngay-lam-viec'],
  ['visits', '/en/visits', '/luot-truy-cap'],
  ['plan', `/en/plans/${PLAN}`, `/ke-hoach-va-ket-qua/${PLAN}`],
  ['topic', `/en/plans/${PLAN}/topic-1`, `/ke-hoach-va-ket-qua/${PLAN}/noi-dung-1`],
  ['month', `/en/plans/${PLAN}/month-2023-05`, `/ke-hoach-va-ket-qua/${PLAN}/thang-2023-05`],
  ['villages', '/en/villages', '/thon'],
  ['village', '/en/villages/thon-3', '/thon/thon-3'],
  ['sheets', '/en/sheets', '/to'],
  ['consultations', '/en/consultations', '/lay-y-kien'],
  ['figures', '/en/figures', '/ket-qua-giai-quyet-tthc'],
] as const;
/** A form of strangers takes nothing that was sent sooner. */
const FORM_READ_MS = 4_000;
const VIETNAMESE = /[ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/i;

/** Names of places stay as they are; the sample's are these. And the letter in numbers of documents. */
const names = /Tiền Tiến|Hải Dương|(?<=[/-])[A-ZĐ-]+|[A-ZĐ]+(?=-)/g;

let journey: Journey;
let newcomer: Person;
beforeAll(async () => {
  journey = await startJourney('english', inject('officeUrl'));
  newcomer = await journey.person({
    javaScriptEnabled: false,
    viewport: PHONE,
    refusals: [404, 422],
  });
});
afterAll(() => journey.end());

/**
 * Whatever the page says that is not English and doesn't say so: folded, for readers only, read out beside what is
 * seen, or in the browser's tab, which may name what the page itself marks as Vietnamese.
 */
async function unmarked({ page }: Person): Promise<string[]> {
  const { texts, beside, title } = await page.evaluate(() => {
    const isEnglish = (element: Element | null) =>
      element?.closest('[lang]')?.getAttribute('lang') === 'en';
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const within = node.parentElement;
      if (!within || within.closest('script, style')) continue;
      if (isEnglish(within)) texts.push(node.nodeValue ?? '');
    }
    const READ_OUT = ['aria-label', 'aria-description', 'title', 'alt', 'placeholder'];
    const beside = [...document.body.querySelectorAll('*')]
      .filter(isEnglish)
      .flatMap((element) => READ_OUT.map((name) => element.getAttribute(name) ?? ''));
    const marked = [...document.body.querySelectorAll('[lang="vi"]')]
      .map(({ textContent }) => textContent.trim())
      .filter(Boolean)
      .toSorted((one, other) => other.length - one.length);
    const title = marked.reduce((left, words) => left.replaceAll(words, ''), document.title);
    return { texts: texts.map((text) => text.trim()).filter(Boolean), beside, title };
  });
  expect(texts.length).toBeGreaterThan(10);
  const said = [...texts, ...beside.filter(Boolean), title];
  return said.filter((words) => VIETNAMESE.test(words.replace(names, '')));
}

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
    expect(await unmarked(newcomer)).toEqual([]);
    // Shown by those who index.
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

  it('reads an article in the frame of an English page, its words marked as Vietnamese', async () => {
    const { page } = newcomer;
    await page.goto('/en/news');
    await page
      .getByRole('main')
      .getByRole('heading', { level: 2 })
      .getByRole('link')
      .first()
      .click();
    await newcomer.look('article');
    expect(new URL(page.url()).pathname).toMatch(/^\/en\/news\/[a-z0-9-]+$/);
    expect(await page.locator('h1').getAttribute('lang')).toBe('vi');
    expect(await page.locator('.rich').getAttribute('lang')).toBe('vi');
    await page
      .getByRole('article')
      .getByText(/^Published \d/)
      .waitFor();
    expect(await unmarked(newcomer)).toEqual([]);
    const here = new URL(page.url()).pathname;
    await page.getByRole('link', { name: 'Tiếng Việt' }).filter({ visible: true }).click();
    expect(new URL(page.url()).pathname).toBe(here.replace('/en/news', '/tin'));
  });

  it('asks in English and is answered with what the office calls it', async () => {
    const { page } = newcomer;
    await page.goto('/en');
    await page.getByRole('searchbox').filter({ visible: true }).first().fill('birth certificate');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/en\/search\?/);
    await newcomer.look('search');
    await page.getByText('Searched in Vietnamese for đăng ký khai sinh').waitFor();
    expect(await unmarked(newcomer)).toEqual([]);
    await page
      .getByRole('main')
      .getByRole('link', { name: /đăng ký khai sinh/i })
      .first()
      .click();
    expect(new URL(page.url()).pathname).toMatch(/^\/en\//);
    await page.goto('/en/procedures?q=marriage+registration');
    await page.getByText('Searched in Vietnamese for đăng ký kết hôn').waitFor();
    await newcomer.visit('/en/search?q=zzzz', 'nothing-found');
    await page.getByRole('heading', { name: 'Nothing found for “zzzz”' }).waitFor();
  });

  it('reckons a time limit, and is told what is wrong with a question', async () => {
    const { page } = newcomer;
    await newcomer.visit('/en/working-days?ngay-nhan=2023-01-19&so=5', 'term');
    await page
      .getByRole('heading', { name: 'Ends at 17:00 on Thursday 2 February 2023' })
      .waitFor();
    await newcomer.visit('/en/working-days?ngay-nhan=2023-01-19&so=-5', 'term-wrong');
    await page.getByRole('link', { name: 'Enter a number above 0, for example: 5.' }).waitFor();
    expect(await unmarked(newcomer)).toEqual([]);
  });

  it('chooses larger letters and comes back to the English page', async () => {
    const { page } = newcomer;
    await page.goto('/en/hotlines');
    await page.getByRole('link', { name: 'Text size, colours' }).filter({ visible: true }).click();
    await page.getByLabel('Twice as large').check();
    await page.getByRole('button', { name: 'Use this look' }).click();
    expect(new URL(page.url()).pathname).toBe('/en/hotlines');
    expect(await page.locator('html').getAttribute('data-text')).toBe('200');
    await page.goto('/en/display');
    await page.getByRole('button', { name: 'Back to usual' }).click();
    expect(new URL(page.url()).pathname).toBe('/en/display');
  });

  it('is told in English that there is no such page', async () => {
    await newcomer.visit('/en/nowhere', 'not-found');
    await newcomer.page
      .getByRole('heading', { level: 1, name: 'There is no such page.' })
      .waitFor();
  });

  it('sees what was promised and done, and goes down to what was said in a month', async () => {
    const { page } = newcomer;
    await page.goto('/en/plans');
    expect(new URL(page.url()).pathname).toBe(`/en/plans/${PLAN}`);
    await page.getByText('The office promised to tell people about 11 topics.').waitFor();
    await page
      .getByRole('main')
      .getByRole('link', { name: /^May 22 activities/ })
      .click();
    await page.getByRole('heading', { level: 1, name: 'May 2023' }).waitFor();
    await page.getByRole('heading', { level: 2 }).getByRole('link').first().click();
    expect(new URL(page.url()).pathname).toBe(`/en/plans/${PLAN}/topic-1`);
    await page.getByText('Radio bulletin, 15 May 2023').waitFor();
    await page.getByRole('link', { name: 'Tiếng Việt' }).filter({ visible: true }).click();
    await page.getByText('Bản tin phát thanh, 15/05/2023').waitFor();
    expect((await newcomer.page.request.get(`/en/plans/${PLAN}/topic-99`)).status()).toBe(404);
  });

  it('reads how many applications were on time, in English numbers', async () => {
    const { page } = newcomer;
    await page.goto('/en/figures');
    await page.getByText('Decided on time up to June 2023').waitFor();
    await page.getByRole('definition').filter({ hasText: '1,318' }).first().waitFor();
    await page.getByRole('cell', { name: '30 June 2023, 16:40' }).waitFor();
  });

  it('ticks off what to bring, sees time and cost in English, and says that it was clear', async () => {
    const { page } = newcomer;
    await page.goto('/en');
    await page.getByRole('link', { name: 'Birth and bringing up children' }).click();
    await page.getByRole('link', { name: 'Thủ tục đăng ký khai sinh', exact: true }).click();
    await page.getByText('Free of charge').first().waitFor();
    await page.getByText('1 working day').first().waitFor();
    await page.getByRole('link', { name: 'Checklist' }).click();
    expect(new URL(page.url()).pathname).toBe('/en/procedures/1.001193/checklist');
    await page.getByText('1 original', { exact: true }).first().waitFor();
    await page.getByRole('checkbox').first().check();
    await page.goBack();
    await page.getByRole('button', { name: 'Not clear' }).click();
    expect(new URL(page.url()).pathname).toBe('/en/procedures/1.001193/unclear');
    await page.getByRole('button', { name: 'How long it takes' }).click();
    await page.getByRole('heading', { level: 1, name: /^Thank you/ }).waitFor();
    expect(await unmarked(newcomer)).toEqual([]);
  });

  it('is told in English whether a sheet on a board holds, and where it doesn’t lead anywhere', async () => {
    const { page } = newcomer;
    await page.goto('/thon/thon-3');
    await page.getByRole('link', { name: 'English' }).click();
    expect(new URL(page.url()).pathname).toBe('/en/villages/thon-3');
    await page.goto('/en/sheets');
    await page.getByLabel('Number of the notice').fill('zzz zzz');
    await page.getByRole('button', { name: 'Look it up' }).click();
    expect(new URL(page.url()).pathname).toMatch(/^\/en\/sheets\/zzz/);
    await page.getByRole('heading', { level: 1, name: 'There is no such page.' }).waitFor();
  });

  it('comments on a draft: is told what is missing, keeps what was typed, and is thanked', async () => {
    const { page } = newcomer;
    await page.goto('/en/consultations');
    const open = page.getByRole('region', { name: 'Open for comments' });
    await open.getByRole('link').first().click();
    await newcomer.look('draft');
    expect(await unmarked(newcomer)).toEqual([]);
    const draft = new URL(page.url()).pathname;
    expect(draft).toMatch(/^\/en\/consultations\/[a-z0-9-]+$/);
    await page.getByRole('link', { name: 'Comment on the draft' }).first().click();
    await newcomer.look('comment-form');
    expect(await unmarked(newcomer)).toEqual([]);

    await page.getByText('Leave a way to reach you (optional)').click();
    await page.getByLabel('Your name, or how to address you').fill('A neighbour');
    await page.getByLabel('Your comment').evaluate((box) => box.removeAttribute('required'));
    await page.getByRole('button', { name: 'Send comment' }).click();
    await page.getByRole('link', { name: 'Please write your comment.' }).waitFor();
    await newcomer.look('comment-refused');
    expect(await unmarked(newcomer)).toEqual([]);
    expect(await page.getByLabel('Your name, or how to address you').inputValue()).toBe(
      'A neighbour',
    );

    await page.getByLabel('Which part is it about?').selectOption({ index: 1 });
    await page.getByLabel('Your comment').fill('The lorry should come after six.');
    await page.waitForTimeout(FORM_READ_MS);
    await page.getByRole('button', { name: 'Send comment' }).click();
    await page.getByRole('heading', { level: 1, name: /^Received as comment \d+$/ }).waitFor();
    await newcomer.look('comment-thanks');
    expect(await unmarked(newcomer)).toEqual([]);
    await page.getByRole('main').getByRole('link', { name: 'Back to the draft' }).click();
    expect(new URL(page.url()).pathname).toBe(draft);
  });

  it('reads what came of a consultation, verdicts in English and replies as they were written', async () => {
    const { page } = newcomer;
    await page.goto('/en/consultations');
    const over = page.getByRole('region', { name: 'Closed' });
    await over.getByRole('link').first().click();
    await page.getByRole('heading', { level: 2, name: 'Response of the office' }).waitFor();
    await page.getByText('Accepted in part').waitFor();
    await newcomer.look('response');
    expect(await unmarked(newcomer)).toEqual([]);
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
