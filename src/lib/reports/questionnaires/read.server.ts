// Forms of superior bodies as pages and files show them: the version of the period, filled.
import type { Tx } from '#lib/platform/index.server.ts';
import type { WrittenDocument } from '#lib/documents/index.ts';
import type { TableData } from '#lib/platform/index.ts';
import { formatDate } from '#lib/vietnam/index.ts';
import { reportError } from '../errors.ts';
import type { ReportPeriod } from '../period.ts';
import { readFacts, readHead } from '../periodic/read.server.ts';
import type { ReportFacts } from '../periodic/facts.ts';
import { requireCan } from '../permissions.ts';
import { fillForm, type FilledForm, type WrittenCell } from './fill.ts';
import { QuestionnaireForm } from './form.ts';
import { formDocument, formTable } from './papers.ts';

export interface QuestionnaireVersion {
  readonly version: number;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly form: QuestionnaireForm;
}

export interface Questionnaire {
  readonly id: string;
  readonly slug: string;
  /** The latest first; never empty. */
  readonly versions: readonly QuestionnaireVersion[];
}

/** Every form, in the order of their addresses. @throws LoaError `access.*` */
export async function listQuestionnaires(tx: Tx): Promise<Questionnaire[]> {
  requireCan(tx.actor, 'questionnaire.see', {});
  const forms = await tx.db
    .selectFrom('questionnaire')
    .select(['id', 'slug'])
    .orderBy('slug')
    .execute();
  const versions = await tx.db
    .selectFrom('questionnaire_version')
    .selectAll()
    .orderBy('version', 'desc')
    .execute();
  return forms.map(({ id, slug }) => ({
    id,
    slug,
    versions: versions
      .filter((one) => one.questionnaire_id === id)
      .map(({ version, valid_from, valid_to, form }) => ({
        version,
        validFrom: valid_from,
        validTo: valid_to,
        form: QuestionnaireForm.parse(JSON.parse(form)),
      })),
  }));
}

/** @throws LoaError `access.*`, `questionnaire.not-found` */
export async function findQuestionnaire(tx: Tx, slug: string): Promise<Questionnaire> {
  const found = (await listQuestionnaires(tx)).find((one) => one.slug === slug);
  if (!found) throw reportError('questionnaire.not-found');
  return found;
}

export interface FilledQuestionnaire {
  readonly id: string;
  readonly version: QuestionnaireVersion;
  readonly period: ReportPeriod;
  readonly filled: FilledForm;
  readonly facts: ReportFacts;
  /** When somebody last wrote into it; empty for never. Who writes shows what they had before them. */
  readonly seen: string;
}

/**
 * A form filled for a period, by the version in force on its last day.
 * @throws LoaError `access.*`, `questionnaire.not-found`, `questionnaire.not-in-force`
 */
export async function readQuestionnaire(
  tx: Tx,
  slug: string,
  period: ReportPeriod,
): Promise<FilledQuestionnaire> {
  const { id, versions } = await findQuestionnaire(tx, slug);
  const version = versionOn(versions, period.to);
  if (!version) throw reportError('questionnaire.not-in-force', { day: formatDate(period.to) });
  const facts = await readFacts(tx, period, []);
  const written = await readWritten(tx, id, version.version, period);
  return {
    id,
    version,
    period,
    filled: fillForm(version.form, facts.source, written),
    facts,
    seen: written.map(({ at }) => at).reduce((late, at) => (at > late ? at : late), ''),
  };
}

/** Among versions that hold on a day the one that began last, and of those the newest. */
function versionOn(
  versions: readonly QuestionnaireVersion[],
  day: string,
): QuestionnaireVersion | undefined {
  return versions
    .filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo))
    .reduce<QuestionnaireVersion | undefined>(
      (last, one) => (last && last.validFrom >= one.validFrom ? last : one),
      undefined,
    );
}

async function readWritten(
  tx: Tx,
  id: string,
  version: number,
  { from, to }: ReportPeriod,
): Promise<WrittenCell[]> {
  const rows = await tx.db
    .selectFrom('questionnaire_cell')
    .leftJoin('account', (join) =>
      join
        .onRef('account.commune_id', '=', 'questionnaire_cell.commune_id')
        .onRef('account.id', '=', 'questionnaire_cell.written_by'),
    )
    .select(['row_at', 'column_at', 'text', 'written_at', 'account.name'])
    .where('questionnaire_id', '=', id)
    .where('version', '=', version)
    .where('first_day', '=', from)
    .where('last_day', '=', to)
    .execute();
  return rows.map(({ row_at, column_at, text, written_at, name }) => ({
    row: row_at,
    column: column_at,
    text,
    by: name ?? '',
    at: written_at,
  }));
}

/** The filled form as an official document. @throws LoaError as `readQuestionnaire` */
export async function writeQuestionnaire(
  tx: Tx,
  slug: string,
  period: ReportPeriod,
): Promise<WrittenDocument> {
  const { version, filled, facts } = await readQuestionnaire(tx, slug, period);
  const head = { ...(await readHead(tx)), office: facts.office };
  return formDocument(version.form, filled, period, head);
}

/** The filled form as a table for sheets. @throws LoaError as `readQuestionnaire` */
export async function tabulateQuestionnaire(
  tx: Tx,
  slug: string,
  period: ReportPeriod,
): Promise<TableData> {
  const { version, filled } = await readQuestionnaire(tx, slug, period);
  return formTable(version.form, filled, period);
}
