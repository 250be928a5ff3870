// Watches everything a person's windows ask for and complain about, whatever page they are on.
import type { BrowserContext } from 'playwright-core';

// Every refused answer is reported here too, without saying which; answers are watched themselves.
const ANSWER_REPORTS = /^Failed to load resource/;

/**
 * Notes console errors (a broken content security policy is one), script errors, failed or foreign
 * requests and refused answers. The list fills while the person goes on.
 */
export function watch(
  context: BrowserContext,
  origin: string,
  refusals: readonly number[],
): string[] {
  const incidents: string[] = [];
  context.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    if (!ANSWER_REPORTS.test(message.text())) incidents.push(`console: ${message.text()}`);
  });
  context.on('weberror', (failure) => incidents.push(`script: ${failure.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol === 'data:' || url.protocol === 'blob:') return;
    if (url.origin !== origin) incidents.push(`request to another host: ${request.url()}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'no reason';
    // What a person leaves behind by going on, or takes home as a download, is given up by the browser.
    if (reason !== 'net::ERR_ABORTED') incidents.push(`request failed: ${request.url()} ${reason}`);
  });
  context.on('response', (response) => {
    const status = response.status();
    if (status < 400 || refusals.includes(status)) return;
    incidents.push(`answer ${status}: ${response.request().method()} ${response.url()}`);
  });
  return incidents;
}
