// Ordering the home page: nothing is lost or doubled by any row of presses.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blocksAt,
  countHome,
  HOME_BLOCK_IDS,
  HOME_BLOCKS,
  HOME_PLACES,
  HOME_STEPS,
  type HomePlace,
  homeBlock,
  readHome,
  stepHome,
  usualHome,
} from './blocks.ts';

const idsAt = (layout: typeof usualHome, place: HomePlace) =>
  blocksAt(layout, place).map(({ id }) => id);

describe('the order of blocks', () => {
  it('knows every block once', () => {
    expect(HOME_BLOCKS.map(({ id }) => id).toSorted()).toEqual([...HOME_BLOCK_IDS].toSorted());
  });

  it('moves a block past its neighbour of the same place, and no further than the ends', () => {
    const moved = stepHome(usualHome, 'reform', 'up');
    expect(idsAt(moved, 'main').slice(0, 4)).toEqual(['news', 'reform', 'notices', 'documents']);
    expect(idsAt(moved, 'side')).toEqual(idsAt(usualHome, 'side'));
    expect(stepHome(usualHome, 'news', 'up')).toEqual(usualHome);
    expect(stepHome(usualHome, 'villages', 'down')).toEqual(usualHome);
  });

  it('keeps every block once and in its place, whatever is pressed', () => {
    const press = fc.tuple(fc.constantFrom(...HOME_BLOCK_IDS), fc.constantFrom(...HOME_STEPS));
    fc.assert(
      fc.property(fc.array(press, { maxLength: 30 }), (presses) => {
        const end = presses.reduce((layout, [id, step]) => stepHome(layout, id, step), usualHome);
        for (const place of HOME_PLACES) {
          expect(idsAt(end, place).toSorted()).toEqual(idsAt(usualHome, place).toSorted());
        }
        expect(readHome(JSON.stringify(end))).toEqual(end);
      }),
    );
  });

  it('undoes a move by its opposite', () => {
    const there = stepHome(usualHome, 'notices', 'down');
    expect(there).not.toEqual(usualHome);
    expect(stepHome(there, 'notices', 'up')).toEqual(usualHome);
  });
});

describe('the number of items', () => {
  it.each([
    [0, 2],
    [5, 5],
    [500, 8],
  ])('%s becomes %s', (asked, kept) => {
    const news = countHome(usualHome, 'news', asked).find(({ id }) => id === 'news');
    expect(news?.items).toBe(kept);
  });

  it('is nothing for a block without a list', () => {
    expect(countHome(usualHome, 'hotlines', 4).find(({ id }) => id === 'hotlines')?.items).toBe(
      null,
    );
  });
});

describe('a kept arrangement', () => {
  it('survives blocks that are gone, that are new, and numbers beyond their bounds', () => {
    const kept = [
      { id: 'weather', shown: true, items: 3 },
      { id: 'documents', shown: true, items: 900 },
      { id: 'news', shown: false, items: 3 },
    ];
    const layout = readHome(JSON.stringify(kept));
    expect(layout.slice(0, 2)).toEqual([
      { id: 'documents', shown: true, items: homeBlock('documents').items?.most },
      { id: 'news', shown: false, items: 3 },
    ]);
    expect(layout).toHaveLength(HOME_BLOCKS.length);
  });
});
