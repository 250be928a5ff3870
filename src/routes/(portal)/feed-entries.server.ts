// What the feeds list: published plans and the newest public acts.
import { publicActUrl, publicPlanUrl } from '#lib/plans/index.ts';
import { listPublicActs, listPublishedPlans } from '#lib/plans/index.server.ts';
import { PUBLIC_FILES, publicArticleUrl } from '#lib/newsroom/index.ts';
import { listAttachmentsOf, listPublicArticles } from '#lib/newsroom/index.server.ts';
import { feedResponse, siteOf, type FeedEntry, type FeedFormat } from '#lib/portal/index.server.ts';
import type { RequestEvent } from '@sveltejs/kit';

const NEWEST = 50;

export async function answerFeed(event: RequestEvent, format: FeedFormat): Promise<Response> {
  const { locals, url } = event;
  const entries = await locals.read(async (tx): Promise<FeedEntry[]> => {
    const plans = await listPublishedPlans(tx);
    const { acts } = await listPublicActs(tx, {}, { size: NEWEST, start: 0 });
    const articles = await listPublicArticles(tx, {}, { size: NEWEST, start: 0 });
    const files = await listAttachmentsOf(
      tx,
      articles.map(({ id }) => id),
    );
    return [
      ...articles.map(({ id, slug, title, summary, publicAt }) => ({
        path: publicArticleUrl(slug ?? ''),
        title,
        summary,
        publishedAt: publicAt ?? '',
        files: (files.get(id) ?? []).map((file) => ({
          path: `${PUBLIC_FILES}/${file.file}`,
          title: file.title,
          mediaType: file.mediaType,
          size: file.size,
        })),
      })),
      ...plans.map(({ slug, title, publishedAt }) => ({
        path: publicPlanUrl(slug),
        title: `Kế hoạch: ${title}`,
        summary: title,
        publishedAt,
      })),
      ...acts.map(({ slug, title, summary, recordedAt }) => ({
        path: publicActUrl(slug),
        title,
        summary,
        publishedAt: recordedAt,
      })),
    ];
  });
  return feedResponse(format, siteOf(locals.commune), entries, url.origin);
}
