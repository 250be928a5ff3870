/** Which page numbers a pager shows: the ends, the current page and its neighbours. */

/** Numbers from 1 to `pages`; `null` stands where some are left out. */
export function listPages(page: number, pages: number): (number | null)[] {
  const wanted = new Set([1, page - 1, page, page + 1, pages]);
  const shown = [...wanted].filter((n) => n >= 1 && n <= pages).sort((a, b) => a - b);
  return shown.flatMap((n, i) => {
    const before = shown[i - 1];
    if (before === undefined || n === before + 1) return [n];
    // A gap of one page is no gap: the page itself takes no more room than the dots.
    return n === before + 2 ? [n - 1, n] : [null, n];
  });
}
