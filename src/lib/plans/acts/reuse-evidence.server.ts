// One evidence for several acts: what a unit sent once is chosen again for another act. The bytes stay where
// they are, under the same digest; each act says where else they prove something.
import { requestWebPicture, type Tx } from '#lib/platform/index.server.ts';
import { isId, pictureTypes, platformError } from '#lib/platform/index.ts';
import { can, requireCan, type PlansSubject } from '../permissions.ts';
import { actError } from './errors.ts';
import { writeEvidence } from './evidence.server.ts';
import { ReuseEvidence } from './record-act.ts';
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
  const { unitId, subject } = await readTarget(tx, actId);
  const newestOfEach = selectOffered(tx, actId, unitId, mayOpenLists(tx, subject))
    .distinctOn('evidence.file_sha256')
    .orderBy('evidence.file_sha256')
    .orderBy('evidence.added_at', 'desc')
    .orderBy('evidence.id', 'desc');
  const rows = await tx.db
    .selectFrom(newestOfEach.as('offered'))
    .leftJoin('stored_picture as picture', (join) =>
      join
        .onRef('picture.commune_id', '=', 'offered.commune_id')
        .onRef('picture.sha256', '=', 'offered.sha256'),
    )
    .selectAll('offered')
    .select(['picture.web_sha256', 'picture.width', 'picture.height'])
    .orderBy('offered.added_at', 'desc')
    .orderBy('offered.id', 'desc')
    .limit(OFFERED)
    .execute();
  return rows.map(({ web_sha256: web, width, height, ...row }) => ({
    ...{ id: row.id, kind: row.kind, caption: row.caption, name: row.name, sha256: row.sha256 },
    web: web === null || width === null || height === null ? null : { sha256: web, width, height },
    act: { id: row.act_id, title: row.title, day: row.happened_on },
  }));
}

/**
 * Makes files that were sent for other acts of the unit evidence of this one too, for the office's own eyes:
 * what is to be public is said anew. What the act has already is passed over.
 * @throws LoaError `evidence.not-offered`, `act.withdrawn`, `access.*`
 */
export async function reuseEvidence(tx: Tx, input: ReuseEvidence): Promise<void> {
  const { actId, evidence } = ReuseEvidence.parse(input);
  const { unitId, subject, withdrawn } = await readTarget(tx, actId);
  requireCan(tx.actor, 'evidence.add', subject);
  if (withdrawn) throw actError('act.withdrawn');
  const rows = await selectOffered(tx, actId, unitId, mayOpenLists(tx, subject))
    .where('evidence.id', 'in', evidence)
    .execute();
  const taken = new Set<string>();
  for (const id of new Set(evidence)) {
    const found = rows.find((row) => row.id === id);
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
function mayOpenLists(tx: Tx, subject: PlansSubject): boolean {
  return can(tx.actor, 'evidence.see', { ...subject, listsPeople: true });
}

/** The act that is to be proven. @throws LoaError `record.not-found` */
async function readTarget(tx: Tx, actId: string) {
  const act = isId(actId)
    ? await tx.db
        .selectFrom('act')
        .select(['unit_id', 'withdrawn_at'])
        .where('id', '=', actId)
        .executeTakeFirst()
    : undefined;
  if (!act) throw platformError('record.not-found', { what: 'hoạt động này' });
  const subject = await reportingSubject(tx, act.unit_id);
  return { unitId: act.unit_id, subject, withdrawn: act.withdrawn_at !== null };
}

/** What other standing acts of the unit have and this one hasn't. */
function selectOffered(tx: Tx, actId: string, unitId: string, withLists: boolean) {
  return tx.db
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
    .select(['evidence.commune_id', 'evidence.added_at'])
    .where('act.unit_id', '=', unitId)
    .$if(!withLists, (query) => query.where('evidence.kind', '<>', 'attendance-list'))
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
    );
}
