// A plan that changes while it runs: amended in June, a unit renamed in July, replaced in November, what was
// left carried into the next year. What was done keeps its words, its unit and its figures.
import { beforeEach, describe, expect, test } from 'vitest';
import {
  inCommune,
  mergeUnit,
  newId,
  readEvents,
  succeedUnit,
  type Tx,
} from '#lib/platform/index.server.ts';
import { thePublic, type Actor } from '#lib/platform/index.ts';
import { addTestCommune, useTestDatabase } from '#lib/platform/testing.server.ts';
import { toMonthKey } from '#lib/vietnam/index.ts';
import {
  anAct,
  asActor,
  coordinator,
  person,
  setUpOffice,
  type SampleOffice,
} from '../acts/office.samples.ts';
import { getEntryForm } from '../acts/entry-form.server.ts';
import { recordAct } from '../acts/record-act.server.ts';
import { getCoverage } from '../coverage/read-coverage.server.ts';
import { getDutyCoverage } from '../coverage/read-matrices.server.ts';
import { getPlanWithDuties } from '../drafts/list.server.ts';
import { listPublicDuties } from '../drafts/public.server.ts';
import { setCadence } from '../occurrences/decide.server.ts';
import { getDutyInTime, listOccurrences } from '../occurrences/read-occurrences.server.ts';
import '../occurrences/pass-duties.server.ts';
import { amendPlan, previewAmendment } from './amend.server.ts';
import type { AmendPlan } from './amend.ts';
import { carryOver, listUnfinished } from './carry-over.server.ts';
import { heldOn, topicWordsOn } from './changes.ts';
import { closePlan } from './close-plan.server.ts';
import { findPlanChanges, listAmendments } from './read-amendments.server.ts';

const database = useTestDatabase();
const administrator = person('administrator');
const member = person('member');
const on = (day: string) => `${day}T02:00:00.000Z`;
const refusal = (code: string) => expect.objectContaining({ code });

let office: SampleOffice;
let hosts = 0;

beforeEach(async () => {
  database();
  hosts += 1;
  office = await setUpOffice(await addTestCommune('xã Thử', `sua-${hosts}.example`));
  await at('2023-01-05', (tx) =>
    setCadence(tx, {
      dutyIds: [office.radioDuty],
      every: { count: 1, unit: 'quarter' },
      from: '2023-01-01',
    }),
  );
  await at('2023-02-10', (tx) =>
    recordAct(tx, anAct(office, { day: '2023-02-10', duties: [office.radioDuty] })),
  );
});

function at<T>(day: string, work: (tx: Tx) => Promise<T>, actor: Actor = coordinator) {
  return asActor(office, actor, work, on(day));
}

function readAt<T>(day: string, work: (tx: Tx) => Promise<T>, actor: Actor = coordinator) {
  return inCommune(office.communeId, work, { actor, now: on(day) });
}

function amendment(given: Partial<AmendPlan> = {}): AmendPlan {
  return {
    planId: office.planId,
    code: '45/QĐ-UBND',
    issuedOn: '2023-06-10',
    validFrom: '2023-06-15',
    reason: 'Theo chỉ đạo của huyện.',
    ...given,
  };
}

const newWords = () => ({
  id: office.radioDuty,
  unit: office.radio,
  text: 'Phát bản tin mỗi quý, có phỏng vấn.',
  dueOn: '',
  ended: false,
});

async function statesOf(day: string, dutyId: string) {
  const { occurrences } = await readAt(day, (tx) => getDutyInTime(tx, dutyId));
  return occurrences.map(({ key, state }) => `${key} ${state}`);
}

describe('an amendment', () => {
  test('ends the old words and starts the new ones, keeping what was done', async () => {
    await at('2023-06-15', (tx) => amendPlan(tx, amendment({ duties: [newWords()] })));
    expect(await statesOf('2023-06-20', office.radioDuty)).toEqual([
      '2023-Q1 done',
      '2023-Q2 ended',
      '2023-Q3 ended',
      '2023-Q4 ended',
    ]);
    const plan = await readAt('2023-06-20', (tx) => getPlanWithDuties(tx, office.planId));
    const duties = plan.units.flatMap((unit) => unit.duties);
    const next = duties.find(({ validFrom }) => validFrom === '2023-06-15');
    expect(next?.text).toBe(newWords().text);
    // The rhythm the coordinator set goes on.
    expect(await statesOf('2023-06-20', next?.id ?? '')).toEqual([
      '2023-Q2 open',
      '2023-Q3 coming',
      '2023-Q4 coming',
    ]);
    const held = (day: string) => duties.filter((duty) => heldOn(duty, day)).map(({ id }) => id);
    expect(held('2023-06-14')).toEqual(expect.arrayContaining([office.radioDuty]));
    expect(held('2023-06-14')).not.toContain(next?.id);
    expect(held('2023-06-15')).not.toContain(office.radioDuty);
  });

  test('can be looked at before it is recorded', async () => {
    const changes = await readAt('2023-06-15', (tx) =>
      previewAmendment(tx, amendment({ duties: [newWords()] })),
    );
    expect(changes).toMatchObject([
      { kind: 'duty-changed', before: { text: 'Nhiệm vụ của Đài phát thanh.' } },
    ]);
    expect(await readAt('2023-06-15', (tx) => listAmendments(tx, office.planId))).toEqual([]);
  });

  test('changes a topic’s words from its day on, and they can be read as of a day', async () => {
    const [first] = office.topics;
    const topic = { id: first, label: 'Một cửa', text: 'Toàn văn mới.', ended: false };
    await at('2023-06-15', (tx) => amendPlan(tx, amendment({ topics: [topic] })));
    const [amendments, plan] = await readAt('2023-06-20', async (tx) => [
      await listAmendments(tx, office.planId),
      await getPlanWithDuties(tx, office.planId),
    ]);
    const row = plan.topics.find(({ id }) => id === first);
    if (!row) throw new Error('the topic is gone');
    expect(topicWordsOn(row, amendments, '2023-06-14').label).toBe('Nội dung 1');
    expect(topicWordsOn(row, amendments, '2023-06-15').label).toBe('Một cửa');
  });

  test('an ended topic is silent no more, an added one is from its first day', async () => {
    const [, second, third] = office.topics;
    const ended = { id: second, label: 'Nội dung 2', text: 'Toàn văn nội dung 2.', ended: true };
    const newTopics = [{ label: 'Chuyển đổi số', text: 'Dịch vụ công trực tuyến.' }];
    await at('2023-06-15', (tx) => amendPlan(tx, amendment({ topics: [ended], newTopics })));
    const { silence, plan } = await readAt('2023-07-20', (tx) => getCoverage(tx, office.planId));
    const added = plan.topics.find(({ label }) => label === 'Chuyển đổi số')?.id;
    expect(silence.map(({ topic }) => topic)).toContain(third);
    expect(silence.map(({ topic }) => topic)).not.toContain(second);
    expect(silence.map(({ topic }) => topic)).not.toContain(added);
    const form = await readAt('2023-09-20', (tx) => getEntryForm(tx));
    expect(form.plans[0]?.topics.map(({ id }) => id)).not.toContain(second);
  });

  test.each<[string, Partial<AmendPlan>]>([
    ['amendment.nothing-changed', {}],
    ['amendment.outside-plan', { validFrom: '2024-01-01', newTopics: [{ label: 'A', text: 'B' }] }],
    ['amendment.before-issue', { validFrom: '2023-06-01', newTopics: [{ label: 'A', text: 'B' }] }],
  ])('%s is refused', async (code, wrong) => {
    await expect(at('2023-06-15', (tx) => amendPlan(tx, amendment(wrong)))).rejects.toThrow(
      refusal(code),
    );
  });

  test('that would bring a personal number to the portal is refused', async () => {
    await at('2023-03-01', (tx) =>
      tx.db
        .updateTable('plan')
        .set({ published_at: tx.now, public_reading: '{}' })
        .where('id', '=', office.planId)
        .execute(),
    );
    const text = 'Liên hệ ông A, CCCD 030085001234, để được hướng dẫn.';
    const newDuties = [{ unit: office.radio, text, dueOn: '' }];
    await expect(at('2023-06-15', (tx) => amendPlan(tx, amendment({ newDuties })))).rejects.toThrow(
      refusal('amendment.personal-data'),
    );
    await at('2023-06-15', (tx) => amendPlan(tx, amendment({ duties: [newWords()] })));
    const shown = await readAt('2023-06-16', (tx) => listPublicDuties(tx), thePublic);
    expect(shown.map((duty) => duty.text)).toContain(newWords().text);
    expect(shown.map((duty) => duty.id)).not.toContain(office.radioDuty);
  });
});

describe('a unit that gave way', () => {
  const july = { from: '2023-07-01' };

  test('keeps what it did; what it still owed is its successor’s, by an event', async () => {
    const next = await at(
      '2023-07-01',
      (tx) => succeedUnit(tx, office.radio, { name: 'Tổ truyền thanh', ...july }),
      administrator,
    );
    const cells = await readAt('2023-07-05', (tx) =>
      getDutyCoverage(tx, office.planId, {
        months: { from: toMonthKey('2023-01'), to: toMonthKey('2023-12') },
      }),
    );
    const own = cells.filter(({ duty }) => duty === office.radioDuty);
    expect(own.map(({ unitName, figures }) => [unitName, figures.planned])).toEqual([
      ['Đài phát thanh', ['2023-Q1']],
      ['Tổ truyền thanh', ['2023-Q2', '2023-Q3', '2023-Q4']],
    ]);
    // As of a day before, the old unit answers for all of it.
    const before = await readAt('2023-07-05', (tx) =>
      listOccurrences(tx, { dutyId: office.radioDuty, asOf: on('2023-06-30') }),
    );
    expect(new Set(before.map(({ unit }) => unit))).toEqual(new Set([office.radio]));
    const events = await readAt('2023-07-05', (tx) => readEvents(tx, { kinds: ['duty.passed'] }));
    expect(events.map(({ data }) => data)).toEqual([
      { unit: office.radio, to: next, from: '2023-07-01' },
    ]);
  });

  test('may be merged into one that exists', async () => {
    await at(
      '2023-07-01',
      (tx) => mergeUnit(tx, office.radio, { unitId: office.justice, ...july }),
      administrator,
    );
    const all = await readAt('2023-07-05', (tx) => listOccurrences(tx));
    const open = all.filter(({ state }) => state === 'coming');
    expect(new Set(open.map(({ unit }) => unit))).toEqual(new Set([office.justice]));
    await expect(
      at(
        '2023-07-02',
        (tx) => mergeUnit(tx, office.justice, { unitId: office.justice, ...july }),
        administrator,
      ),
    ).rejects.toThrow(refusal('unit.merged-into-itself'));
    await expect(
      at(
        '2023-07-02',
        (tx) => mergeUnit(tx, office.justice, { unitId: office.radio, ...july }),
        member,
      ),
    ).rejects.toThrow(refusal('access.denied'));
  });
});

describe('a plan replaced', () => {
  async function nextPlan(from: string, to: string): Promise<string> {
    const [id, documentId] = [newId(), newId()];
    await at('2023-11-01', async (tx) => {
      const commune_id = tx.communeId;
      const document = { commune_id, id: documentId, source_name: 'sau.txt', text: 'Sau' };
      await tx.db
        .insertInto('document')
        .values({ ...document, text_sha256: 'c'.repeat(64), reading: '{}', received_at: tx.now })
        .execute();
      await tx.db
        .insertInto('plan')
        .values({
          commune_id,
          id,
          document_id: documentId,
          slug: 'ke-hoach-sau',
          title: 'Kế hoạch sau',
          period_from: from,
          period_to: to,
          status: 'confirmed',
          draft: '{}',
          confirmed_at: tx.now,
          created_at: tx.now,
        })
        .execute();
    });
    return id;
  }

  test('ends its open duties with the reason; past months don’t move', async () => {
    const next = await nextPlan('2023-11-15', '2024-11-14');
    const march = () =>
      readAt('2023-12-01', (tx) =>
        getDutyCoverage(tx, office.planId, {
          months: { from: toMonthKey('2023-01'), to: toMonthKey('2023-03') },
        }),
      );
    const before = JSON.stringify((await march()).map(({ figures }) => figures));
    await at('2023-11-14', (tx) =>
      closePlan(tx, {
        planId: office.planId,
        lastDay: '2023-11-14',
        reason: 'Có kế hoạch mới.',
        replacedBy: next,
      }),
    );
    expect(await statesOf('2023-12-01', office.radioDuty)).toEqual([
      '2023-Q1 done',
      '2023-Q2 overdue',
      '2023-Q3 overdue',
      '2023-Q4 ended',
    ]);
    expect(JSON.stringify((await march()).map(({ figures }) => figures))).toBe(before);
    expect(await readAt('2023-12-01', (tx) => findPlanChanges(tx, office.planId))).toMatchObject({
      closedOn: '2023-11-14',
      replacedBy: { id: next, title: 'Kế hoạch sau' },
    });
    await expect(
      at('2023-12-01', (tx) => amendPlan(tx, amendment({ duties: [newWords()] }))),
    ).rejects.toThrow(refusal('plan.closed-already'));
  });

  test('offers what was left; what is chosen goes on with a link back, once', async () => {
    const next = await nextPlan('2024-01-01', '2024-12-31');
    const offered = await readAt('2024-01-05', (tx) => listUnfinished(tx, next));
    expect(offered.map(({ dutyId, open }) => [dutyId, open])).toEqual([
      [office.radioDuty, ['2023-Q2', '2023-Q3', '2023-Q4']],
      [office.justiceDuty, ['ca-ky']],
    ]);
    await at('2024-01-05', (tx) => carryOver(tx, { planId: next, dutyIds: [office.radioDuty] }));
    const plan = await readAt('2024-01-05', (tx) => getPlanWithDuties(tx, next));
    expect(plan.units.flatMap(({ duties }) => duties)).toMatchObject([
      { carriedFrom: office.radioDuty, unitId: office.radio },
    ]);
    await expect(
      at('2024-01-05', (tx) => carryOver(tx, { planId: next, dutyIds: [office.radioDuty] })),
    ).rejects.toThrow(refusal('carry.not-offered'));
  });

  test('is not for members, nor is amending or carrying over', async () => {
    const close = { planId: office.planId, lastDay: '2023-11-14', reason: 'Có kế hoạch mới.' };
    const carry = { planId: office.planId, dutyIds: [office.radioDuty] };
    const asMember = <T>(work: (tx: Tx) => Promise<T>) => at('2023-11-14', work, member);
    const denied = refusal('access.denied');
    await expect(asMember((tx) => closePlan(tx, close))).rejects.toThrow(denied);
    await expect(asMember((tx) => carryOver(tx, carry))).rejects.toThrow(denied);
    await expect(asMember((tx) => amendPlan(tx, amendment()))).rejects.toThrow(denied);
  });
});
