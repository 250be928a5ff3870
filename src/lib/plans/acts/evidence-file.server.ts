// Which stored file a reader may open as evidence: at the desk by permission, on the portal when public.
import { findFile, listUnitLinks, type StoredFile, type Tx } from '#lib/platform/index.server.ts';
import { successorsOf } from '#lib/platform/index.ts';
import { can } from '../permissions.ts';
import { publicFileName } from '../public-name.ts';

/** The file, or its web size, when some act that shows it may be seen by the actor. */
export async function findEvidenceFile(tx: Tx, sha256: string): Promise<StoredFile | undefined> {
  const shown = await selectShown(tx, [sha256]);
  const units = await listUnitLinks(tx);
  const opens = shown.some((evidence) =>
    can(tx.actor, 'evidence.see', {
      unitId: evidence.unit_id,
      successorIds: successorsOf(units, evidence.unit_id),
      listsPeople: evidence.kind === 'attendance-list',
    }),
  );
  return opens ? findFile(tx, sha256) : undefined;
}

/** The file when it is public evidence of a public act that stands. */
export async function findPublicEvidenceFile(
  tx: Tx,
  sha256: string,
): Promise<StoredFile | undefined> {
  const [open] = await findPublicEvidence(tx, [sha256]);
  const file = open === undefined ? undefined : await findFile(tx, sha256);
  return file && { ...file, name: publicFileName(file.name) };
}

/** Those of these files that are public evidence of public acts that stand. */
export async function findPublicEvidence(
  tx: Tx,
  files: readonly string[],
): Promise<readonly string[]> {
  const shown = await selectShown(tx, files);
  const open = shown.filter(
    (evidence) =>
      evidence.removed_at === null &&
      evidence.withdrawn_at === null &&
      evidence.is_public &&
      evidence.act_is_public,
  );
  return [...new Set(open.flatMap(({ opens }) => opens))];
}

/** Evidence that shows these files, or whose web size they are; `opens` are the files of them it opens. */
async function selectShown(tx: Tx, files: readonly string[]) {
  const asked = files.filter((sha256) => /^[0-9a-f]{64}$/.test(sha256));
  if (asked.length === 0) return [];
  const originals = await tx.db
    .selectFrom('stored_picture')
    .select(['sha256', 'web_sha256'])
    .where('web_sha256', 'in', asked)
    .execute();
  const rows = await tx.db
    .selectFrom('evidence')
    .innerJoin('act', (join) =>
      join
        .onRef('act.commune_id', '=', 'evidence.commune_id')
        .onRef('act.id', '=', 'evidence.act_id'),
    )
    .select([
      'evidence.file_sha256',
      'evidence.kind',
      'evidence.removed_at',
      'evidence.is_public',
      'act.unit_id',
      'act.is_public as act_is_public',
      'act.withdrawn_at',
    ])
    .where('evidence.file_sha256', 'in', [...asked, ...originals.map(({ sha256 }) => sha256)])
    .execute();
  return rows.map((row) => ({
    ...row,
    opens: [
      ...asked.filter((sha256) => sha256 === row.file_sha256),
      ...originals.flatMap(({ sha256, web_sha256: web }) =>
        sha256 === row.file_sha256 ? [web] : [],
      ),
    ],
  }));
}
