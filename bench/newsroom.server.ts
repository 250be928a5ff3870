// Ten years of news for measurements, written as rows by the database itself; and how long a reader waits
// for what an officer has just made public.
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import {
  approveArticle,
  publishArticle,
  startArticle,
  submitArticle,
} from '#lib/newsroom/index.server.ts';
import {
  connectOwner,
  inCommune,
  listCommuneIds,
  newId,
  type Tx,
} from '#lib/platform/index.server.ts';
import { parseMarkup } from '#lib/platform/index.ts';
import { person } from '#lib/plans/acts/office.samples.ts';
import { median, round, row } from './figures.ts';

const TIMES = 15;
/** A page that stays away so long isn't late but lost. */
const LOST_MS = 10_000;

const editor = person('editor');
const leader = person('leader');

/** Gives the sample commune so many published articles more, an hour apart, with the words of one it has. */
export async function fillWithArticles(articles: number): Promise<void> {
  const communeId = await sampleCommune();
  await inCommune(
    communeId,
    async ({ db }) => {
      const made = sql`SELECT n, gen_random_uuid() AS id, gen_random_uuid() AS edition_id
        FROM generate_series(1, ${articles}::integer) n`;
      await sql`WITH model AS (
          SELECT edition.*, edition_revision.content, edition_revision.digest
          FROM edition JOIN edition_revision
            ON edition_revision.commune_id = edition.commune_id
           AND edition_revision.edition_id = edition.id
           AND edition_revision.revision = edition.revision
          WHERE edition.status = 'published' AND edition.kind = 'article'
          ORDER BY edition.public_at LIMIT 1),
        made AS MATERIALIZED (${made}),
        items AS (
          INSERT INTO item (commune_id, id, client_key, kind, slug, started_at)
          SELECT model.commune_id, made.id, gen_random_uuid(), 'article', 'tin-do-' || n, model.changed_at
          FROM model, made),
        editions AS (
          INSERT INTO edition (commune_id, id, item_id, number, status, revision, kind, title, summary,
            section, changed_at, approved_how, approved_at, published_at, public_at)
          SELECT model.commune_id, edition_id, made.id, 1, 'published', 1, 'article',
            model.title || ' (số ' || n || ')', model.summary, model.section, model.changed_at, 'desk',
            model.changed_at, model.published_at, model.public_at - n * interval '1 hour'
          FROM model, made)
        INSERT INTO edition_revision (commune_id, edition_id, revision, content, digest, made_at)
        SELECT model.commune_id, edition_id, 1, model.content, model.digest, model.changed_at
        FROM model, made`.execute(db);
    },
    { write: true, actor: { kind: 'system', job: 'bench' } },
  );
  const owner = await connectOwner();
  try {
    await owner.query('VACUUM ANALYZE');
  } finally {
    await owner.end();
  }
}

/**
 * From an officer's press to the list of news that shows it, in an office that keeps its pages: the change is
 * made by this process, so the office hears of it as it would from another server.
 */
export async function benchVisible(office: string): Promise<string[]> {
  const communeId = await sampleCommune();
  const as = <T>(actor: typeof editor, work: (tx: Tx) => Promise<T>) =>
    inCommune(communeId, work, { write: true, actor });
  const waits: number[] = [];
  for (let time = 1; time <= TIMES; time += 1) {
    const title = `Tin vừa đưa lúc đo ${time}`;
    const body = parseMarkup('Bộ phận một cửa làm việc cả ngày thứ bảy.');
    const article = {
      title,
      summary: '',
      section: 'cai-cach-hanh-chinh',
      body,
      topics: [],
      unitId: null,
    };
    const edition = await as(editor, (tx) => startArticle(tx, { clientKey: newId(), article }));
    await as(editor, (tx) => submitArticle(tx, edition));
    await as(leader, (tx) => approveArticle(tx, edition, 1));
    // Kept before, or nothing would have to be thrown away.
    await readList(office);
    const start = performance.now();
    await as(editor, (tx) => publishArticle(tx, edition, 'refuse'));
    while (!(await readList(office)).includes(title)) {
      if (performance.now() - start > LOST_MS) throw new Error(`“${title}” never came`);
      await sleep(5);
    }
    waits.push(performance.now() - start);
  }
  const slowest = `slowest of ${TIMES}: ${round(Math.max(...waits))} ms; by another process`;
  return [row('from publishing to the kept list', `${round(median(waits))} ms`, slowest)];
}

async function readList(office: string): Promise<string> {
  return (await fetch(`${office}tin`)).text();
}

/** The commune every office starts with. */
export async function sampleCommune(): Promise<string> {
  const [communeId] = await listCommuneIds();
  if (!communeId) throw new Error('no commune to measure in');
  return communeId;
}
