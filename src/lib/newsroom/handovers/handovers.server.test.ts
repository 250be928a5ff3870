// Hand-overs against a real database: handed over once, asked and answered, made an article that credits the
// unit, and counted for the unit's duty when it is published.
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { inCommune, newId, readEvents, storeFile, type Tx } from '#lib/platform/index.server.ts';
import { pictureTypes, thePublic, type Actor } from '#lib/platform/index.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import { getAct, listArrivals } from '#lib/plans/index.server.ts';
import { insertPlanInForce, NOW, person } from '#lib/plans/testing.server.ts';
import { listMedia } from '../media/library.server.ts';
import { publishArticle } from '../publish.server.ts';
import { getArticle } from '../read.server.ts';
import { forceArticle, saveArticle } from '../write.server.ts';
// Publishing tells the plans room.
import '../acts.server.ts';
import { answerBack, handOver } from './give.server.ts';
import { askBack, declineHandover, draftFromHandover, takeHandover } from './handle.server.ts';
import type { HandOver } from './handover.ts';
import { findHandedFile, getHandover, listHandovers } from './read.server.ts';

const database = useTestDatabase();
const NEXT_WEEK = '2023-07-06T01:00:00.000Z';
const SECTION = 'phap-luat';
const office = {
  ...{ plan: newId(), topic: newId(), unit: newId(), other: newId(), duty: newId() },
  /** Gave way to the unit. */
  former: newId(),
};
const justice = person('member', office.unit);
const stranger = person('member', office.other);
const before = person('member', office.former);
const secretary = person('editor');
const chief = person('leader');
const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>, now = NOW) =>
  inCommune(database().communeId, work, { write: true, actor, now });
const refusal = (code: string) => expect.objectContaining({ code });

beforeAll(() => as(person('coordinator'), insertOffice));

async function insertOffice(tx: Tx): Promise<void> {
  const { db, communeId: commune_id } = tx;
  const label = 'Phòng, chống bạo lực gia đình';
  await insertPlanInForce(tx, {
    id: office.plan,
    topics: [{ id: office.topic, label, text: label }],
  });
  const units = [
    { commune_id, id: office.unit, name: 'Tư pháp', slug: 'tu-phap', position: 1 },
    { commune_id, id: office.other, name: 'Văn hóa', slug: 'van-hoa', position: 2 },
    {
      ...{ commune_id, id: office.former, name: 'Tư pháp cũ', slug: 'tu-phap-cu', position: 3 },
      successor_id: office.unit,
    },
  ];
  for (const unit of units) await db.insertInto('unit').values(unit).execute();
  const assignment = newId();
  await db
    .insertInto('plan_assignment')
    .values({
      ...{ commune_id, id: assignment, plan_id: office.plan, position: 1 },
      ...{ unit_id: office.unit, named_as: 'Tư pháp', is_lead: false },
    })
    .execute();
  await db
    .insertInto('duty')
    .values({
      ...{ commune_id, id: office.duty, plan_id: office.plan, assignment_id: assignment },
      ...{
        unit_id: office.unit,
        position: 1,
        text: 'Chuyển tin về phòng, chống bạo lực gia đình.',
      },
    })
    .execute();
}

function matter(given: Partial<HandOver> = {}): HandOver {
  return {
    clientKey: newId(),
    unitId: office.unit,
    title: `Buổi nói chuyện ở thôn ${newId().replaceAll(/[\d-]/g, 'x')}`,
    body: 'Tối thứ Sáu, tại nhà văn hóa thôn.',
    topics: [office.topic],
    dutyId: office.duty,
    channels: ['portal', 'radio'],
    wantedOn: '2023-07-05',
    ...given,
  };
}

const give = (given: Partial<HandOver> = {}) => as(justice, (tx) => handOver(tx, matter(given)));
const read = (id: string, now = NOW) => as(justice, (tx) => getHandover(tx, id), now);

describe('handing over', () => {
  it('happens once, whatever is sent again, and leaves no word in the chain', async () => {
    const form = matter();
    const first = await as(justice, (tx) => handOver(tx, form));
    expect(await as(justice, (tx) => handOver(tx, form))).toBe(first);
    const subject = { type: 'handover', id: first };
    const events = await as(justice, (tx) => readEvents(tx, { subject }));
    expect(events.map(({ kind }) => kind)).toEqual(['handover.given']);
    expect(JSON.stringify(events[0]?.data)).not.toContain(form.title);
    expect(await read(first)).toMatchObject({
      state: 'waiting',
      unitName: 'Tư pháp',
      mine: true,
      lookBy: '08:30, thứ Hai 03/07/2023',
    });
  });

  it('happens once where the form comes twice at the same time', async () => {
    const form = matter();
    const sent = () => as(justice, (tx) => handOver(tx, form));
    const [one, other, third] = await Promise.all([sent(), sent(), sent()]);
    expect(other).toBe(one);
    expect(third).toBe(one);
  });

  it('is refused for another unit, its duty, an unknown topic, a day that has passed', async () => {
    const none = newId();
    await expect(as(stranger, (tx) => handOver(tx, matter()))).rejects.toEqual(
      refusal('access.denied'),
    );
    // Who looks after accounts runs no plan and speaks for no unit.
    await expect(
      as(person('administrator', office.unit), (tx) => handOver(tx, matter())),
    ).rejects.toEqual(refusal('access.denied'));
    await expect(as(thePublic, (tx) => handOver(tx, matter()))).rejects.toBeDefined();
    await expect(give({ dutyId: none })).rejects.toEqual(refusal('handover.unknown-duty'));
    await expect(give({ topics: [none] })).rejects.toEqual(refusal('handover.unknown-topic'));
    await expect(give({ entryId: none })).rejects.toEqual(refusal('handover.unknown-entry'));
    await expect(give({ wantedOn: '2023-06-29' })).rejects.toMatchObject({
      code: 'handover.day-past',
      field: 'wantedOn',
    });
  });
});

describe('what was handed over', () => {
  const listed = async (actor: Actor, now = NOW) =>
    (await as(actor, (tx) => listHandovers(tx), now)).map(({ id }) => id);

  it('is read by its unit, who handles it and who follows the units, by nobody else', async () => {
    const id = await give();
    const readers = [
      justice,
      secretary,
      chief,
      person('coordinator'),
      person('administrator'),
      // The line of a unit reads what it handed over under either name.
      before,
    ];
    for (const reader of readers) {
      expect(await listed(reader)).toContain(id);
      expect(await as(reader, (tx) => getHandover(tx, id))).toMatchObject({ id });
    }
    expect(await listed(stranger)).toEqual([]);
    await expect(as(stranger, (tx) => getHandover(tx, id))).rejects.toEqual(
      refusal('access.denied'),
    );
    const readings: ((tx: Tx) => Promise<unknown>)[] = [
      (tx) => getHandover(tx, id),
      (tx) => findHandedFile(tx, id, 'a'.repeat(64)),
      (tx) => listHandovers(tx),
    ];
    for (const work of readings) {
      await expect(as(thePublic, work)).rejects.toEqual(refusal('access.sign-in'));
    }
  });

  it('under a name of before is read by the unit that took its place', async () => {
    const id = await as(person('coordinator'), (tx) =>
      handOver(tx, matter({ unitId: office.former, dutyId: '' })),
    );
    expect(await listed(justice)).toContain(id);
    expect(await listed(stranger)).not.toContain(id);
  });

  it('stays on the list for half a year after it was settled, however old it is', async () => {
    const [late, drafted] = [await give(), await give()];
    const decline = (tx: Tx) => declineHandover(tx, { id: late, reason: 'Việc đã qua.' });
    await as(secretary, (tx) => draftFromHandover(tx, { id: drafted, section: SECTION }));
    await as(secretary, decline, '2024-03-01T01:00:00.000Z');
    const after = await listed(secretary, '2024-05-01T01:00:00.000Z');
    expect(after).toContain(late);
    expect(after).not.toContain(drafted);
    expect(await listed(secretary, '2024-09-15T01:00:00.000Z')).not.toContain(late);
  });
});

describe('the queue', () => {
  it('says until when, and who is late', async () => {
    const id = await give();
    const listed = async (now: string) =>
      (await as(secretary, (tx) => listHandovers(tx), now)).find((one) => one.id === id);
    expect(await listed(NOW)).toMatchObject({ late: false, mine: false });
    expect(await listed(NEXT_WEEK)).toMatchObject({ late: true });
    await as(secretary, (tx) => takeHandover(tx, id));
    expect(await listed(NOW)).toMatchObject({ state: 'taken', late: false, lookBy: null });
    expect(await listed(NEXT_WEEK)).toMatchObject({ late: true });
  });

  it('asks back and waits; the answer starts the hours anew', async () => {
    const id = await give();
    await as(secretary, (tx) => askBack(tx, { id, question: 'Mấy giờ?' }));
    expect(await read(id, NEXT_WEEK)).toMatchObject({ state: 'asked', late: false, lookBy: null });
    await expect(as(stranger, (tx) => answerBack(tx, { id, answer: '19 giờ.' }))).rejects.toEqual(
      refusal('access.denied'),
    );
    await as(justice, (tx) => answerBack(tx, { id, answer: '19 giờ.' }), NEXT_WEEK);
    const answered = await read(id, NEXT_WEEK);
    expect(answered).toMatchObject({ state: 'waiting', late: false });
    expect(answered.notes.map(({ kind, words }) => [kind, words])).toEqual([
      ['question', 'Mấy giờ?'],
      ['answer', '19 giờ.'],
    ]);
  });

  it('declines with a reason the unit reads, once', async () => {
    const id = await give();
    const decline = () =>
      as(secretary, (tx) => declineHandover(tx, { id, reason: 'Đã đăng tuần trước.' }));
    await decline();
    expect(await read(id)).toMatchObject({
      state: 'declined',
      notes: [{ kind: 'declined', words: 'Đã đăng tuần trước.' }],
    });
    await expect(decline()).rejects.toEqual(refusal('handover.moved-on'));
  });

  it('is worked by the secretary and the leader only', async () => {
    const id = await give();
    for (const work of [
      (tx: Tx) => takeHandover(tx, id),
      (tx: Tx) => askBack(tx, { id, question: 'Mấy giờ?' }),
      (tx: Tx) => declineHandover(tx, { id, reason: 'Không cần.' }),
      (tx: Tx) => draftFromHandover(tx, { id, section: SECTION }).then(() => undefined),
    ]) {
      await expect(as(justice, work)).rejects.toEqual(refusal('access.denied'));
    }
    await expect(as(thePublic, (tx) => listHandovers(tx))).rejects.toBeDefined();
  });
});

describe('the article', () => {
  it('stands in the section that was chosen for it, never in one by chance', async () => {
    const id = await give();
    for (const section of ['', 'khong-co']) {
      await expect(
        as(secretary, (tx) => draftFromHandover(tx, { id, section })),
      ).rejects.toMatchObject({ issues: [{ path: ['section'] }] });
    }
    const editionId = await as(secretary, (tx) =>
      draftFromHandover(tx, { id, section: 'doi-song' }),
    );
    const { article } = await as(secretary, (tx) => getArticle(tx, editionId));
    expect(article.section).toBe('doi-song');
  });

  it('of another unit is an act without the duty, which waits for a person', async () => {
    const id = await give();
    const editionId = await as(secretary, (tx) => draftFromHandover(tx, { id, section: SECTION }));
    const { article } = await as(secretary, (tx) => getArticle(tx, editionId));
    const saving = { article: { ...article, unitId: office.other }, base: 1 };
    await as(secretary, (tx) =>
      saveArticle(tx, editionId, { ...saving, minor: false, changeNote: '' }),
    );
    await as(chief, (tx) => forceArticle(tx, editionId, 'Việc gấp'));
    await as(chief, (tx) => publishArticle(tx, editionId, 'refuse'));
    const { actId } = await read(id);
    const act = await as(chief, (tx) => getAct(tx, actId ?? ''));
    expect(act).toMatchObject({ unitId: office.other, duties: [] });
    const waiting = await as(chief, (tx) => listArrivals(tx));
    expect(waiting.map((one) => one.actId)).toContain(actId);
  });

  it('credits the unit, and its act counts for the duty that was named', async () => {
    const id = await give();
    const editionId = await as(secretary, (tx) => draftFromHandover(tx, { id, section: SECTION }));
    const { article } = await as(secretary, (tx) => getArticle(tx, editionId));
    expect(article).toMatchObject({ unitId: office.unit, topics: [office.topic] });
    expect(await read(id)).toMatchObject({
      state: 'drafted',
      actId: null,
      article: { editionId, status: 'draft', forced: false },
    });
    await as(chief, (tx) => forceArticle(tx, editionId, 'Việc gấp'));
    expect((await read(id)).article).toMatchObject({ status: 'approved', forced: true });
    await as(chief, (tx) => publishArticle(tx, editionId, 'refuse'));
    const { actId, article: shown } = await read(id);
    expect(shown).toMatchObject({ status: 'published', slug: expect.any(String) });
    const act = await as(justice, (tx) => getAct(tx, actId ?? ''));
    expect(act).toMatchObject({ unitId: office.unit, duties: [{ id: office.duty }] });
    // The unit said what it serves: nobody is asked again.
    const waiting = await as(justice, (tx) => listArrivals(tx));
    expect(waiting.filter((one) => one.actId === actId)).toEqual([]);
  });

  it('brings the photographs into the library with what the unit said of them', async () => {
    const bytes = await sharp({
      create: { width: 40, height: 30, channels: 3, background: '#8a2b1f' },
    })
      .jpeg()
      .toBuffer();
    const request = { name: 'hop.jpg', maxBytes: 1_000_000, allow: pictureTypes };
    const file = await storeFile(database().communeId, bytes, request);
    const id = await give({
      handed: [{ file, isPhoto: true }],
      photoCaption: 'Bà con thôn Nội nghe nói chuyện',
      photoPeople: 'public-event',
    });
    expect(await as(justice, (tx) => findHandedFile(tx, id, file.sha256))).toMatchObject(file);
    expect((await read(id)).files).toEqual([{ file, isPhoto: true, web: null }]);
    await expect(as(stranger, (tx) => findHandedFile(tx, id, file.sha256))).rejects.toEqual(
      refusal('access.denied'),
    );
    const other = await give();
    expect(await as(justice, (tx) => findHandedFile(tx, other, file.sha256))).toBeUndefined();
    const editionId = await as(secretary, (tx) => draftFromHandover(tx, { id, section: SECTION }));
    const { article } = await as(secretary, (tx) => getArticle(tx, editionId));
    expect(article.body.content.filter(({ type }) => type === 'picture')).toMatchObject([
      { attrs: { file: file.sha256, credit: 'Tư pháp' } },
    ]);
    const page = { size: 10, start: 0 };
    const library = await as(secretary, (tx) =>
      listMedia(tx, { words: 'thôn Nội', retired: false }, page),
    );
    expect(library).toMatchObject([{ sha256: file.sha256, people: 'public-event' }]);
  });
});
