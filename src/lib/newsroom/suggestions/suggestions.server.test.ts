// Suggestions against a real database: of plans in force today, by what was published and scheduled.
import { beforeAll, expect, test, vi } from 'vitest';
import { inCommune, newId, type Tx } from '#lib/platform/index.server.ts';
import { parseMarkup, thePublic } from '#lib/platform/index.ts';
import { scheduleCell } from '#lib/plans/index.server.ts';
import { insertPlanInForce, person as planner } from '#lib/plans/testing.server.ts';
import { article, editor, NOW, person, refusal, useNewsroom } from '../testing.server.ts';
import { lookOver } from './look-over.server.ts';

const { database, as, published } = useNewsroom();
const hours = newId();
const planting = newId();
const plan = newId();
const unit = newId();
const TITLE = 'Giờ mở cửa mùa hè của quầy tiếp nhận';

beforeAll(() => as(planner('coordinator'), insertPlans));

async function insertPlans(tx: Tx): Promise<void> {
  await insertPlanInForce(tx, {
    id: plan,
    topics: [
      { id: hours, label: 'Giờ mở cửa', text: 'Giờ mở cửa của quầy tiếp nhận từng mùa.' },
      { id: planting, label: 'Gieo cấy', text: 'Lịch gieo cấy vụ mùa.' },
    ],
  });
  await tx.db
    .insertInto('unit')
    .values({
      ...{ commune_id: tx.communeId, id: unit, name: 'Đài', slug: 'dai', position: 1 },
    })
    .execute();
  const cell = { planId: plan, topicId: hours, channel: 'radio', unitId: unit };
  await scheduleCell(tx, { ...cell, month: '2023-06' });
  await scheduleCell(tx, { ...cell, month: '2023-07', channel: 'poster' });
}

const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);

test('topics of plans in force are suggested by name', async () => {
  const looked = await as(editor, (tx) => lookOver(tx, article({ title: TITLE })));
  expect(looked.topics).toEqual([
    {
      id: hours,
      name: '1. Giờ mở cửa',
      why: expect.stringContaining('“quầy tiếp nhận”') as string,
    },
  ]);
});

test('channels follow the schedule of this month for the topics that are meant or chosen', async () => {
  const suggested = await as(editor, (tx) => lookOver(tx, article({ title: TITLE })));
  expect(suggested.channels[0]).toEqual({
    ...{ id: 'radio', name: 'Đài phát thanh xã' },
    why: 'Lịch tháng 6 đặt nội dung “Giờ mở cửa” qua kênh này, chưa ai làm.',
  });
  expect(ids(suggested.channels)).not.toContain('poster');
  const plain = article({ title: 'Tin vắn', body: parseMarkup('Trời đẹp.'), summary: '' });
  const chosen = await as(editor, (tx) => lookOver(tx, { ...plain, topics: [hours] }));
  expect(ids(chosen.channels)).toContain('radio');
  const none = await as(editor, (tx) => lookOver(tx, plain));
  expect(none.channels).toEqual([]);
});

test('what is chosen already is suggested no more', async () => {
  const chosen = { ...article({ title: TITLE, topics: [hours] }), channels: ['radio'] };
  const looked = await as(editor, (tx) => lookOver(tx, chosen));
  expect([ids(looked.topics), ids(looked.channels)]).toEqual([
    [],
    expect.not.arrayContaining(['radio']),
  ]);
});

test('an earlier article that was called alike teaches its topic, but not the article itself', async () => {
  const title = 'Hội thi nấu ăn làng ta';
  const words = { title, summary: '', body: parseMarkup('Mười đội.') };
  const { id } = await published({ ...words, topics: [planting] });
  const fresh = article({ ...words, title: `${title} lần hai` });
  expect(ids((await as(editor, (tx) => lookOver(tx, fresh))).topics)).toEqual([planting]);
  expect(ids((await as(editor, (tx) => lookOver(tx, fresh, { editionId: id }))).topics)).toEqual(
    [],
  );
});

test('at the next pause of a writer no text is taken apart again, until something happens', async () => {
  const asked = () =>
    inCommune(
      database().communeId,
      async (tx) => {
        const select = vi.spyOn(tx.db, 'selectFrom');
        await lookOver(tx, article({ title: TITLE }));
        return select.mock.calls.filter(([table]) => String(table) === 'edition').length;
      },
      { actor: editor, now: NOW },
    );
  expect([await asked(), await asked()]).toEqual([1, 0]);
  await published({ title: 'Phát gạo cứu đói', topics: [planting] });
  expect(await asked()).toBe(1);
});

test('for a page of the office nothing is suggested; what to put right is said', async () => {
  const page = article({ title: TITLE, summary: '' });
  const looked = await as(editor, (tx) => lookOver(tx, page, { kind: 'page' }));
  expect([looked.topics, looked.channels]).toEqual([[], []]);
  expect(looked.faults).not.toEqual([]);
});

test('what is to be put right is said of the words as they stand', async () => {
  const { faults } = await as(editor, (tx) => lookOver(tx, article({ summary: '' })));
  expect(faults.map(({ text }) => text)).toContainEqual(expect.stringContaining('Chưa có tóm tắt'));
});

test('only who writes articles is answered', async () => {
  const ask = (tx: Tx) => lookOver(tx, article());
  await expect(as(person('administrator'), ask)).rejects.toEqual(refusal('access.denied'));
  await expect(as(thePublic, ask)).rejects.toEqual(refusal('access.sign-in'));
});

test('a plan that is over suggests nothing', async () => {
  const end = (tx: Tx) =>
    tx.db.updateTable('plan').set({ period_to: '2023-06-29' }).where('id', '=', plan).execute();
  await as(editor, end);
  const looked = await as(editor, (tx) => lookOver(tx, article({ title: TITLE })));
  expect(looked.topics).toEqual([]);
});
