// Looks over what is being written, as it stands: what a second reader would say, and what plans suggest.
import type { Tx } from '#lib/platform/index.server.ts';
import type { Article } from '../article.ts';
import { checkArticle, type ArticleFault } from '../checks.ts';
import { readCheckFacts } from '../facts.server.ts';
import { requireCan } from '../permissions.ts';
import { suggestForArticle, type Suggestions } from './suggestions.server.ts';

export interface LookedOver extends Suggestions {
  readonly faults: readonly ArticleFault[];
}

/** Changes nothing. @param editionId the edition that is being written; left out for a new one */
export async function lookOver(tx: Tx, article: Article, editionId?: string): Promise<LookedOver> {
  requireCan(tx.actor, 'article.write', {});
  return {
    ...(await suggestForArticle(tx, article, editionId)),
    faults: checkArticle(article, await readCheckFacts(tx, article)),
  };
}
