// What may be kept as text, and what comes out of it as HTML, words and markup.
import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, test } from 'vitest';
import { fitsMarkup, parseMarkup, printMarkup } from './markup.ts';
import { lengthOf, outlineOf, picturesOf } from './outline.ts';
import { isSafeAddress, readRichText, RICH_TEXT_LIMITS, type RichText } from './rich-text.ts';
import { richTexts } from './rich-text.samples.ts';
import { richTextToHtml } from './to-html.ts';
import { richTextToPlain } from './to-plain.ts';

const html = (text: RichText) => richTextToHtml(text, { pictureUrl: (file) => `/tep/${file}` });
const doc = (...content: unknown[]) => JSON.stringify({ type: 'doc', content });
const paragraph = (text: string, marks?: unknown[]) => ({
  type: 'paragraph',
  content: [{ type: 'text', text, ...(marks && { marks }) }],
});

describe('what is kept', () => {
  test('is whatever the editor can make', () => {
    fc.assert(
      fc.property(richTexts, (text) => {
        const read = readRichText(JSON.stringify(text));
        expect(read).toEqual({ ok: true, value: text });
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ['a script', doc({ type: 'script', content: [{ type: 'text', text: 'x' }] })],
    ['an unknown attribute', doc({ type: 'paragraph', attrs: { style: 'x' }, content: [] })],
    ['a heading of level 1', doc({ type: 'heading', attrs: { level: 1 } })],
    [
      'a picture of another host',
      doc({ type: 'picture', attrs: { file: 'https://a.example/b.png', alt: '', credit: '' } }),
    ],
    ['no JSON', '{"type":'],
    ['a number', '5'],
    ['nothing', ''],
    [
      'a script address',
      doc(paragraph('x', [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }])),
    ],
    [
      'a heading in a cell',
      doc({
        type: 'table',
        content: [
          {
            type: 'table_row',
            content: [
              {
                type: 'table_cell',
                attrs: { colspan: 1, rowspan: 1 },
                content: [{ type: 'heading', attrs: { level: 2 } }],
              },
            ],
          },
        ],
      }),
    ],
  ])('is never %s', (_what, given) => {
    expect(readRichText(given).ok).toBe(false);
  });

  test('takes two hundred pages, and refuses what nests without end or goes on for ever', () => {
    const pages = Array.from({ length: 6_000 }, () =>
      paragraph('Ủy ban nhân dân xã thông báo. '.repeat(3)),
    );
    expect(readRichText(doc(...pages)).ok).toBe(true);
    const deep = `{"type":"doc","content":[${'{"type":"bullet_list","content":['.repeat(90_000)}`;
    expect(readRichText(deep + ']}'.repeat(90_000) + ']}')).toMatchObject({ ok: false });
    let nested: unknown = { type: 'paragraph' };
    for (let depth = 0; depth < 200; depth += 1) {
      nested = { type: 'bullet_list', content: [{ type: 'list_item', content: [nested] }] };
    }
    expect(readRichText(doc(nested))).toMatchObject({
      ok: false,
      message: expect.stringContaining('lồng nhau'),
    });
    const long = doc(paragraph('a'.repeat(RICH_TEXT_LIMITS.letters + 1)));
    expect(readRichText(long)).toMatchObject({
      ok: false,
      message: expect.stringContaining('dài quá'),
    });
  });

  test('composes letters written in parts', () => {
    const read = readRichText(doc(paragraph('Ủy'.normalize('NFD'))));
    expect(read.ok && richTextToPlain(read.value)).toBe('Ủy');
  });
});

test('a link leads only where a reader expects it', () => {
  for (const good of [
    'https://a.example',
    '/tin/a',
    '#muc-1',
    'tel:02203 123',
    'mailto:a@b.example',
  ]) {
    expect(isSafeAddress(good), good).toBe(true);
  }
  for (const bad of [
    'javascript:alert(1)',
    ' javascript:x',
    '//evil.example',
    'data:text/html,x',
    'JaVaScRiPt:x',
    '/\\evil.example',
    'vbscript:x',
  ]) {
    expect(isSafeAddress(bad), bad).toBe(false);
  }
});

describe('as HTML', () => {
  const TAGS =
    /^(p|h[234]|ul|ol|li|blockquote|aside|figure|figcaption|img|div|table|tbody|tr|th|td|strong|em|sup|sub|a|br)$/;
  const ATTRIBUTES =
    /^(id|href|rel|src|alt|loading|decoding|class|start|colspan|rowspan|tabindex|role|aria-label)$/;

  test('holds nothing but its own tags, whatever the words are', () => {
    fc.assert(
      fc.property(richTexts, (text) => {
        walk(parseFragment(html(text)), (element) => {
          expect(element.tagName).toMatch(TAGS);
          for (const { name, value } of element.attrs) {
            expect(name).toMatch(ATTRIBUTES);
            if (name === 'href') expect(isSafeAddress(value)).toBe(true);
          }
        });
      }),
      { numRuns: 150 },
    );
  });

  test('says every word once', () => {
    fc.assert(
      fc.property(richTexts, (text) => {
        let shown = '';
        walk(
          parseFragment(html(text)),
          () => undefined,
          (value) => (shown += value),
        );
        const bare = (value: string) => value.replace(/\s/g, '');
        for (const node of text.content) {
          if (node.type !== 'heading') continue;
          const words = (node.content ?? [])
            .map((run) => (run.type === 'text' ? run.text : ''))
            .join('');
          expect(bare(shown)).toContain(bare(words));
        }
      }),
      { numRuns: 50 },
    );
  });

  test('tells two headings alike apart', () => {
    const text = parseMarkup('# Hồ sơ\n\nmột\n\n# Hồ sơ');
    expect(outlineOf(text).map(({ id }) => id)).toEqual(['muc-ho-so', 'muc-ho-so-2']);
    expect(html(text)).toContain('<h2 id="muc-ho-so-2">Hồ sơ</h2>');
  });
});

describe('as markup', () => {
  test('goes there and back', () => {
    fc.assert(
      fc.property(richTexts, (text) => {
        expect(parseMarkup(printMarkup(text))).toEqual(text);
        expect(fitsMarkup(text)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('is whatever people type', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (typed) => {
        expect(readRichText(JSON.stringify(parseMarkup(typed))).ok).toBe(true);
      }),
    );
  });

  test('reads a plain letter', () => {
    const text = parseMarkup(
      '# Giấy tờ cần có\n\nMang theo **căn cước**:\n\n- tờ khai\n  - hai bản\n- ảnh 3 × 4\n\n|= Việc | Hạn |\n| Khai sinh | 1 ngày |\n\n> Làm đúng\n\n! Không thu phí',
    );
    expect(text.content.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'bullet_list',
      'table',
      'blockquote',
      'box',
    ]);
    expect(html(text)).toContain(
      '<ul><li>tờ khai<ul><li>hai bản</li></ul></li><li>ảnh 3 × 4</li></ul>',
    );
    expect(richTextToPlain(text)).toContain('Khai sinh | 1 ngày');
  });

  test('says so where merged cells would be lost', () => {
    const merged = readRichText(
      doc({
        type: 'table',
        content: [
          {
            type: 'table_row',
            content: [
              {
                type: 'table_cell',
                attrs: { colspan: 2, rowspan: 1, colwidth: [80] },
                content: [paragraph('a')],
              },
            ],
          },
        ],
      }),
    );
    expect(merged.ok && fitsMarkup(merged.value)).toBe(false);
  });
});

test('counts syllables as Word does, and minutes to read them', () => {
  expect(lengthOf('')).toEqual({ words: 0, minutes: 0 });
  expect(lengthOf('Ủy ban nhân dân xã, số 12/KH-UBND.')).toEqual({ words: 7, minutes: 1 });
  expect(lengthOf('chữ '.repeat(660)).minutes).toBe(3);
});

test('lists its pictures once each', () => {
  const picture = `![Bảng niêm yết](anh:${'a'.repeat(64)} "Ban Biên tập")`;
  expect(picturesOf(parseMarkup(`${picture}\n\n${picture}`))).toEqual(['a'.repeat(64)]);
});

type Element = DefaultTreeAdapterTypes.Element;

function walk(
  node: DefaultTreeAdapterTypes.Node,
  see: (element: Element) => void,
  hear: (text: string) => void = () => undefined,
): void {
  if ('tagName' in node) see(node);
  if (node.nodeName === '#text' && 'value' in node) hear(node.value);
  if ('childNodes' in node) for (const child of node.childNodes) walk(child, see, hear);
}
