// The registry as pages read it: the desk's with everything, the portal's with the public words only.
import { openSealed, type Tx } from '#lib/platform/index.server.ts';
import { listDocumentsByCode } from '#lib/documents/index.server.ts';
import { toInstant, vietnamDate } from '#lib/vietnam/index.ts';
import { can, requireCan } from '../permissions.ts';
import { commendationError } from './errors.ts';
import { getCommendationForms } from './forms.server.ts';
import { competenceOn } from './forms.ts';
import { nameContext } from './record.server.ts';

export interface CommendationSummary {
  readonly id: string;
  readonly kind: 'praise' | 'shortcoming';
  readonly about: 'collective' | 'person';
  readonly who: string;
  readonly title: string;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly formName: string | null;
  readonly decisionCode: string;
  readonly decidedOn: string | null;
  readonly isPublic: boolean;
  readonly remediedOn: string | null;
  readonly withdrawn: boolean;
}

export interface CommendationView extends CommendationSummary {
  readonly unitId: string | null;
  readonly unitName: string | null;
  /** Only for who may record; null where none was given or it was erased. */
  readonly personName: string | null;
  readonly nameUntil: string | null;
  readonly reason: string;
  readonly form: string | null;
  readonly decidedBy: 'chairman' | 'superior' | null;
  /** What the decision rests on, or that this was not checked. */
  readonly competence: { readonly source: string | null; readonly checked: boolean } | null;
  /** The decision is in the document register. */
  readonly decisionKnown: boolean;
  readonly act: { readonly id: string; readonly title: string } | null;
  readonly evidenceUrl: string;
  readonly remedy: string;
  readonly withdrawnReason: string | null;
  /** Day it went public. */
  readonly publishedOn: string | null;
}

export interface CommendationFilter {
  readonly kind?: 'praise' | 'shortcoming';
  /** `open`: shortcomings nobody has put right yet. */
  readonly open?: boolean;
}

/** Entries newest first; withdrawn ones at their place, marked. @throws LoaError `access.*` */
export async function listCommendations(
  tx: Tx,
  filter: CommendationFilter = {},
): Promise<CommendationSummary[]> {
  requireCan(tx.actor, 'commendation.see', {});
  let rows = tx.db.selectFrom('commendation').selectAll();
  if (filter.kind) rows = rows.where('kind', '=', filter.kind);
  if (filter.open) rows = rows.where('remedied_on', 'is', null).where('withdrawn_at', 'is', null);
  const found = await rows.orderBy('happened_on', 'desc').orderBy('id', 'desc').execute();
  return found.map(summaryOf);
}

/** @throws LoaError `access.*`, `commendation.not-found` */
export async function getCommendation(tx: Tx, id: string): Promise<CommendationView> {
  requireCan(tx.actor, 'commendation.see', {});
  const row = await tx.db
    .selectFrom('commendation')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw commendationError('commendation.not-found');
  const seesName = can(tx.actor, 'commendation.record', {});
  const decided = row.form && row.decided_on && row.decided_by === 'chairman';
  return {
    ...summaryOf(row),
    unitId: row.unit_id,
    unitName: row.unit_id ? await nameOfUnit(tx, row.unit_id) : null,
    personName:
      row.person_name && seesName
        ? openSealed('commended-names', row.person_name, nameContext(tx, id)).toString()
        : null,
    nameUntil: row.name_until,
    reason: row.reason,
    form: row.form,
    decidedBy: row.decided_by as CommendationView['decidedBy'],
    competence: decided
      ? competenceOn(getCommendationForms(), row.form ?? '', row.decided_on ?? '')
      : null,
    decisionKnown:
      row.decision_code !== '' &&
      row.decided_on !== null &&
      (await listDocumentsByCode(tx, row.decision_code, row.decided_on)).length > 0,
    act: row.act_id ? await nameOfAct(tx, row.act_id) : null,
    evidenceUrl: row.evidence_url,
    remedy: row.remedy,
    withdrawnReason: row.withdrawn_reason,
    publishedOn: row.published_at ? vietnamDate(toInstant(row.published_at)) : null,
  };
}

export interface PublicCommendation {
  readonly id: string;
  readonly kind: 'praise' | 'shortcoming';
  readonly who: string;
  readonly title: string;
  readonly reason: string;
  readonly day: string;
  readonly formName: string | null;
  readonly decisionCode: string;
  readonly decidedOn: string | null;
  readonly remediedOn: string | null;
}

/** What everybody may read, newest first. */
export async function listPublicCommendations(tx: Tx): Promise<PublicCommendation[]> {
  const rows = await tx.db
    .selectFrom('commendation')
    .selectAll()
    .where('published_at', 'is not', null)
    .orderBy('happened_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    ...summaryOf(row),
    who: row.public_who ?? '',
    title: row.public_title ?? '',
    reason: row.public_reason ?? '',
  }));
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly about: string;
  readonly who: string;
  readonly title: string;
  readonly happened_on: string;
  readonly form: string | null;
  readonly decision_code: string;
  readonly decided_on: string | null;
  readonly published_at: unknown;
  readonly remedied_on: string | null;
  readonly withdrawn_at: unknown;
}

function summaryOf(row: Row): CommendationSummary {
  return {
    id: row.id,
    kind: row.kind as CommendationSummary['kind'],
    about: row.about as CommendationSummary['about'],
    who: row.who,
    title: row.title,
    day: row.happened_on,
    formName: getCommendationForms().forms.find(({ id }) => id === row.form)?.name ?? null,
    decisionCode: row.decision_code,
    decidedOn: row.decided_on,
    isPublic: row.published_at !== null,
    remediedOn: row.remedied_on,
    withdrawn: row.withdrawn_at !== null,
  };
}

async function nameOfUnit(tx: Tx, id: string): Promise<string | null> {
  const row = await tx.db.selectFrom('unit').select('name').where('id', '=', id).executeTakeFirst();
  return row?.name ?? null;
}

async function nameOfAct(tx: Tx, id: string): Promise<{ id: string; title: string } | null> {
  const row = await tx.db
    .selectFrom('act')
    .select(['id', 'title'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}
