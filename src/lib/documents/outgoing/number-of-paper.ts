// What the outgoing register writes down of a paper that Loa wrote itself.
import { authorityLines } from '../writing/set-document.ts';
import type { WrittenDocument } from '../writing/official-document.ts';
import type { PaperToNumber } from './outgoing.ts';

/** The paper as it asks for its number on its day. */
export function paperToNumber(paper: WrittenDocument, issuedOn: string): PaperToNumber {
  const { type, about, signatory, recipients } = paper;
  return {
    type,
    symbol: paper.symbol ?? `${type}-UBND`,
    issuedOn,
    title: about,
    // "TM. ỦY BAN NHÂN DÂN; CHỦ TỊCH"
    signer: [...authorityLines(signatory), signatory.title.toUpperCase()].join('; '),
    recipients: recipients.join('\n'),
    copies: '',
  };
}
