// Looks over what is being written, as it stands: what a second reader would say, and what plans suggest.
import type { Tx } from '#lib/platform/index.server.ts';
import type { ItemKind } from '#lib/platform/index.ts';
import type { Article } from '../article.ts';
import { checkArticle, type ArticleFault } from '../checks.ts';
import { readCheckFacts } from '../facts.server.ts';
import { requireCan } from '../permissions.ts';
import { suggestForArticle, type Suggestions } from './suggestions.server.ts';

export interface LookedOver extends Suggestions {
  readonly faults: readonly ArticleFault[];
}

/** What is being written. */
export interface Writing {
  /** Left out for a new one. */
  readonly editionId?: string | undefined;
  /** Pages of the office serve no plan: nothing is suggested for them. */
  readonly kind?: ItemKind;
}

/** Changes nothing. */
export async function lookOver(
  tx: Tx,
  article: Article,
  { editionId, kind = 'article' }: Writing = {},
): Promise<LookedOver> {
  requireCan(tx.actor, 'article.write', {});
  const suggested =
    kind === 'page'
      ? { topics: [], channels: [] }
      : await suggestForArticle(tx, article, editionId);
  return {
    ...suggested,
    faults: checkArticle(article, await readCheckFacts(tx, article)),
  };
}
