// One act with everything about it: duties, evidence, versions and what happened to it.
import {
  findWebPicture,
  readEvents,
  type StoredEvent,
  type Tx,
} from '#lib/platform/index.server.ts';
import { isId, platformError } from '#lib/platform/index.ts';
import { toInstant, toPlainDate } from '#lib/vietnam/index.ts';
import { can, requireCan } from '../permissions.ts';
import { publicFileName } from '../public-name.ts';
import { snapshotTroubleInWords } from './link-snapshot.ts';
import { quantitiesOfRow, readTopics, type ActSummary } from './list-acts.server.ts';
import type { ActContent } from './record-act.ts';
import { reportingSubject } from './reporting.server.ts';

export interface EvidenceView {
  readonly id: string;
  readonly kind: 'file' | 'photo' | 'link' | 'attendance-list';
  readonly caption: string;
  readonly url: string | null;
  /** Absent for links, and for signed lists the reader may not open. */
  readonly file: {
    readonly sha256: string;
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    /** The size for the web, once it is made. */
    readonly web: {
      readonly sha256: string;
      readonly width: number;
      readonly height: number;
      /** By the camera's own clock, in no zone; null where the picture doesn't say. */
      readonly takenAt: string | null;
    } | null;
  } | null;
  /** What became of the page behind a link; null until it was tried, and on the portal. */
  readonly snapshot: LinkSnapshot | null;
  readonly isPublic: boolean;
  readonly addedAt: string;
}

export interface LinkSnapshot {
  readonly triedAt: string;
  /** Why there is no page, in words; empty where there is one. */
  readonly trouble: string;
  /** Digest of the bytes as the server sent them. */
  readonly sha256: string;
  readonly title: string;
  readonly content: string;
}

export interface ActView extends ActSummary {
  readonly version: number;
  readonly body: string;
  readonly audience: readonly string[];
  readonly village: { readonly id: string; readonly name: string } | null;
  readonly duties: readonly {
    readonly id: string;
    readonly text: string;
    readonly unitId: string;
  }[];
  readonly files: readonly EvidenceView[];
  readonly withdrawnAt: string | null;
  readonly withdrawnReason: string | null;
}

/** @throws LoaError `access.*`, `record.not-found` */
export async function getAct(tx: Tx, id: string): Promise<ActView> {
  requireCan(tx.actor, 'act.see', {});
  const row = isId(id)
    ? await selectAct(tx).where('act.id', '=', id).executeTakeFirst()
    : undefined;
  if (!row) throw platformError('record.not-found', { what: 'hoạt động này' });
  return viewOf(tx, row, false);
}

/** What the act says as a version keeps it. */
export function contentOfAct(act: ActView): ActContent {
  const { kind, channel, day, unitId, title, summary, body, place, quantities, isPublic } = act;
  return {
    ...{ kind, channel, unitId, title, summary, body, place, quantities, isPublic },
    day: toPlainDate(day),
    audience: [...act.audience],
    villageId: act.village?.id ?? null,
    topics: act.topics.map(({ id }) => id),
    duties: act.duties.map(({ id }) => id),
  };
}

/** A public act that stands, with its public evidence. */
export async function findPublicAct(tx: Tx, slug: string): Promise<ActView | undefined> {
  const row = await selectAct(tx)
    .where('act.slug', '=', slug)
    .where('act.is_public', '=', true)
    .where('act.withdrawn_at', 'is', null)
    .executeTakeFirst();
  return row && viewOf(tx, row, true);
}

/** True when a public act stood at this address and was withdrawn: gone, not unknown. */
export async function isWithdrawnAct(tx: Tx, slug: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('act')
    .select('id')
    .where('slug', '=', slug)
    .where('is_public', '=', true)
    .where('withdrawn_at', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

export interface ActStory {
  readonly events: readonly StoredEvent[];
  /** Why each version after the first was made, by version. */
  readonly reasons: ReadonlyMap<number, string>;
  /** Positions of the accounts that did something, by account id. */
  readonly names: ReadonlyMap<string, string>;
}

/** What happened to an act, from its events, oldest first. */
export async function getActStory(tx: Tx, id: string): Promise<ActStory> {
  requireCan(tx.actor, 'act.see', {});
  const events = await readEvents(tx, { subject: { type: 'act', id } });
  const revisions = await tx.db
    .selectFrom('act_revision')
    .select(['version', 'reason'])
    .where('act_id', '=', id)
    .execute();
  const actors = [...new Set(events.map((event) => event.actor))].filter(isId);
  const accounts =
    actors.length === 0
      ? []
      : await tx.db
          .selectFrom('account')
          .select(['id', 'name'])
          .where('id', 'in', actors)
          .execute();
  return {
    events,
    reasons: new Map(revisions.map(({ version, reason }) => [version, reason ?? ''])),
    names: new Map(accounts.map((account) => [account.id, account.name])),
  };
}

function selectAct(tx: Tx) {
  return tx.db
    .selectFrom('act')
    .innerJoin('unit', (join) =>
      join.onRef('unit.commune_id', '=', 'act.commune_id').onRef('unit.id', '=', 'act.unit_id'),
    )
    .leftJoin('village', (join) =>
      join
        .onRef('village.commune_id', '=', 'act.commune_id')
        .onRef('village.id', '=', 'act.village_id'),
    )
    .selectAll('act')
    .select(['unit.name as unit_name', 'village.name as village_name']);
}

type ActRow = Awaited<ReturnType<ReturnType<typeof selectAct>['executeTakeFirstOrThrow']>>;

async function viewOf(tx: Tx, row: ActRow, publicOnly: boolean): Promise<ActView> {
  const topics = await readTopics(tx, [row.id]);
  const files = await readEvidence(tx, row, publicOnly);
  return {
    id: row.id,
    slug: row.slug,
    kind: row.kind,
    channel: row.channel,
    day: row.happened_on,
    title: row.title,
    summary: row.summary,
    body: row.body,
    place: row.place,
    unitId: row.unit_id,
    unitName: row.unit_name,
    quantities: quantitiesOfRow(row),
    isPublic: row.is_public,
    topics: topics.get(row.id) ?? [],
    evidence: files.length,
    recordedAt: toInstant(row.recorded_at),
    version: row.version,
    audience: row.audience === '' ? [] : row.audience.split(','),
    village: row.village_id === null ? null : { id: row.village_id, name: row.village_name ?? '' },
    duties: await readDuties(tx, row.id),
    files,
    withdrawnAt: row.withdrawn_at,
    withdrawnReason: row.withdrawn_reason,
  };
}

function readDuties(tx: Tx, actId: string) {
  return tx.db
    .selectFrom('act_duty')
    .innerJoin('duty', (join) =>
      join
        .onRef('duty.commune_id', '=', 'act_duty.commune_id')
        .onRef('duty.id', '=', 'act_duty.duty_id'),
    )
    .select(['duty.id', 'duty.text', 'duty.unit_id as unitId'])
    .where('act_duty.act_id', '=', actId)
    .orderBy('duty.id')
    .execute();
}

async function readEvidence(tx: Tx, act: ActRow, publicOnly: boolean): Promise<EvidenceView[]> {
  let query = tx.db
    .selectFrom('evidence')
    .leftJoin('stored_file', (join) =>
      join
        .onRef('stored_file.commune_id', '=', 'evidence.commune_id')
        .onRef('stored_file.sha256', '=', 'evidence.file_sha256'),
    )
    .leftJoin('link_snapshot', (join) =>
      join
        .onRef('link_snapshot.commune_id', '=', 'evidence.commune_id')
        .onRef('link_snapshot.evidence_id', '=', 'evidence.id'),
    )
    .selectAll('evidence')
    .select(['stored_file.name', 'stored_file.media_type', 'stored_file.size'])
    .select([
      'link_snapshot.tried_at',
      'link_snapshot.trouble',
      'link_snapshot.status',
      'link_snapshot.sha256 as page_sha256',
      'link_snapshot.title as page_title',
      'link_snapshot.content as page_content',
    ])
    .where('evidence.act_id', '=', act.id)
    .where('evidence.removed_at', 'is', null)
    .orderBy('evidence.id');
  if (publicOnly) query = query.where('evidence.is_public', '=', true);
  const rows = await query.execute();
  const subject = await reportingSubject(tx, act.unit_id);
  const views: EvidenceView[] = [];
  for (const row of rows) {
    const listsPeople = row.kind === 'attendance-list';
    const opens = publicOnly || can(tx.actor, 'evidence.see', { ...subject, listsPeople });
    const sha256 = row.file_sha256;
    views.push({
      id: row.id,
      kind: row.kind as EvidenceView['kind'],
      caption: row.caption,
      url: row.url,
      file:
        sha256 === null || !opens
          ? null
          : {
              sha256,
              name: publicOnly ? publicFileName(row.name ?? '') : (row.name ?? ''),
              mediaType: row.media_type ?? '',
              size: row.size ?? 0,
              web: (await findWebPicture(tx, sha256)) ?? null,
            },
      snapshot:
        publicOnly || row.tried_at === null
          ? null
          : {
              triedAt: row.tried_at,
              trouble: row.trouble === null ? '' : snapshotTroubleInWords(row.trouble, row.status),
              sha256: row.page_sha256 ?? '',
              title: row.page_title ?? '',
              content: row.page_content ?? '',
            },
      isPublic: row.is_public,
      addedAt: row.added_at,
    });
  }
  return views;
}
