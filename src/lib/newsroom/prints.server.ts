// What was made from articles: which edition it carries, whether it still holds, and the papers themselves.
import { renderSVG } from 'uqr';
import {
  getEdition,
  listEditions,
  renderPdf,
  type EditionSummary,
  type EditionView,
  type Tx,
} from '#lib/platform/index.server.ts';
import { formatDate, toInstant, vietnamDate } from '#lib/vietnam/index.ts';
import { accountOf, richTextToPlain, type RichText } from '#lib/platform/index.ts';
import { publicArticleUrl } from './article.ts';
import { articleError } from './errors.ts';
import { requireCan } from './permissions.ts';
import {
  paperUrl,
  PRINT_FORMS,
  TEXT_FORMS,
  type DerivedForm,
  type PrintForm,
  type PrintState,
  type TextForm,
} from './prints.ts';
import { findSection } from './sections.ts';
import { articleOf } from './write.server.ts';

/** What was made, and of which edition. */
export interface Derived<Form extends DerivedForm> {
  readonly form: Form;
  readonly state: PrintState;
  /** Number of the edition whose words it carries. */
  readonly number: number;
  readonly editionId: string;
  readonly madeAt: string;
}
export type Print = Derived<PrintForm>;

/** The papers made from an item. */
export async function listPrints(tx: Tx, itemId: string): Promise<Print[]> {
  return listDerived(tx, itemId, PRINT_FORMS);
}

/** The words of an item that somebody said were sent or read out. */
export async function listSentTexts(tx: Tx, itemId: string): Promise<Derived<TextForm>[]> {
  return listDerived(tx, itemId, TEXT_FORMS);
}

async function listDerived<Form extends DerivedForm>(
  tx: Tx,
  itemId: string,
  forms: readonly Form[],
): Promise<Derived<Form>[]> {
  requireCan(tx.actor, 'article.see', {});
  const rows = await tx.db
    .selectFrom('derived_print')
    .selectAll()
    .where('item_id', '=', itemId)
    .where('form', 'in', [...forms])
    .orderBy('form')
    .execute();
  if (rows.length === 0) return [];
  const editions = await listEditions(tx, itemId);
  const live = editions.find(({ status }) => status === 'published');
  return rows.map((row) => ({
    form: row.form as Form,
    state: stateOf(row.holds_for, live),
    number: editions.find(({ id }) => id === row.edition_id)?.number ?? 0,
    editionId: row.edition_id,
    madeAt: row.made_at,
  }));
}

/** Makes a paper from the live edition, or makes it anew. @throws LoaError `article.not-live` */
export async function makePrint(tx: Tx, editionId: string, form: PrintForm): Promise<void> {
  requireCan(tx.actor, 'article.print', {});
  await keepDerived(tx, editionId, form, 'print.made');
}

/** Says that a paper still holds although the article has a newer edition. @throws LoaError `article.*` */
export async function confirmPrint(tx: Tx, editionId: string, form: PrintForm): Promise<void> {
  requireCan(tx.actor, 'article.print', {});
  await holdDerived(tx, editionId, form, 'print.confirmed');
}

/** Somebody sent the live edition's words, or read them out. @throws LoaError `article.not-live` */
export async function noteSentText(tx: Tx, editionId: string, form: TextForm): Promise<void> {
  requireCan(tx.actor, 'article.print', {});
  await keepDerived(tx, editionId, form, 'text.sent');
}

/** Says that the words which were sent still hold. @throws LoaError `article.*`, `print.not-made` */
export async function confirmSentText(tx: Tx, editionId: string, form: TextForm): Promise<void> {
  requireCan(tx.actor, 'article.print', {});
  await holdDerived(tx, editionId, form, 'text.confirmed');
}

async function keepDerived(
  tx: Tx,
  editionId: string,
  form: DerivedForm,
  kind: 'print.made' | 'text.sent',
): Promise<void> {
  const { id, itemId } = await requireLive(tx, editionId);
  const made_by = accountOf(tx.actor);
  const values = { edition_id: id, holds_for: id, made_by, made_at: tx.now };
  await tx.db
    .insertInto('derived_print')
    .values({ commune_id: tx.communeId, item_id: itemId, form, ...values })
    .onConflict((conflict) =>
      conflict.columns(['commune_id', 'item_id', 'form']).doUpdateSet(values),
    )
    .execute();
  tx.record({ kind, subject: { type: 'item', id: itemId }, data: { edition: id, form } });
}

async function holdDerived(
  tx: Tx,
  editionId: string,
  form: DerivedForm,
  kind: 'print.confirmed' | 'text.confirmed',
): Promise<void> {
  const { id, itemId } = await requireLive(tx, editionId);
  const { numUpdatedRows } = await tx.db
    .updateTable('derived_print')
    .set({ holds_for: id })
    .where('item_id', '=', itemId)
    .where('form', '=', form)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw articleError('print.not-made');
  tx.record({ kind, subject: { type: 'item', id: itemId }, data: { edition: id, form } });
}

export interface Paper {
  readonly state: 'current' | 'replaced' | 'withdrawn';
  readonly title: string;
  readonly number: number;
  /** Of the edition on the paper, as a plain date. */
  readonly publishedOn: string;
  /** When the edition that holds now came, or the article was taken off. */
  readonly since: string;
  readonly reason: string;
  /** Where to read on; null where the article is gone for an error. */
  readonly leadsTo: string | null;
}

/** What the code on a printed paper says to whoever scans it; undefined where no such paper can be. */
export async function findPaper(tx: Tx, slug: string, number: number): Promise<Paper | undefined> {
  const item = await tx.db
    .selectFrom('item')
    .select('id')
    .where('kind', '=', 'article')
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (!item) return undefined;
  const editions = await listEditions(tx, item.id);
  const printed = editions.find((edition) => edition.number === number);
  const newest = editions.find(({ publicAt }) => publicAt !== null);
  if (!printed?.publicAt || !newest) return undefined;
  const now = await getEdition(tx, newest.id);
  return {
    state: paperState(printed, now),
    // What was wrong isn't repeated.
    title: now.withdrawnHow === 'error' ? 'Bài đã gỡ vì có sai sót' : now.title,
    number,
    publishedOn: dayOf(printed.publicAt),
    since: dayOf(now.withdrawnAt ?? now.publishedAt ?? printed.publicAt),
    reason: now.withdrawnReason ?? now.changeNote,
    leadsTo: now.withdrawnHow === 'error' ? null : (now.replacedBy ?? publicArticleUrl(slug)),
  };
}

export interface PaperData {
  readonly office: string;
  readonly isDemo: boolean;
  readonly section: string;
  readonly title: string;
  readonly summary: string;
  readonly publishedOn: string;
  readonly number: number;
  readonly address: string;
  readonly qr: string;
  readonly body: RichText['content'];
  /** What to remember, of a poster with room for it: the items of the first list. */
  readonly points: readonly string[];
}

/**
 * The words of a paper that was made.
 * @param office its name and the address people scan to, `https://xa.example`
 * @throws LoaError `print.not-made`
 */
export async function readPaper(
  tx: Tx,
  editionId: string,
  form: string,
  office: { readonly name: string; readonly origin: string; readonly isDemo: boolean },
): Promise<PaperData & { readonly form: PrintForm }> {
  requireCan(tx.actor, 'article.see', {});
  const known = PRINT_FORMS.find((one) => one === form);
  const { itemId } = await getEdition(tx, editionId);
  const print = (await listPrints(tx, itemId)).find((one) => one.form === known);
  if (!known || !print) throw articleError('print.not-made');
  const edition = await getEdition(tx, print.editionId);
  const { title, summary, section, body } = articleOf(edition);
  const address = office.origin + paperUrl(edition.slug ?? '', edition.number);
  return {
    form: known,
    office: office.name,
    isDemo: office.isDemo,
    section: findSection(section)?.name ?? '',
    title,
    summary,
    publishedOn: formatDate(vietnamDate(toInstant(edition.publicAt ?? tx.now))),
    number: edition.number,
    address,
    qr: renderSVG(address, { ecc: 'M', border: 0 }),
    body: body.content,
    points: known === 'poster-a3' ? pointsOf(body) : [],
  };
}

const MOST_POINTS = 6;
const POINT_LENGTH = 140;

/** A list with items too many, too long or in levels can't be read in passing: it gives none. */
function pointsOf(body: RichText): string[] {
  const list = body.content.find(({ type }) => type === 'bullet_list' || type === 'ordered_list');
  if (!list) return [];
  const lines = richTextToPlain({ ...body, content: [list] }).split('\n');
  if (lines.length > MOST_POINTS || lines.some((line) => line.startsWith(' '))) return [];
  const points = lines.map((line) => line.replace(/^(?:-|\d+\.) /, ''));
  return points.every(({ length }) => length <= POINT_LENGTH) ? points : [];
}

/** Sets a paper; outside any transaction. @throws `print.*` */
export function printPaper(data: PaperData & { readonly form: PrintForm }): Promise<Uint8Array> {
  return renderPdf('article-paper', data);
}

function stateOf(holdsFor: string, live: EditionSummary | undefined): PrintState {
  if (!live) return 'gone';
  return live.id === holdsFor ? 'current' : 'stale';
}

function paperState(printed: EditionSummary, now: EditionView): Paper['state'] {
  if (now.status === 'withdrawn') return 'withdrawn';
  return printed.id === now.id ? 'current' : 'replaced';
}

async function requireLive(tx: Tx, editionId: string): Promise<EditionSummary> {
  const { itemId } = await getEdition(tx, editionId);
  // A page of the office is printed as the page it is; the code on a paper leads to an article.
  const live = (await listEditions(tx, itemId)).find(
    ({ kind, status }) => kind === 'article' && status === 'published',
  );
  if (!live) throw articleError('article.not-live');
  return live;
}

const dayOf = (at: string) => formatDate(vietnamDate(toInstant(at)));
