// Pages of the portal that a link may lead to, while writing: everything public that search knows.
import { json } from '@sveltejs/kit';
import { requireInNewsroom } from '#lib/newsroom/index.ts';
import { findWays } from '#lib/portal/index.ts';
import { searchPublic } from '#lib/platform/index.server.ts';
import type { EditorLink } from '#lib/ui/index.ts';
import { formatDate, toPlainDate } from '#lib/vietnam/index.ts';
import type { RequestHandler } from './$types';

const MOST = 20;
const LONGEST = 200;
const KINDS: Readonly<Record<string, string>> = {
  article: 'Tin, bài',
  page: 'Trang của cơ quan',
  document: 'Văn bản',
  procedure: 'Thủ tục',
  plan: 'Kế hoạch',
  act: 'Hoạt động',
};

export const GET: RequestHandler = async ({ locals, url }) => {
  requireInNewsroom(locals.actor, 'article.write', {});
  const words = (url.searchParams.get('q') ?? '').slice(0, LONGEST);
  const { hits } = await locals.read((tx) => searchPublic(tx, words, { size: MOST, start: 0 }));
  const links: EditorLink[] = [
    ...hits.map(({ url: href, title, kind, publishedOn }) => ({
      href,
      title,
      about: [KINDS[kind] ?? '', publishedOn && formatDate(toPlainDate(publishedOn))]
        .filter(Boolean)
        .join(', '),
    })),
    ...findWays(words).map(({ href, label }) => ({
      href,
      title: label,
      about: 'Trang của cổng',
    })),
  ];
  // One page may be known by both.
  return json(
    links.filter(({ href }, index) => links.findIndex((one) => one.href === href) === index),
  );
};
