// "Home page weighs at most 60 kB on the wire": everything a first visit fetches, as it was sent. And what every
// page of the desk begins with.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Journey, startJourney } from '../support/browser.server.ts';
import { weigh } from '../support/browser-weight.server.ts';

const MOST = 60 * 1024;
const MOST_SCRIPTS = 100 * 1024;
const office = inject('officeUrl');

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney('home-weight', office);
});
afterAll(() => journey.end());

describe('the home page at a first visit', () => {
  it('weighs at most 60 kB with styles, fonts and pictures', async () => {
    const { page, context } = await journey.person();
    const parts = await weigh(page, context, '/');
    const sum = parts.reduce((total, { bytes }) => total + bytes, 0);
    const list = parts.map(({ path, bytes }) => `${path} ${bytes}`).join(', ');
    console.log(`home page on the wire: ${sum} bytes (${list})`);
    expect(parts.some(({ path }) => path.endsWith('.css'))).toBe(true);
    expect(parts.some(({ path }) => path.endsWith('.woff2'))).toBe(true);
    // Only who asked for another look carries its styles.
    expect(list).not.toContain('looks');
    expect(sum, list).toBeLessThanOrEqual(MOST);
  });

  it('needs one round trip after the page before it can be drawn', async () => {
    // As many as a browser fetches of one host at once; one sheet a component would be four rounds.
    const AT_ONCE = 6;
    const { page, context } = await journey.person();
    const sheets = (await weigh(page, context, '/')).filter(({ path }) => path.endsWith('.css'));
    const drawing = sheets.filter(({ path }) => path.includes('/immutable/'));
    expect(drawing.length, drawing.map(({ path }) => path).join(', ')).toBeLessThanOrEqual(AT_ONCE);
  });

  it('brings no inline script, no inline style, no script at all', async () => {
    const answer = await fetch(office);
    expect(answer.status).toBe(200);
    // What the office says of itself to machines is data, which no browser runs.
    const html = (await answer.text()).replace(
      /<script type="application\/ld\+json">.*?<\/script>/gs,
      '',
    );
    expect(html).not.toMatch(/<script/i);
    expect(html).not.toMatch(/<style/i);
    expect(html).not.toMatch(/\sstyle=/i);
    expect(html).not.toMatch(/\son[a-z]+=/i);
    expect(html).not.toMatch(/nonce/i);
  });

  it('fetched twice is the same to the byte', async () => {
    const [first, second] = [await fetch(office), await fetch(office)];
    expect(await second.text()).toBe(await first.text());
    const policy = (answer: Response) => answer.headers.get('content-security-policy');
    expect(policy(second)).toBe(policy(first));
  });

  it('keeps styles and fonts for good, and asks again for the page', async () => {
    const page = await fetch(office);
    const style = /href="([^"]*\/immutable\/[^"]+\.css)"/.exec(await page.text())?.[1] ?? '';
    const cached = await fetch(new URL(style, office));
    expect(cached.headers.get('cache-control')).toContain('immutable');
    expect(page.headers.get('cache-control') ?? '').not.toContain('immutable');
  });
});

describe('the door of the desk', () => {
  it('fetches what it runs, not all that the rooms behind it could say and check', async () => {
    const { page, context } = await journey.person();
    const scripts = (await weigh(page, context, '/dang-nhap')).filter(({ path }) =>
      path.endsWith('.js'),
    );
    const sum = scripts.reduce((total, { bytes }) => total + bytes, 0);
    const list = scripts.map(({ path, bytes }) => `${path} ${bytes}`).join(', ');
    console.log(`scripts of the desk’s door on the wire: ${sum} bytes (${list})`);
    expect(scripts.length).toBeGreaterThan(3);
    expect(sum, list).toBeLessThanOrEqual(MOST_SCRIPTS);
  });
});
