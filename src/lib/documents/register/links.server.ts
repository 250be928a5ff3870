// Links between documents of the register. A citation finds its document when either of the two comes
// into the register, whichever is later.
import { newId, type Tx } from '#lib/platform/index.server.ts';
import { codeKey, isSameDocument } from './codes.ts';
import type { RegisterEntry } from './entry.ts';
import type { DocumentLinkedData } from './events.ts';
import type { Relation } from './relations.ts';

interface Candidate {
  readonly id: string;
  readonly code: string;
  readonly issuedOn: string | null;
  readonly issuer: string | null;
}

/** Registered documents with one of these codes. */
export async function listByCodes(tx: Tx, codes: readonly string[]): Promise<Candidate[]> {
  if (codes.length === 0) return [];
  const rows = await tx.db
    .selectFrom('register_entry')
    .select(['id', 'code', 'issued_on', 'agency'])
    .where('code_key', 'in', [...new Set(codes.map(codeKey))])
    .where('status', '=', 'registered')
    .orderBy('id')
    .execute();
  return rows.flatMap(({ id, code, issued_on, agency }) =>
    code === null ? [] : [{ id, code, issuedOn: issued_on, issuer: agency }],
  );
}

/** Writes the links of an entry anew from what its draft cites. @returns how many there are */
export async function writeLinks(tx: Tx, entry: RegisterEntry): Promise<number> {
  await tx.db.deleteFrom('document_link').where('entry_id', '=', entry.id).execute();
  const cited = entry.draft.references.filter(({ dropped }) => !dropped);
  if (cited.length === 0) return 0;
  const candidates = await listByCodes(
    tx,
    cited.map(({ code }) => code),
  );
  // Naming another five times, a document still does to it one thing: the first mention stands for all.
  const done = new Set<string>();
  const rows = cited.flatMap((reference, position) => {
    const named = { code: reference.code, issuedOn: reference.date, issuer: reference.issuer };
    const target = candidates.find((one) => one.id !== entry.id && isSameDocument(named, one));
    const what = target?.id ?? [codeKey(named.code), named.issuedOn, named.issuer].join(' ');
    const doing = `${reference.relation} ${what}`;
    if (done.has(doing)) return [];
    done.add(doing);
    return {
      commune_id: tx.communeId,
      id: newId(),
      entry_id: entry.id,
      position,
      relation: reference.relation,
      type: reference.type,
      code: reference.code,
      code_key: codeKey(reference.code),
      issued_on: reference.date,
      issuer: reference.issuer,
      span_start: reference.span?.[0] ?? null,
      span_end: reference.span?.[1] ?? null,
      target_id: target?.id ?? null,
    };
  });
  await tx.db.insertInto('document_link').values(rows).execute();
  return rows.length;
}

/**
 * Earlier citations that meant this entry and found nothing, or that meant it before it was corrected. Of two
 * that only now turn out to mean one document, the first stays.
 */
export async function linkWaiting(tx: Tx, entry: RegisterEntry): Promise<void> {
  const rows = await tx.db
    .selectFrom('document_link')
    .select(['id', 'entry_id', 'relation', 'code', 'issued_on', 'issuer', 'target_id'])
    .where((eb) =>
      eb.or([
        eb('target_id', '=', entry.id),
        eb.and([
          eb('target_id', 'is', null),
          eb('code_key', '=', entry.code === null ? '' : codeKey(entry.code)),
        ]),
      ]),
    )
    .where('entry_id', '<>', entry.id)
    .orderBy('id')
    .execute();
  const { facts } = entry.draft;
  const issuer = [facts.agency.value, facts.agencyParent.value].filter(Boolean).join(' – ') || null;
  const linked = new Set<string>();
  for (const row of rows) {
    const cited = { code: row.code, issuedOn: row.issued_on, issuer: row.issuer };
    const own = entry.code && { code: entry.code, issuedOn: entry.issuedOn, issuer };
    const isMeant = own ? isSameDocument(cited, own) : false;
    const doing = `${row.entry_id} ${row.relation}`;
    if (isMeant && linked.has(doing)) {
      await tx.db.deleteFrom('document_link').where('id', '=', row.id).execute();
      continue;
    }
    if (isMeant) linked.add(doing);
    if (isMeant === (row.target_id !== null)) continue;
    await tx.db
      .updateTable('document_link')
      .set({ target_id: isMeant ? entry.id : null })
      .where('id', '=', row.id)
      .execute();
    if (!isMeant) continue;
    tx.record({
      kind: 'document.linked',
      subject: { type: 'document', id: row.entry_id },
      data: {
        target: entry.id,
        relation: row.relation as Relation,
      } satisfies DocumentLinkedData,
    });
  }
}
