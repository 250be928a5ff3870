// Signs of effect against a real database: beside acts that stand, by whoever reports for them.
import { beforeAll, describe, expect, test } from 'vitest';
import { readEvents } from '#lib/platform/index.server.ts';
import { thePublic } from '#lib/platform/index.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import { anAct, asActor, coordinator, person, setUpOffice } from '../acts/office.samples.ts';
import type { SampleOffice } from '../acts/office.samples.ts';
import { recordAct, withdrawAct } from '../acts/record-act.server.ts';
import { effectInWords, NoteEffect } from './effect.ts';
import { listActsForEffects, listEffects, noteEffect } from './effects.server.ts';

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

  test.each([
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
