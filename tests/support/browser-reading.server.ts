// How a page is met without seeing it: in the order of its outline, and in the order of the Tab key.
import type { Page } from 'playwright-core';

/**
 * What a screen reader is told of the page, as text that can be kept and compared. Left out is what
 * changes by itself: the access counter's figures.
 */
export async function outlineOf(page: Page): Promise<string> {
  const outline = await page.locator('body').ariaSnapshot();
  const steady = outline.replace(/(Đang xem|Đang truy cập|Hôm nay|Tổng).*\d[\d.]*/g, '$1 …');
  return `${steady}\n`;
}

/** Where the Tab key stops, as "role: name", from the top of the page. */
export async function focusOrder(page: Page, stops: number): Promise<string[]> {
  const order: string[] = [];
  for (let stop = 0; stop < stops; stop++) {
    await page.keyboard.press('Tab');
    order.push(
      await page.evaluate(() => {
        const focused = document.activeElement;
        if (!focused || focused === document.body) return 'end of the page';
        const label = focused.id ? document.querySelector(`label[for="${focused.id}"]`) : null;
        const name =
          focused.getAttribute('aria-label') ?? label?.textContent ?? focused.textContent ?? '';
        return `${focused.tagName.toLowerCase()}: ${name.replace(/\s+/g, ' ').trim()}`;
      }),
    );
  }
  return order;
}
