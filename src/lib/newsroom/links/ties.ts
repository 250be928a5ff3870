// What ties an article to other things everybody reads: topics it serves, pages its words lead to, and
// what they name. Pure.
import { linksOf, richTextToPlain } from '#lib/platform/index.ts';
import type { Article } from '../article.ts';
import { destinationOf } from './addresses.ts';

/** What is looked for in the words of articles. */
export interface Sought {
  /** What a text speaks of. */
  readonly find: (text: string) => readonly string[];
  /** Tells it from others: what has the same key finds the same. */
  readonly key: string;
}

export interface Ties {
  /** Topics of plans, by id. */
  readonly topics: readonly string[];
  /** Addresses of pages of this site, each once. */
  readonly leadsTo: readonly string[];
  /** What was sought and found. */
  readonly names: readonly string[];
}

/** @param hosts names this site answers under */
export function tiesOf(article: Article, sought: Sought, hosts: readonly string[]): Ties {
  const { title, summary, body, topics } = article;
  const addresses = linksOf(body).flatMap(({ href }) => {
    const destination = destinationOf(href, hosts);
    return destination.to === 'item' ? [destination.address] : [];
  });
  return {
    topics: [...new Set(topics)],
    leadsTo: [...new Set(addresses)],
    names: sought.find([title, summary, richTextToPlain(body)].join('\n')),
  };
}
