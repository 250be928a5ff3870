// The library of pictures.
import { canInNewsroom } from '#lib/newsroom/index.ts';
import { countMedia, listMedia } from '#lib/newsroom/index.server.ts';
import { pageCount, pageNumber } from '#lib/ui/index.ts';
import { mediaWords } from './words.ts';
import type { PageServerLoad } from './$types';

const SIZE = 24;

export const load: PageServerLoad = ({ locals, url }) =>
  locals.read(async (tx) => {
    const retired = url.searchParams.get('xem') === 'da-cat';
    const filter = { words: mediaWords(url), retired };
    const page = pageNumber(url);
    const total = await countMedia(tx, filter);
    return {
      filter,
      total,
      page,
      pages: pageCount(total, SIZE),
      pictures: await listMedia(tx, filter, { size: SIZE, start: (page - 1) * SIZE }),
      mayAdd: canInNewsroom(tx.actor, 'media.add', {}),
    };
  });
