// Keeping the forms of a procedure. They are public at once, so the privacy guard looks at what they are
// called, how they are explained and, as far as it can be read, what stands in them.
import {
  accountOf,
  fileNameFor,
  findPersonalData,
  isId,
  nameHit,
  personalDataNames,
} from '#lib/platform/index.ts';
import { newId, registerFile, type StoredFile, type Tx } from '#lib/platform/index.server.ts';
import { procedureError } from '../errors.ts';
import type { ProcedureFormData } from '../events.ts';
import { requireCan } from '../permissions.ts';
import { procedureId } from '../versions/procedure-id.server.ts';
import type { ProcedureFormFacts } from './form.ts';

export interface NewForm {
  readonly facts: ProcedureFormFacts;
  readonly file: StoredFile;
  /** The words in the file; empty where it is a picture of a page. */
  readonly words: string;
}

/**
 * Attaches a form.
 * @returns its id
 * @throws LoaError `access.denied`, `procedure.unknown`, `procedure.personal-data`,
 *   `procedure.form-personal-data` until the officer says that nobody real is meant
 */
export async function addForm(tx: Tx, code: string, { facts, file, words }: NewForm) {
  requireCan(tx.actor, 'procedure.guide', {});
  const { 'ten-mau': name, 'loai-mau': kind, 'cach-dien': hint, 'da-xem': isSeen } = facts;
  const said = findPersonalData(`${name}\n${hint}`)[0];
  if (said) {
    const found = personalDataNames[said.kind];
    throw procedureError('procedure.personal-data', { field: 'Cách điền', found }, 'cach-dien');
  }
  const hits = findPersonalData(words);
  if (hits.length > 0 && isSeen !== '1') {
    const found = [...new Set(hits.map(nameHit))];
    const details = { found: found.slice(0, 5).join(', ') };
    throw procedureError('procedure.form-personal-data', details, 'da-xem');
  }
  await requireKnown(tx, code);
  await registerFile(tx, file);
  const id = newId();
  await tx.db
    .insertInto('procedure_form')
    .values({
      commune_id: tx.communeId,
      id,
      code,
      name,
      kind,
      hint,
      file_sha256: file.sha256,
      file_name: file.name.slice(0, 200),
      added_at: tx.now,
      added_by: accountOf(tx.actor),
    })
    .execute();
  record(tx, 'procedure.form-added', { code, form: id, file: file.sha256 });
  return id;
}

/** Takes a form off the page; its file stays for the record. @throws LoaError `procedure.form-unknown` */
export async function removeForm(tx: Tx, id: string): Promise<void> {
  requireCan(tx.actor, 'procedure.guide', {});
  if (!isId(id)) throw procedureError('procedure.form-unknown');
  const row = await tx.db
    .updateTable('procedure_form')
    .set({ removed_at: tx.now })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .returning(['code', 'file_sha256'])
    .executeTakeFirst();
  if (!row) throw procedureError('procedure.form-unknown');
  record(tx, 'procedure.form-removed', { code: row.code, form: id, file: row.file_sha256 });
}

/** The file of a form that is on the page of this procedure. Public. */
export async function findFormFile(
  tx: Tx,
  code: string,
  id: string,
): Promise<StoredFile | undefined> {
  if (!isId(id)) return undefined;
  const row = await tx.db
    .selectFrom('procedure_form as form')
    .innerJoin('stored_file as file', (join) =>
      join
        .onRef('file.commune_id', '=', 'form.commune_id')
        .onRef('file.sha256', '=', 'form.file_sha256'),
    )
    .select(['form.name', 'file.sha256', 'file.size', 'file.media_type'])
    .where('form.id', '=', id)
    .where('form.code', '=', code)
    .where('form.removed_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const { sha256, size, media_type: mediaType } = row;
  return { sha256, size, mediaType, name: fileNameFor(row.name, mediaType) };
}

async function requireKnown(tx: Tx, code: string): Promise<void> {
  const known = await tx.db
    .selectFrom('procedure_version')
    .select('code')
    .where('code', '=', code)
    .limit(1)
    .executeTakeFirst();
  if (!known) throw procedureError('procedure.unknown', { code });
}

function record(
  tx: Tx,
  kind: 'procedure.form-added' | 'procedure.form-removed',
  data: ProcedureFormData,
): void {
  const subject = { type: 'procedure', id: procedureId(tx, data.code) };
  tx.record({ kind, subject, data: { ...data } });
}
