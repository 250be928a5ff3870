// Drafting a report and changing what it says. Every change is a revision of its own, with the digest in
// its event; who saves over somebody else's revision is refused.
import { newId, sha256Hex, type Tx } from '#lib/platform/index.server.ts';
import { accountOf, canonicalText } from '#lib/platform/index.ts';
import { paperOf } from '#lib/documents/index.ts';
import { toPlainDate } from '#lib/vietnam/index.ts';
import { reportError } from '../errors.ts';
import { askedPeriod } from '../period.ts';
import { requireCan } from '../permissions.ts';
import { ChangePaper, EditText, FigureName, NewReport, NoteRow, OverrideFigure } from './change.ts';
import { notedRowOf, ReportContent } from './content.ts';
import { draftReport } from './draft.ts';
import { appendixDigests } from './appendix-changes.server.ts';
import { withEffects } from './effects.ts';
import { getReportRow, readFacts, readReport } from './read.server.ts';

/** Drafts a report whole; sending twice drafts once. @throws LoaError `access.*`, `report.*` */
export async function createReport(tx: Tx, input: NewReport): Promise<string> {
  requireCan(tx.actor, 'report.draft', {});
  const { clientKey, planIds, kind, from, to } = NewReport.parse(input);
  const known = await tx.db
    .selectFrom('report')
    .select('id')
    .where('client_key', '=', clientKey)
    .executeTakeFirst();
  if (known) return known.id;
  const period = askedPeriod(kind, toPlainDate(from), to === '' ? null : toPlainDate(to));
  const facts = await readFacts(tx, period, planIds);
  const content = { ...draftReport(facts), appendixDigests: appendixDigests(facts) };
  const id = newId();
  await tx.db
    .insertInto('report')
    .values({
      commune_id: tx.communeId,
      id,
      client_key: clientKey,
      period_kind: period.kind,
      first_day: period.from,
      last_day: period.to,
      plan_ids: JSON.stringify(planIds),
      status: 'draft',
      revision: 1,
      created_at: tx.now,
    })
    .execute();
  const digest = await insertRevision(tx, id, 1, content);
  tx.record({
    kind: 'report.drafted',
    occurredOn: period.to,
    subject: { type: 'report', id },
    data: { from: period.from, to: period.to, plans: planIds, seq: content.seq, digest },
  });
  return id;
}

/** Replaces the words of one paragraph. @throws LoaError `report.*` */
export async function editText(tx: Tx, id: string, input: EditText): Promise<void> {
  const { revision, key, text } = EditText.parse(input);
  await change(tx, id, revision, 'report.edited', (content) => {
    let found = false;
    const sections = content.sections.map((section) => ({
      ...section,
      parts: section.parts.map((part) => {
        if (part.kind !== 'text' || part.key !== key) return part;
        found = true;
        return { ...part, text };
      }),
    }));
    if (!found) throw reportError('report.no-such-part');
    return { ...content, sections };
  });
}

/** Says who receives and who signs this report. @throws LoaError `report.*` */
export async function changePaper(tx: Tx, id: string, input: ChangePaper): Promise<void> {
  const { revision, ...form } = ChangePaper.parse(input);
  await change(tx, id, revision, 'report.paper-changed', (content) => ({
    ...content,
    paper: paperOf(form),
  }));
}

/** Writes a person's number in place of a counted one. @throws LoaError `report.*` */
export async function overrideFigure(tx: Tx, id: string, input: OverrideFigure): Promise<void> {
  const { revision, name, value, reason } = OverrideFigure.parse(input);
  await change(tx, id, revision, 'report.figure-overridden', (content) =>
    withFigure(content, name, { override: { value, reason } }),
  );
}

/** Goes back to the counted number. @throws LoaError `report.*` */
export async function restoreFigure(tx: Tx, id: string, input: FigureName): Promise<void> {
  const { revision, name } = FigureName.parse(input);
  await change(tx, id, revision, 'report.figure-restored', (content) =>
    withFigure(content, name, { override: null }),
  );
}

/** Notes something about the row a figure stands in; empty takes it away. @throws LoaError `report.*` */
export async function noteRow(tx: Tx, id: string, input: NoteRow): Promise<void> {
  const { revision, name, note } = NoteRow.parse(input);
  await change(tx, id, revision, 'report.row-noted', (content) => {
    const row = notedRowOf(content, name);
    if (!row) throw reportError('report.no-such-row', {}, 'note');
    const { [row.note]: _, ...others } = content.notes ?? {};
    return { ...content, notes: note === '' ? others : { ...others, [row.note]: note } };
  });
}

/**
 * Takes over what was recorded since: for one figure, or with an empty name for all of them, the signs of
 * effect and the lists of the appendices. @throws LoaError `report.*`
 */
export async function acceptFigure(tx: Tx, id: string, input: FigureName): Promise<void> {
  const { revision, name } = FigureName.parse(input);
  requireCan(tx.actor, 'report.draft', {});
  const { period, planIds } = await getReportRow(tx, id);
  const facts = await readFacts(tx, period, planIds);
  const { seq } = facts;
  // What a person wrote into the list of signs stays, unless signs came or went.
  const { appendixChanges } = await readReport(tx, id);
  const signsChanged = appendixChanges.some((one) => one.of === 'words');
  await change(tx, id, revision, 'report.figures-accepted', (content) => {
    if (name !== '') return withFigure(content, name, { seq });
    const figures = Object.fromEntries(
      Object.entries(content.figures).map(([key, figure]) => [key, { ...figure, seq }]),
    );
    const renewed = signsChanged ? withEffects(content, facts.effects) : content;
    return { ...renewed, figures, seq, appendixDigests: appendixDigests(facts) };
  });
}

async function change(
  tx: Tx,
  id: string,
  revision: number,
  kind: string,
  work: (content: ReportContent) => ReportContent,
): Promise<void> {
  requireCan(tx.actor, 'report.draft', {});
  const row = await getReportRow(tx, id);
  if (row.status !== 'draft') throw reportError('report.not-draft');
  const taken = await tx.db
    .updateTable('report')
    .set({ revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('status', '=', 'draft')
    .returning('id')
    .executeTakeFirst();
  if (!taken) throw reportError('report.changed-meanwhile');
  const stored = await tx.db
    .selectFrom('report_revision')
    .select('content')
    .where('report_id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  const content = work(ReportContent.parse(JSON.parse(stored.content)));
  const digest = await insertRevision(tx, id, revision + 1, content);
  tx.record({
    kind,
    subject: { type: 'report', id },
    data: { revision: revision + 1, digest },
  });
}

async function insertRevision(
  tx: Tx,
  reportId: string,
  revision: number,
  content: ReportContent,
): Promise<string> {
  const text = canonicalText(content);
  await tx.db
    .insertInto('report_revision')
    .values({
      commune_id: tx.communeId,
      report_id: reportId,
      revision,
      content: text,
      made_by: accountOf(tx.actor),
      made_at: tx.now,
    })
    .execute();
  return sha256Hex(text);
}

function withFigure(
  content: ReportContent,
  name: string,
  given: Partial<ReportContent['figures'][string]>,
): ReportContent {
  const figure = Object.hasOwn(content.figures, name) ? content.figures[name] : undefined;
  if (!figure) throw reportError('report.no-such-figure');
  return { ...content, figures: { ...content.figures, [name]: { ...figure, ...given } } };
}
