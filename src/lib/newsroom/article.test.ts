// What the form of an article takes, however strange what is sent: bounded, and told beside its field.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printMarkup, readForm, richTextToHtml } from '#lib/platform/index.ts';
import { ArticleForm, TITLE_LENGTH } from './article.ts';
import { ATTACHMENT_FIELDS, MOST_ATTACHMENTS } from './attachments/attachments.ts';

type Fields = readonly (readonly [name: string, value: string])[];
function send(...fields: Fields) {
  const data = new FormData();
  for (const [name, value] of [['section', 'thong-bao'], ...fields] as Fields)
    data.append(name, value);
  return readForm(data, ArticleForm, ['topics', ...ATTACHMENT_FIELDS]);
}
const titled = (...fields: Fields) => send(['title', 'Lịch tiếp dân'], ...fields);
const faultsOf = (answer: ReturnType<typeof send>) =>
  answer.ok ? [] : answer.errors.map(({ name }) => name);
const hash = (letter: string) => letter.repeat(64);

describe('a title', () => {
  test('of 2,000 letters is refused beside its field and given back whole', () => {
    const title = 'ă'.repeat(2_000);
    const answer = send(['title', title], ['body', 'Chữ.']);
    expect(faultsOf(answer)).toEqual(['title']);
    expect(answer.values['title']).toBe(title);
  });

  test('is measured as it is read, not as it was typed', () => {
    const title = 'ệ'.repeat(TITLE_LENGTH);
    expect(send(['title', title.normalize('NFD')], ['body', 'Chữ.']).ok).toBe(true);
  });
});

describe('a text', () => {
  test('with scripts has their letters, never their deeds', () => {
    const evil = '<script>alert(1)</script><img src=x onerror=alert(2)> [x](javascript:alert(3))';
    const answer = titled(['body', evil]);
    const html = answer.ok
      ? richTextToHtml(answer.value.article.body, { pictureUrl: (file) => file })
      : '';
    expect(html).toContain('&#60;script&#62;');
    expect(html).not.toMatch(/<script|<img|<a /);
  });

  test.each([
    ['a kind that isn’t known', { type: 'doc', content: [{ type: 'iframe' }] }],
    [
      'a link that runs',
      {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [
              {
                type: 'text',
                text: 'x',
                marks: [{ type: 'link', attrs: { href: 'javascript:1' } }],
              },
            ],
          },
        ],
      },
    ],
  ])('of %s, as somebody else’s program sends it, is refused', (_what, json) => {
    expect(faultsOf(titled(['body-json', JSON.stringify(json)]))).toEqual(['body']);
  });

  test('of two hundred pages of Word is taken, and one of ten times that told to be cut', () => {
    const page = {
      type: 'paragraph',
      content: [{ type: 'text', text: 'Căn cứ quy định. '.repeat(120) }],
    };
    const pages = (count: number) =>
      titled([
        'body-json',
        JSON.stringify({ type: 'doc', content: Array.from({ length: count }, () => page) }),
      ]);
    const taken = pages(200);
    expect(taken.ok && printMarkup(taken.value.article.body).length).toBeGreaterThan(400_000);
    expect(faultsOf(pages(2_000))).toEqual(['body']);
  });
});

describe('files', () => {
  test('keep their names through whatever is taken off', () => {
    const letters = fc.uniqueArray(fc.constantFrom(...'0123456789ab'), {
      maxLength: MOST_ATTACHMENTS,
    });
    fc.assert(
      fc.property(letters, fc.array(fc.constantFrom(...'0123456789ab')), (sent, off) => {
        const answer = titled(
          ['body', 'Chữ.'],
          ...sent.flatMap((letter): Fields => [
            ['attached', hash(letter)],
            ['attached-title', `Tệp ${letter}`],
          ]),
          ...off.map((letter) => ['detached', hash(letter)] as const),
        );
        const kept = answer.ok ? (answer.value.article.attachments ?? []) : undefined;
        expect(kept?.map(({ file, title }) => `${file[0]} ${title}`)).toEqual(
          sent.filter((letter) => !off.includes(letter)).map((letter) => `${letter} Tệp ${letter}`),
        );
      }),
    );
  });

  test.each([
    [
      'without a name',
      [
        ['attached', hash('a')],
        ['attached-title', ' '],
      ],
    ],
    [
      'with a name too long',
      [
        ['attached', hash('a')],
        ['attached-title', 'x'.repeat(201)],
      ],
    ],
  ] as [string, Fields][])('%s are told beside their field', (_what, fields) => {
    expect(faultsOf(titled(['body', 'Chữ.'], ...fields))).toEqual(['files']);
  });

  test('beyond what one article carries are told, not cut', () => {
    const many = [...'0123456789abcdef'].flatMap((letter): Fields => [
      ['attached', hash(letter)],
      ['attached-title', letter],
    ]);
    expect(faultsOf(titled(['body', 'Chữ.'], ...many))).toEqual(['files']);
  });
});
