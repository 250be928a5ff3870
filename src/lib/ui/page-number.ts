// Which page of a list an address asks for.

export const PAGE_SIZE = 20;

/** Page numbers from 1; anything else in the address is the first page. */
export function pageNumber(url: URL): number {
  const given = Number(url.searchParams.get('trang') ?? '1');
  return Number.isSafeInteger(given) && given >= 1 && given <= 10_000 ? given : 1;
}

/** How many pages a list has; an empty one has one. */
export function pageCount(total: number, size = PAGE_SIZE): number {
  return Math.max(1, Math.ceil(total / size));
}

/** The address of another page of the list whose choices `params` holds. */
export function pageHref(params: Iterable<[string, string]>, page: number): string {
  const others = [...params].filter(([name]) => name !== 'trang');
  return `?${new URLSearchParams([...others, ['trang', String(page)]])}`;
}
