// The number of an urging letter: taken from the outgoing register when the letter is signed, given back
// with a reason when it never went out.
import { paperToNumber } from '#lib/documents/index.ts';
import { cancelNumber, findNumberOf, takeNumber } from '#lib/documents/index.server.ts';
import { takeTurns, type Tx } from '#lib/platform/index.server.ts';
import { formatDate } from '#lib/vietnam/index.ts';
import { requireCan } from '../permissions.ts';
import { urgingError } from './errors.ts';
import { CancelUrgingNumber, NumberUrging } from './urging.ts';
import { getUrging, writeUrging } from './urging.server.ts';

/** @returns number and symbol @throws LoaError `access.*`, `urging.*`, `outgoing.*` */
export async function numberUrging(tx: Tx, input: NumberUrging): Promise<string> {
  requireCan(tx.actor, 'urging.number', {});
  const { id, issuedOn } = NumberUrging.parse(input);
  // Two at once: the second finds the number of the first.
  await takeTurns(tx);
  const urging = await getUrging(tx, id);
  const held = await findNumberOf(tx, { type: 'urging', id });
  if (held) throw urgingError('urging.numbered', { code: held.code });
  if (issuedOn < urging.day) {
    throw urgingError('urging.numbered-before', { day: formatDate(urging.day) }, 'issuedOn');
  }
  const letter = await writeUrging(tx, urging);
  const { code } = await takeNumber(tx, paperToNumber(letter, issuedOn), { type: 'urging', id });
  return code;
}

/** The number stays in the register with the reason; the letter may take another one. @throws LoaError `access.*`, `urging.*`, `outgoing.*` */
export async function cancelUrgingNumber(tx: Tx, input: CancelUrgingNumber): Promise<void> {
  requireCan(tx.actor, 'urging.number', {});
  const { id, reason } = CancelUrgingNumber.parse(input);
  const subject = { type: 'urging', id };
  const held = await findNumberOf(tx, subject);
  if (!held) throw urgingError('urging.not-numbered');
  await cancelNumber(tx, held.id, { reason }, subject);
}
