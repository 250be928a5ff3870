// Tries the links that leave the site, by a job and never while a page is drawn: a few an hour, each seldom.
import {
  defineJob,
  inCommune,
  listOwnHosts,
  readCommune,
  sha256Hex,
  type Tx,
} from '#lib/platform/index.server.ts';
import { systemJob } from '#lib/platform/index.ts';
import { destinationOf } from './addresses.ts';
import { knock } from './knock.server.ts';
import { afterTry, type Answer, type Tried } from './outside.ts';

const TRY_LINKS_JOB = 'links.try-outside';
const MOST_A_RUN = 30;
const SOUND_DAYS = 7;
const FAILING_DAYS = 1;

interface Due {
  readonly href: string;
  readonly before: Tried | undefined;
}

/**
 * Tries what is due, one after the other. Where nothing at all answered, this machine is off the net, and
 * nothing is said of anybody's page.
 * @returns how many were tried and kept
 */
export async function tryOutsideLinks(
  communeId: string,
  ask: (href: string) => Promise<Answer> = knock,
  now = new Date().toISOString(),
): Promise<number> {
  const as = { write: true, actor: systemJob(TRY_LINKS_JOB), now };
  const due = await inCommune(communeId, selectDue, as);
  const answers: { due: Due; answer: Answer }[] = [];
  for (const each of due) answers.push({ due: each, answer: await ask(each.href) });
  if (!answers.some(({ answer }) => 'status' in answer)) return 0;
  await inCommune(
    communeId,
    async (tx) => {
      for (const { due: each, answer } of answers) await keep(tx, each, answer);
    },
    as,
  );
  return answers.length;
}

/** Links of live editions that weren't tried for long; a demonstration office asks nobody. */
async function selectDue(tx: Tx): Promise<Due[]> {
  if ((await readCommune(tx)).demoDay !== null) return [];
  const hosts = await listOwnHosts(tx);
  const rows = await tx.db
    .selectFrom('text_link')
    .innerJoin('edition', (join) =>
      join
        .onRef('edition.commune_id', '=', 'text_link.commune_id')
        .onRef('edition.id', '=', 'text_link.edition_id'),
    )
    .leftJoin('outside_link', (join) =>
      join
        .onRef('outside_link.commune_id', '=', 'text_link.commune_id')
        .onRef('outside_link.href', '=', 'text_link.href'),
    )
    .select(['text_link.href', 'outside_link.tried_at', 'outside_link.fault'])
    .select(['outside_link.failing_since', 'outside_link.failures'])
    .distinct()
    .where('edition.status', '=', 'published')
    .execute();
  const known = new Set(rows.map(({ href }) => sha256Hex(href)));
  await forgetOthers(tx, known);
  return rows
    .filter(({ href }) => destinationOf(href, hosts).to === 'outside')
    .map(({ href, tried_at: triedAt, fault, failing_since: failingSince, failures }) => ({
      href,
      before:
        triedAt === null ? undefined : { triedAt, fault, failingSince, failures: failures ?? 0 },
    }))
    .filter(({ before }) => isDue(before, tx.now))
    .sort((a, b) => (a.before?.triedAt ?? '').localeCompare(b.before?.triedAt ?? ''))
    .slice(0, MOST_A_RUN);
}

function isDue(before: Tried | undefined, now: string): boolean {
  if (!before) return true;
  const days = (Date.parse(now) - Date.parse(before.triedAt)) / 86_400_000;
  return days >= (before.fault === null ? SOUND_DAYS : FAILING_DAYS);
}

/** What nothing links to any longer isn't kept. */
async function forgetOthers(tx: Tx, known: ReadonlySet<string>): Promise<void> {
  const rows = await tx.db.selectFrom('outside_link').select('href_sha256').execute();
  const over = rows.map((row) => row.href_sha256).filter((sha256) => !known.has(sha256));
  if (over.length === 0) return;
  await tx.db.deleteFrom('outside_link').where('href_sha256', 'in', over).execute();
}

async function keep(tx: Tx, { href, before }: Due, answer: Answer): Promise<void> {
  const { triedAt, fault, failingSince, failures } = afterTry(before, answer, tx.now);
  const values = { tried_at: triedAt, fault, failing_since: failingSince, failures };
  await tx.db
    .insertInto('outside_link')
    .values({ commune_id: tx.communeId, href_sha256: sha256Hex(href), href, ...values })
    .onConflict((conflict) => conflict.columns(['commune_id', 'href_sha256']).doUpdateSet(values))
    .execute();
}

defineJob({
  name: TRY_LINKS_JOB,
  everyMinutes: 60,
  run: async (communeId) => {
    await tryOutsideLinks(communeId);
  },
});
