// Legal bases as a cell of a list names them: one a line, or parted by semicolons.
import { collapse } from '#lib/vietnam/index.ts';
import type { LegalBasis } from '../record/record.ts';

/** A symbol, also where the source broke its line after a hyphen: `14/2020/NQ- HĐND`. */
const SYMBOL =
  /\d+\/(?:\d{4}\/)?\p{Lu}[\p{L}\d]*(?:-\p{Lu}[\p{L}\d]*|-\s\p{Lu}[\p{Lu}\d]+(?!\p{Ll}))*/u;

/** The bases in their order, each with its symbol where the words carry one. */
export function basesOf(cell: string): LegalBasis[] {
  return cell.split(/[\n;]/).flatMap((line) => {
    const title = collapse(line).replace(/^[-–+•*\s]+|\.$/gu, '');
    if (title === '') return [];
    const code = SYMBOL.exec(title)?.[0].replace(/\s/g, '');
    return [{ ...(code !== undefined && { code }), title }];
  });
}
