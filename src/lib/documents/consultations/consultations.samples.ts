// What tests of consultations do over and over, in one commune: draft, open, comment, look over, answer.
import { expect } from 'vitest';
import { thePublic, type Actor, type Role } from '#lib/platform/index.ts';
import { inCommune, newId, readEvents, type Tx } from '#lib/platform/index.server.ts';
import { receiveDocument } from '../register/entries.server.ts';
import { takeInPasted } from '../register/intake.server.ts';
import { answerConsultation } from './answer.server.ts';
import { replyToComment, reviewComment, sendComment } from './comments.server.ts';
import type { HoldConsultation, ReviewComment, SendComment } from './consultation.ts';
import { getConsultation } from './desk.server.ts';
import { holdConsultation } from './hold.server.ts';
import { listComments } from './queue.server.ts';
import {
  findPublicConsultation,
  listPublicConsultations,
  type PublicConsultation,
} from './read.server.ts';

export const on = (day: string) => `${day}T03:00:00.000Z`;
export const [BEFORE, DURING, AFTER] = [
  on('2024-03-01'),
  on('2024-03-10'),
  on('2024-03-22'),
] as const;
export const ALL = { size: 200, start: 0 };

export const person = (...roles: Role[]): Actor => {
  return { kind: 'person', accountId: newId(), name: 'Văn thư', roles, unitIds: [] };
};
export const refusal = (code: string) => expect.objectContaining({ code });

export const FORM: HoldConsultation = {
  title: 'Quy chế họp thôn',
  lead: 'Xã muốn biết lịch họp có hợp mùa vụ không.',
  opensOn: '2024-03-01',
  closesOn: '2024-03-21',
  shortReason: '',
  privacy: 'refuse',
};

/** The steps of a consultation in the commune of a test file. */
export function consultationSteps(communeId: () => string) {
  const as = <Value>(actor: Actor, now: string, work: (tx: Tx) => Promise<Value>) =>
    inCommune(communeId(), work, { write: true, actor, now });
  const office = <Value>(now: string, work: (tx: Tx) => Promise<Value>) =>
    as(person('coordinator'), now, work);
  const everybody = <Value>(now: string, work: (tx: Tx) => Promise<Value>) =>
    as(thePublic, now, work);
  const listed = async (now: string, which: 'open' | 'over') => {
    const { consultations } = await everybody(now, (tx) => listPublicConsultations(tx, which, ALL));
    return consultations.map(({ slug }) => slug);
  };

  async function draft(name: string, body = 'Điều 1. Họp thôn mỗi quý một lần.'): Promise<string> {
    const text = [
      'ỦY BAN NHÂN DÂN\nXÃ AN BÌNH',
      'Số: /QĐ-UBND',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
      `QUYẾT ĐỊNH\nBan hành quy chế ${name}`,
      body,
      'Điều 2. Văn phòng chịu trách nhiệm thi hành.',
    ].join('\n\n');
    const incoming = await takeInPasted(communeId(), text);
    return office(BEFORE, (tx) => receiveDocument(tx, incoming));
  }

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
  const reply = (id: string, comment: string, words = '', now: string = AFTER) =>
    office(now, (tx) =>
      replyToComment(tx, id, { id: comment, verdict: words ? 'kept' : 'taken', reply: words }),
    );
  const putAside = (id: string, comment: string, aside: ReviewComment['aside'], now: string) =>
    office(now, (tx) =>
      reviewComment(tx, id, { id: comment, decision: 'aside', publicText: '', aside }),
    );
  const answer = (id: string, text = 'Xã lùi giờ họp.', issuedId = '', now: string = AFTER) =>
    office(now, async (tx) => {
      const { answerMark: seen } = await getConsultation(tx, id);
      await answerConsultation(tx, id, { answer: text, issuedId, seen });
    });
  async function read(slug: string, now: string): Promise<PublicConsultation> {
    const found = await everybody(now, (tx) => findPublicConsultation(tx, slug));
    if (!found || 'reason' in found) throw new Error(`${slug} is not public`);
    return found;
  }
  const kinds = (id: string) =>
    office(AFTER, async (tx) =>
      (await readEvents(tx, { subject: { type: 'consultation', id } })).map(({ kind }) => kind),
    );

  return {
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
  };
}
