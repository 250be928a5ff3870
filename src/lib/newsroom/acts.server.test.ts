// Published articles as acts of publicity, against a real database: counted once, whatever becomes of them.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { inCommune, newId, type Tx } from '#lib/platform/index.server.ts';
import { parseMarkup, type Actor } from '#lib/platform/index.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import {
  findArrivalOf,
  getAct,
  getArrival,
  getCoverage,
  listActs,
  listArrivals,
  recordAct,
  setArrivalAside,
  settleArrival,
  withdrawAct,
} from '#lib/plans/index.server.ts';
import { insertPlanInForce, NOW, person } from '#lib/plans/testing.server.ts';
import { cellAt } from '#lib/plans/index.ts';
import { toMonthKey } from '#lib/vietnam/index.ts';
import type { Article } from './article.ts';
import {
  correctArticle,
  forceArticle,
  publishArticle,
  saveArticle,
  startArticle,
  withdrawArticle,
} from './index.server.ts';
import { ownWord } from './testing.server.ts';

const database = useTestDatabase();
const LATER = '2023-07-03T01:00:00.000Z';
const office = {
  plan: newId(),
  topic: newId(),
  other: newId(),
  unit: newId(),
  radioDuty: newId(),
  portalDuty: newId(),
};

const leader = person('leader');
const member = person('member', office.unit);
const stranger = person('member', newId());
const coordinator = person('coordinator');
const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>, now = NOW) =>
  inCommune(database().communeId, work, { write: true, actor, now });

beforeAll(() => as(coordinator, insertPlan));

async function insertPlan(tx: Tx): Promise<void> {
  const { db, communeId: commune_id } = tx;
  const assignment = newId();
  const topics = [
    { id: office.topic, label: 'Trả kết quả giải quyết hồ sơ tại nhà' },
    { id: office.other, label: 'Phòng, chống bạo lực gia đình' },
  ].map((topic) => ({ ...topic, text: topic.label }));
  await insertPlanInForce(tx, { id: office.plan, topics });
  await db
    .insertInto('unit')
    .values({ commune_id, id: office.unit, name: 'Văn phòng', slug: 'van-phong', position: 1 })
    .execute();
  await db
    .insertInto('plan_assignment')
    .values({
      ...{ commune_id, id: assignment, plan_id: office.plan, position: 1 },
      ...{ unit_id: office.unit, named_as: 'Văn phòng', is_lead: false },
    })
    .execute();
  const duties = [
    { id: office.radioDuty, text: 'Phát tin trên đài truyền thanh xã.' },
    { id: office.portalDuty, text: 'Đăng tin, bài trên Cổng thông tin điện tử.' },
  ];
  await db
    .insertInto('duty')
    .values(
      duties.map(({ id, text }, index) => ({
        ...{ commune_id, id, text, plan_id: office.plan, assignment_id: assignment },
        ...{ unit_id: office.unit, position: index + 1 },
      })),
    )
    .execute();
}

function article(given: Partial<Article> = {}): Article {
  return {
    title: `Tin ${ownWord()}`,
    summary: 'Trả kết quả giải quyết hồ sơ tại nhà cho người già.',
    section: 'thong-bao',
    body: parseMarkup('Cán bộ mang giấy tờ đến tận nhà.'),
    topics: [office.topic],
    unitId: office.unit,
    ...given,
  };
}

async function putOut(editionId: string, now = NOW): Promise<void> {
  await as(leader, (tx) => forceArticle(tx, editionId, 'Việc gấp'), now);
  await as(leader, (tx) => publishArticle(tx, editionId, 'refuse'), now);
}

async function published(given: Partial<Article> = {}): Promise<string> {
  const content = article(given);
  const id = await as(leader, (tx) => startArticle(tx, { clientKey: newId(), article: content }));
  await putOut(id);
  return id;
}

/** A new edition with these words, made public. */
async function corrected(editionId: string, content: Article, now = LATER): Promise<string> {
  const id = await as(leader, (tx) => correctArticle(tx, editionId), now);
  const saving = { article: content, base: 1, minor: false, changeNote: '' };
  await as(leader, (tx) => saveArticle(tx, id, saving), now);
  await putOut(id, now);
  return id;
}

const withdraw = (id: string, how: 'error' | 'withdrawn') =>
  as(leader, (tx) => withdrawArticle(tx, id, { how, reason: 'Sai số tiền lệ phí' }), LATER);
/** Acts that stand under a title. */
const actsOf = async (title: string) =>
  (await as(coordinator, (tx) => listActs(tx, {}, { size: 500, start: 0 }))).acts.filter(
    (act) => act.title === title,
  );
const waiting = (title: string, now = NOW) =>
  as(coordinator, async (tx) => (await listArrivals(tx)).find((one) => one.title === title), now);
const refusal = (code: string) => expect.objectContaining({ code });

describe('an article with topics and a unit', () => {
  test('is an act at once, on its day, with its page as evidence', async () => {
    const words = article();
    await published(words);
    const [act, ...more] = await actsOf(words.title);
    expect(more).toEqual([]);
    const view = await as(coordinator, (tx) => getAct(tx, act?.id ?? ''));
    expect(view).toMatchObject({
      kind: 'article',
      channel: 'portal',
      day: '2023-06-30',
      unitId: office.unit,
      isPublic: false,
      duties: [],
      topics: [{ id: office.topic }],
    });
    expect(view.files).toMatchObject([{ kind: 'link', isPublic: true }]);
    expect(view.files[0]?.url).toMatch(/^\/tin\/tin-/);
    expect(view.files[0]?.snapshot?.sha256).toMatch(/^[0-9a-f]{64}$/);
    const reading = await as(coordinator, (tx) => getCoverage(tx, office.plan));
    const cell = cellAt(reading.coverage, office.topic, 'portal', toMonthKey('2023-06'));
    expect(cell.actIds).toContain(act?.id);
    expect(cell.state).toBe('evidenced');
  });

  test('waits for a duty, proposes the one that names its channel, and a person confirms', async () => {
    const words = article();
    await published(words);
    const found = await waiting(words.title);
    expect(found).toMatchObject({ topicsChosen: true, maySettle: true, twin: null });
    expect(found?.suggestion).toMatchObject({ duty: office.portalDuty });
    expect(found?.suggestion?.why).toContain('channel');
    const settle = (actor: Actor) =>
      as(actor, (tx) =>
        settleArrival(tx, { id: found?.id ?? '', duties: [office.portalDuty], topics: [] }),
      );
    await expect(settle(stranger)).rejects.toEqual(refusal('access.denied'));
    const actId = await settle(member);
    const act = await as(coordinator, (tx) => getAct(tx, actId));
    expect(act).toMatchObject({ version: 2, duties: [{ id: office.portalDuty }] });
    expect(await waiting(words.title)).toBeUndefined();
    expect(await as(coordinator, (tx) => findArrivalOf(tx, actId))).toMatchObject({
      waits: false,
    });
    await expect(settle(member)).rejects.toEqual(refusal('arrival.settled-already'));
  });

  test('corrected is no new act', async () => {
    const words = article();
    const id = await published(words);
    await corrected(id, { ...words, summary: 'Bổ sung giờ làm việc.' });
    expect(await actsOf(words.title)).toHaveLength(1);
  });

  test('wrong, its act goes with the reason; no longer in force, it stays', async () => {
    const wrong = article();
    const [before] = [await published(wrong), await actsOf(wrong.title)];
    const [act] = await actsOf(wrong.title);
    await withdraw(before, 'error');
    expect(await actsOf(wrong.title)).toEqual([]);
    const gone = await as(coordinator, (tx) => getAct(tx, act?.id ?? ''));
    expect(gone.withdrawnReason).toContain('Sai số tiền lệ phí');
    const over = article();
    await withdraw(await published(over), 'withdrawn');
    expect(await actsOf(over.title)).toHaveLength(1);
  });

  test('set aside by a person, it is not counted, also after a correction', async () => {
    const words = article();
    const id = await published(words);
    const found = await waiting(words.title);
    const aside = (actor: Actor) =>
      as(actor, (tx) =>
        setArrivalAside(tx, { id: found?.id ?? '', reason: 'Chỉ là thông báo nghỉ' }),
      );
    await expect(aside(stranger)).rejects.toEqual(refusal('access.denied'));
    await aside(member);
    await corrected(id, { ...words, summary: 'Nói rõ hơn.' });
    expect(await actsOf(words.title)).toEqual([]);
  });

  test('withdrawn as an act at the desk, it doesn’t come again', async () => {
    const words = article();
    const id = await published(words);
    const [act] = await actsOf(words.title);
    await as(member, (tx) => withdrawAct(tx, { id: act?.id ?? '', reason: 'Ghi nhầm đơn vị' }));
    expect(await waiting(words.title)).toBeUndefined();
    await corrected(id, { ...words, summary: 'Nói rõ hơn.' });
    expect(await actsOf(words.title)).toEqual([]);
  });
});

describe('an article without topics or unit', () => {
  test('counts nothing; its topics are proposed, and a person says them', async () => {
    const words = article({ topics: [] });
    await published(words);
    expect(await actsOf(words.title)).toEqual([]);
    const found = await waiting(words.title);
    expect(found).toMatchObject({ topicsChosen: false, topics: [office.topic], actId: null });
    const settle = (topics: string[]) =>
      as(member, (tx) => settleArrival(tx, { id: found?.id ?? '', topics, duties: [] }));
    await expect(settle([])).rejects.toEqual(refusal('arrival.topics-needed'));
    await settle([office.topic]);
    expect(await actsOf(words.title)).toHaveLength(1);
  });

  test('its unit is asked for, and nobody reports for another', async () => {
    const words = article({ unitId: null });
    await published(words);
    const found = await waiting(words.title);
    const id = found?.id ?? '';
    await expect(as(member, (tx) => settleArrival(tx, { id }))).rejects.toEqual(
      refusal('arrival.unit-needed'),
    );
    await expect(
      as(stranger, (tx) => settleArrival(tx, { id, unitId: office.unit })),
    ).rejects.toEqual(refusal('access.denied'));
    const { arrival } = await as(member, (tx) => getArrival(tx, id, office.unit));
    expect(arrival.suggestion?.duty).toBe(office.portalDuty);
    await as(member, (tx) => settleArrival(tx, { id, unitId: office.unit }));
    expect(await actsOf(words.title)).toHaveLength(1);
  });

  test('a later edition that names them counts, on the day it was first public', async () => {
    const words = article({ topics: [] });
    const id = await published(words);
    await corrected(id, { ...words, topics: [office.other] });
    const acts = await actsOf(words.title);
    expect(acts).toMatchObject([{ day: '2023-06-30', topics: [{ id: office.other }] }]);
  });
});

test('written down by hand before, it waits until a person says that it is the same', async () => {
  const words = article();
  await as(member, (tx) =>
    recordAct(tx, {
      clientKey: newId(),
      kind: 'article',
      day: '2023-06-30',
      unitId: office.unit,
      title: words.title,
      topics: [office.topic],
    }),
  );
  await published(words);
  const found = await waiting(words.title);
  expect(found).toMatchObject({ actId: null, twin: { title: words.title } });
  const settle = (twin?: 'same') =>
    as(member, (tx) => settleArrival(tx, { id: found?.id ?? '', ...(twin && { twin }) }));
  await expect(settle()).rejects.toEqual(refusal('arrival.twin'));
  const actId = await settle('same');
  expect(await actsOf(words.title)).toMatchObject([{ id: actId, evidence: 1 }]);
});

test('however it is published, corrected, withdrawn and published again, it counts at most once', async () => {
  const step = fc.constantFrom('correct', 'error', 'withdrawn', 'aside', 'by-hand');
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 5 }), fc.boolean(), async (steps, named) => {
      const words = article(named ? {} : { topics: [] });
      let edition = await published(words);
      let live = true;
      /** Whether what is public now is to be counted. */
      let counts = true;
      for (const each of steps) {
        if (each === 'correct') {
          edition = await corrected(edition, { ...words, summary: ownWord() });
          // After an error it is a new thing; what a person set aside stays aside.
          counts = counts || !live;
          live = true;
        } else if (live && (each === 'error' || each === 'withdrawn')) {
          await withdraw(edition, each);
          live = false;
          if (each === 'error') counts = false;
          else break;
        } else if (live && each === 'aside') {
          const found = await waiting(words.title);
          if (!found) continue;
          const aside = { id: found.id, reason: 'Không phải tuyên truyền' };
          await as(member, (tx) => setArrivalAside(tx, aside));
          counts = false;
        } else if (live && each === 'by-hand') {
          const [act] = await actsOf(words.title);
          if (!act) continue;
          await as(member, (tx) => withdrawAct(tx, { id: act.id, reason: 'Ghi nhầm' }));
          counts = false;
        }
        const standing = await actsOf(words.title);
        expect(standing).toHaveLength(counts && named ? 1 : 0);
      }
    }),
    { numRuns: 12 },
  );
}, 60_000);
