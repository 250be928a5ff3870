// Codes of procedures: a base code of the country, and what an agency's own system adds to it.

export interface ProcedureCode {
  /** `1.001193` */
  readonly base: string;
  /** `000.00.00.H22`, `H06`; null where the code stands alone. */
  readonly suffix: string | null;
}

const WHOLE = /^(\d\.\d{6})(?:\.((?:\d{2,3}\.)*[A-Z]\d{2}(?:\.\d+)*|\d{3}(?:\.\d{2})*))?$/;

/**
 * Reads a code as a whole: `1.000689.000.00.00.H22` is base `1.000689`, suffix `000.00.00.H22`.
 * @returns `undefined` for what is no code of a procedure
 */
export function readProcedureCode(text: string): ProcedureCode | undefined {
  const found = WHOLE.exec(text.trim());
  return found?.[1] ? { base: found[1], suffix: found[2] ?? null } : undefined;
}

/** Codes anywhere in a text, with their place. */
export function findProcedureCodes(text: string): { code: ProcedureCode; at: number }[] {
  const pattern = /(?<![\d.])\d\.\d{6}(?:\.(?:\d{2,3}\.)*[A-Z]\d{2})?(?![\d])/g;
  return [...text.matchAll(pattern)].flatMap((match) => {
    const code = readProcedureCode(match[0]);
    return code ? [{ code, at: match.index }] : [];
  });
}

/** The way back: the code as its source wrote it. */
export function joinProcedureCode({ base, suffix }: ProcedureCode): string {
  return suffix === null ? base : `${base}.${suffix}`;
}
