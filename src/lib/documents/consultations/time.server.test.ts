// What time does to consultations, over a real database: they begin and close, and what people left is
// destroyed.
import { describe, expect, test } from 'vitest';
import { systemJob } from '#lib/platform/index.ts';
import { newId, prepareJobs } from '#lib/platform/index.server.ts';
import { askForJobs, useTestDatabase } from '#lib/platform/testing.server.ts';
import { turnConsultations } from './answer.server.ts';
import { eraseSenders } from './erase.server.ts';
import { prolongConsultation, withdrawConsultation } from './hold.server.ts';
import { readSender } from './queue.server.ts';
import './upkeep.server.ts';
import { AFTER, consultationSteps, DURING, on, refusal } from './consultations.samples.ts';

const database = useTestDatabase();
const { as, office, hold, say, comments, show, reply, putAside, answer, read, kinds } =
  consultationSteps(() => database().communeId);
const turn = (now: string) => as(systemJob('consultations.turn'), now, turnConsultations);
const erase = (now: string) => eraseSenders(database().communeId, now);

describe('time', () => {
  test('closes it, says so once, and it can be kept open longer', async () => {
    const { id, slug } = await hold('Quy chế ao đình');
    await say(slug);
    await turn(AFTER);
    await turn(AFTER);
    expect((await kinds(id)).filter((kind) => kind === 'consultation.closed')).toHaveLength(1);
    const longer = { closesOn: '2024-04-05', shortReason: '' };
    await office(AFTER, (tx) => prolongConsultation(tx, id, longer));
    const sooner = (closesOn: string) =>
      office(on('2024-03-25'), (tx) => prolongConsultation(tx, id, { closesOn, shortReason: '' }));
    for (const day of ['2024-03-30', '2024-04-05']) {
      await expect(sooner(day)).rejects.toMatchObject({
        code: 'consultation.not-longer',
        what: expect.stringContaining('05/04/2024'),
      });
    }
    expect(await say(slug, {}, on('2024-03-25'))).toBe(2);
    await turn(on('2024-04-06'));
    expect((await kinds(id)).filter((kind) => kind === 'consultation.closed')).toHaveLength(2);
  });

  test('that passed while the program was down begins and closes it when it is back, in that order', async () => {
    const { id, slug } = await hold('Quy chế cầu ao', {
      opensOn: '2024-03-05',
      closesOn: '2024-03-27',
    });
    await turn(on('2024-04-02'));
    await turn(on('2024-04-02'));
    expect(await kinds(id)).toEqual([
      'consultation.opened',
      'consultation.began',
      'consultation.closed',
    ]);
    expect(await read(slug, on('2024-04-02'))).toMatchObject({ state: 'closed' });
    // Nobody could answer it: it is kept open longer, or its result says so.
    const longer = { closesOn: '2024-04-25', shortReason: '' };
    await office(on('2024-04-02'), (tx) => prolongConsultation(tx, id, longer));
    expect(await say(slug, {}, on('2024-04-03'))).toBe(1);
  });

  test('destroys what people left, thirty days after the result; what is public stays', async () => {
    const { id, slug } = await hold('Quy chế cây xanh');
    const key = newId();
    await say(slug, { key, contact: '0912345678' });
    await show(id, key, 'Nên họp buổi tối.');
    await reply(id, key);
    await answer(id);
    await erase(on('2024-04-20'));
    expect(await comments(id)).toMatchObject([{ text: 'Nên họp buổi tối.' }]);
    await erase(on('2024-04-21'));
    expect(await comments(id)).toMatchObject([{ text: null, hasSender: false, state: 'shown' }]);
    await expect(office(AFTER, (tx) => readSender(tx, id, key))).rejects.toEqual(
      refusal('consultation.erased'),
    );
    expect((await read(slug, AFTER)).comments).toHaveLength(1);
    expect(await kinds(id)).toContain('consultation.senders-erased');
    // A slip that is seen late is still taken back, for a reason that can be read off its words.
    await expect(putAside(id, key, 'expired', AFTER)).rejects.toEqual(
      refusal('consultation.not-expired'),
    );
    await putAside(id, key, 'insulting', AFTER);
    expect((await read(slug, AFTER)).comments).toEqual([]);
  });

  test('destroys it a year after the last day where no result came, which can come all the same', async () => {
    const { id, slug } = await hold('Quy chế kho lương');
    const key = newId();
    await say(slug, { key });
    await expect(putAside(id, key, 'expired', DURING)).rejects.toEqual(
      refusal('consultation.not-expired'),
    );
    await erase(on('2025-03-20'));
    expect(await comments(id)).toMatchObject([{ text: 'Nên họp buổi tối.' }]);
    await erase(on('2025-03-21'));
    expect(await comments(id)).toMatchObject([{ text: null, state: 'waiting' }]);
    const late = on('2025-04-01');
    await expect(answer(id, 'Xong', '', late)).rejects.toEqual(refusal('consultation.unread'));
    // Nobody decides by words that nobody can read.
    await expect(show(id, key, 'Nên họp.', late)).rejects.toEqual(refusal('consultation.erased'));
    await expect(putAside(id, key, 'insulting', late)).rejects.toEqual(
      refusal('consultation.erased'),
    );
    await putAside(id, key, 'expired', late);
    await answer(id, 'Xã xin lỗi vì trả lời muộn.', '', late);
    expect(await read(slug, late)).toMatchObject({
      state: 'answered',
      counts: { all: 1, shown: 0 },
      comments: [],
    });
  });

  test('destroys it thirty days after it was taken off, however far its last day', async () => {
    const { id, slug } = await hold('Quy chế hồ sen', { closesOn: '2024-12-31' });
    await say(slug);
    await office(DURING, (tx) => withdrawConsultation(tx, id, { reason: 'Dự thảo còn sai' }));
    await erase(on('2024-04-08'));
    expect(await comments(id)).toMatchObject([{ text: 'Nên họp buổi tối.' }]);
    await erase(on('2024-04-09'));
    expect(await comments(id)).toMatchObject([{ text: null }]);
  });

  test('destroys nothing of one that was prolonged meanwhile', async () => {
    const { id, slug } = await hold('Quy chế bến thuyền');
    await say(slug);
    const late = on('2025-03-25');
    await office(late, (tx) =>
      prolongConsultation(tx, id, { closesOn: '2025-04-05', shortReason: '' }),
    );
    await erase(late);
    expect(await comments(id)).toMatchObject([{ text: 'Nên họp buổi tối.' }]);
  });

  test('begins nothing in a former commune, and still destroys what has served', async () => {
    await prepareJobs(database().owner, String(database().app.user));
    const waiting = async () => {
      const { rows } = await database().ownerPool.query<{ name: string }>(
        `SELECT name FROM pgboss.job WHERE name LIKE 'consultations.%' ORDER BY name`,
      );
      return rows.map(({ name }) => name);
    };
    const end = (day: string | null) =>
      office(DURING, ({ db }) => db.updateTable('commune').set({ valid_to: day }).execute());
    await end('2020-12-31');
    try {
      await askForJobs(new Map());
      expect(await waiting()).toEqual(['consultations.erase']);
    } finally {
      await end(null);
    }
    await askForJobs(new Map());
    expect(await waiting()).toEqual(['consultations.erase', 'consultations.turn']);
  });
});
