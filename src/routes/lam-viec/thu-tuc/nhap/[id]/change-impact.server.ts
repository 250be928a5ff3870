// What a change touches, over all rooms, and what the public is told of it.
import { richTextToPlain } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import { startArticle } from '#lib/newsroom/index.server.ts';
import { draftNotice } from '#lib/procedures/index.ts';
import { readImpact, type ChangePreview } from '#lib/procedures/index.server.ts';
import { shownSheet } from '../../traces.ts';
import { readWritings } from '../../writings.server.ts';

/** So many procedures are drawn; the counts are of all. */
const MOST_SHOWN = 60;

export async function readChangeImpact(tx: Tx, preview: ChangePreview, effectiveFrom: string) {
  const { change } = preview;
  if (change.status !== 'draft' && change.status !== 'applied') return null;
  const touched = await readImpact(tx, preview);
  if (touched.length === 0) return null;
  // Nobody can have written of what is new.
  const known = touched.filter(({ act }) => act !== 'new');
  const writings = await readWritings(
    tx,
    known.map(({ code, title, before }) => ({ code, titles: [title, before?.title ?? title] })),
  );
  const notice = draftNotice({ items: touched, decision: change.decision, effectiveFrom });
  return {
    total: touched.length,
    sheets: touched.flatMap(({ sheets }) => sheets).length,
    guides: touched.filter(({ hasGuide }) => hasGuide).length,
    forms: touched.reduce((sum, { forms }) => sum + forms, 0),
    oldNumbers: touched
      .flatMap(({ sheets }) => sheets)
      .filter(({ oldTelephone }) => oldTelephone !== null).length,
    ...writings,
    hotlines: [
      ...new Map(
        touched.flatMap(({ hotlines }) => hotlines).map((line) => [line.id, line]),
      ).values(),
    ],
    procedures: touched.slice(0, MOST_SHOWN).map(({ code, title, sheets, hasGuide, forms }) => ({
      code,
      title,
      hasGuide,
      forms,
      sheets: sheets.map(shownSheet),
    })),
    notice: notice && {
      title: notice.title,
      text: [notice.title, notice.summary, richTextToPlain(notice.body)].join('\n\n'),
    },
  };
}

/**
 * Begins the notice of an applied change as an article; a second time leads to the same one.
 * @returns the id of its edition; undefined where nothing changes for people
 */
export async function startNotice(tx: Tx, preview: ChangePreview): Promise<string | undefined> {
  const { change } = preview;
  const notice = draftNotice({
    items: await readImpact(tx, preview),
    decision: change.decision,
    effectiveFrom: change.effectiveFrom ?? tx.today,
  });
  if (!notice) return undefined;
  const article = { ...notice, section: 'thu-tuc', topics: [], unitId: null };
  return startArticle(tx, { clientKey: change.id, article });
}
