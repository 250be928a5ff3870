// The calendar of publication against a real database: by Vietnamese days, and another hour by who may.
import { describe, expect, test } from 'vitest';
import { thePublic } from '#lib/platform/index.ts';
import { toInstant, toMonthKey } from '#lib/vietnam/index.ts';
import {
  publishArticle,
  publishDueArticles,
  rescheduleArticle,
  scheduleArticle,
  withdrawArticle,
} from '../publish.server.ts';
import { article, editor, leader, person, refusal, useNewsroom } from '../testing.server.ts';
import { approveArticle, correctArticle, saveArticle, submitArticle } from '../write.server.ts';
import { readCalendar } from './calendar.server.ts';
import { gapsOf, monthSpell } from './calendar.ts';

const { database, as, approved, published, statusOf } = useNewsroom();
const JULY = toMonthKey('2023-07');
const june = monthSpell(toMonthKey('2023-06'));
/** Half past six in the evening of 30 June in Greenwich is July in Vietnam. */
const LATE = toInstant('2023-06-30T18:30:00.000Z');
const read = (spell = monthSpell(JULY)) => as(editor, (tx) => readCalendar(tx, spell, JULY));

async function scheduled(at = LATE): Promise<string> {
  const id = await approved();
  await as(editor, (tx) => scheduleArticle(tx, id, at, 'refuse'));
  return id;
}

/** @returns the edition that went out then */
async function publishedAt(now: string): Promise<string> {
  const id = await approved();
  await as(editor, (tx) => publishArticle(tx, id, 'refuse'), now);
  return id;
}

async function correctedAt(id: string, now: string, minor = false): Promise<string> {
  const next = await as(editor, (tx) => correctArticle(tx, id), now);
  const saving = { article: article(), base: 1, minor, changeNote: '' };
  await as(editor, (tx) => saveArticle(tx, next, saving), now);
  await as(editor, (tx) => submitArticle(tx, next), now);
  await as(leader, (tx) => approveArticle(tx, next, 2), now);
  await as(editor, (tx) => publishArticle(tx, next, 'refuse'), now);
  return next;
}

describe('the calendar', () => {
  test('shows what came out and what is to come on the day it is in Vietnam', async () => {
    const { id } = await published();
    const waits = await scheduled();
    const inJune = (await read(june)).entries;
    expect(inJune.find((one) => one.id === id)).toMatchObject({
      ...{ day: '2023-06-30', time: '08:00', kind: 'published' },
    });
    expect(inJune.some((one) => one.id === waits)).toBe(false);
    const { entries, scheduled: list } = await read();
    expect(entries.find((one) => one.id === waits)).toMatchObject({
      ...{ day: '2023-07-01', time: '01:30', kind: 'scheduled' },
    });
    expect(list.some((one) => one.id === waits)).toBe(true);
  });

  test('leaves what came out on its day, corrected or taken off since; a slip put right is no news', async () => {
    const at = (day: string) => `2023-11-${day}T01:00:00.000Z`;
    const first = await publishedAt(at('01'));
    const second = await correctedAt(first, at('20'));
    const slip = await correctedAt(second, at('22'), true);
    const november = monthSpell(toMonthKey('2023-11'));
    const told = async () =>
      (await read(november)).entries
        .filter(({ id }) => [first, second, slip].includes(id))
        .map(({ day, kind, about }) => `${day} ${kind} ${about}`.trim());
    expect(await told()).toEqual(['2023-11-01 published', '2023-11-20 corrected']);
    const { entries } = await read(november);
    expect(gapsOf(november, entries)).toEqual([
      { from: '2023-11-02', to: '2023-11-19' },
      { from: '2023-11-21', to: '2023-11-30' },
    ]);
    const other = await publishedAt(at('25'));
    await as(editor, (tx) => withdrawArticle(tx, other, { how: 'error', reason: 'Sai' }));
    const gone = (await read(november)).entries.find(({ id }) => id === other);
    expect(gone).toMatchObject({ day: '2023-11-25', about: 'Đã gỡ khỏi cổng' });
  });

  test('without a plan expects nothing, and says that there is none', async () => {
    expect((await read()).expected).toBeNull();
  });

  test('isn’t for the public', async () => {
    await expect(as(thePublic, (tx) => readCalendar(tx, june, JULY))).rejects.toMatchObject({
      code: expect.stringMatching(/^access\./),
    });
  });
});

describe('another hour', () => {
  const at = toInstant('2023-07-05T01:00:00.000Z');
  const move = (id: string, to = at, actor = editor) =>
    as(actor, (tx) => rescheduleArticle(tx, id, to));

  test('takes the place of the first: nothing comes out at the old one', async () => {
    const id = await scheduled();
    await move(id);
    expect((await read()).entries.find((one) => one.id === id)?.day).toBe('2023-07-05');
    await publishDueArticles(database().communeId, '2023-07-02T01:00:00.000Z');
    expect(await statusOf(id)).toBe('scheduled');
    await publishDueArticles(database().communeId, '2023-07-06T01:00:00.000Z');
    expect(await statusOf(id)).toBe('published');
  });

  test('is only for what has one, and never in the past', async () => {
    await expect(move(await approved())).rejects.toEqual(refusal('edition.wrong-status'));
    const past = toInstant('2023-06-01T00:00:00.000Z');
    await expect(move(await scheduled(), past)).rejects.toEqual(refusal('edition.time-past'));
  });

  test('is set by who may publish', async () => {
    const id = await scheduled();
    await expect(move(id, at, person('member'))).rejects.toEqual(refusal('access.denied'));
  });
});
