// Addresses of a procedure's pages.

/** `/thu-tuc/1.001193` */
export function procedureUrl(code: string): string {
  return `/thu-tuc/${code}`;
}
