// What a procedure rests on, held against the register of documents: which basis is there, and which has
// ended while the procedure still names it.
import {
  findCited,
  findPublicCited,
  listEntries,
  type KnownReference,
} from '#lib/documents/index.server.ts';
import {
  hasEnded,
  isSameDocument,
  publicDocumentUrl,
  validityNames,
  type ValidityState,
} from '#lib/documents/index.ts';
import { oneUntilNextEvent, onceUntilNextEvent, type Tx } from '#lib/platform/index.server.ts';
import { requireCan } from '../permissions.ts';
import { basisDay } from '../record/written-values.ts';
import { said, type LegalBasis, type ProcedureRecord } from '../record/record.ts';
import { listProcedures, type PublicProcedure } from '../versions/register.server.ts';
import { readRecords } from '../versions/versions.server.ts';

export interface KnownBasis extends KnownReference {
  readonly code: string;
  readonly name: string;
  /** "Còn hiệu lực"; empty where the register doesn't know the document. */
  readonly stateName: string;
  readonly hasEnded: boolean;
}

/** The bases of a record in its order, each with what the register knows. For those who work here. */
export async function readBases(tx: Tx, record: ProcedureRecord): Promise<KnownBasis[]> {
  requireCan(tx.actor, 'procedure.see-changes', {});
  const known = await findCited(tx, record.bases.map(namedBy), tx.today);
  return record.bases.map((basis, at): KnownBasis => {
    const found = known[at] ?? { entry: null, title: null, validity: null };
    const code = said(basis.code) ?? '';
    return {
      ...found,
      code,
      name: said(basis.title) ?? code,
      stateName: found.validity ? validityNames[found.validity.state] : '',
      hasEnded: found.validity !== null && hasEnded(found.validity),
    };
  });
}

export interface PublicBasis {
  readonly code: string;
  readonly title: string;
  /** YYYY-MM-DD, or as the source writes it; empty where it doesn't say. */
  readonly issuedOn: string;
  readonly agency: string;
  /** Its page here, where it is public. */
  readonly href: string | null;
  /** Set where it has ended: how, since when, and what took its place. */
  readonly ended: {
    readonly how: ValidityState;
    readonly since: string | null;
    readonly by: { readonly code: string; readonly href: string | null } | null;
  } | null;
}

/**
 * The bases of a procedure as everybody may know them on a day; those that have ended say so. Shared and
 * kept until something happens in the commune: nobody may change it.
 */
export function readPublicBases(
  tx: Tx,
  { version, record }: Pick<PublicProcedure, 'version' | 'record'>,
  day: string,
): Promise<readonly PublicBasis[]> {
  const key = `${version.code} ${version.number} ${day}`;
  return oneUntilNextEvent(tx, 'procedure-bases', key, async () => {
    const known = await findPublicCited(tx, record.bases.map(namedBy), day);
    return record.bases.map((basis, at): PublicBasis => {
      const found = known[at];
      const page = (slug: string | null | undefined) => (slug ? publicDocumentUrl(slug) : null);
      const by = found?.endedBy;
      return {
        code: said(basis.code) ?? '',
        title: said(basis.title) ?? '',
        issuedOn: basisDay(basis) ?? said(basis.issuedOn) ?? '',
        agency: said(basis.agency) ?? '',
        href: page(found?.slug),
        ended:
          found?.state && found.hasEnded
            ? {
                how: found.state,
                since: found.since,
                by: by ? { code: by.code, href: page(by.slug) } : null,
              }
            : null,
      };
    });
  });
}

export interface OnEndedBasis {
  readonly code: string;
  readonly title: string;
  readonly documents: readonly {
    readonly id: string;
    readonly code: string;
    readonly why: string;
  }[];
}

/** So many ended documents are held against the register; an office has far fewer. */
const MOST_ENDED = 1000;

/** Procedures in force that name a document which has ended. */
export function listOnEndedBases(tx: Tx): Promise<readonly OnEndedBasis[]> {
  requireCan(tx.actor, 'procedure.see-changes', {});
  return onceUntilNextEvent(tx, 'procedures-on-ended', '', async () => {
    const { entries } = await listEntries(
      tx,
      tx.today,
      { force: 'ended' },
      { size: MOST_ENDED, start: 0 },
    );
    const ended = entries.flatMap(({ id, code, issuedOn, agency, validity }) =>
      code === null
        ? []
        : [{ id, code, issuedOn, issuer: agency, why: validity.reasons.at(-1) ?? '' }],
    );
    if (ended.length === 0) return [];
    const versions = await listProcedures(tx);
    const records = await readRecords(
      tx,
      versions.map(({ recordSha256 }) => recordSha256),
    );
    return versions.flatMap(({ code, title, recordSha256 }) => {
      const bases = records.get(recordSha256)?.bases ?? [];
      const documents = ended.filter((one) =>
        bases.some((basis) => isSameDocument(namedBy(basis), one)),
      );
      return documents.length === 0 ? [] : [{ code, title, documents }];
    });
  });
}

function namedBy(basis: LegalBasis) {
  return {
    code: said(basis.code) ?? '',
    issuedOn: basisDay(basis),
    issuer: said(basis.agency) ?? null,
  };
}
