// The browser of the journeys: the machine's Chromium, without a window's frame where it is there so (it takes a
// third less of the processor), or the one that comes from npm.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Nothing may leave the machine: a page that asks another host fails its journey. */
const ARGS = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-sandbox',
  '--disable-gpu',
];

/** Starts a browser; the caller closes it. `LOA_CHROMIUM` names another program. */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env.LOA_CHROMIUM;
  const installed = own ? [own] : INSTALLED;
  const executablePath = installed.find((file) => existsSync(file));
  if (executablePath) return await chromium.launch({ executablePath, args: ARGS });
  const { default: packaged } = await import('@sparticuz/chromium');
  return await chromium.launch({
    executablePath: await packaged.executablePath(),
    args: [...packaged.args, ...ARGS],
  });
}
