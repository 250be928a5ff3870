// An act that goes on after it came: another sheet was hung on the same day, one was hung by mistake. It stays
// one act; what a person corrected in it stays as the person said.
import type { Tx } from '#lib/platform/index.server.ts';
import { contentOfAct, getAct } from '../acts/get-act.server.ts';
import type { Quantities } from '../acts/kinds.ts';
import { attachOwnPage, attachOwnPhotographs, detachOwn } from '../acts/own-evidence.server.ts';
import type { OwnPage } from '../acts/own-evidence.server.ts';
import { reviseAct } from '../acts/record-act.server.ts';
import { readQuantities } from './arrivals.ts';
import { sameQuantities } from './sources.ts';

interface Before {
  readonly id: string;
  readonly act_id: string | null;
  readonly summary: string;
  readonly url: string;
  readonly words_sha256: string;
  readonly quantities: string;
  readonly photographs: readonly string[];
}

interface Grown {
  readonly page: OwnPage;
  readonly quantities: Quantities;
  readonly photographs: readonly string[];
  /** For the act's history. */
  readonly why: string;
}

/** Brings the act of an arrival to what is done by now; without an act there is nothing to do. */
export async function growAct(tx: Tx, before: Before, now: Grown): Promise<void> {
  if (before.act_id === null) return;
  const act = await getAct(tx, before.act_id);
  if (act.withdrawnAt !== null) return;
  await countMore(tx, act, before, now);
  const isOtherPage = before.words_sha256 !== now.page.sha256;
  const gone = before.photographs.filter((sha256) => !now.photographs.includes(sha256));
  const added = now.photographs.filter((sha256) => !before.photographs.includes(sha256));
  const own = { url: isOtherPage ? before.url : null, photographs: gone };
  await detachOwn(tx, act.id, own, now.why);
  if (isOtherPage) await attachOwnPage(tx, act.id, now.page);
  await attachOwnPhotographs(tx, act.id, added);
}

async function countMore(
  tx: Tx,
  act: Awaited<ReturnType<typeof getAct>>,
  before: Before,
  now: Grown,
): Promise<void> {
  const counted = readQuantities(before.quantities);
  const isOwn = sameQuantities(act.quantities, counted);
  const summary = act.summary === before.summary ? now.page.summary : act.summary;
  const isSame = summary === act.summary && sameQuantities(counted, now.quantities);
  if (!isOwn || isSame) return;
  const content = { ...contentOfAct(act), summary, quantities: now.quantities };
  await reviseAct(tx, { id: act.id, version: act.version, content, reason: now.why });
}
