// What a first visit fetches, as it came through the wire.
import type { BrowserContext, Page } from 'playwright-core';

/** Everything the page fetches with its bytes, headers included, counted by the browser. */
export async function weigh(
  page: Page,
  context: BrowserContext,
  address: string,
): Promise<{ path: string; bytes: number }[]> {
  const parts: { path: string; bytes: number }[] = [];
  const paths = new Map<string, string>();
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  await wire.send('Network.clearBrowserCache');
  wire.on('Network.responseReceived', ({ requestId, response }) => {
    paths.set(requestId, new URL(response.url).pathname);
  });
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    parts.push({ path: paths.get(requestId) ?? requestId, bytes: encodedDataLength });
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await wire.detach();
  return parts;
}
