// What must be true of every page: nothing axe objects to, nothing wider than the narrowest telephone,
// a frame that can be skipped, and words that no machine leaked into.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const NARROWEST = 320;
const LEAKS = /\bundefined\b|\bnull\b|\bNaN\b|\[object |Invalid Date|\{\{|\$\{/;

/** Everything wrong with the page as it stands, in words, apart from what axe would say. */
export async function faultsOfPage(page: Page): Promise<string[]> {
  return [...(await faultsOfFrame(page)), ...(await overflowsAt(page, NARROWEST))];
}

/**
 * What axe says of a page that runs no script: of its markup, in a window `stand` where axe can run.
 * The window is kept from look to look, since axe is slow in one that never ran it.
 */
export async function axeFaultsOfTwin(page: Page, stand: Page): Promise<string[]> {
  const html = (await page.content()).replace(/<script\b[\s\S]*?<\/script>/g, '');
  await stand.unrouteAll();
  await stand.route(page.url(), (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
  );
  await stand.goto(page.url());
  return await axeFaults(stand);
}

/**
 * Violations of WCAG 2.2 AA and of axe's good practice, each with the places it names. axe's legacy mode
 * puts its findings together in the page itself, not in a window more for every look: our pages have no
 * frames of other hosts, which is all that the newer mode is for.
 */
export async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ runOnly: { type: 'tag', values: RULES }, resultTypes: ['violations'] })
    .analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      (node) =>
        `axe ${id}: ${help}: ${node.html.slice(0, 200)} (${node.any[0]?.message ?? node.failureSummary ?? ''})`,
    ),
  );
}

/** Anything that makes the page scroll sideways in a window of that width. */
export async function overflowsAt(page: Page, width: number): Promise<string[]> {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 640 });
  const wider = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== document.documentElement &&
      (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > room + 1 && !scrolls(element))
      .slice(-3)
      .map((element) => element.outerHTML.slice(0, 160));
  });
  if (before) await page.setViewportSize(before);
  return wider.map((element) => `wider than ${width} px: ${element}`);
}

async function faultsOfFrame(page: Page): Promise<string[]> {
  const frame = await page.evaluate(() => ({
    language: document.documentElement.lang,
    expected: /^\/en(\/|$)/.test(location.pathname) ? 'en' : 'vi',
    title: document.title.trim(),
    headings: document.querySelectorAll('h1').length,
    mains: document.querySelectorAll('main').length,
    menus: document.querySelectorAll('nav').length,
    skips: document.querySelector('body a[href]')?.getAttribute('href') ?? '',
    target: document.querySelector('body a[href^="#"]')?.getAttribute('href') ?? '',
    hasTarget:
      document.getElementById(
        document.querySelector('body a[href^="#"]')?.getAttribute('href')?.slice(1) ?? '',
      ) !== null,
    inline: document.querySelectorAll('[style], script:not([src])').length,
    text: document.body.innerText,
  }));
  const faults: string[] = [];
  if (frame.language !== frame.expected) faults.push(`language of the page: "${frame.language}"`);
  if (!frame.title) faults.push('no title');
  if (frame.headings !== 1) faults.push(`${frame.headings} headings of the first level`);
  if (frame.mains !== 1) faults.push(`${frame.mains} main parts`);
  if (frame.menus > 0 && (!frame.skips.startsWith('#') || !frame.hasTarget))
    faults.push('a menu, but the first link does not lead past it');
  const leak = LEAKS.exec(frame.text);
  if (leak) faults.push(`words of the machine: "${around(frame.text, leak.index)}"`);
  if (frame.text !== frame.text.normalize('NFC')) faults.push('text that is not NFC');
  return faults;
}

function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - 40), at + 40).replace(/\s+/g, ' ');
}
