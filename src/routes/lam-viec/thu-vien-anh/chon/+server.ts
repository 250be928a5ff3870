// Pictures to choose from while writing, newest first.
import { json } from '@sveltejs/kit';
import { listMedia } from '#lib/newsroom/index.server.ts';
import { mediaWords } from '../words.ts';
import type { RequestHandler } from './$types';

const MOST = 24;

export const GET: RequestHandler = async ({ locals, url }) => {
  const filter = { words: mediaWords(url), retired: false };
  const pictures = await locals.read((tx) => listMedia(tx, filter, { size: MOST, start: 0 }));
  return json(
    pictures.map(({ sha256, alt, credit, shown }) => ({
      file: sha256,
      alt,
      credit,
      // The smallest is enough to know it by.
      thumb: shown?.sources[0]?.srcset.split(' ')[0] ?? null,
    })),
  );
};
