// What a document must have at its head and at its end before it goes out.
import { finding, type Finding } from '../findings.ts';
import type { ReadDocument } from '../reading.ts';

/**
 * Blank number or day, an impossible day, a missing signature. Only where there is a head at all.
 * A letter of thanks has no number, and neither it nor a contract is sent to a list.
 */
export function checkHeader({ document, inner }: ReadDocument): Finding[] {
  const { header } = inner;
  if (header.span === null) return [];
  const findings: Finding[] = [];
  const isLetterOfThanks = document.type === 'ThC';
  if (document.number === null && !isLetterOfThanks)
    findings.push(finding('header.no-number', header.numberSpan ?? header.span));
  if (header.impossibleDate)
    findings.push(finding('header.impossible-date', header.impossibleDate));
  else if (document.date === null)
    findings.push(finding('header.no-date', header.dateSpan ?? header.span));
  const end: [number, number] = [inner.span[1], inner.span[1]];
  const named = typeof document.signer?.name === 'string';
  if (!named && !inner.signed) {
    findings.push(finding('signature.missing', inner.signerSpan ?? end));
  }
  if (document.recipients.length === 0 && !isLetterOfThanks && document.type !== 'HĐ')
    findings.push(finding('recipients.missing', end));
  return findings;
}
