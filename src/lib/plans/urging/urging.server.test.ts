// Urging a unit: what it owes is named, the unit alone answers, and the letter says it in official form.
import { beforeAll, describe, expect, test } from 'vitest';
import { inCommune, newId, readEvents, type Tx } from '#lib/platform/index.server.ts';
import { thePublic, type Actor } from '#lib/platform/index.ts';
import { listOutgoing, listSeries } from '#lib/documents/index.server.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import {
  asActor,
  coordinator,
  NOW,
  person,
  setUpOffice,
  type SampleOffice,
} from '../acts/office.samples.ts';
import { setCadence } from '../occurrences/decide.server.ts';
import { cancelUrgingNumber, numberUrging } from './number.server.ts';
import type { RecordUrging } from './urging.ts';
import {
  answerUrging,
  getUrging,
  getUrgingLetter,
  listUrgings,
  recordUrging,
} from './urging.server.ts';

const database = useTestDatabase();
let office: SampleOffice;
let announcer: Actor;

beforeAll(async () => {
  office = await setUpOffice(database().communeId);
  announcer = person('member', office.radio);
  await asActor(office, coordinator, (tx) =>
    setCadence(tx, {
      dutyIds: [office.radioDuty],
      every: { count: 1, unit: 'quarter' },
      from: '2023-01-01',
    }),
  );
});

const refusal = (code: string) => expect.objectContaining({ code });

function urge(given: Partial<RecordUrging> = {}, actor: Actor = coordinator): Promise<string> {
  return asActor(office, actor, (tx) =>
    recordUrging(tx, {
      clientKey: newId(),
      kind: 'urge',
      unitId: office.radio,
      day: '2023-06-29',
      findings: 'Quý I chưa có bản tin nào.',
      demand: 'phát bù trong tháng 7.',
      answerBy: '2023-07-07',
      ...given,
    }),
  );
}

function read<T>(work: (tx: Tx) => Promise<T>, actor: Actor = coordinator) {
  return inCommune(office.communeId, work, { actor, now: NOW });
}

describe('urging', () => {
  test('names what is overdue and keeps no words in its event', async () => {
    const clientKey = newId();
    const id = await urge({ clientKey });
    expect(await urge({ clientKey })).toBe(id);
    const view = await read((tx) => getUrging(tx, id));
    expect(view.owed.map(({ key }) => key)).toEqual(['2023-Q1']);
    const events = await read((tx) => readEvents(tx, { subject: { type: 'urging', id } }));
    expect(events.map(({ data }) => data)).toEqual([
      { kind: 'urge', unit: office.radio, occurrences: 1 },
    ]);
  });

  test.each<[string, Partial<RecordUrging>]>([
    ['urging.in-future', { day: '2023-07-01', answerBy: '2023-07-02' }],
    ['urging.answer-before', { answerBy: '2023-06-28' }],
    ['urging.unit-gone', { unitId: newId() }],
  ])('%s is refused', async (code, wrong) => {
    await expect(urge(wrong)).rejects.toThrow(refusal(code));
  });

  test('is the coordinator’s and the leader’s', async () => {
    await expect(urge({}, announcer)).rejects.toThrow(refusal('access.denied'));
    await expect(read((tx) => listUrgings(tx), thePublic)).rejects.toThrow(
      refusal('access.sign-in'),
    );
  });

  test('is answered by the unit alone, once', async () => {
    const id = await urge();
    const answer = { id, answer: 'Đã xếp lịch phát bù.' };
    const stranger = person('member', office.justice);
    await expect(asActor(office, stranger, (tx) => answerUrging(tx, answer))).rejects.toThrow(
      refusal('access.denied'),
    );
    await asActor(office, announcer, (tx) => answerUrging(tx, answer));
    expect((await read((tx) => getUrging(tx, id))).answer).toBe(answer.answer);
    await expect(asActor(office, announcer, (tx) => answerUrging(tx, answer))).rejects.toThrow(
      refusal('urging.answered-already'),
    );
  });

  test('is written as a letter with a blank number, naming what is overdue', async () => {
    const id = await urge();
    const letter = await read((tx) => getUrgingLetter(tx, id));
    expect(letter).toMatchObject({ type: 'CV', to: ['Đài phát thanh'], date: '2023-06-29' });
    expect(letter.code).toBeUndefined();
    const table = letter.blocks.find((block) => block.kind === 'table');
    expect(table?.rows).toEqual([
      ['1', 'Nhiệm vụ của Đài phát thanh.', 'quý I/2023', '31/03/2023'],
    ]);
  });
});

describe('the number of a letter', () => {
  const number = (id: string, issuedOn = '2023-06-30', actor: Actor = coordinator) =>
    asActor(office, actor, (tx) => numberUrging(tx, { id, issuedOn }));
  const letterOf = (id: string) => read((tx) => getUrgingLetter(tx, id));

  test('comes from the outgoing register and stands on the letter with its day', async () => {
    const id = await urge();
    const code = await number(id);
    expect(await letterOf(id)).toMatchObject({ code, date: '2023-06-30' });
    const [line] = await read(async (tx) => {
      const { lines } = await listOutgoing(tx, { year: 2023 }, { size: 10, start: 0 });
      return lines.filter((one) => one.code === code);
    });
    expect(line).toMatchObject({ type: 'CV', subject: { type: 'urging', id } });
    expect(line?.title).toContain('đôn đốc');
    await expect(number(id)).rejects.toThrow(refusal('urging.numbered'));
  });

  test('two at once take one; a cancelled one stays with its reason and the next is another', async () => {
    const id = await urge();
    const both = await Promise.allSettled([number(id), number(id)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { code } = await letterOf(id);
    const cancel = { id, reason: 'Không gửi nữa' };
    await asActor(office, coordinator, (tx) => cancelUrgingNumber(tx, cancel));
    expect((await letterOf(id)).code).toBeUndefined();
    await expect(
      asActor(office, coordinator, (tx) => cancelUrgingNumber(tx, cancel)),
    ).rejects.toThrow(refusal('urging.not-numbered'));
    expect(await number(id)).not.toBe(code);
    const series = await read((tx) => listSeries(tx, 2023));
    expect(series.find(({ type }) => type === 'CV')).toMatchObject({ cancelled: 1, gaps: [] });
  });

  test('is not before the urging, and not for a unit or the public to give', async () => {
    const id = await urge();
    await expect(number(id, '2023-06-28')).rejects.toThrow(refusal('urging.numbered-before'));
    await expect(number(id, '2023-06-30', announcer)).rejects.toThrow(refusal('access.denied'));
    await expect(
      asActor(office, announcer, (tx) => cancelUrgingNumber(tx, { id, reason: 'Không gửi nữa' })),
    ).rejects.toThrow(refusal('access.denied'));
  });
});
