// Citations held against the register: a text that was no longer in force on the document's day.
import { formatDate, isPlainDate } from '#lib/vietnam/index.ts';
import { makeFinding, REGISTER_RULES, type Finding } from '../findings.ts';
import type { Span } from '../spans.ts';
import { validityNames, type Validity } from '../register/validity.ts';

interface CitedText {
  readonly reference: {
    readonly code: string;
    readonly span: Span | null;
    readonly relation?: string;
  };
  /** What the register knows of it; `null` where it isn't there. */
  readonly validity: Validity | null;
}

/** Findings about cited texts that the register knows as ended. One that is ended here is meant to be. */
export function checkAgainstRegister(cited: readonly CitedText[]): Finding[] {
  return cited.flatMap(({ reference, validity }) => {
    const { code, span, relation } = reference;
    if (!validity || !['expired', 'replaced', 'abolished'].includes(validity.state)) return [];
    if (relation === 'replaces' || relation === 'abolishes') return [];
    const since =
      validity.since && isPlainDate(validity.since) ? ` từ ${formatDate(validity.since)}` : '';
    const state = `${validityNames[validity.state].toLowerCase()}${since}`;
    const rule = REGISTER_RULES['reference.not-in-force'];
    return [makeFinding('reference.not-in-force', rule, span ?? [0, 0], { code, state })];
  });
}
