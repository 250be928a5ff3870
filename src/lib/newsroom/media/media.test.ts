import { describe, expect, test } from 'vitest';
import { parseMarkup } from '#lib/platform/index.ts';
import { FOCUS_STEP, MediaForm, picturesOf, showMedia } from './media.ts';

const size = (format: 'avif' | 'webp' | 'jpeg', width: number) => ({
  format,
  width,
  height: width / 2,
  sha256: `${format}-${width}`,
});
const middle = { x: 50, y: 50 };
const urlOf = (sha256: string) => `/tep/${sha256}`;

describe('a picture on a page', () => {
  test('offers the newest format first, every width, and a plain one of middle size', () => {
    const sizes = [480, 960, 1600].flatMap((width) => [
      size('avif', width),
      size('jpeg', width),
      size('webp', width),
    ]);
    expect(showMedia(sizes, { x: 25, y: 75 }, urlOf)).toEqual({
      url: '/tep/jpeg-960',
      width: 960,
      height: 480,
      focus: { x: 25, y: 75 },
      sources: ['avif', 'webp'].map((format) => ({
        type: `image/${format}`,
        srcset: [480, 960, 1600].map((width) => `/tep/${format}-${width} ${width}w`).join(', '),
      })),
    });
  });

  test('takes the only width of a small one, and waits for sizes that are not made', () => {
    expect(showMedia([size('jpeg', 300)], middle, urlOf)).toMatchObject({
      url: '/tep/jpeg-300',
      sources: [],
    });
    expect(showMedia([], middle, urlOf)).toBeUndefined();
  });

  test('counts once in a text, however often it stands there', () => {
    const [one, other] = ['a'.repeat(64), 'b'.repeat(64)];
    const text = `![Một](anh:${one})\n\n![Hai](anh:${other})\n\n![Lại một](anh:${one})`;
    expect(picturesOf(parseMarkup(text))).toEqual([one, other]);
  });
});

describe('the form of a picture', () => {
  const sent = { alt: 'Đoàn viên phát tờ rơi', people: 'public-event' };

  test('looks at the middle unless told otherwise', () => {
    expect(MediaForm.parse(sent)).toMatchObject({ focusX: 50, focusY: 50, credit: '' });
  });

  test.each([0, 25, 50, 75, 100, 10, 30, 70, 90])('leaves a focus at %i %% where it is', (kept) => {
    expect(kept % FOCUS_STEP).toBe(0);
  });

  test.each([
    [{ ...sent, alt: '   ' }, 'alt'],
    [{ ...sent, alt: 'x'.repeat(501) }, 'alt'],
    [{ ...sent, people: 'somebody' }, 'people'],
    [{ alt: sent.alt }, 'people'],
    [{ ...sent, focusX: '101' }, 'focusX'],
  ])('refuses %o', (given, field) => {
    const read = MediaForm.safeParse(given);
    expect(read.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});
