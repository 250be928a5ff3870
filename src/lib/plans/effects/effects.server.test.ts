// Signs of effect against a real database: beside acts that stand, by whoever reports for them.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { readEvents } from '#lib/platform/index.server.ts';
import { thePublic } from '#lib/platform/index.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import { anAct, asActor, coordinator, person, setUpOffice } from '../acts/office.samples.ts';
import type { SampleOffice } from '../acts/office.samples.ts';
import { recordAct, withdrawAct } from '../acts/record-act.server.ts';
import { effectInWords, NoteEffect } from './effect.ts';
import {
  listActsForEffects,
  listEffects,
  listEffectsAt,
  noteEffect,
  withdrawEffect,
} from './effects.server.ts';

const database = useTestDatabase();
let office: SampleOffice;
beforeAll(async () => {
  office = await setUpOffice(database().communeId);
});
const YEAR = { from: '2023-01-01', to: '2023-12-31' };
const recorded = async (day = '2023-05-10') =>
  (await asActor(office, coordinator, (tx) => recordAct(tx, anAct(office, { day })))).id;
const note = (actId: string, given: Partial<NoteEffect> = {}, actor = coordinator) =>
  asActor(office, actor, (tx) =>
    noteEffect(tx, { actId, kind: 'questions', amount: '12', words: 'hỏi về lệ phí', ...given }),
  );
const list = (of: Parameters<typeof listEffects>[1]) =>
  asActor(office, coordinator, (tx) => listEffects(tx, of));

describe('a sign of effect', () => {
  test('stands beside its act in words, and its event says no word of it', async () => {
    const actId = await recorded();
    await note(actId);
    const [found] = await list({ actId });
    if (!found) throw new Error('nothing was noted');
    expect(effectInWords(found)).toBe('12 người hỏi lại, trao đổi thêm: hỏi về lệ phí');
    expect(found.act).toMatchObject({ id: actId, channel: 'radio', day: '2023-05-10' });
    const events = await asActor(office, coordinator, (tx) =>
      readEvents(tx, { subject: { type: 'act', id: actId } }),
    );
    expect(events.at(-1)).toMatchObject({
      kind: 'effect.noted',
      data: { kind: 'questions', amount: 12 },
    });
    expect(JSON.stringify(events.at(-1))).not.toContain('lệ phí');
  });

  test('is read by the days of its act, and no more once that is withdrawn', async () => {
    const actId = await recorded('2023-03-15');
    await note(actId, { kind: 'calls', amount: '3', words: '' });
    const inMarch = () => list({ from: '2023-03-01', to: '2023-03-31' });
    expect(await inMarch()).toMatchObject([{ kind: 'calls', amount: 3 }]);
    const of = { planId: office.planId, ...YEAR };
    const acts = () => asActor(office, coordinator, (tx) => listActsForEffects(tx, of));
    expect((await acts()).map(({ id }) => id)).toContain(actId);
    await asActor(office, coordinator, (tx) => withdrawAct(tx, { id: actId, reason: 'Ghi nhầm' }));
    expect(await inMarch()).toEqual([]);
    expect((await acts()).map(({ id }) => id)).not.toContain(actId);
    await expect(note(actId)).rejects.toMatchObject({ code: 'act.withdrawn' });
  });

  test('is noted by the unit and who runs the plan, by nobody else', async () => {
    const actId = await recorded();
    await note(actId, {}, person('member', office.radio));
    await expect(note(actId, {}, person('member', office.justice))).rejects.toMatchObject({
      code: 'access.denied',
    });
    await expect(note(actId, {}, thePublic)).rejects.toBeDefined();
  });

  test('noted wrongly is taken back by whoever reports for the act, once, with a reason', async () => {
    const actId = await recorded();
    await note(actId, { amount: '2.500' });
    const [found] = await list({ actId });
    const id = found?.id ?? '';
    expect(found?.amount).toBe(2500);
    const takeBack = (actor = person('member', office.radio), reason = 'Ghi nhầm số người') =>
      asActor(office, actor, (tx) => withdrawEffect(tx, { id, reason }));
    await expect(takeBack(person('member', office.justice))).rejects.toMatchObject({
      code: 'access.denied',
    });
    await expect(takeBack(thePublic)).rejects.toMatchObject({ code: 'access.sign-in' });
    await expect(takeBack(undefined, 'Theo số 0912345678')).rejects.toMatchObject({
      code: 'effect.personal-data',
      field: 'reason',
    });
    await takeBack();
    expect(await list({ actId })).toEqual([]);
    await expect(takeBack()).rejects.toMatchObject({ code: 'effect.withdrawn' });
    const events = await asActor(office, coordinator, (tx) =>
      readEvents(tx, { subject: { type: 'act', id: actId } }),
    );
    expect(events.at(-1)).toMatchObject({ kind: 'effect.withdrawn', data: { effect: id } });
    expect(JSON.stringify(events.at(-1))).not.toContain('nhầm');
  });

  test('is read as it stood at a place of the chain', async () => {
    const actId = await recorded();
    const seqNow = async () => {
      const [last] = await asActor(office, coordinator, (tx) =>
        readEvents(tx, { newestFirst: true, limit: 1 }),
      );
      return last?.seq ?? 0;
    };
    const at = async (seq: number) =>
      (await asActor(office, coordinator, (tx) => listEffectsAt(tx, { actIds: [actId], seq }))).map(
        ({ words }) => words,
      );
    const empty = await seqNow();
    await note(actId, { words: 'hỏi về giờ tiếp dân' });
    const noted = await seqNow();
    const [found] = await list({ actId });
    await asActor(office, coordinator, (tx) =>
      withdrawEffect(tx, { id: found?.id ?? '', reason: 'Ghi nhầm việc' }),
    );
    expect(await at(empty)).toEqual([]);
    expect(await at(noted)).toEqual(['hỏi về giờ tiếp dân']);
    expect(await at(await seqNow())).toEqual([]);
  });

  test('says nothing of a person: a telephone number is refused, the office’s own is not known here', async () => {
    const actId = await recorded();
    await expect(note(actId, { words: 'bà con gọi từ 0912345678' })).rejects.toMatchObject({
      code: 'effect.personal-data',
      field: 'words',
    });
    expect(await list({ actId })).toEqual([]);
  });

  test.each([
    ['25', 25],
    ['1.200', 1200],
    ['1 200', 1200],
    ['12.345.678', undefined],
    ['1200', 1200],
    ['', null],
  ])('an amount of "%s" is %s', (amount, meant) => {
    const checked = NoteEffect.safeParse({
      ...{ actId: office.planId, kind: 'questions', amount, words: 'như trên' },
    });
    expect(checked.data?.amount).toBe(meant);
  });

  test('an amount is a whole number in figures, however it is grouped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (amount) => {
        const fields = { actId: office.planId, kind: 'questions', words: '' };
        for (const typed of [String(amount), amount.toLocaleString('vi')]) {
          expect(NoteEffect.parse({ ...fields, amount: typed }).amount).toBe(amount);
        }
      }),
    );
  });

  test.each([
    [{ amount: '2.5' }, 'amount'],
    [{ amount: '2,5' }, 'amount'],
    [{ amount: '1.2000' }, 'amount'],
    [{ amount: '1200.000' }, 'amount'],
    [{ amount: '', words: '' }, 'words'],
    [{ amount: '-3' }, 'amount'],
    [{ amount: '12 người' }, 'amount'],
    [{ amount: '99999999' }, 'amount'],
    [{ words: 'a'.repeat(301) }, 'words'],
  ])('%o is refused by its field', (given, field) => {
    const checked = NoteEffect.safeParse({
      ...{ actId: office.planId, kind: 'questions', amount: '1', words: '' },
      ...given,
    });
    expect(checked.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});
