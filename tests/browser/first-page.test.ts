// What a visitor meets first: the office's home page, in a real browser, with and without JavaScript.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../setup/chromium.server.ts';
import { shoot } from '../setup/screenshots.server.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

test.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])(
  'the home page %s: its own host only, nothing broken, nothing for axe',
  async (name, scripted) => {
    const context = await browser.newContext({ javaScriptEnabled: scripted, locale: 'vi-VN' });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== new URL(inject('officeUrl')).origin) {
        complaints.push(`asked another host: ${request.url()}`);
      }
    });
    const answer = await page.goto(inject('officeUrl'), { waitUntil: 'networkidle' });
    expect(answer?.status()).toBe(200);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('html').getAttribute('lang')).toBe('vi');
    await shoot(page, `home-${name.replaceAll(' ', '-')}`);
    expect(complaints).toEqual([]);
    if (scripted) {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
    await context.close();
  },
);
