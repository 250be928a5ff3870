// Years of acts for measurements, written as rows and events by the database itself: what pages read is
// there, without recording one act after the other.
import { sql } from 'kysely';
import { inCommune, newId } from '#lib/platform/index.server.ts';
import { systemJob } from '#lib/platform/index.ts';
import { setUpOffice, type SampleOffice } from '#lib/plans/acts/office.samples.ts';

export const BENCH_NOW = '2023-12-31T03:00:00.000Z';

/** A commune of its own, with the sample's plan, units and duties. */
export async function addBenchOffice(): Promise<SampleOffice> {
  const id = newId();
  const commune = { id, slug: `do-${id}`, name: 'xã Đo tốc độ', kind: 'xa' };
  await inCommune(id, (tx) => tx.db.insertInto('commune').values(commune).execute(), {
    write: true,
  });
  return setUpOffice(id);
}

/** Spreads acts over so many days before the end of 2023; every other one with evidence. */
export async function fillWithActs(
  office: SampleOffice,
  { acts, days }: { readonly acts: number; readonly days: number },
): Promise<void> {
  const { communeId, radio, justice, radioDuty, justiceDuty, topics } = office;
  const at = sql`${BENCH_NOW}::timestamptz`;
  const commune = sql`${communeId}::uuid`;
  const unit = sql`CASE n % 2 WHEN 0 THEN ${radio}::uuid ELSE ${justice}::uuid END`;
  const duty = sql`CASE n % 2 WHEN 0 THEN ${radioDuty}::uuid ELSE ${justiceDuty}::uuid END`;
  const topic = sql`(ARRAY[${topics[0]}, ${topics[1]}, ${topics[2]}]::uuid[])[1 + n % 3]`;
  const day = sql`(date '2023-12-30' - n % ${days}::integer)`;
  /** The acts just written, each with its number. */
  const made = sql`(SELECT id, substr(slug, 6)::integer AS n FROM act) AS made`;
  await inCommune(
    communeId,
    async ({ db }) => {
      await sql`INSERT INTO act (commune_id, id, client_key, slug, kind, channel, happened_on,
          unit_id, title, is_public, recorded_at)
        SELECT ${commune}, gen_random_uuid(), gen_random_uuid(), 'viec-' || n, 'radio-bulletin',
          'radio', ${day}, ${unit}, 'Việc ' || n, n % 3 = 0, ${at}
        FROM generate_series(1, ${acts}::integer) n`.execute(db);
      await sql`INSERT INTO act_topic (commune_id, act_id, topic_id)
        SELECT ${commune}, id, ${topic} FROM ${made}`.execute(db);
      await sql`INSERT INTO act_duty (commune_id, act_id, duty_id)
        SELECT ${commune}, id, ${duty} FROM ${made}`.execute(db);
      await sql`INSERT INTO evidence (commune_id, id, act_id, kind, url, added_at)
        SELECT ${commune}, gen_random_uuid(), id, 'link', 'https://minh-chung.example/', ${at}
        FROM ${made} WHERE n % 2 = 0`.execute(db);
      await sql`INSERT INTO event (commune_id, seq, at, occurred_on, actor, kind, subject_type,
          subject_id, body, previous_hash, hash)
        SELECT ${commune}, n, ${at}, ${day}, 'system:bench', 'act.recorded', 'act', id,
          json_build_object('v', 1, 'commune', ${commune}, 'seq', n, 'at', ${BENCH_NOW}::text,
            'on', ${day}, 'actor', 'system:bench', 'kind', 'act.recorded', 'previous', '',
            'subject', json_build_object('type', 'act', 'id', id),
            'data', json_build_object('version', 1, 'kind', 'radio-bulletin', 'channel', 'radio',
              'day', ${day}, 'unit', ${unit}, 'topics', json_build_array(${topic}),
              'duties', json_build_array(${duty}), 'quantities', json_build_object('airings', 1),
              'audience', json_build_array(), 'village', NULL, 'public', n % 3 = 0,
              'digest', repeat('0', 64)))::text, '', ''
        FROM ${made}`.execute(db);
      await sql`INSERT INTO event_head (commune_id, seq, hash)
        VALUES (${commune}, ${acts}::integer, repeat('0', 64))`.execute(db);
    },
    { write: true, actor: systemJob('bench'), now: BENCH_NOW },
  );
}
