import { expect, it } from 'vitest';
import { feedLinks, findFeedFormat } from './feed-files.ts';

it('puts three formats beside each other, narrowed alike', () => {
  expect(feedLinks('/van-ban', '?ve=a').map(({ href }) => href)).toEqual([
    '/van-ban/rss.xml?ve=a',
    '/van-ban/atom.xml?ve=a',
    '/van-ban/feed.json?ve=a',
  ]);
  for (const { format, href } of feedLinks('')) expect(findFeedFormat(href.slice(1))).toBe(format);
});

it('knows no other file', () => {
  for (const file of ['', 'rss', 'RSS.XML', 'feed.xml', '../rss.xml']) {
    expect(findFeedFormat(file)).toBeUndefined();
  }
});
