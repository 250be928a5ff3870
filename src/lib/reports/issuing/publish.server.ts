// An issued report on the portal: past the privacy guard, without the shortcoming of any one person.
import { sql } from 'kysely';
import {
  canonicalText,
  findPersonalData,
  maskPersonalData,
  nameHit,
  listInError,
} from '#lib/platform/index.ts';
import { listOwnContacts, type Tx } from '#lib/platform/index.server.ts';
import { WrittenDocument } from '#lib/documents/index.ts';
import { listCommendations } from '#lib/plans/index.server.ts';
import { reportError } from '../errors.ts';
import { OnRevision, PublishReport } from '../periodic/change.ts';
import { getReportRow, type ReportRow } from '../periodic/read.server.ts';
import { move } from '../periodic/steps.server.ts';
import { requireCan } from '../permissions.ts';
import { publicSlug } from './public-slug.ts';

/**
 * Puts an issued report on the portal.
 * @throws LoaError `access.*`, `report.not-issued`, `report.personal-data`, `report.person-shortcoming`
 */
export async function publishReport(tx: Tx, id: string, input: PublishReport): Promise<void> {
  requireCan(tx.actor, 'report.publish', {});
  const { revision, privacy } = PublishReport.parse(input);
  const report = await getReportRow(tx, id);
  const { paper } = report;
  if (report.status !== 'issued' || !paper) throw reportError('report.not-issued');
  await refusePersonShortcoming(tx, report, paper);
  const open = privacy === 'allow' ? paper : await guarded(tx, paper, privacy === 'mask');
  await move(tx, id, revision, 'issued', {
    status: 'issued',
    public_paper: canonicalText(open),
    published_at: tx.now,
  });
  const masked = canonicalText(open) !== canonicalText(paper);
  tx.record({ kind: 'report.published', subject: { type: 'report', id }, data: { masked } });
}

/** Takes a report off the portal; it stays issued. @throws LoaError `access.*`, `report.*` */
export async function unpublishReport(tx: Tx, id: string, input: OnRevision): Promise<void> {
  requireCan(tx.actor, 'report.publish', {});
  const { revision } = OnRevision.parse(input);
  await move(tx, id, revision, 'issued', {
    status: 'issued',
    public_paper: null,
    published_at: null,
  });
  tx.deletePages();
  tx.record({ kind: 'report.unpublished', subject: { type: 'report', id } });
}

export interface PublicReport {
  readonly id: string;
  readonly slug: string;
  readonly publishedAt: string;
  readonly title: string;
  readonly code: string;
  readonly date: string | null;
}

/** Reports on the portal, the latest period first; their papers stay where they are. */
export async function listPublicReports(tx: Tx): Promise<PublicReport[]> {
  const said = (name: 'about' | 'code' | 'date') =>
    sql<string | null>`report.public_paper::json ->> ${sql.lit(name)}`;
  const rows = await tx.db
    .selectFrom('report')
    .select(['id', 'published_at'])
    .select([said('about').as('title'), said('code').as('code'), said('date').as('date')])
    .where('published_at', 'is not', null)
    .orderBy('last_day', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ id, published_at, title, code, date }) => ({
    id,
    slug: publicSlug({ date, code }),
    publishedAt: published_at ?? '',
    title: title ?? '',
    code: code ?? '',
    date,
  }));
}

/** The paper of a report on the portal, past the privacy guard. */
export async function findPublicReport(tx: Tx, slug: string): Promise<WrittenDocument | undefined> {
  const found = (await listPublicReports(tx)).find((report) => report.slug === slug);
  if (!found) return undefined;
  const row = await tx.db
    .selectFrom('report')
    .select('public_paper')
    .where('id', '=', found.id)
    .executeTakeFirst();
  return row?.public_paper ? WrittenDocument.parse(JSON.parse(row.public_paper)) : undefined;
}

async function refusePersonShortcoming(
  tx: Tx,
  { period }: ReportRow,
  paper: WrittenDocument,
): Promise<void> {
  const words = canonicalText(paper);
  const found = (await listCommendations(tx)).find(
    ({ kind, about, day, title }) =>
      kind === 'shortcoming' &&
      about === 'person' &&
      period.from <= day &&
      day <= period.to &&
      words.includes(JSON.stringify(title).slice(1, -1)),
  );
  if (found) throw reportError('report.person-shortcoming', { title: found.title });
}

async function guarded(tx: Tx, paper: WrittenDocument, mask: boolean): Promise<WrittenDocument> {
  const own = await listOwnContacts(tx);
  const found = new Set<string>();
  const clean = (text: string): string => {
    const hits = findPersonalData(text, own);
    for (const hit of hits) found.add(nameHit(hit));
    return hits.length === 0 ? text : maskPersonalData(text, hits);
  };
  const masked = { ...paper, ...(mapTexts(wordsOf(paper), clean) as Partial<WrittenDocument>) };
  if (found.size > 0 && !mask) {
    throw reportError('report.personal-data', { found: listInError([...found], ', ') }, 'privacy');
  }
  return masked;
}

function wordsOf({ about, blocks, recipients, appendices }: WrittenDocument) {
  return { about, blocks, recipients, ...(appendices ? { appendices } : {}) };
}

/** The same data with every text put through `change`. */
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    // A picture's hash is no text, whatever digits are in it.
    Object.entries(value).map(([name, one]) => [
      name,
      name === 'picture' ? one : mapTexts(one, change),
    ]),
  );
}
