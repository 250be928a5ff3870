// Addresses of a procedure's pages.

/** `/thu-tuc/1.001193` */
export function procedureUrl(code: string): string {
  return `/thu-tuc/${code}`;
}

/** `/thu-tuc/1.001193/mau/0190…`: the file of a form. */
export function formUrl(code: string, formId: string): string {
  return `${procedureUrl(code)}/mau/${formId}`;
}
