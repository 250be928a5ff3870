// Reading a report: its revision in force, its figures as they stood, and what has changed since.
import { WrittenDocument } from '#lib/documents/index.ts';
import { readPaperSetting } from '#lib/documents/index.server.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import { isId } from '#lib/platform/index.ts';
import { effectInWords, findChannel } from '#lib/plans/index.ts';
import {
  findClosedPeriod,
  getActKinds,
  listCommendations,
  listEffectsAt,
  readPeriod,
  readPlanHistory,
  type PlanHistory,
} from '#lib/plans/index.server.ts';
import { dateParts, toPlainDate, vietnamDate, type PlainDate } from '#lib/vietnam/index.ts';
import { reportError } from '../errors.ts';
import { publicSlug } from '../issuing/public-slug.ts';
import type { PeriodKind, ReportPeriod } from '../period.ts';
import { requireCan } from '../permissions.ts';
import { changedAppendices, type AppendixChange } from './appendix-changes.server.ts';
import { changedEffects } from './effects.ts';
import { ReportContent } from './content.ts';
import type { ReportFacts } from './facts.ts';
import {
  actsOfPeriod,
  changedFigures,
  resolveContent,
  type LiveValue,
  type ReportSource,
} from './resolve.ts';
import { sourceAt } from './source.ts';
import { writeReport, type ReportHead } from './write.ts';

export type ReportStatus = 'draft' | 'checked' | 'approved' | 'signed' | 'issued' | 'discarded';

export interface ReportRow {
  readonly id: string;
  readonly period: ReportPeriod;
  readonly planIds: readonly string[];
  readonly status: ReportStatus;
  readonly revision: number;
  readonly createdAt: string;
  readonly returnedReason: string | null;
  readonly checkedBy: string | null;
  readonly approvedAt: string | null;
  /** The day on the signed copy. */
  readonly signedOn: string | null;
  /** Its line in the outgoing register. */
  readonly outgoingId: string | null;
  readonly registerEntryId: string | null;
  readonly publishedAt: string | null;
  /** Last part of its public address while it is on the portal. */
  readonly publicSlug: string | null;
  /** The paper as approved, later with its number; null while it may still change. */
  readonly paper: WrittenDocument | null;
}

/** Reports, the latest period first; discarded ones are left out. @throws LoaError `access.*` */
export async function listReports(tx: Tx): Promise<ReportRow[]> {
  requireCan(tx.actor, 'report.see', {});
  const rows = await tx.db
    .selectFrom('report')
    .selectAll()
    .where('status', '<>', 'discarded')
    .orderBy('last_day', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(rowOf);
}

export interface ReportReading extends ReportRow {
  readonly content: ReportContent;
  readonly values: ReadonlyMap<string, LiveValue>;
  readonly facts: ReportFacts;
  /** Figures whose list is another one now; empty once the report is issued or its period closed. */
  readonly changes: ReturnType<typeof changedFigures>;
  /** Appendices made from the acts, and signs of effect, that would say something else now; empty when figures are. */
  readonly appendixChanges: readonly AppendixChange[];
  readonly written: ReturnType<typeof writeReport>;
}

/** A report with everything its pages and files show. @throws LoaError `access.*`, `report.not-found` */
export async function readReport(tx: Tx, id: string): Promise<ReportReading> {
  requireCan(tx.actor, 'report.see', {});
  const row = await getReportRow(tx, id);
  const { content: stored } = await tx.db
    .selectFrom('report_revision')
    .select('content')
    .where('report_id', '=', id)
    .where('revision', '=', row.revision)
    .executeTakeFirstOrThrow();
  const content = ReportContent.parse(JSON.parse(stored));
  const history = await readPlanHistory(tx, row.planIds);
  const facts = await factsAt(tx, history, row.period, content.seq);
  const sources = new Map<number, ReportSource>([[content.seq, facts.source]]);
  for (const { seq } of Object.values(content.figures)) {
    if (!sources.has(seq)) sources.set(seq, sourceOf(tx, history, row.period, seq));
  }
  const values = resolveContent(content, sources);
  const stands = row.status === 'issued' || facts.closedOn !== null;
  const now = stands ? undefined : await factsAt(tx, history, row.period, await lastSeq(tx));
  return {
    ...row,
    content,
    values,
    facts,
    changes: now ? changedFigures(content, values, now.source) : [],
    appendixChanges: now
      ? [...changedEffects(facts.effects, now.effects), ...changedAppendices(content, facts, now)]
      : [],
    written: row.paper ?? writeReport(content, values, facts, await readHead(tx)),
  };
}

/** What a draft of the period is made of, as recorded until now or until the period was closed. */
export async function readFacts(
  tx: Tx,
  period: ReportPeriod,
  planIds: readonly string[],
): Promise<ReportFacts> {
  const history = await readPlanHistory(tx, planIds);
  const closing = await closingOf(tx, period);
  return factsAt(tx, history, period, closing?.lastSeq ?? (await lastSeq(tx)));
}

/** @throws LoaError `report.not-found` */
export async function getReportRow(tx: Tx, id: string): Promise<ReportRow> {
  const row = isId(id)
    ? await tx.db.selectFrom('report').selectAll().where('id', '=', id).executeTakeFirst()
    : undefined;
  if (!row || row.status === 'discarded') throw reportError('report.not-found');
  return rowOf(row);
}

async function lastSeq(tx: Tx): Promise<number> {
  const head = await tx.db.selectFrom('event_head').select('seq').executeTakeFirst();
  return head?.seq ?? 0;
}

async function factsAt(
  tx: Tx,
  history: PlanHistory,
  period: ReportPeriod,
  seq: number,
): Promise<ReportFacts> {
  const commune = await tx.db.selectFrom('commune').select('name').executeTakeFirstOrThrow();
  const units = await tx.db
    .selectFrom('unit')
    .select(['id', 'name', 'successor_id'])
    .orderBy('position')
    .execute();
  const nameOf = new Map(units.map(({ id, name }) => [id, name]));
  const source = sourceOf(tx, history, period, seq);
  const closing = await closingOf(tx, period);
  const key = keyOf(period);
  const commendations = (await listCommendations(tx)).filter(
    ({ day, withdrawn }) => !withdrawn && period.from <= day && day <= period.to,
  );
  return {
    office: `Ủy ban nhân dân ${commune.name}`,
    period,
    seq,
    source,
    plans: history.plans.map(({ id, title }) => ({ id, name: title })),
    topics: history.plans.flatMap(({ topics }) =>
      topics.map(({ id, label }) => ({ id, name: label })),
    ),
    units: units.map(({ id, name, successor_id }) => ({
      id,
      name,
      nowCalled: successor_id === null ? null : (nameOf.get(successor_id) ?? null),
    })),
    duties: history.duties.map(({ id, text }) => ({ id, text })),
    ...(await readActWords(tx)),
    pictures: await readPictures(tx),
    effects: (
      await listEffectsAt(tx, { actIds: actsOfPeriod(source).map(({ id }) => id), seq })
    ).map(({ act, ...sign }) => ({
      channel: findChannel(getActKinds(), act.channel)?.name ?? act.channel,
      words: effectInWords(sign),
    })),
    praised: commendations.filter(({ kind }) => kind === 'praise'),
    shortcomings: commendations
      .filter(({ kind }) => kind === 'shortcoming')
      .map(({ who, title, remediedOn }) => ({ who, title, remedied: remediedOn !== null })),
    adjustments: key === undefined ? [] : (await readPeriod(tx, key)).figures.adjustments,
    closedOn: closing ? vietnamDate(closing.closedAt) : null,
  };
}

function sourceOf(tx: Tx, history: PlanHistory, period: ReportPeriod, seq: number): ReportSource {
  const today: PlainDate = toPlainDate(tx.today);
  return sourceAt({ ...history, kinds: getActKinds() }, period, seq, today);
}

/** The closing of exactly this period, where it is closed. */
async function closingOf(tx: Tx, period: ReportPeriod) {
  const found = await findClosedPeriod(tx, period.to);
  return found?.period.from === period.from && found.period.to === period.to ? found : undefined;
}

/** The key a period is closed under; a free span of days has none. */
function keyOf({ kind, from }: ReportPeriod): string | undefined {
  const { year, month } = dateParts(from);
  switch (kind) {
    case 'month':
      return from.slice(0, 7);
    case 'quarter':
      return `${String(year)}-q${String((month + 2) / 3)}`;
    case 'half-year':
      return `${String(year)}-h${month === 1 ? '1' : '2'}`;
    case 'year':
      return String(year);
    case 'span':
      return undefined;
  }
}

async function readActWords(tx: Tx): Promise<Pick<ReportFacts, 'titles' | 'places'>> {
  const rows = await tx.db.selectFrom('act').select(['id', 'title', 'place']).execute();
  return {
    titles: new Map(rows.map(({ id, title }) => [id, title])),
    places: new Map(rows.map(({ id, place }) => [id, place])),
  };
}

/** Only what a picture's web size could be made of. */
async function readPictures(tx: Tx): Promise<ReportFacts['pictures']> {
  const rows = await tx.db.selectFrom('stored_picture').select(['sha256', 'web_sha256']).execute();
  return new Map(rows.map(({ sha256, web_sha256 }) => [sha256, web_sha256]));
}

/** Who writes the office's reports, and what its papers say by default. */
export async function readHead(tx: Tx): Promise<ReportHead> {
  const commune = await tx.db
    .selectFrom('commune')
    .select(['name', 'superiors', 'demo_day'])
    .executeTakeFirstOrThrow();
  const [superior] = commune.superiors.split('\n').filter((line) => line.trim() !== '');
  return {
    superior: superior ?? null,
    place: commune.name.replace(/^(?:xã|phường|đặc khu|thị trấn)\s+/iu, ''),
    draft: true,
    demonstration: commune.demo_day !== null,
    paper: await readPaperSetting(tx),
  };
}

function rowOf(row: {
  id: string;
  period_kind: string;
  first_day: string;
  last_day: string;
  plan_ids: string;
  status: string;
  revision: number;
  created_at: unknown;
  returned_reason: string | null;
  checked_by: string | null;
  approved_at: unknown;
  signed_on: string | null;
  outgoing_id: string | null;
  register_entry_id: string | null;
  published_at: string | null;
  paper: string | null;
  public_paper: string | null;
}): ReportRow {
  return {
    id: row.id,
    period: {
      kind: row.period_kind as PeriodKind,
      from: toPlainDate(row.first_day),
      to: toPlainDate(row.last_day),
    },
    planIds: JSON.parse(row.plan_ids) as string[],
    status: row.status as ReportStatus,
    revision: row.revision,
    createdAt: String(row.created_at),
    returnedReason: row.returned_reason,
    checkedBy: row.checked_by,
    approvedAt: row.approved_at === null ? null : String(row.approved_at),
    signedOn: row.signed_on,
    outgoingId: row.outgoing_id,
    registerEntryId: row.register_entry_id,
    publishedAt: row.published_at,
    publicSlug:
      row.public_paper === null
        ? null
        : publicSlug(WrittenDocument.parse(JSON.parse(row.public_paper))),
    paper: row.paper === null ? null : WrittenDocument.parse(JSON.parse(row.paper)),
  };
}
