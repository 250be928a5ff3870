// Tries the links that leave the site, by a job and never while a page is drawn: a few an hour, each seldom.
import {
  defineJob,
  inCommune,
  listOwnHosts,
  readCommune,
  type Tx,
} from '#lib/platform/index.server.ts';
import { systemJob } from '#lib/platform/index.ts';
import { destinationOf } from './addresses.ts';
import { knock } from './knock.server.ts';
import { keepOlderLinks } from './older-links.server.ts';
import {
  afterNothing,
  afterTry,
  hostOf,
  isOffTheNet,
  isOnTheNet,
  type Answer,
  type Around,
  type Tried,
} from './outside.ts';
import { endSilence, findSilence, keepSilence } from './silence.server.ts';
import { forgetTriedBut, keepTried, selectTried } from './tried.server.ts';

const TRY_LINKS_JOB = 'links.try-outside';
const MOST_A_RUN = 30;
const SOUND_DAYS = 7;
/** A page that failed, or of which nothing is known yet. */
const UNSURE_DAYS = 1;

interface Due {
  readonly href: string;
  readonly before: Tried | undefined;
}

/**
 * Tries what is due, one after the other. Where this machine is off the net, nothing is said of anybody's
 * page but since when nobody answers; what was due is tried again another day.
 * @returns how many were tried and told
 */
export async function tryOutsideLinks(
  communeId: string,
  ask: (href: string) => Promise<Answer> = knock,
  now = new Date().toISOString(),
): Promise<number> {
  const as = { write: true, actor: systemJob(TRY_LINKS_JOB), now };
  const { due, ...around } = await inCommune(communeId, selectDue, as);
  const tries: (Due & { answer: Answer })[] = [];
  for (const each of due) tries.push({ ...each, answer: await ask(each.href) });
  const isOff = isOffTheNet(tries, around);
  await inCommune(
    communeId,
    async (tx) => {
      if (isOff) await keepSilence(tx);
      else if (around.wasOff && isOnTheNet(tries, around)) await endSilence(tx);
      for (const { href, before, answer } of tries) {
        const tried = isOff ? afterNothing(before, tx.now) : afterTry(before, answer, tx.now);
        await keepTried(tx, href, tried);
      }
    },
    as,
  );
  return isOff ? 0 : tries.length;
}

/** Links of live editions that weren't tried for long; a demonstration office asks nobody. */
async function selectDue(tx: Tx): Promise<Around & { readonly due: Due[] }> {
  await keepOlderLinks(tx);
  const wasOff = (await findSilence(tx)) !== undefined;
  if ((await readCommune(tx)).demoDay !== null) return { due: [], wasOff, hosts: 0 };
  const hosts = await listOwnHosts(tx);
  const rows = await tx.db
    .selectFrom('text_link')
    .innerJoin('edition', (join) =>
      join
        .onRef('edition.commune_id', '=', 'text_link.commune_id')
        .onRef('edition.id', '=', 'text_link.edition_id'),
    )
    .select('text_link.href')
    .distinct()
    .where('edition.status', '=', 'published')
    .execute();
  const hrefs = rows.map(({ href }) => href);
  await forgetTriedBut(tx, hrefs);
  const tried = await selectTried(tx);
  const outside = hrefs.filter((href) => destinationOf(href, hosts).to === 'outside');
  const due = outside
    .map((href) => ({ href, before: tried.get(href) }))
    .filter(({ before }) => isDue(before, wasOff, tx.now))
    .sort((a, b) => (a.before?.triedAt ?? '').localeCompare(b.before?.triedAt ?? ''))
    .slice(0, MOST_A_RUN);
  return { due, wasOff, hosts: new Set(outside.map(hostOf)).size };
}

/** While all are silent each is asked every day, so that the end of it isn't noticed a week late. */
function isDue(before: Tried | undefined, wasOff: boolean, now: string): boolean {
  if (!before) return true;
  const isSound = !wasOff && before.failingSince === null && before.status !== null;
  const days = (Date.parse(now) - Date.parse(before.triedAt)) / 86_400_000;
  return days >= (isSound ? SOUND_DAYS : UNSURE_DAYS);
}

defineJob({
  name: TRY_LINKS_JOB,
  everyMinutes: 60,
  run: async (communeId) => {
    await tryOutsideLinks(communeId);
  },
});
