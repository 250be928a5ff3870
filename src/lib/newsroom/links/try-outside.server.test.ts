// An office whose only link leads to another site: its silence is that site's, and is told after some days.
import { expect, test } from 'vitest';
import { parseMarkup } from '#lib/platform/index.ts';
import { editor, ownWord, useNewsroom } from '../testing.server.ts';
import { listDeadLinks } from './links.server.ts';
import { tryOutsideLinks } from './try-outside.server.ts';

const { database, as, published } = useNewsroom();

test('one link that is down three days is told as dead, tried once a day', async () => {
  const href = `https://${ownWord()}.example/trang`;
  await published({ body: parseMarkup(`Theo [trang của huyện](${href}).`) });
  let asked = 0;
  const down = async () => {
    asked += 1;
    return { failed: 'unreachable' } as const;
  };
  const dead = async (at: string) => {
    await tryOutsideLinks(database().communeId, down, at);
    return (await as(editor, (tx) => listDeadLinks(tx))).map(({ why }) => why);
  };
  expect(await dead('2023-07-01T01:00:00.000Z')).toEqual([]);
  expect(await dead('2023-07-01T02:00:00.000Z')).toEqual([]);
  expect(asked).toBe(1);
  expect(await dead('2023-07-02T01:00:00.000Z')).toEqual([]);
  expect(await dead('2023-07-03T01:00:00.000Z')).toEqual(['không mở được: không kết nối được']);
  expect(asked).toBe(3);
});
