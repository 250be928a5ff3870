// Consultations over a real database: opened past the privacy guard, commented on by anybody, looked over,
// answered, taken off.
import { describe, expect, test } from 'vitest';
import { canonicalText, systemJob, thePublic, type Actor } from '#lib/platform/index.ts';
import {
  inCommune,
  newId,
  readEvents,
  searchPublic,
  sha256Hex,
  type Tx,
} from '#lib/platform/index.server.ts';
import { addTestCommune, useTestDatabase } from '#lib/platform/testing.server.ts';
import { discardEntry, registerByHand, registerEntry } from '../register/entries.server.ts';
import { answerConsultation, turnConsultations } from './answer.server.ts';
import { replyToComment, reviewComment, writeDownComment } from './comments.server.ts';
import { getConsultation, listConsultations, listNeedyConsultations } from './desk.server.ts';
import { holdConsultation, prolongConsultation, withdrawConsultation } from './hold.server.ts';
import { listComments, readSender } from './queue.server.ts';
import {
  findPublicConsultation,
  listConsultationsAbout,
  listPublicConsultations,
} from './read.server.ts';
import type { HoldConsultation } from './consultation.ts';
import {
  AFTER,
  ALL,
  BEFORE,
  consultationSteps,
  DURING,
  FORM,
  on,
  person,
  refusal,
} from './consultations.samples.ts';

const database = useTestDatabase();
const {
  as,
  office,
  everybody,
  listed,
  draft,
  hold,
  say,
  comments,
  show,
  reply,
  putAside,
  answer,
  read,
  kinds,
} = consultationSteps(() => database().communeId);
const turn = (now: string) => as(systemJob('consultations.turn'), now, turnConsultations);

/** A document in the register that a result can name. */
const registered = (title: string, number: string) =>
  office(AFTER, (tx) =>
    registerByHand(tx, {
      ...{ code: `${number}/2024/QĐ-UBND`, title, issuer: 'Ủy ban nhân dân xã' },
      issuedOn: '2024-03-20',
      facts: {
        ...{ direction: 'own', arrivedOn: null, field: '', replacedBy: null },
        ...{ inForceOn: null, expiresOn: null },
      },
    }),
  );

describe('opening', () => {
  test('makes the words of the draft public as they are, and findable', async () => {
    const { id, slug, entry } = await hold('Quy chế sân phơi');
    expect(slug).toBe('2024-quy-che-san-phoi');
    const shown = await read(slug, DURING);
    expect(shown).toMatchObject({ state: 'open', counts: null, comments: [], answer: null });
    expect(JSON.stringify(shown.paper.sections)).toContain('Họp thôn mỗi quý');
    const found = await everybody(DURING, (tx) =>
      searchPublic(tx, 'quy che san phoi', { size: 5, start: 0 }),
    );
    expect(found.hits.map((hit) => hit.id)).toEqual([id]);
    expect(await everybody(DURING, (tx) => listConsultationsAbout(tx, entry))).toMatchObject([
      { slug },
    ]);
    await expect(office(DURING, (tx) => discardEntry(tx, entry))).rejects.toEqual(
      refusal('document.in-consultation'),
    );
  });

  test('refuses what is no draft, has no words, is asked about already, or lies in the past', async () => {
    const { entry } = await hold('Quy chế bến đò');
    const again = (given: Partial<HoldConsultation> = {}, id = entry) =>
      office(BEFORE, (tx) => holdConsultation(tx, id, { ...FORM, ...given }));
    await expect(again()).rejects.toEqual(refusal('consultation.standing'));
    const past = { opensOn: '2024-02-28' };
    await expect(again(past, await draft('bến xe'))).rejects.toEqual(
      refusal('consultation.past-day'),
    );
    const registered = await draft('chợ quê');
    await office(BEFORE, (tx) =>
      registerEntry(tx, {
        id: registered,
        version: 1,
        facts: {
          direction: 'own',
          arrivedOn: null,
          field: '',
          inForceOn: null,
          expiresOn: null,
          replacedBy: null,
        },
      }),
    );
    await expect(again({}, registered)).rejects.toEqual(refusal('consultation.not-draft'));
  });

  test('of two opened at one moment each has an address, and one draft is asked about once', async () => {
    const [one, other] = [await draft('giếng khơi'), await draft('giếng khoan')];
    const both = { ...FORM, title: 'Quy chế giữ giếng' };
    const opening = [one, other, one].map((entry) =>
      office(BEFORE, (tx) => holdConsultation(tx, entry, both)),
    );
    const done = await Promise.allSettled(opening);
    const ids = done.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    const refused = done.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(refused).toEqual([refusal('consultation.standing')]);
    const slugs = await Promise.all(
      ids.map((id) => office(BEFORE, (tx) => getConsultation(tx, id))),
    );
    expect(slugs.map(({ slug }) => slug).sort()).toEqual([
      '2024-quy-che-giu-gieng',
      '2024-quy-che-giu-gieng-2',
    ]);
  });

  test('takes the days of the law, or a reason for fewer', async () => {
    const entry = await draft('đội thủy nông');
    const short = (shortReason: string) =>
      office(BEFORE, (tx) =>
        holdConsultation(tx, entry, { ...FORM, closesOn: '2024-03-20', shortReason }),
      );
    await expect(short('')).rejects.toMatchObject({
      code: 'consultation.too-short',
      todo: expect.stringContaining('21/03/2024'),
    });
    await expect(short('Gọi 0912345678 để biết vì sao.')).rejects.toEqual(
      refusal('consultation.personal-data'),
    );
    const id = await short('Luật Đất đai đặt thời hạn khác.');
    expect(await office(DURING, (tx) => getConsultation(tx, id))).toMatchObject({
      shortReason: 'Luật Đất đai đặt thời hạn khác.',
    });
  });

  test('stops at personal data in the office’s words and in the draft, which may be covered', async () => {
    const body = 'Điều 1. Liên hệ ông trưởng thôn, điện thoại 0912345678.';
    await expect(hold('Quy chế kênh mương', {}, body)).rejects.toEqual(
      refusal('document.personal-data'),
    );
    await expect(hold('Quy chế giếng làng', { lead: 'Hỏi ai: 0912345678' })).rejects.toEqual(
      refusal('consultation.personal-data'),
    );
    const { slug } = await hold('Quy chế đường ngõ', { privacy: 'mask' }, body);
    expect(JSON.stringify(await read(slug, DURING))).not.toContain('0912345678');
  });

  test('for a later day shows nothing before that day, and begins by itself', async () => {
    const { id, slug } = await hold('Quy chế nghĩa trang', {
      opensOn: '2024-03-05',
      closesOn: '2024-03-25',
    });
    const early = on('2024-03-04');
    expect(await everybody(early, (tx) => findPublicConsultation(tx, slug))).toBeUndefined();
    expect(await listed(early, 'open')).not.toContain(slug);
    expect(await listed(on('2024-03-05'), 'open')).toContain(slug);
    await expect(say(slug, {}, early)).rejects.toEqual(refusal('consultation.not-open'));
    await turn(early);
    expect(await kinds(id)).toEqual(['consultation.opened']);
    await turn(on('2024-03-05'));
    await turn(on('2024-03-05'));
    expect(await kinds(id)).toEqual(['consultation.opened', 'consultation.began']);
  });
});

describe('comments', () => {
  test('come from anybody, once however often they are sent, numbered, and are read by nobody yet', async () => {
    const { id, slug } = await hold('Quy chế nhà văn hóa');
    const key = newId();
    const text = 'Nên mở cửa cả tối thứ Bảy.';
    expect(await say(slug, { key, text })).toBe(1);
    expect(await say(slug, { key, text })).toBe(1);
    expect(await say(slug, { part: 1 })).toBe(2);
    await expect(say(slug, { part: 99 })).rejects.toEqual(refusal('consultation.no-part'));
    expect(await comments(id)).toMatchObject([
      { number: 1, state: 'waiting', text, hasSender: false },
      { number: 2, part: 1 },
    ]);
    expect(JSON.stringify(await read(slug, DURING))).not.toContain('thứ Bảy');
    const rows = await office(DURING, (tx) =>
      tx.db.selectFrom('consultation_comment').select('sealed_text').execute(),
    );
    expect(rows.map(({ sealed_text }) => sealed_text.toString('latin1')).join()).not.toContain(
      'thứ',
    );
    const events = await office(DURING, (tx) => readEvents(tx, {}));
    expect(JSON.stringify(events)).not.toContain('thứ Bảy');
  });

  test('a form that was sent to one draft is refused in words at another, also at the same moment', async () => {
    const [one, other] = [await hold('Quy chế cầu treo'), await hold('Quy chế bãi bồi')];
    const key = newId();
    expect(await say(one.slug, { key })).toBe(1);
    await expect(say(other.slug, { key })).rejects.toEqual(refusal('consultation.key-used'));
    const again = newId();
    const tries = await Promise.allSettled(
      [one, other].map(({ slug }) => say(slug, { key: again })),
    );
    const failed = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(failed).toEqual([refusal('consultation.key-used')]);
  });

  test('many at once keep their numbers apart', async () => {
    const { slug } = await hold('Quy chế trạm bơm');
    const numbers = await Promise.all(Array.from({ length: 6 }, () => say(slug)));
    expect(numbers.toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('what somebody left of themselves is read by few, and every look is written down', async () => {
    const { id, slug } = await hold('Quy chế tổ hòa giải');
    const key = newId();
    await say(slug, { key, name: 'Người dân thôn Đầu', contact: '0912345678' });
    const look = (actor: Actor) => as(actor, DURING, (tx) => readSender(tx, id, key));
    await expect(look(person('editor'))).rejects.toEqual(refusal('access.denied'));
    expect(await look(person('leader'))).toEqual({
      name: 'Người dân thôn Đầu',
      contact: '0912345678',
    });
    expect(await kinds(id)).toContain('consultation.sender-read');
    const events = await office(DURING, (tx) => readEvents(tx, {}));
    expect(JSON.stringify(events)).not.toMatch(/0912345678|Người dân thôn/);
  });

  test('that came another way are written down, also when the portal takes no more', async () => {
    const { id, slug } = await hold('Quy chế đò ngang');
    await expect(say(slug, {}, AFTER)).rejects.toEqual(refusal('consultation.not-open'));
    const meeting = {
      key: newId(),
      source: 'meeting',
      part: null,
      text: 'Họp xóm xin lùi.',
    } as const;
    expect(await office(AFTER, (tx) => writeDownComment(tx, id, meeting))).toBe(1);
    expect(await comments(id)).toMatchObject([{ source: 'meeting' }]);
  });

  test('are offered to be shown with what is personal covered, and never shown with it', async () => {
    const { id, slug } = await hold('Quy chế đèn đường');
    const key = newId();
    await say(slug, { key, text: 'Gọi tôi số 0912345678 nhé.' });
    const [comment] = await comments(id);
    expect(comment?.publicText).not.toContain('0912345678');
    await expect(show(id, key, 'Gọi 0912345678')).rejects.toEqual(
      refusal('consultation.personal-data'),
    );
    await show(id, key, comment?.publicText ?? '');
    expect(await comments(id)).toMatchObject([
      { state: 'shown', text: expect.stringContaining('09') },
    ]);
  });
});

describe('the result', () => {
  test('waits for the last day and for every comment, then stands with each reply', async () => {
    const { id, slug } = await hold('Quy chế cổng làng');
    const [kept, dropped] = [newId(), newId()];
    await say(slug, { key: kept, part: 0 });
    await say(slug, { key: dropped, text: 'asdf' });
    await expect(answer(id, 'Xong', '', DURING)).rejects.toEqual(refusal('consultation.not-over'));
    await expect(answer(id)).rejects.toMatchObject({
      code: 'consultation.unread',
      what: expect.stringContaining('2'),
    });
    await show(id, kept, 'Nên họp buổi tối.');
    await putAside(id, dropped, 'empty', AFTER);
    await expect(answer(id)).rejects.toMatchObject({
      code: 'consultation.unanswered',
      what: 'Còn 1 ý kiến chưa có trả lời.',
    });
    expect(await office(AFTER, (tx) => getConsultation(tx, id))).toMatchObject({
      comments: { all: 2, waiting: 0, shown: 1, unanswered: 1 },
    });
    await reply(id, kept, 'Buổi tối vướng vụ gặt.');
    await expect(reply(id, dropped, 'Vì sao')).rejects.toEqual(refusal('consultation.not-shown'));
    expect((await read(slug, AFTER)).comments).toEqual([]);
    await answer(id, '# Kết quả\n\nXã giữ giờ họp.');
    const result = await read(slug, AFTER);
    expect(result).toMatchObject({ state: 'answered', counts: { all: 2, shown: 1 } });
    expect(result.comments).toEqual([
      {
        number: 1,
        part: 0,
        source: 'portal',
        text: 'Nên họp buổi tối.',
        verdict: 'kept',
        reply: 'Buổi tối vướng vụ gặt.',
      },
    ]);
    expect(result.answer?.content[0]?.type).toBe('heading');
    expect(await kinds(id)).toEqual([
      'consultation.opened',
      'consultation.commented',
      'consultation.commented',
      'consultation.comment-reviewed',
      'consultation.comment-reviewed',
      'consultation.comment-answered',
      'consultation.closed',
      'consultation.answered',
    ]);
  });

  test('of two who publish it at once the second is told, and reads the first', async () => {
    const { id } = await hold('Quy chế kho thóc');
    const publish = (text: string, seen: string) =>
      office(AFTER, (tx) => answerConsultation(tx, id, { answer: text, issuedId: '', seen }));
    const done = await Promise.allSettled([publish('Bản một.', ''), publish('Bản hai.', '')]);
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(done).toContainEqual({
      status: 'rejected',
      reason: refusal('consultation.answer-changed'),
    });
    const { answerMark } = await office(AFTER, (tx) => getConsultation(tx, id));
    await publish('Bản ghép.', answerMark);
    const { answer: kept } = await office(AFTER, (tx) => getConsultation(tx, id));
    expect(JSON.stringify(kept)).toContain('Bản ghép.');
  });

  test('of two who only name the issued document the second is told too', async () => {
    const { id } = await hold('Quy chế bến nước');
    await answer(id, 'Xong');
    const issued = await Promise.all(
      ['31', '32'].map((number) => registered(`Quy chế bến nước ${number}`, number)),
    );
    const { answerMark: seen } = await office(AFTER, (tx) => getConsultation(tx, id));
    const name = (issuedId = '') =>
      office(AFTER, (tx) => answerConsultation(tx, id, { answer: 'Xong', issuedId, seen }));
    await name(issued[0]);
    await expect(name(issued[1])).rejects.toEqual(refusal('consultation.answer-changed'));
    const kept = await office(AFTER, (tx) => getConsultation(tx, id));
    expect(kept.issuedId).toBe(issued[0]);
  });

  test('near its last day or waiting for an answer is told to those who can do something', async () => {
    const { id, slug } = await hold('Quy chế lò gạch');
    const told = async (now: string, actor = person('coordinator')) =>
      (await as(actor, now, listNeedyConsultations)).map((one) => one.id);
    expect(await told(on('2024-03-02'))).not.toContain(id);
    await say(slug, {}, on('2024-03-02'));
    expect(await told(on('2024-03-02'))).toContain(id);
    expect(await told(on('2024-03-20'), person('editor'))).toContain(id);
    expect(await told(AFTER)).toContain(id);
    expect(await told(AFTER, person('member'))).toEqual([]);
    await expect(as(thePublic, AFTER, listNeedyConsultations)).rejects.toEqual(
      refusal('access.sign-in'),
    );
  });

  test('leaves digests of what others read, also of what was put right after it', async () => {
    const { id, slug } = await hold('Quy chế đường hoa');
    const key = newId();
    await say(slug, { key });
    await show(id, key, 'Nên họp buổi tối.');
    await reply(id, key);
    await answer(id);
    await show(id, key, 'Nên họp tối.');
    await reply(id, key, 'Buổi tối vướng vụ gặt.');
    await putAside(id, key, 'repeated', AFTER);
    const digests = async (kind: string) => {
      const subject = { type: 'consultation', id };
      const events = await office(AFTER, (tx) => readEvents(tx, { subject, kinds: [kind] }));
      return events.map(({ data }) => data.digest);
    };
    const of = (words: Record<string, string>) => sha256Hex(canonicalText(words));
    expect(await digests('consultation.comment-reviewed')).toEqual([
      of({ publicText: 'Nên họp buổi tối.' }),
      of({ publicText: 'Nên họp tối.' }),
      null,
    ]);
    expect(await digests('consultation.comment-answered')).toEqual([
      of({ verdict: 'taken', reply: '' }),
      of({ verdict: 'kept', reply: 'Buổi tối vướng vụ gặt.' }),
    ]);
  });

  test('names the document that was issued, where it may be read', async () => {
    const { id, slug, entry } = await hold('Quy chế lễ hội');
    await expect(answer(id, 'Xong', entry)).rejects.toEqual(refusal('consultation.not-own'));
    await answer(id);
    expect((await read(slug, AFTER)).issued).toBeNull();
  });

  test('is put right again, and what slipped through is taken back at once', async () => {
    const { id, slug } = await hold('Quy chế bãi rác');
    const key = newId();
    await say(slug, { key });
    await show(id, key, 'Nên họp buổi tối.');
    await reply(id, key);
    await answer(id, 'Lần một');
    const { answeredAt } = await read(slug, AFTER);
    await answer(id, 'Lần hai', '', on('2024-03-25'));
    const again = await read(slug, on('2024-03-25'));
    expect(JSON.stringify(again.answer)).toContain('Lần hai');
    expect(again.answeredAt).toBe(answeredAt);
    await putAside(id, key, 'insulting', AFTER);
    expect((await read(slug, AFTER)).comments).toEqual([]);
  });
});

describe('who may', () => {
  test('hold, prolong, withdraw, answer: coordinator and leader; review: editors too', async () => {
    const { id, slug, entry } = await hold('Quy chế hội làng');
    await say(slug);
    const denied = refusal('access.denied');
    for (const actor of [person('member'), person('administrator'), person('editor')]) {
      const tries: ((tx: Tx) => Promise<unknown>)[] = [
        (tx) => holdConsultation(tx, entry, FORM),
        (tx) => prolongConsultation(tx, id, { closesOn: '2024-04-30', shortReason: '' }),
        (tx) => withdrawConsultation(tx, id, { reason: 'Nhầm' }),
        (tx) => answerConsultation(tx, id, { answer: 'Xong', issuedId: '', seen: '' }),
      ];
      for (const attempt of tries) await expect(as(actor, AFTER, attempt)).rejects.toEqual(denied);
    }
    const key = newId();
    const tries: ((tx: Tx) => Promise<unknown>)[] = [
      (tx) => listComments(tx, id),
      (tx) => reviewComment(tx, id, { id: key, decision: 'aside', publicText: '', aside: 'empty' }),
      (tx) => replyToComment(tx, id, { id: key, verdict: 'noted', reply: '' }),
      (tx) => writeDownComment(tx, id, { key, source: 'letter', part: null, text: 'Thư' }),
    ];
    for (const attempt of tries) {
      await expect(as(person('member'), AFTER, attempt)).rejects.toEqual(denied);
    }
    expect(await as(person('editor'), AFTER, (tx) => listComments(tx, id))).toHaveLength(1);
    await expect(everybody(AFTER, listConsultations)).rejects.toMatchObject({ status: 401 });
  });
});

describe('taking off', () => {
  test('leaves the reason and nothing else', async () => {
    const { id, slug } = await hold('Quy chế quỹ khuyến học');
    await say(slug);
    await office(DURING, (tx) =>
      withdrawConsultation(tx, id, { reason: 'Dự thảo còn sai số liệu' }),
    );
    expect(await everybody(DURING, (tx) => findPublicConsultation(tx, slug))).toEqual({
      reason: 'Dự thảo còn sai số liệu',
    });
    const { hits } = await everybody(DURING, (tx) =>
      searchPublic(tx, 'quy khuyen hoc', { size: 5, start: 0 }),
    );
    expect(hits).toEqual([]);
    await expect(say(slug)).rejects.toEqual(refusal('consultation.not-open'));
    await expect(answer(id)).rejects.toEqual(refusal('consultation.over'));
  });

  test('a neighbour sees nothing of it', async () => {
    const { slug } = await hold('Quy chế vệ sinh đường');
    const neighbour = await addTestCommune('xã Bình Yên', `binh-yen-${newId()}.example`);
    const there = { now: DURING };
    expect(
      await inCommune(neighbour, (tx) => findPublicConsultation(tx, slug), there),
    ).toBeUndefined();
    for (const which of ['open', 'over'] as const) {
      const seen = await inCommune(
        neighbour,
        (tx) => listPublicConsultations(tx, which, ALL),
        there,
      );
      expect(seen).toEqual({ total: 0, consultations: [] });
    }
  });
});
