// Links of the register as documents and lines to draw.
import {
  isSameDocument,
  type GraphDocument,
  type GraphLink,
  type Validity,
} from '#lib/documents/index.ts';
import type { LinkRow } from '#lib/documents/index.server.ts';

interface Linked {
  readonly documents: readonly GraphDocument[];
  readonly links: readonly GraphLink[];
}

/**
 * The documents that links run between; a cited one that isn't in the register is drawn too.
 * @param known registered documents by id
 */
export function gather(
  rows: readonly LinkRow[],
  known: ReadonlyMap<
    string,
    { code: string | null; title: string; issuedOn: string | null; validity: Validity | undefined }
  >,
  chosen?: string,
): Linked {
  const documents = new Map<string, GraphDocument>();
  const unknown: { id: string; row: LinkRow }[] = [];
  const add = (id: string): string => {
    const document = known.get(id);
    if (!document || documents.has(id)) return id;
    const state = document.validity?.state ?? 'unknown';
    const ended = state === 'expired' || state === 'replaced' || state === 'abolished';
    documents.set(id, {
      id,
      label: document.code ?? document.title,
      title: document.title,
      href: `/lam-viec/van-ban/${id}`,
      issuedOn: document.issuedOn,
      look: id === chosen ? 'chosen' : ended ? 'ended' : 'known',
    });
    return id;
  };
  const links = rows.map((row): GraphLink => {
    const from = add(row.from.id);
    if (row.target) return { from, to: add(row.target), relation: row.relation };
    const same = unknown.find((one) => isSameDocument(one.row, row));
    const id = same?.id ?? row.id;
    if (!same) {
      unknown.push({ id, row });
      documents.set(id, {
        id,
        label: row.code,
        title: 'chưa có trong sổ',
        href: null,
        issuedOn: row.issuedOn,
        look: 'unknown',
      });
    }
    return { from, to: id, relation: row.relation };
  });
  return { documents: [...documents.values()], links };
}
