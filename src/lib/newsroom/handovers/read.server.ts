// Hand-overs as the desk reads them: the secretary's queue with its hours, a unit's own, and what came of each.
import {
  findFile,
  listPositions,
  listUnitLinks,
  readOfficeCalendar,
  type StoredFile,
  type Tx,
} from '#lib/platform/index.server.ts';
import { isId, type EditionStatus } from '#lib/platform/index.ts';
import { addDays, explainTerm, formatOfficeTime, toPlainDate } from '#lib/vietnam/index.ts';
import { can, requireCan } from '../permissions.ts';
import { handoverError } from './errors.ts';
import { handingSubject, subjectIn } from './give.server.ts';
import { isLate, termToLook, type HandoverState } from './handover.ts';

export interface HandoverSummary {
  readonly id: string;
  readonly title: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly state: HandoverState;
  readonly handedAt: string;
  /** YYYY-MM-DD */
  readonly wantedOn: string;
  /** Until when the secretary is to say something, in words; null where nobody waits for that. */
  readonly lookBy: string | null;
  readonly late: boolean;
  /** The person speaks for the unit. */
  readonly mine: boolean;
  readonly takenBy: string | null;
  /** What came of it. */
  readonly article: {
    readonly editionId: string;
    readonly status: EditionStatus;
    /** Nobody approved it. */
    readonly forced: boolean;
    readonly publicAt: string | null;
    readonly slug: string | null;
  } | null;
}

export interface HandoverView extends HandoverSummary {
  readonly body: string;
  readonly topics: readonly { readonly id: string; readonly label: string }[];
  readonly duty: { readonly id: string; readonly text: string } | null;
  readonly channels: readonly string[];
  readonly document: { readonly id: string; readonly words: string } | null;
  readonly photoCaption: string;
  readonly files: readonly {
    readonly file: StoredFile;
    readonly isPhoto: boolean;
    /** Its size for the screen, once it is made. */
    readonly web: {
      readonly sha256: string;
      readonly width: number;
      readonly height: number;
    } | null;
  }[];
  readonly notes: readonly {
    readonly id: string;
    readonly kind: 'question' | 'answer' | 'declined';
    readonly words: string;
    readonly by: string;
    readonly at: string;
  }[];
  readonly handedBy: string;
  /** Why `lookBy` is what it is. */
  readonly why: readonly string[];
  /** The act of publicity that the published article became. */
  readonly actId: string | null;
  readonly mayHandle: boolean;
}

/** How long what is done stays on the list. */
const SHOWN_DAYS = 180;

/**
 * What is open and what was settled lately, of the units whose hand-overs the person may read; what has
 * waited longest first. @throws LoaError `access.*`
 */
export async function listHandovers(tx: Tx): Promise<HandoverSummary[]> {
  requireCan(tx.actor, 'handover.list', {});
  const oldest = addDays(toPlainDate(tx.today), -SHOWN_DAYS);
  const rows = await selectHandovers(tx)
    .where((eb) =>
      eb.or([
        eb('handover.state', 'in', ['waiting', 'taken', 'asked']),
        eb('handover.settled_at', '>=', `${oldest}T00:00:00Z`),
      ]),
    )
    .orderBy('handover.since')
    .execute();
  const links = await listUnitLinks(tx);
  const seen = rows.filter(({ unit_id: unit }) =>
    can(tx.actor, 'handover.see', subjectIn(links, unit)),
  );
  const view = await summariser(tx, seen);
  return seen.map(view);
}

/** @throws LoaError `access.*`, `handover.not-found` */
export async function getHandover(tx: Tx, id: string): Promise<HandoverView> {
  requireCan(tx.actor, 'handover.list', {});
  const row = isId(id)
    ? await selectHandovers(tx).where('handover.id', '=', id).executeTakeFirst()
    : undefined;
  if (!row) throw handoverError('handover.not-found');
  requireCan(tx.actor, 'handover.see', await handingSubject(tx, row.unit_id));
  const positions = await listPositions(tx);
  const nameOf = (account: string | null) =>
    account === null ? 'Hệ thống' : (positions.get(account) ?? 'Tài khoản đã xóa');
  const rules = await readOfficeCalendar(tx);
  return {
    ...(await summariser(tx, [row]))(row),
    body: row.body,
    channels: row.channels,
    photoCaption: row.photo_caption,
    topics: await readTopics(tx, row.topics),
    duty: row.duty_id === null ? null : { id: row.duty_id, text: row.duty_text ?? '' },
    document:
      row.entry_id === null
        ? null
        : {
            id: row.entry_id,
            words: [row.entry_code, row.entry_title].filter(Boolean).join(' · '),
          },
    files: await readFiles(tx, id),
    notes: (await readNotes(tx, id)).map(({ said_by, said_at, ...note }) => ({
      ...note,
      kind: note.kind as HandoverView['notes'][number]['kind'],
      by: nameOf(said_by),
      at: said_at,
    })),
    handedBy: nameOf(row.handed_by),
    why: explainTerm(termToLook(row.since, rules), rules.hours),
    actId: row.item_id === null ? null : await findActOf(tx, row.item_id),
    mayHandle: can(tx.actor, 'handover.handle', {}),
  };
}

/** A file of a hand-over, or the web size of one of its photographs. @throws LoaError `access.*` */
export async function findHandedFile(
  tx: Tx,
  id: string,
  sha256: string,
): Promise<StoredFile | undefined> {
  requireCan(tx.actor, 'handover.list', {});
  const row = isId(id)
    ? await tx.db.selectFrom('handover').select('unit_id').where('id', '=', id).executeTakeFirst()
    : undefined;
  if (!row) return undefined;
  requireCan(tx.actor, 'handover.see', await handingSubject(tx, row.unit_id));
  const files = await tx.db
    .selectFrom('handover_file')
    .leftJoin('stored_picture', (join) =>
      join
        .onRef('stored_picture.commune_id', '=', 'handover_file.commune_id')
        .onRef('stored_picture.sha256', '=', 'handover_file.sha256'),
    )
    .select(['handover_file.sha256', 'stored_picture.web_sha256'])
    .where('handover_id', '=', id)
    .execute();
  const isIts = files.some((file) => file.sha256 === sha256 || file.web_sha256 === sha256);
  return isIts ? findFile(tx, sha256) : undefined;
}

function selectHandovers(tx: Tx) {
  return tx.db
    .selectFrom('handover')
    .innerJoin('unit', (join) =>
      join
        .onRef('unit.commune_id', '=', 'handover.commune_id')
        .onRef('unit.id', '=', 'handover.unit_id'),
    )
    .leftJoin('duty', (join) =>
      join
        .onRef('duty.commune_id', '=', 'handover.commune_id')
        .onRef('duty.id', '=', 'handover.duty_id'),
    )
    .leftJoin('register_entry as entry', (join) =>
      join
        .onRef('entry.commune_id', '=', 'handover.commune_id')
        .onRef('entry.id', '=', 'handover.entry_id'),
    )
    .leftJoin('account', (join) =>
      join
        .onRef('account.commune_id', '=', 'handover.commune_id')
        .onRef('account.id', '=', 'handover.taken_by'),
    )
    .selectAll('handover')
    .select([
      'unit.name as unit_name',
      'duty.text as duty_text',
      'entry.code as entry_code',
      'entry.title as entry_title',
      'account.name as taken_by_name',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectHandovers>['executeTakeFirstOrThrow']>>;

async function summariser(tx: Tx, rows: readonly Row[]): Promise<(row: Row) => HandoverSummary> {
  const rules = await readOfficeCalendar(tx);
  const links = await listUnitLinks(tx);
  const articles = await readArticles(
    tx,
    rows.flatMap(({ item_id: item }) => item ?? []),
  );
  return (row) => {
    const state = row.state as HandoverState;
    const term = termToLook(row.since, rules);
    const waits = state === 'waiting' && term.end !== null;
    return {
      ...{ id: row.id, title: row.title, unitId: row.unit_id, unitName: row.unit_name },
      ...{ state, handedAt: row.handed_at, wantedOn: row.wanted_on, takenBy: row.taken_by_name },
      lookBy: waits && term.end ? formatOfficeTime(term.end) : null,
      late: isLate({ state, wantedOn: row.wanted_on }, term, tx.now),
      mine: can(tx.actor, 'handover.give', subjectIn(links, row.unit_id)),
      article: (row.item_id !== null && articles.get(row.item_id)) || null,
    };
  };
}

/** The edition of each item that the public reads, or else its newest. */
async function readArticles(tx: Tx, items: readonly string[]) {
  const found = new Map<string, NonNullable<HandoverSummary['article']>>();
  if (items.length === 0) return found;
  const rows = await tx.db
    .selectFrom('edition')
    .innerJoin('item', (join) =>
      join
        .onRef('item.commune_id', '=', 'edition.commune_id')
        .onRef('item.id', '=', 'edition.item_id'),
    )
    .select(['edition.id', 'edition.item_id', 'edition.status', 'edition.approved_how'])
    .select(['edition.public_at', 'item.slug'])
    .where('edition.item_id', 'in', [...items])
    .orderBy('edition.number')
    .execute();
  for (const row of rows) {
    if (found.get(row.item_id)?.status === 'published') continue;
    found.set(row.item_id, {
      editionId: row.id,
      status: row.status as EditionStatus,
      forced: row.approved_how === 'forced',
      publicAt: row.public_at,
      slug: row.slug,
    });
  }
  return found;
}

function readTopics(tx: Tx, topics: readonly string[]) {
  if (topics.length === 0) return [];
  return tx.db
    .selectFrom('plan_topic')
    .select(['id', 'label'])
    .where('id', 'in', [...topics])
    .orderBy('position')
    .execute();
}

async function readFiles(tx: Tx, id: string): Promise<HandoverView['files']> {
  const rows = await tx.db
    .selectFrom('handover_file as handed')
    .innerJoin('stored_file as file', (join) =>
      join
        .onRef('file.commune_id', '=', 'handed.commune_id')
        .onRef('file.sha256', '=', 'handed.sha256'),
    )
    .leftJoin('stored_picture as picture', (join) =>
      join
        .onRef('picture.commune_id', '=', 'handed.commune_id')
        .onRef('picture.sha256', '=', 'handed.sha256')
        .on('handed.is_photo', '=', true),
    )
    .select(['handed.is_photo', 'file.sha256', 'file.size', 'file.media_type', 'file.name'])
    .select(['picture.web_sha256', 'picture.width', 'picture.height'])
    .where('handed.handover_id', '=', id)
    .orderBy('handed.position')
    .execute();
  return rows.map(
    ({ is_photo: isPhoto, sha256, size, media_type: mediaType, name, ...picture }) => {
      const { web_sha256: web, width, height } = picture;
      return {
        ...{ file: { sha256, size, mediaType, name }, isPhoto },
        web:
          web === null || width === null || height === null ? null : { sha256: web, width, height },
      };
    },
  );
}

function readNotes(tx: Tx, id: string) {
  return tx.db
    .selectFrom('handover_note')
    .select(['id', 'kind', 'words', 'said_by', 'said_at'])
    .where('handover_id', '=', id)
    .orderBy('id')
    .execute();
}

async function findActOf(tx: Tx, itemId: string): Promise<string | null> {
  const row = await tx.db
    .selectFrom('act_arrival')
    .select('act_id')
    .where('source', '=', 'article')
    .where('source_id', '=', itemId)
    .where('state', '<>', 'ended')
    .executeTakeFirst();
  return row?.act_id ?? null;
}
