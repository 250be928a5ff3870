// Ruling 1: row security must not cost the hot queries their indexes. The real use cases run as the
// app role inside one commune of several, each with thousands of rows; what they sent is explained.
import { sql } from 'kysely';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { factNames } from '#lib/documents/index.ts';
import { getConsultation, listPublicConsultations } from '#lib/documents/index.server.ts';
import { inCommune, newId, readEvents, type Tx } from '#lib/platform/index.server.ts';
import { addTestCommune, useTestDatabase } from '#lib/platform/testing.server.ts';
import { toPlainDate } from '#lib/vietnam/index.ts';
import { coordinator, NOW, setUpOffice, type SampleOffice } from './acts/office.samples.ts';
import { listActs, listPublicActs } from './acts/list-acts.server.ts';
import { getUnitPage } from './acts/unit-page.server.ts';
import { findArrivalOf, listArrivals } from './arrivals/list.server.ts';
import { listRemindedDays, listReminders } from './reminders/reminders.server.ts';
import { findSheetOf } from './sheets/sheets.server.ts';
import { listUrgings } from './urging/urging.server.ts';

const database = useTestDatabase();
let office: SampleOffice;

const ROWS = 3000;

beforeAll(async () => {
  office = await setUpOffice(database().communeId);
  await fill(office);
  for (const host of ['mot.example', 'hai.example', 'ba.example', 'bon.example']) {
    await fill(await setUpOffice(await addTestCommune('xã An Bình', host)));
  }
  await database().ownerPool.query('ANALYZE');
}, 120_000);

/** Rows enough that reading a whole table would be the wrong way. */
async function fill({ communeId, planId, radio, justice }: SampleOffice): Promise<void> {
  await inCommune(
    communeId,
    async ({ db }) => {
      const commune = sql`${communeId}::uuid`;
      await sql`INSERT INTO act (commune_id, id, client_key, slug, kind, channel, happened_on,
          unit_id, title, is_public, recorded_at)
        SELECT ${commune}, gen_random_uuid(), gen_random_uuid(), 'viec-' || n, 'radio-bulletin',
          'radio', date '2020-01-01' + n % 1200,
          CASE n % 20 WHEN 0 THEN ${justice}::uuid ELSE ${radio}::uuid END,
          'Việc ' || n, n % 10 = 0, ${NOW}::timestamptz
        FROM generate_series(1, ${ROWS}::integer) n`.execute(db);
      await sql`INSERT INTO event (commune_id, seq, at, occurred_on, actor, kind, subject_type,
          subject_id, body, previous_hash, hash)
        SELECT ${commune}, 1000000 + n, ${NOW}::timestamptz, date '2023-06-30', 'system:test',
          'test.kind-' || n % 40, 'act', gen_random_uuid(), '{}', '', ''
        FROM generate_series(1, ${ROWS}::integer) n`.execute(db);
      await sql`INSERT INTO unit (commune_id, id, name, slug, position)
        SELECT ${commune}, gen_random_uuid(), 'Tổ ' || n, 'to-' || n, 10 + n
        FROM generate_series(1, 60) n`.execute(db);
      await sql`INSERT INTO duty (commune_id, id, plan_id, assignment_id, unit_id, position, text)
        SELECT ${commune}, gen_random_uuid(), ${planId}::uuid, a.id, unit.id, 10 + unit.position * 100 + n, 'Việc'
        FROM unit, (SELECT id FROM plan_assignment LIMIT 1) a, generate_series(1, 50) n
        WHERE unit.slug LIKE 'to-%'`.execute(db);
      await sql`INSERT INTO reminder (commune_id, id, unit_id, day, made_at)
        SELECT ${commune}, gen_random_uuid(), unit.id, date '2021-01-01' + n, ${NOW}::timestamptz
        FROM unit, generate_series(1, 60) n WHERE unit.slug LIKE 'to-%'`.execute(db);
      await sql`INSERT INTO reminder_item (commune_id, duty_id, occurrence, due, step, reminder_id)
        SELECT ${commune}, duty.id, 'ca-ky', date '2021-03-31', 'after-1',
          (SELECT id FROM reminder WHERE reminder.unit_id = duty.unit_id LIMIT 1)
        FROM duty JOIN unit ON unit.id = duty.unit_id WHERE unit.slug LIKE 'to-%'`.execute(db);
      await sql`INSERT INTO week_sheet (commune_id, id, unit_id, week, lines, made_at, expires_at)
        SELECT ${commune}, gen_random_uuid(), unit.id, date '2021-01-04' + 7 * n, '[]',
          ${NOW}::timestamptz, ${NOW}::timestamptz
        FROM unit, generate_series(1, 60) n WHERE unit.slug LIKE 'to-%'`.execute(db);
      await sql`INSERT INTO urging (commune_id, id, client_key, kind, unit_id, happened_on, findings,
          demand, answer_by, made_at)
        SELECT ${commune}, gen_random_uuid(), gen_random_uuid(), 'urge', ${radio}::uuid,
          date '2020-01-01' + n % 1200, 'Chậm', 'Làm ngay', date '2024-01-01', ${NOW}::timestamptz
        FROM generate_series(1, ${ROWS}::integer) n`.execute(db);
      await sql`INSERT INTO act_arrival (commune_id, id, source, source_id, happened_on, title, topics,
          url, words_sha256, act_id, state, arrived_at, settled_at)
        SELECT ${commune}, gen_random_uuid(), 'article', gen_random_uuid(), happened_on, title, '{}',
          '/tin/' || slug, repeat('a', 64), id, CASE WHEN slug = 'viec-7' THEN 'waiting' ELSE 'settled' END,
          ${NOW}::timestamptz, CASE WHEN slug = 'viec-7' THEN NULL ELSE ${NOW}::timestamptz END
        FROM act`.execute(db);
      await fillConsultations(communeId, db);
      await sql`SELECT search_put(gen_random_uuid(), 'act', '/tin/' || n, 'Tin ' || n, '', '', NULL,
          '', 'tin ' || n, 'tu' || n % 500, 'than bai')
        FROM generate_series(1, ${ROWS}::integer) n`.execute(db);
    },
    { write: true, now: NOW },
  );
}

/** Drafts that were asked about, most of them long ago, and what people said of some. */
async function fillConsultations(communeId: string, db: Tx['db']): Promise<void> {
  const commune = sql`${communeId}::uuid`;
  const at = sql`${NOW}::timestamptz`;
  const facts = Object.fromEntries(Object.keys(factNames).map((name) => [name, null]));
  const paper = JSON.stringify({ facts, sections: [], attachments: [] });
  await sql`INSERT INTO register_entry (commune_id, id, status, draft, direction, received_at)
    VALUES (${commune}, gen_random_uuid(), 'draft', '{}', 'own', ${at})`.execute(db);
  await sql`INSERT INTO consultation (commune_id, id, entry_id, slug, title, lead, paper,
      publishes_file, opens_on, closes_on, made_at, closed_at, answer, answered_at)
    SELECT ${commune}, gen_random_uuid(), (SELECT id FROM register_entry LIMIT 1), 'du-thao-' || n,
      'Dự thảo ' || n, 'Góp ý', ${paper}, false, date '2013-01-01' + n, date '2013-01-21' + n,
      ${at}, ${at}, '{"type":"doc","content":[]}', ${at}
    FROM generate_series(1, ${ROWS}::integer) n`.execute(db);
  await sql`INSERT INTO subject_key (commune_id, id, sealed_key, made_at)
    SELECT ${commune}, gen_random_uuid(), '', ${at}
    FROM generate_series(1, ${ROWS}::integer) n`.execute(db);
  await sql`INSERT INTO consultation_comment (commune_id, id, consultation_id, number, source,
      sent_at, sealed_text)
    SELECT ${commune}, key.id, consultation.id, key.n, 'portal', ${at}, ''
    FROM (SELECT id, row_number() OVER () AS n FROM subject_key) key
    JOIN consultation ON consultation.slug = 'du-thao-' || (1 + key.n % 100)`.execute(db);
}

async function aConsultation(tx: Tx): Promise<void> {
  const { id } = await tx.db
    .selectFrom('consultation')
    .select('id')
    .where('slug', '=', 'du-thao-7')
    .executeTakeFirstOrThrow();
  await getConsultation(tx, id);
}

async function someDuties({ db }: Tx): Promise<string[]> {
  const rows = await db.selectFrom('duty').select('id').limit(5).execute();
  return rows.map(({ id }) => id);
}

/** What asks for it inside a change, read alone. */
function readOwnSheet(tx: Tx) {
  return findSheetOf(tx, { column: 'unit_id', place: office.radio }, toPlainDate('2021-02-01'));
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

interface Explained {
  readonly 'QUERY PLAN': readonly { readonly Plan: PlanNode }[];
}

/** The scans of every query that `work` sends, as `table: how`, with the index where one is used. */
async function scansOf(work: (tx: Tx) => Promise<unknown>): Promise<string[]> {
  return inCommune(
    office.communeId,
    async (tx) => {
      const watch = vi.spyOn(tx.client, 'query');
      await work(tx);
      const sent = watch.mock.calls.map(([text, values]) => ({
        text: String(text),
        values: [values].flat(),
      }));
      watch.mockRestore();
      const scans: string[] = [];
      for (const { text, values } of sent) {
        const { rows } = await tx.client.query<Explained>(`EXPLAIN (FORMAT JSON) ${text}`, values);
        for (const { Plan } of rows[0]?.['QUERY PLAN'] ?? []) scans.push(...scansIn(Plan));
      }
      return scans;
    },
    { actor: coordinator, now: NOW },
  );
}

function scansIn(node: PlanNode, table = node['Relation Name']): string[] {
  const index = node['Index Name'];
  const below = (node.Plans ?? []).flatMap((each) =>
    scansIn(
      each,
      each['Relation Name'] ?? (node['Node Type'].startsWith('Bitmap') ? table : undefined),
    ),
  );
  if (index) return [`${table ?? '?'}: ${index}`, ...below];
  return node['Node Type'] === 'Seq Scan' ? [`${table ?? '?'}: every row`, ...below] : below;
}

describe('inside one commune of several', () => {
  test.each<[string, string, (tx: Tx) => Promise<unknown>]>([
    ['acts by day', 'act: act_by_day', (tx) => listActs(tx, {}, { size: 25, start: 0 })],
    ['acts of a month', 'act: act_by_day', (tx) => listActs(tx, { month: '2021-03' })],
    ['acts by unit', 'act: act_by_unit', (tx) => listActs(tx, { unitId: office.justice })],
    ['public acts by day', 'act: act_public_by_day', (tx) => listPublicActs(tx)],
    ['events by kind', 'event: event_by_kind', (tx) => readEvents(tx, { kinds: ['test.kind-7'] })],
    [
      'what a few duties were reminded of',
      'reminder_item: reminder_item_pk',
      async (tx) => listRemindedDays(tx, await someDuties(tx)),
    ],
    ['the newest reminders', 'reminder: reminder_by_day', (tx) => listReminders(tx)],
    ['the newest urgings', 'urging: urging_by_day', (tx) => listUrgings(tx)],
    ['the sheet of a unit', 'week_sheet: week_sheet_one_of_unit', readOwnSheet],
    ['what waits to be settled', 'act_arrival: act_arrival_waiting', (tx) => listArrivals(tx)],
    [
      'what an act came from',
      'act_arrival: act_arrival_by_act',
      (tx) => findArrivalOf(tx, newId()),
    ],
    [
      'consultations that are over',
      'consultation: consultation_by_day',
      (tx) => listPublicConsultations(tx, 'over', { size: 20, start: 0 }),
    ],
    [
      'the comments of one consultation',
      'consultation_comment: consultation_comment_number_unique',
      aConsultation,
    ],
    ['duties of a unit', 'duty: duty_by_unit', (tx) => getUnitPage(tx, 'to-7')],
  ])('%s use an index', async (_what, expected, work) => {
    const scans = await scansOf(work);
    expect(scans).toContain(expected);
    const [table = ''] = expected.split(':');
    expect(scans).not.toContain(`${table}: every row`);
  });

  test('search uses its indexes, planned as inside its function: with the words at hand', async () => {
    const client = await database().ownerPool.connect();
    try {
      // What was put in lately waits in a list of its own until then.
      await client.query('VACUUM ANALYZE search_entry');
      const asked = { words: "'tu7'", title_words: "'tin 7'" };
      for (const [column, words] of Object.entries(asked)) {
        const { rows } = await client.query<Explained>(
          `EXPLAIN (FORMAT JSON) SELECT id FROM search_entry
           WHERE (commune_id = '${office.communeId}') IS TRUE
             AND ${column} @@ search_asked('${office.communeId}', $$${words}$$) LIMIT 201`,
        );
        const scans = rows[0]?.['QUERY PLAN'].flatMap(({ Plan }) => scansIn(Plan));
        expect(scans).toContain(`search_entry: search_entry_${column}`);
      }
    } finally {
      client.release(true);
    }
  });
});
