// What a page of a search shows of each hit: the words that were looked for, marked where they stand.
import { bestPassage } from '#lib/platform/index.ts';
import {
  readSearchTexts,
  type SearchHit,
  type SearchResult,
  type Tx,
} from '#lib/platform/index.server.ts';
import { fold } from '#lib/vietnam/index.ts';
import { markWords, type MarkedText } from './marked-words.ts';

export interface ShownHit extends Pick<SearchHit, 'id' | 'url' | 'kind' | 'topic' | 'publishedOn'> {
  readonly title: readonly MarkedText[];
  readonly passage: readonly MarkedText[];
}

export async function showHits(
  tx: Tx,
  { hits, marks, unfinished }: SearchResult,
): Promise<ShownHit[]> {
  const words = new Set(marks);
  const texts = await readSearchTexts(
    tx,
    hits.map(({ id }) => id),
  );
  const marked = { words, unfinished };
  return hits.map((hit) => ({
    id: hit.id,
    url: hit.url,
    kind: hit.kind,
    topic: hit.topic,
    publishedOn: hit.publishedOn,
    title: markWords(hit.title, marked),
    passage: markWords(passageOf(hit, texts.get(hit.id) ?? '', words), marked),
  }));
}

/** The summary, unless the text says more of what was asked. */
function passageOf(hit: SearchHit, text: string, words: ReadonlySet<string>): string {
  const passage = bestPassage(text, words);
  if (passage === undefined) return hit.summary;
  return wordsIn(passage, words) > wordsIn(hit.summary, words) ? passage : hit.summary;
}

function wordsIn(text: string, words: ReadonlySet<string>): number {
  return new Set((fold(text).match(/[a-z0-9]+/g) ?? []).filter((word) => words.has(word))).size;
}
