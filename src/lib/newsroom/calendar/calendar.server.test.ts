// The calendar of publication against a real database: by Vietnamese days, and another hour by who may.
import { describe, expect, test } from 'vitest';
import { thePublic } from '#lib/platform/index.ts';
import { toInstant, toMonthKey } from '#lib/vietnam/index.ts';
import { publishDueArticles, rescheduleArticle, scheduleArticle } from '../publish.server.ts';
import { editor, person, refusal, useNewsroom } from '../testing.server.ts';
import { readCalendar } from './calendar.server.ts';
import { monthSpell } from './calendar.ts';

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
