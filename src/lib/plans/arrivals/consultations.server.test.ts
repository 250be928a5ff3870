// Drafts opened for comment and their results as acts of publicity, against a real database: each counts once,
// under the unit of whoever opened it, and says how many comments came.
import { beforeAll, describe, expect, test } from 'vitest';
import {
  answerConsultation,
  getConsultation,
  holdConsultation,
  receiveDocument,
  reviewComment,
  sendComment,
  takeInPasted,
  turnConsultations,
  withdrawConsultation,
} from '#lib/documents/index.server.ts';
import { systemJob, thePublic, type Actor } from '#lib/platform/index.ts';
import { createAccount, newId, type Tx } from '#lib/platform/index.server.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import { getAct, getActStory } from '../acts/get-act.server.ts';
import { asActor, coordinator, setUpOffice, type SampleOffice } from '../acts/office.samples.ts';
import './consultations.server.ts';
import { listArrivals } from './list.server.ts';
import { settleArrival } from './settle.server.ts';

const database = useTestDatabase();
let office: SampleOffice;
let clerk: Actor;
let answerer: Actor;
beforeAll(async () => {
  office = await setUpOffice(database().communeId);
  const member = (login: string, unitId: string): Promise<Actor> =>
    asActor(office, systemJob('test'), async (tx) => {
      const who = { name: 'Công chức', roles: ['coordinator' as const], unitIds: [unitId] };
      const accountId = await createAccount(tx, { ...who, login, passwordHash: 'x' });
      return { kind: 'person', accountId, ...who };
    });
  clerk = await member('tu-phap', office.justice);
  answerer = await member('dai-xa', office.radio);
});

const on = (day: string) => `${day}T03:00:00.000Z`;
const [OPENS, CLOSES, AFTER] = ['2023-06-05', '2023-06-26', '2023-06-28'] as const;
const as = <Value>(actor: Actor, day: string, work: (tx: Tx) => Promise<Value>) =>
  asActor(office, actor, work, on(day));

async function hold(title: string, opensOn: string = OPENS, closesOn: string = CLOSES) {
  const text = [
    'ỦY BAN NHÂN DÂN\nXÃ AN BÌNH',
    `QUYẾT ĐỊNH\nBan hành ${title}`,
    'Điều 1. Sân phơi mở cửa từ 5 giờ.',
    'Điều 2. Văn phòng chịu trách nhiệm thi hành.',
  ].join('\n\n');
  const incoming = await takeInPasted(office.communeId, text);
  const entry = await as(clerk, OPENS, (tx) => receiveDocument(tx, incoming));
  const form = { title, lead: 'Giờ mở cửa có hợp không.', opensOn, closesOn };
  const id = await as(clerk, OPENS, (tx) =>
    holdConsultation(tx, entry, { ...form, shortReason: '', privacy: 'refuse' }),
  );
  const { slug } = await as(clerk, OPENS, (tx) => getConsultation(tx, id));
  return { id, slug };
}

async function comment({ id, slug }: { id: string; slug: string }): Promise<void> {
  const key = newId();
  await as(thePublic, '2023-06-10', (tx) =>
    sendComment(tx, slug, { key, part: null, text: 'Nên mở sớm hơn.', name: '', contact: '' }),
  );
  await as(clerk, AFTER, (tx) =>
    reviewComment(tx, id, { id: key, decision: 'aside', publicText: '', aside: 'repeated' }),
  );
}

const answer = (id: string, text = 'Xã mở cửa từ 4 giờ 30.') =>
  as(answerer, AFTER, async (tx) => {
    const { answerMark: seen } = await getConsultation(tx, id);
    await answerConsultation(tx, id, { answer: text, issuedId: '', seen });
  });
const turn = (day: string) => as(systemJob('consultations.turn'), day, turnConsultations);
const waiting = async (title: string) =>
  (await as(coordinator, AFTER, listArrivals)).filter((one) => one.title.endsWith(title));

describe('a draft opened for comment', () => {
  test('waits for its topic under the unit of whoever opened it, its page as evidence', async () => {
    const { id, slug } = await hold('Quy chế sân phơi');
    const [arrived, ...more] = await waiting('Quy chế sân phơi');
    expect(more).toEqual([]);
    expect(arrived).toMatchObject({
      ...{ kind: 'survey', day: OPENS, actId: null, isOnPortal: true },
      ...{ url: `/lay-y-kien/${slug}`, unit: { id: office.justice } },
    });
    await as(clerk, OPENS, (tx) => withdrawConsultation(tx, id, { reason: 'Xã soạn lại' }));
    // It did ask people.
    expect(await waiting('Quy chế sân phơi')).toHaveLength(1);
  });

  test('for a later day is no act before that day, and then its planner’s', async () => {
    await hold('Quy chế bến đò', '2023-06-07', '2023-06-28');
    await turn('2023-06-06');
    expect(await waiting('Quy chế bến đò')).toEqual([]);
    await turn('2023-06-07');
    await turn('2023-06-08');
    expect(await waiting('Quy chế bến đò')).toMatchObject([
      { day: '2023-06-07', unit: { id: office.justice } },
    ]);
  });

  test('says what came once its result is out, which is an act of its own, once', async () => {
    const held = await hold('Quy chế giếng làng');
    const [opened] = await waiting('Quy chế giếng làng');
    const topics = [office.topics[0]];
    const actId = await as(coordinator, OPENS, (tx) =>
      settleArrival(tx, { id: opened?.id ?? '', topics }),
    );
    await comment(held);
    await answer(held.id);
    const act = await as(coordinator, AFTER, (tx) => getAct(tx, actId));
    expect(act).toMatchObject({ kind: 'survey', unitId: office.justice });
    expect(act.quantities).toEqual({ items: 1 });
    expect(act.summary).toMatch(/^Đã nhận 1 ý kiến, đăng 0 ý kiến kèm trả lời. Giờ mở cửa/);
    const { reasons } = await as(coordinator, AFTER, (tx) => getActStory(tx, actId));
    expect(reasons.get(act.version)).toBe('Đã có kết quả lấy ý kiến');
    await answer(held.id, 'Xã mở cửa từ 4 giờ.');
    expect(await waiting('Quy chế giếng làng')).toMatchObject([
      {
        ...{ kind: 'legal-document', day: AFTER, url: `/lay-y-kien/${held.slug}#ket-qua` },
        title: 'Kết quả lấy ý kiến: Quy chế giếng làng',
      },
    ]);
  });

  test('still waits under the unit of whoever opened it when somebody of another answers', async () => {
    const { id } = await hold('Quy chế ao làng');
    await answer(id);
    const arrived = await waiting('Quy chế ao làng');
    expect(arrived.map(({ kind, unit }) => [kind, unit?.id]).sort()).toEqual([
      ['legal-document', office.radio],
      ['survey', office.justice],
    ]);
  });
});
