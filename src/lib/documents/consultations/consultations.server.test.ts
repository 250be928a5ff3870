// Consultations over a real database: opened past the privacy guard, commented on by anybody, looked over,
// closed by time, answered, and what people left destroyed.
import { describe, expect, test } from 'vitest';
import { inCommune, newId, readEvents, searchPublic, type Tx } from '#lib/platform/index.server.ts';
import { systemJob, thePublic, type Actor, type Role } from '#lib/platform/index.ts';
import { addTestCommune, useTestDatabase } from '#lib/platform/testing.server.ts';
import { discardEntry, receiveDocument, registerEntry } from '../register/entries.server.ts';
import { takeInPasted } from '../register/intake.server.ts';
import { answerConsultation, turnConsultations } from './answer.server.ts';
import {
  listComments,
  readSender,
  replyToComment,
  reviewComment,
  sendComment,
  writeDownComment,
} from './comments.server.ts';
import type { HoldConsultation, SendComment } from './consultation.ts';
import { holdConsultation, prolongConsultation, withdrawConsultation } from './hold.server.ts';
import {
  findPublicConsultation,
  getConsultation,
  listConsultations,
  listConsultationsAbout,
  listPublicConsultations,
  type PublicConsultation,
} from './read.server.ts';

const database = useTestDatabase();
const on = (day: string) => `${day}T03:00:00.000Z`;
const [BEFORE, DURING, AFTER] = [on('2024-03-01'), on('2024-03-10'), on('2024-03-22')] as const;

const person = (...roles: Role[]): Actor => {
  return { kind: 'person', accountId: newId(), name: 'Văn thư', roles, unitIds: [] };
};
const as = <Value>(actor: Actor, now: string, work: (tx: Tx) => Promise<Value>) =>
  inCommune(database().communeId, work, { write: true, actor, now });
const office = <Value>(now: string, work: (tx: Tx) => Promise<Value>) =>
  as(person('coordinator'), now, work);
const everybody = <Value>(now: string, work: (tx: Tx) => Promise<Value>) =>
  as(thePublic, now, work);
const turn = (now: string) => as(systemJob('consultations.turn'), now, turnConsultations);
const refusal = (code: string) => expect.objectContaining({ code });

async function draft(name: string, body = 'Điều 1. Họp thôn mỗi quý một lần.'): Promise<string> {
  const text = [
    'ỦY BAN NHÂN DÂN\nXÃ AN BÌNH',
    'Số: /QĐ-UBND',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
    `QUYẾT ĐỊNH\nBan hành quy chế ${name}`,
    body,
    'Điều 2. Văn phòng chịu trách nhiệm thi hành.',
  ].join('\n\n');
  const incoming = await takeInPasted(database().communeId, text);
  return office(BEFORE, (tx) => receiveDocument(tx, incoming));
}

const FORM: HoldConsultation = {
  title: 'Quy chế họp thôn',
  lead: 'Xã muốn biết lịch họp có hợp mùa vụ không.',
  opensOn: '2024-03-01',
  closesOn: '2024-03-21',
  shortReason: '',
  privacy: 'refuse',
};

async function hold(title: string, given: Partial<HoldConsultation> = {}, body?: string) {
  const entry = await draft(title, body);
  const id = await office(BEFORE, (tx) =>
    holdConsultation(tx, entry, { ...FORM, title, ...given }),
  );
  const { slug } = await office(BEFORE, (tx) => getConsultation(tx, id));
  return { entry, id, slug };
}

const say = (slug: string, given: Partial<SendComment> = {}, now: string = DURING) =>
  everybody(now, (tx) =>
    sendComment(tx, slug, {
      key: newId(),
      part: null,
      text: 'Nên họp buổi tối.',
      name: '',
      contact: '',
      ...given,
    }),
  );
const comments = (id: string, now: string = DURING) => office(now, (tx) => listComments(tx, id));
const show = (id: string, comment: string, publicText: string, now: string = AFTER) =>
  office(now, (tx) =>
    reviewComment(tx, id, { id: comment, decision: 'show', publicText, aside: '' }),
  );
const answer = (id: string, text = 'Xã lùi giờ họp.', issuedId = '', now: string = AFTER) =>
  office(now, (tx) => answerConsultation(tx, id, { answer: text, issuedId }));
async function read(slug: string, now: string): Promise<PublicConsultation> {
  const found = await everybody(now, (tx) => findPublicConsultation(tx, slug));
  if (!found || 'reason' in found) throw new Error(`${slug} is not public`);
  return found;
}
const kinds = (id: string) =>
  office(AFTER, async (tx) =>
    (await readEvents(tx, { subject: { type: 'consultation', id } })).map(({ kind }) => kind),
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
    expect((await everybody(early, listPublicConsultations)).map((one) => one.slug)).not.toContain(
      slug,
    );
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
    await office(AFTER, (tx) =>
      reviewComment(tx, id, { id: dropped, decision: 'aside', publicText: '', aside: 'empty' }),
    );
    const reply = (target: string) =>
      office(AFTER, (tx) =>
        replyToComment(tx, id, { id: target, verdict: 'kept', reply: 'Buổi tối vướng vụ gặt.' }),
      );
    await reply(kept);
    await expect(reply(dropped)).rejects.toEqual(refusal('consultation.not-shown'));
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
    await answer(id, 'Lần một');
    const { answeredAt } = await read(slug, AFTER);
    await answer(id, 'Lần hai', '', on('2024-03-25'));
    const again = await read(slug, on('2024-03-25'));
    expect(JSON.stringify(again.answer)).toContain('Lần hai');
    expect(again.answeredAt).toBe(answeredAt);
    await office(AFTER, (tx) =>
      reviewComment(tx, id, { id: key, decision: 'aside', publicText: '', aside: 'insulting' }),
    );
    expect((await read(slug, AFTER)).comments).toEqual([]);
  });
});

describe('time', () => {
  test('closes it, says so once, and it can be kept open longer', async () => {
    const { id, slug } = await hold('Quy chế ao đình');
    await say(slug);
    await turn(AFTER);
    await turn(AFTER);
    expect((await kinds(id)).filter((kind) => kind === 'consultation.closed')).toHaveLength(1);
    const longer = { closesOn: '2024-04-05', shortReason: '' };
    await office(AFTER, (tx) => prolongConsultation(tx, id, longer));
    expect(await say(slug, {}, on('2024-03-25'))).toBe(2);
    await turn(on('2024-04-06'));
    expect((await kinds(id)).filter((kind) => kind === 'consultation.closed')).toHaveLength(2);
  });

  test('destroys what people left, thirty days after the result; what is public stays', async () => {
    const { id, slug } = await hold('Quy chế cây xanh');
    const key = newId();
    await say(slug, { key, contact: '0912345678' });
    await show(id, key, 'Nên họp buổi tối.');
    await answer(id);
    await turn(on('2024-04-20'));
    expect(await comments(id)).toMatchObject([{ text: 'Nên họp buổi tối.' }]);
    await turn(on('2024-04-21'));
    expect(await comments(id)).toMatchObject([{ text: null, hasSender: false, state: 'shown' }]);
    await expect(office(AFTER, (tx) => readSender(tx, id, key))).rejects.toEqual(
      refusal('consultation.erased'),
    );
    expect((await read(slug, AFTER)).comments).toHaveLength(1);
    expect(await kinds(id)).toContain('consultation.senders-erased');
  });

  test('destroys it a year after the last day where no result ever came', async () => {
    const { id, slug } = await hold('Quy chế kho lương');
    await say(slug);
    await turn(on('2025-03-20'));
    expect(await comments(id)).toMatchObject([{ text: 'Nên họp buổi tối.' }]);
    await turn(on('2025-03-21'));
    expect(await comments(id)).toMatchObject([{ text: null }]);
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
        (tx) => answerConsultation(tx, id, { answer: 'Xong', issuedId: '' }),
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
    expect(await inCommune(neighbour, listPublicConsultations, there)).toEqual([]);
  });
});
