// One evidence for several acts: what a unit sent once is chosen again for another act. The bytes stay where
// they are, under the same digest; each act says where else they prove something.
import { findWebPicture, requestWebPicture, type Tx } from '#lib/platform/index.server.ts';
import { isId, pictureTypes, platformError } from '#lib/platform/index.ts';
import { can, requireCan, type PlansSubject } from '../permissions.ts';
import { actError } from './errors.ts';
import { writeEvidence } from './evidence.server.ts';
import { MAX_EVIDENCE, ReuseEvidence } from './record-act.ts';
import { reportingSubject } from './reporting.server.ts';

/** The newest of a unit are offered; older ones are found through their act. */
const OFFERED = 24;

export interface ReusableEvidence {
  readonly id: string;
  readonly kind: string;
  readonly caption: string;
  readonly name: string;
  readonly sha256: string;
  /** Its size for the screen, where it is a picture. */
  readonly web: { readonly sha256: string; readonly width: number; readonly height: number } | null;
  /** The act it was sent for. */
  readonly act: { readonly id: string; readonly title: string; readonly day: string };
}

/** Files that acts of the same unit have and this one hasn't, newest first, each file once. */
export async function listReusableEvidence(tx: Tx, actId: string): Promise<ReusableEvidence[]> {
  requireCan(tx.actor, 'act.see', {});
  const { subject, rows } = await readOffered(tx, actId);
  const seen = new Set<string>();
  const offered: ReusableEvidence[] = [];
  for (const row of rows) {
    if (offered.length >= OFFERED) break;
    if (seen.has(row.sha256) || !opens(tx, subject, row.kind)) continue;
    seen.add(row.sha256);
    const web = await findWebPicture(tx, row.sha256);
    offered.push({
      ...{ id: row.id, kind: row.kind, caption: row.caption, name: row.name, sha256: row.sha256 },
      web: web ?? null,
      act: { id: row.act_id, title: row.title, day: row.happened_on },
    });
  }
  return offered;
}

/**
 * Makes files that were sent for other acts of the unit evidence of this one too, for the office's own eyes:
 * what is to be public is said anew. What the act has already is passed over.
 * @throws LoaError `evidence.not-offered`, `act.withdrawn`, `access.*`
 */
export async function reuseEvidence(tx: Tx, input: ReuseEvidence): Promise<void> {
  const { actId, evidence } = ReuseEvidence.parse(input);
  const { subject, withdrawn, rows } = await readOffered(tx, actId);
  requireCan(tx.actor, 'evidence.add', subject);
  if (withdrawn) throw actError('act.withdrawn');
  const taken = new Set<string>();
  for (const id of new Set(evidence)) {
    const found = rows.find((row) => row.id === id && opens(tx, subject, row.kind));
    if (!found) throw actError('evidence.not-offered', {}, 'evidence');
    if (taken.has(found.sha256)) continue;
    taken.add(found.sha256);
    const { kind, sha256: fileSha256, caption } = found;
    await writeEvidence(tx, actId, { kind, fileSha256, caption, url: null, isPublic: false });
    if ((pictureTypes as readonly string[]).includes(found.media_type)) {
      await requestWebPicture(tx, fileSha256);
    }
  }
}

/** Other standing acts that the same file proves something for, by its digest. */
export async function listSharedUses(
  tx: Tx,
  actId: string,
  files: readonly string[],
): Promise<Map<string, { id: string; title: string }[]>> {
  requireCan(tx.actor, 'act.see', {});
  const uses = new Map<string, { id: string; title: string }[]>();
  if (files.length === 0) return uses;
  const rows = await tx.db
    .selectFrom('evidence')
    .innerJoin('act', (join) =>
      join
        .onRef('act.commune_id', '=', 'evidence.commune_id')
        .onRef('act.id', '=', 'evidence.act_id'),
    )
    .select(['evidence.file_sha256 as sha256', 'act.id', 'act.title'])
    .distinct()
    .where('evidence.file_sha256', 'in', [...files])
    .where('evidence.removed_at', 'is', null)
    .where('act.withdrawn_at', 'is', null)
    .where('act.id', '<>', actId)
    .orderBy('act.id')
    .execute();
  for (const { sha256, id, title } of rows) {
    if (sha256 === null) continue;
    uses.set(sha256, [...(uses.get(sha256) ?? []), { id, title }]);
  }
  return uses;
}

/** A signed list is offered to those who may open it. */
function opens(tx: Tx, subject: PlansSubject, kind: string): boolean {
  return can(tx.actor, 'evidence.see', { ...subject, listsPeople: kind === 'attendance-list' });
}

async function readOffered(tx: Tx, actId: string) {
  const act = isId(actId)
    ? await tx.db
        .selectFrom('act')
        .select(['unit_id', 'withdrawn_at'])
        .where('id', '=', actId)
        .executeTakeFirst()
    : undefined;
  if (!act) throw platformError('record.not-found', { what: 'hoạt động này' });
  const rows = await tx.db
    .selectFrom('evidence')
    .innerJoin('act', (join) =>
      join
        .onRef('act.commune_id', '=', 'evidence.commune_id')
        .onRef('act.id', '=', 'evidence.act_id'),
    )
    .innerJoin('stored_file as file', (join) =>
      join
        .onRef('file.commune_id', '=', 'evidence.commune_id')
        .onRef('file.sha256', '=', 'evidence.file_sha256'),
    )
    .select(['evidence.id', 'evidence.kind', 'evidence.caption', 'file.sha256', 'file.name'])
    .select(['file.media_type', 'act.id as act_id', 'act.title', 'act.happened_on'])
    .where('act.unit_id', '=', act.unit_id)
    .where('act.id', '<>', actId)
    .where('act.withdrawn_at', 'is', null)
    .where('evidence.removed_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('evidence as own')
            .select('own.id')
            .whereRef('own.commune_id', '=', 'evidence.commune_id')
            .whereRef('own.file_sha256', '=', 'evidence.file_sha256')
            .where('own.act_id', '=', actId)
            .where('own.removed_at', 'is', null),
        ),
      ),
    )
    .orderBy('evidence.added_at', 'desc')
    .orderBy('evidence.id', 'desc')
    .limit(MAX_EVIDENCE * OFFERED)
    .execute();
  const subject = await reportingSubject(tx, act.unit_id);
  return { subject, withdrawn: act.withdrawn_at !== null, rows };
}
