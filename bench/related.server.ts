// How long it takes to say what else to read beside an article among ten years of news: the first time after
// something happened, when all there is to choose from is put together, and every time after.
import { performance } from 'node:perf_hooks';
import { findPublicArticle } from '#lib/newsroom/index.server.ts';
import { inCommune } from '#lib/platform/index.server.ts';
import { readBesideArticle } from '#lib/portal/index.server.ts';
import { median, round, row } from './figures.ts';
import { sampleCommune } from './newsroom.server.ts';

const TIMES = 50;

/** @param slug of a published article of the sample commune */
export async function benchRelated(slug: string): Promise<string[]> {
  const communeId = await sampleCommune();
  const readOnce = () =>
    inCommune(communeId, async (tx) => {
      const found = await findPublicArticle(tx, slug);
      if (!found) throw new Error(`no article ${slug}`);
      const begun = performance.now();
      await readBesideArticle(tx, found);
      return performance.now() - begun;
    });
  const first = await readOnce();
  const times: number[] = [];
  for (let time = 0; time < TIMES; time += 1) times.push(await readOnce());
  return [
    row(
      'what else to read beside an article',
      `${round(median(times), 1)} ms`,
      `median of ${TIMES}; ${round(first)} ms the first time after a change`,
    ),
  ];
}
