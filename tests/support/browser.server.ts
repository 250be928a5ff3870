// A journey in the browser: people with their own windows, watched for everything that should not
// happen on any page. What they saw is kept as pictures in test-results/screenshots/<journey>/; where nobody
// would look at them (CI), only of pages with faults.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../setup/chromium.server.ts';
import { axeFaults, axeFaultsOfTwin, faultsOfPage } from './browser-checks.server.ts';
import { watch } from './browser-watch.server.ts';

const PICTURES = path.resolve(import.meta.dirname, '../../test-results/screenshots');

/** A picture of a whole page takes as long as a third of its checks. */
const KEEPS_ALL = !process.env.CI;

/** Of a page that is wrong all over, the first faults tell enough. */
const SHOWN = 8;

export const DESK = { width: 1280, height: 900 } as const;
export const PHONE = { width: 390, height: 844 } as const;

export interface Journey {
  readonly browser: Browser;
  /** A person with windows, cookies and habits of their own; closed with the journey. */
  person(habits?: Habits): Promise<Person>;
  end(): Promise<void>;
}

export type Habits = BrowserContextOptions & {
  /** HTTP refusals that belong to the story, such as 422 for a form that was filled in wrongly. */
  readonly refusals?: readonly number[];
  /** Another office than the journey's. */
  readonly office?: string;
};

export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Opens a page of the office, looks it over and keeps a picture of it. */
  visit(address: string, picture?: string): Promise<void>;
  /**
   * Looks over the page as it stands now: accessibility, overflow, frame, words, and whatever went
   * wrong since the last look. With a name, a picture is kept.
   */
  look(picture?: string): Promise<void>;
  /** A picture only, for what a look has been at already; none in CI. */
  snap(picture: string): Promise<void>;
}

/** Starts a journey; `name` is the folder of its pictures. */
export async function startJourney(name: string, office: string): Promise<Journey> {
  const folder = path.join(PICTURES, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const browser = await launchBrowser();
  let pictures = 0;
  const fileFor = (picture: string) =>
    path.join(folder, `${String(++pictures).padStart(2, '0')}-${picture}.png`);
  return {
    browser,
    async person(habits = {}) {
      const { refusals = [], office: own = office, ...options } = habits;
      const context = await browser.newContext({
        baseURL: own,
        viewport: DESK,
        locale: 'vi-VN',
        timezoneId: 'Asia/Ho_Chi_Minh',
        reducedMotion: 'reduce',
        ...options,
      });
      context.setDefaultTimeout(30_000);
      let stand: Promise<Page> | undefined;
      const twin =
        options.javaScriptEnabled === false
          ? () => (stand ??= openTwin({ ...options, baseURL: own }))
          : undefined;
      return dress(context, { office: own, refusals, fileFor, twin });
    },
    end: () => browser.close(),
  };

  async function openTwin(options: BrowserContextOptions): Promise<Page> {
    const context = await browser.newContext({ ...options, javaScriptEnabled: true });
    return await context.newPage();
  }
}

interface Watching {
  readonly office: string;
  readonly refusals: readonly number[];
  readonly fileFor: (picture: string) => string;
  /** For who goes without script: where axe, a script itself, can look at the same page. */
  readonly twin: (() => Promise<Page>) | undefined;
}

async function dress(
  context: BrowserContext,
  { office, refusals, fileFor, twin }: Watching,
): Promise<Person> {
  const page = await context.newPage();
  const incidents = watch(context, new URL(office).origin, refusals);
  const snap = async (picture: string) => {
    await page.screenshot({ path: fileFor(picture), fullPage: true, animations: 'disabled' });
  };
  const look = async (picture?: string) => {
    await page.waitForLoadState('load');
    const faults = [
      ...(await faultsOfPage(page)),
      ...(twin ? await axeFaultsOfTwin(page, await twin()) : await axeFaults(page)),
    ];
    const all = new Set([...incidents.splice(0), ...faults]);
    if (picture && (KEEPS_ALL || all.size > 0)) await snap(picture);
    if (all.size === 0) return;
    const shown = [...all].slice(0, SHOWN).map((fault) => `  - ${fault}`);
    throw new Error(`${page.url()}: ${all.size} faults\n${shown.join('\n')}`);
  };
  return {
    page,
    context,
    snap: (picture) => (KEEPS_ALL ? snap(picture) : Promise.resolve()),
    look,
    async visit(address, picture) {
      await page.goto(address);
      await look(picture);
    },
  };
}
