// A published article is an act of publicity: it is handed to the plans room inside the transaction that
// made it public, and taken back where the article was wrong.
import { getEdition, sha256Hex, subscribe } from '#lib/platform/index.server.ts';
import { endArrival, takeArrival } from '#lib/plans/index.server.ts';
import { toInstant, vietnamDate } from '#lib/vietnam/index.ts';
import { publicArticleUrl } from './article.ts';
import type { ArticlePublishedData } from './events.ts';
import { dutyOfHandedItem } from './handovers/handle.server.ts';
import { articleOf } from './write.server.ts';

subscribe('article.published', async (tx, { subject, data }) => {
  const { edition: editionId, slug, topics, unit } = data as unknown as ArticlePublishedData;
  const edition = await getEdition(tx, editionId);
  const { title, summary } = articleOf(edition);
  const duty = await dutyOfHandedItem(tx, subject.id);
  await takeArrival(tx, {
    source: 'article',
    of: subject.id,
    day: vietnamDate(toInstant(edition.publicAt ?? tx.now)),
    unitId: unit,
    topics,
    ...(duty !== null && { duties: [duty] }),
    page: {
      url: publicArticleUrl(slug),
      title,
      summary,
      // As its revision's event has it.
      sha256: sha256Hex(edition.content),
      isPublic: true,
    },
  });
});

// An article that was replaced or is no longer in force did tell people; a wrong one told them nothing.
subscribe('edition.withdrawn', async (tx, { subject, data }) => {
  const { edition: editionId, how } = data as unknown as { edition: string; how: string };
  if (how !== 'error') return;
  const { withdrawnReason } = await getEdition(tx, editionId);
  await endArrival(tx, {
    source: 'article',
    of: subject.id,
    reason: `Bài đã gỡ vì có sai sót: ${withdrawnReason ?? ''}`,
  });
});
