// The ties of an article: topics, pages of this site its words lead to, and what they name.
import { expect, it } from 'vitest';
import { parseMarkup } from '#lib/platform/index.ts';
import { tiesOf } from './ties.ts';

const HOSTS = ['xa.example'];
const sought = {
  find: (text: string) => ['khai sinh', 'chứng thực'].filter((words) => text.includes(words)),
  key: 'words',
};
const written = (body: string, given: { title?: string; topics?: string[] } = {}) => ({
  ...{ title: 'Tin', summary: '', section: 'thong-bao', topics: [], unitId: null },
  body: parseMarkup(body),
  ...given,
});

it('holds pages of this site once, however they are linked, and none of others', () => {
  const body =
    'Xem [một](/thu-tuc/1.001193), [hai](https://xa.example/thu-tuc/1.001193/giay-to), [ba](/van-ban/q-1), ' +
    '[ngoài](https://tinh.example/van-ban/q-2), [bàn](/lam-viec), [trang chủ](/).';
  expect(tiesOf(written(body), sought, HOSTS).leadsTo).toEqual([
    '/thu-tuc/1.001193',
    '/van-ban/q-1',
  ]);
});

it('holds what title and words name, across what is set in bold', () => {
  const ties = tiesOf(written('Làm **khai** sinh.', { title: 'Về chứng thực' }), sought, HOSTS);
  expect(ties.names).toEqual(['khai sinh', 'chứng thực']);
  expect(tiesOf(written('Trời đẹp.'), sought, HOSTS).names).toEqual([]);
});

it('holds a topic once', () => {
  expect(tiesOf(written('.', { topics: ['a', 'b', 'a'] }), sought, HOSTS).topics).toEqual([
    'a',
    'b',
  ]);
});
