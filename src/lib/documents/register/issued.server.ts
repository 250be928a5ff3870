// Documents the office issued itself: they come into the register with what is known of them, without
// being read back from their own paper.
import { registerFile, type StoredFile, type Tx } from '#lib/platform/index.server.ts';
import { requireCan } from '../permissions.ts';
import { splitCode } from './codes.ts';
import { emptyDraft, type DraftReference, type FactName } from './draft.ts';
import { getEntry, insertEntry, registerEntry } from './entries.server.ts';

export interface IssuedDocument {
  readonly facts: Partial<Record<FactName, string | null>>;
  readonly code: string;
  readonly references: readonly Omit<DraftReference, 'key' | 'span' | 'dropped'>[];
  /** The signed copy, where it is one file. */
  readonly file: StoredFile | null;
  readonly field: string;
}

/** Puts an issued document into the register. @returns the entry's id @throws LoaError `document.*` */
export async function registerIssued(tx: Tx, issued: IssuedDocument): Promise<string> {
  requireCan(tx.actor, 'document.register', {});
  if (issued.file) await registerFile(tx, issued.file);
  const draft = {
    ...emptyDraft({ ...issued.facts, ...splitCode(issued.code) }),
    references: issued.references.map((reference, at) => ({
      ...reference,
      key: `r${String(at + 1)}`,
      span: null,
      dropped: false,
    })),
  };
  const id = await insertEntry(tx, { draft, document: null, file: issued.file });
  await registerEntry(tx, {
    id,
    version: 1,
    facts: {
      direction: 'own',
      arrivedOn: null,
      field: issued.field,
      inForceOn: null,
      expiresOn: null,
      replacedBy: null,
    },
  });
  return id;
}

/** Says that an issued document was recalled and holds no longer. @throws LoaError `document.*` */
export async function endIssued(tx: Tx, id: string): Promise<void> {
  const entry = await getEntry(tx, id);
  await registerEntry(tx, {
    id,
    version: entry.version,
    facts: { ...entry, expiresOn: tx.today },
  });
}
