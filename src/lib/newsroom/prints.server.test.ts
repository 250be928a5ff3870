// Papers made from articles against a real database: which edition they carry, and until when they hold.
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, describe, expect, test } from 'vitest';
import { stopPrinting } from '#lib/platform/index.server.ts';
import { type Actor, parseMarkup, thePublic } from '#lib/platform/index.ts';
import {
  confirmPrint,
  confirmSentText,
  findPaper,
  listPrints,
  listSentTexts,
  makePrint,
  noteSentText,
  printPaper,
  readPaper,
} from './prints.server.ts';
import { withdrawArticle } from './publish.server.ts';
import { getArticle } from './read.server.ts';
import { editor, person, refusal, useNewsroom } from './testing.server.ts';

const { as, start, published, next } = useNewsroom();

describe('papers', () => {
  afterAll(stopPrinting);
  const office = { name: 'Ủy ban nhân dân xã', origin: 'https://xa.example', isDemo: true };
  const stateOf = async (id: string) =>
    as(editor, async (tx) => {
      const { edition } = await getArticle(tx, id);
      return (await listPrints(tx, edition.itemId)).map(({ state }) => state);
    });

  test('go stale with a new edition until confirmed or made anew; the code tells it to everybody', async () => {
    const { id, slug } = await published();
    const paper = (number: number) => as(thePublic, (tx) => findPaper(tx, slug, number));
    await as(editor, (tx) => makePrint(tx, id, 'poster'));
    expect(await stateOf(id)).toEqual(['current']);
    expect((await paper(1))?.state).toBe('current');
    const second = await next(id);
    expect(await stateOf(id)).toEqual(['stale']);
    expect((await paper(1))?.state).toBe('replaced');
    await as(editor, (tx) => confirmPrint(tx, second, 'poster'));
    expect(await stateOf(id)).toEqual(['current']);
    const third = await next(second);
    await as(editor, (tx) => makePrint(tx, third, 'poster'));
    expect((await paper(3))?.state).toBe('current');
    await as(editor, (tx) =>
      withdrawArticle(tx, third, { how: 'withdrawn', reason: 'Đã hết đợt.' }),
    );
    expect(await stateOf(id)).toEqual(['gone']);
    expect(await paper(1)).toMatchObject({ state: 'withdrawn', reason: 'Đã hết đợt.' });
    expect(await paper(9)).toBeUndefined();
    const wrong = await published({ title: 'Tên không nhắc lại' });
    await as(editor, (tx) => withdrawArticle(tx, wrong.id, { how: 'error', reason: 'Sai ngày.' }));
    const gone = await as(thePublic, (tx) => findPaper(tx, wrong.slug, 1));
    expect(gone).toMatchObject({ state: 'withdrawn', leadsTo: null });
    expect(gone?.title).not.toContain('Tên không nhắc lại');
  });

  test('and words that were sent go stale too, apart from papers', async () => {
    const { id } = await published();
    const sent = () =>
      as(editor, async (tx) => {
        const { edition } = await getArticle(tx, id);
        return (await listSentTexts(tx, edition.itemId)).map((one) => [one.form, one.state]);
      });
    await as(editor, (tx) => noteSentText(tx, id, 'short'));
    expect([await sent(), await stateOf(id)]).toEqual([[['short', 'current']], []]);
    const second = await next(id);
    expect(await sent()).toEqual([['short', 'stale']]);
    await as(editor, (tx) => confirmSentText(tx, second, 'short'));
    expect(await sent()).toEqual([['short', 'current']]);
    const none = as(editor, (tx) => confirmSentText(tx, second, 'chat'));
    await expect(none).rejects.toEqual(refusal('print.not-made'));
    for (const say of [noteSentText, confirmSentText]) {
      const refused = as(person('administrator'), (tx) => say(tx, second, 'short'));
      await expect(refused).rejects.toEqual(refusal('access.denied'));
    }
    const draft = await start();
    const early = as(editor, (tx) => noteSentText(tx, draft, 'chat'));
    await expect(early).rejects.toEqual(refusal('article.not-live'));
  });

  test('are made of live articles only, by those who may', async () => {
    const draft = await start();
    const make = (actor: Actor, id: string) => as(actor, (tx) => makePrint(tx, id, 'board-sheet'));
    await expect(make(editor, draft)).rejects.toEqual(refusal('article.not-live'));
    const { id } = await published();
    await expect(make(person('administrator'), id)).rejects.toEqual(refusal('access.denied'));
    const confirm = (actor: Actor) => as(actor, (tx) => confirmPrint(tx, id, 'poster'));
    await expect(confirm(person('administrator'))).rejects.toEqual(refusal('access.denied'));
    await expect(confirm(editor)).rejects.toEqual(refusal('print.not-made'));
  });

  test.each(['board-sheet', 'poster', 'poster-a3'] as const)(
    '%s is a PDF of every kind of text',
    async (form) => {
      const body = parseMarkup(
        '# Mục\n\n## Mục nhỏ\n\n- một\n  1. trong\n\n> trích\n\n! khung\n\n|= a | b |\n| c | **d** |\n\nDòng [dẫn](/tin).',
      );
      const { id } = await published({ body });
      await as(editor, (tx) => makePrint(tx, id, form));
      const data = await as(editor, (tx) => readPaper(tx, id, form, office));
      const pdf = await printPaper(data);
      expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
    },
  );

  const words = 'Thông báo về việc cấp nước sạch cho các thôn ở cuối xã ';
  test.each([
    ['a usual title', words.trim(), 'Từ tháng bảy.'],
    ['as long as they may be', words.repeat(4).slice(0, 199), words.repeat(10).slice(0, 499)],
    ['of 2,000 letters, as no form takes it', words.repeat(37).slice(0, 1999), ''],
    ['in a single word', 'Ưỡ'.repeat(100), 'w'.repeat(500)],
  ])('a poster with words %s is one sheet that has them all', async (_how, title, summary) => {
    const { id } = await published({ title: `${title}.`, summary });
    for (const form of ['poster', 'poster-a3', 'board-sheet'] as const) {
      await as(editor, (tx) => makePrint(tx, id, form));
      const pdf = await printPaper(await as(editor, (tx) => readPaper(tx, id, form, office)));
      const paper = await getDocumentProxy(new Uint8Array(pdf));
      const { text } = await extractText(paper, { mergePages: true });
      const letters = text.replaceAll(/[\s\u200b]/gu, '').normalize('NFC');
      expect(letters).toContain(`${title}.`.replaceAll(' ', ''));
      expect(letters).toContain(summary.replaceAll(' ', ''));
      if (form !== 'board-sheet') expect(paper.numPages).toBe(1);
    }
  });
});
