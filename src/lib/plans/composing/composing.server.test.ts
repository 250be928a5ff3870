// Next year's plan on a real database: begun from this year's, settled point by point, approved by another,
// numbered, and gone on to the review without being read from a file.
import { describe, expect, test } from 'vitest';
import { listOutgoing, readHere, registerByHand } from '#lib/documents/index.server.ts';
import { paperText, readDocumentText, WrittenDocument } from '#lib/documents/index.ts';
import { inCommune, newId, readEvents, type Tx } from '#lib/platform/index.server.ts';
import type { Actor } from '#lib/platform/index.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import { collapse } from '#lib/vietnam/index.ts';
import { confirmPlan } from '../drafts/confirm.server.ts';
import { findList, listsOf } from '../drafts/draft.ts';
import { currentDraft } from '../drafts/history.ts';
import { getPlanWithDuties } from '../drafts/list.server.ts';
import { receivePlan } from '../drafts/receive.server.ts';
import { getDraft } from '../drafts/read.server.ts';
import { toPlanReading } from '../reading/index.ts';
import { person } from '../testing.server.ts';
import { beginNextPlan } from './begin.server.ts';
import { openPoints, type Composition } from './composition.ts';
import { issueComposition, recallComposition } from './issue.server.ts';
import { listCompositions, readComposition } from './read.server.ts';
import { approveComposition, discardComposition, returnComposition } from './steps.server.ts';
import {
  confirmBasis,
  confirmMoved,
  confirmUnit,
  decideOwed,
  insertClause,
  leaveOut,
  nameNextPlan,
  writeBasis,
  writeClause,
} from './write.server.ts';

const database = useTestDatabase();
const coordinator = person('coordinator');
const leader = person('leader');
/** Half of the year is over: the duty of the first quarter is late. */
const NOW = '2023-06-30T01:00:00.000Z';

const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>, now = NOW) =>
  inCommune(database().communeId, work, { write: true, actor, now });
const refusal = (code: string) => expect.objectContaining({ code });

const planText = (mark: string) => `ỦY BAN NHÂN DÂN
XÃ AN BÌNH
Số: ${mark}/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
An Bình, ngày 05 tháng 01 năm 2023

KẾ HOẠCH
Tuyên truyền phòng bệnh năm 2023

Căn cứ Kế hoạch số 9${mark}/KH-UBND ngày 30/12/2022 của Ủy ban nhân dân huyện về phòng bệnh;

I. MỤC ĐÍCH
- Người dân biết cách phòng bệnh trong năm 2023.

II. NỘI DUNG TUYÊN TRUYỀN
1. Lịch tiêm của trẻ nhỏ năm 2023.
2. Cách diệt bọ gậy quanh nhà.

III. HÌNH THỨC TUYÊN TRUYỀN
1. Đọc trên hệ thống loa của các thôn.

IV. TỔ CHỨC THỰC HIỆN
1. Trạm Y tế ${mark}
- Soạn bài trước ngày 15/3/2023.
2. Đội Thông tin ${mark}
- Phát bài trên loa.

Nơi nhận:
- Các thôn;
- Lưu: VP.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Phạm Văn Mẫu`;

/** A plan in force; its second unit gave way to another since. */
async function planInForce(mark: string): Promise<string> {
  const bytes = new TextEncoder().encode(planText(mark));
  const reading = toPlanReading(await readHere(bytes, { name: `${mark}.txt` }));
  return as(coordinator, async (tx) => {
    const planId = await receivePlan(tx, { reading, file: null, accepted: [] });
    const { version } = await getDraft(tx, planId);
    await confirmPlan(tx, { planId, version, units: {} });
    const { units } = await getPlanWithDuties(tx, planId);
    const gone = units.find(({ namedAs }) => namedAs.startsWith('Đội Thông tin'));
    const id = newId();
    const slug = `trung-tam-${mark}`;
    await tx.db
      .insertInto('unit')
      .values({
        commune_id: tx.communeId,
        id,
        name: `Trung tâm Văn hóa ${mark}`,
        slug,
        position: 9,
      })
      .execute();
    await tx.db
      .updateTable('unit')
      .set({ successor_id: id, valid_to: '2023-04-30' })
      .where('id', '=', gone?.unitId ?? '')
      .execute();
    return planId;
  });
}

const begin = (planId: string) =>
  as(coordinator, (tx) => beginNextPlan(tx, planId, { clientKey: newId() }));
const read = (id: string) => as(coordinator, (tx) => readComposition(tx, id));

/** Settles everything as Loa proposes it; the missing basis is dropped, undone duties are taken over. */
async function settleAll(id: string): Promise<number> {
  let { revision, content } = await read(id);
  const step = async (work: (tx: Tx, revision: number) => Promise<void>) => {
    await as(coordinator, (tx) => work(tx, revision));
    ({ revision, content } = await read(id));
  };
  for (const { key } of content.moved) {
    const { text, due } = standing(content, key);
    await step((tx, at) =>
      confirmMoved(tx, id, { revision: at, key, text, due, decision: 'confirm' }),
    );
  }
  for (const { key, text } of content.bases.filter(({ settled }) => !settled)) {
    const decision = text === '' ? 'drop' : 'keep';
    await step((tx, at) => confirmBasis(tx, id, { revision: at, key, text, decision }));
  }
  for (const { key, now } of content.units) {
    const unit = now ?? '';
    await step((tx, at) => confirmUnit(tx, id, { revision: at, key, unit, decision: 'keep' }));
  }
  for (const { dutyId } of content.owed) {
    await step((tx, at) => decideOwed(tx, id, { revision: at, dutyId, decision: 'take' }));
  }
  return revision;
}

function standing({ draft }: Composition, key: string): { text: string; due: string } {
  if (key === 'title') return { text: draft.title, due: '' };
  const clause = listsOf(draft)
    .flatMap(({ clauses }) => clauses)
    .find((one) => one.key === key);
  return { text: clause?.text ?? '', due: clause?.due?.date ?? '' };
}

const signedCopy = () => [
  {
    file: {
      sha256: newId().replaceAll('-', '').padEnd(64, '0'),
      size: 10,
      mediaType: 'application/pdf',
      name: 'ban-ky.pdf',
    },
    signatures: { signatures: [], verdict: 'unsigned' as const },
  },
];

describe('a plan begun from the one before', () => {
  test('has its years, days, bases, units and undone duties laid out to be settled', async () => {
    const id = await begin(await planInForce('11'));
    const { content, written, title } = await read(id);
    expect(title).toBe('Tuyên truyền phòng bệnh năm 2024');
    expect(content.draft.period).toMatchObject({ from: '2024-01-01', to: '2024-12-31' });
    const duty = content.moved.find(({ before }) => before.startsWith('Soạn bài'));
    expect(duty).toMatchObject({ dueBefore: '2023-03-15', settled: false });
    expect(standing(content, duty?.key ?? '')).toEqual({
      text: 'Soạn bài trước ngày 15/3/2024.',
      due: '2024-03-15',
    });
    // A cited document keeps its year; nobody registered it, so nobody can say that it holds.
    expect(content.bases[0]).toMatchObject({ settled: false });
    expect(content.bases[0]?.text).toContain('30/12/2022');
    expect(content.bases[0]?.doubt).toContain('chưa có trong sổ văn bản');
    expect(content.bases[1]).toMatchObject({ text: '', settled: false });
    expect(content.units).toEqual([
      {
        key: 'u2',
        before: 'Đội Thông tin 11',
        now: 'Trung tâm Văn hóa 11',
        isOver: true,
        endedOn: '2023-04-30',
        settled: false,
      },
    ]);
    expect(content.owed.map(({ text }) => text)).toEqual(['Soạn bài trước ngày 15/3/2023.']);
    expect(openPoints(content).all).toBe(content.moved.length + 2 + 1 + 1);
    expect(WrittenDocument.safeParse(written).success).toBe(true);
    expect(written.draft).toBe(true);
    expect(JSON.stringify(written.appendices)).toContain('Soạn bài trước ngày 15/3/2023.');
  });

  test('asks no word about a basis that the register knows to hold, and names what ended one', async () => {
    const planId = await planInForce('12');
    await as(coordinator, async (tx) => {
      await registerByHand(tx, {
        ...{ code: '912/KH-UBND', title: 'Kế hoạch phòng bệnh', issuer: 'Ủy ban nhân dân huyện' },
        issuedOn: '2022-12-30',
        facts: {
          ...{ direction: 'incoming', arrivedOn: null, field: '', replacedBy: null },
          ...{ inForceOn: null, expiresOn: null },
        },
      });
    });
    const holds = await read(await begin(planId));
    expect(holds.content.bases[0]).toMatchObject({ doubt: null, settled: true });
    await as(coordinator, (tx) => discardComposition(tx, holds.id, { revision: 1 }));
    await as(coordinator, async (tx) => {
      await tx.db
        .updateTable('register_entry')
        .set({ expires_on: '2023-06-01', replaced_by: '45/KH-UBND' })
        .where('code', '=', '912/KH-UBND')
        .execute();
    });
    const ended = await read(await begin(planId));
    expect(ended.content.bases[0]).toMatchObject({
      doubt: '912/KH-UBND: bị thay thế bởi 45/KH-UBND.',
      settled: false,
    });
  });

  test('is begun once, however often it is asked for, and anew once it was thrown away', async () => {
    const planId = await planInForce('13');
    const id = await begin(planId);
    expect(await begin(planId)).toBe(id);
    await as(coordinator, (tx) => discardComposition(tx, id, { revision: 1 }));
    await expect(read(id)).rejects.toThrow(refusal('composition.not-found'));
    const again = await begin(planId);
    expect(again).not.toBe(id);
    const listed = await as(coordinator, (tx) => listCompositions(tx));
    expect(listed.find((one) => one.id === again)?.open).toBe(
      openPoints((await read(again)).content).all,
    );
    expect(listed.map((one) => one.id)).not.toContain(id);
  });
});

describe('settling', () => {
  test('keeps what a person corrects, puts back what stood before, names units, takes duties over', async () => {
    const id = await begin(await planInForce('21'));
    const { content } = await read(id);
    const of = (start: string) =>
      content.moved.find(({ before }) => before.startsWith(start))?.key ?? '';
    await as(coordinator, async (tx) => {
      await confirmMoved(tx, id, {
        ...{ revision: 1, key: of('Soạn bài'), decision: 'confirm' },
        ...{ text: 'Soạn bài trước ngày 20/3/2024.', due: '2024-03-20' },
      });
      const topic = { revision: 2, key: of('Lịch tiêm'), text: 'x', decision: 'before' } as const;
      await confirmMoved(tx, id, topic);
      await confirmBasis(tx, id, { revision: 3, key: 'b1', text: '', decision: 'drop' });
      await confirmBasis(tx, id, {
        ...{ revision: 4, key: 'b2', decision: 'keep' },
        text: 'Căn cứ Kế hoạch số 15/KH-UBND ngày 20/12/2023 của huyện',
      });
      await writeBasis(tx, id, { revision: 5, text: 'Xét đề nghị của Trạm Y tế' });
      await confirmUnit(tx, id, {
        ...{ revision: 6, key: 'u2', unit: 'Trung tâm Văn hóa 21', decision: 'keep' },
      });
      const [owed] = content.owed;
      const given = { dutyId: owed?.dutyId ?? '', decision: 'take' } as const;
      await decideOwed(tx, id, { revision: 7, ...given });
      // Changing one's mind takes nothing twice.
      await decideOwed(tx, id, { revision: 8, ...given, decision: 'leave' });
      await decideOwed(tx, id, { revision: 9, ...given });
      await insertClause(tx, id, { revision: 10, list: 'topics', text: 'Phòng bệnh mùa mưa' });
      await nameNextPlan(tx, id, {
        ...{ revision: 11, title: 'Kế hoạch phòng bệnh năm 2024' },
        ...{ from: '2024-02-01', to: '2024-12-31' },
      });
    });
    const { content: now, written } = await read(id);
    expect(standing(now, of('Soạn bài'))).toEqual({
      text: 'Soạn bài trước ngày 20/3/2024.',
      due: '2024-03-20',
    });
    expect(standing(now, of('Lịch tiêm')).text).toBe('Lịch tiêm của trẻ nhỏ năm 2023.');
    expect(written.bases).toEqual([
      'Căn cứ Kế hoạch số 15/KH-UBND ngày 20/12/2023 của huyện',
      'Xét đề nghị của Trạm Y tế',
    ]);
    const kept = (list: string) => findList(now.draft, list)?.filter(({ dropped }) => !dropped);
    expect(kept('u1')?.map(({ text }) => text)).toEqual([
      'Soạn bài trước ngày 20/3/2024.',
      'Soạn bài trước ngày 15/3/2023 (chuyển tiếp từ năm 2023)',
    ]);
    expect(now.draft.assignments[1]?.unit).toBe('Trung tâm Văn hóa 21');
    expect(kept('topics')?.at(-1)?.text).toBe('Phòng bệnh mùa mưa');
    expect(written.appendices).toBeUndefined();
    const events = await as(leader, (tx) =>
      readEvents(tx, { subject: { type: 'composition', id } }),
    );
    expect(events).toHaveLength(12);
    expect(JSON.stringify(events)).not.toContain('Soạn bài');
  });

  test('is refused where the place is gone, empty or saved by another meanwhile', async () => {
    const id = await begin(await planInForce('22'));
    const write = (work: (tx: Tx) => Promise<void>) => as(coordinator, work);
    const on = { revision: 1 };
    await expect(
      write((tx) => writeClause(tx, id, { ...on, key: 'x9', text: 'Một' })),
    ).rejects.toThrow(refusal('composition.no-such-place'));
    await expect(
      write((tx) => confirmBasis(tx, id, { ...on, key: 'b2', text: ' ', decision: 'keep' })),
    ).rejects.toThrow('Ghi căn cứ');
    await expect(
      write((tx) => confirmUnit(tx, id, { ...on, key: 'u2', unit: '', decision: 'keep' })),
    ).rejects.toThrow('tên đơn vị');
    await write((tx) => leaveOut(tx, id, { ...on, key: 'm1', decision: 'drop' }));
    await expect(
      write((tx) => leaveOut(tx, id, { ...on, key: 'm1', decision: 'restore' })),
    ).rejects.toThrow(refusal('composition.changed-meanwhile'));
    await expect(as(leader, (tx) => approveComposition(tx, id, { revision: 2 }))).rejects.toThrow(
      refusal('composition.points-open'),
    );
  });
});

describe('a plan that was settled', () => {
  test('is approved by another, numbered, and reviewed in the words of its own paper', async () => {
    const id = await begin(await planInForce('31'));
    const revision = await settleAll(id);
    await as(leader, (tx) => approveComposition(tx, id, { revision }));
    const { written } = await read(id);
    expect(written.draft).toBe(false);
    const issue = (issuedOn: string) =>
      as(coordinator, (tx) => issueComposition(tx, id, { revision, issuedOn }, signedCopy()));
    await expect(
      as(coordinator, (tx) => issueComposition(tx, id, { revision, issuedOn: '2023-06-30' }, [])),
    ).rejects.toThrow(refusal('composition.one-file'));
    // A signature that proves nobody needs a person's word.
    const [page] = signedCopy();
    const stranger = page && [
      { ...page, signatures: { signatures: [], verdict: 'untrusted' as const } },
    ];
    await expect(
      as(coordinator, (tx) =>
        issueComposition(tx, id, { revision, issuedOn: '2023-06-30' }, stranger ?? []),
      ),
    ).rejects.toThrow(refusal('outgoing.signer-unproven'));
    const { code, planId } = await issue('2023-06-30');
    expect(code).toMatch(/^\d+\/KH-UBND$/);
    await expect(issue('2023-06-30')).rejects.toThrow(refusal('composition.not-approved'));

    const { lines } = await as(coordinator, (tx) =>
      listOutgoing(tx, { year: 2023 }, { size: 9, start: 0 }),
    );
    expect(lines.find((line) => line.code === code)).toMatchObject({ subject: { id } });

    const stored = await as(coordinator, (tx) => getDraft(tx, planId));
    expect(stored).toMatchObject({ status: 'draft', sourceName: 'ban-ky.pdf' });
    const draft = currentDraft(stored.history, stored.text);
    expect(draft.title).toBe('Tuyên truyền phòng bệnh năm 2024');
    for (const { clauses } of listsOf(draft)) {
      for (const { text, span } of clauses) {
        expect(span).not.toBeNull();
        expect(collapse(stored.text.slice(...(span ?? [0, 0])))).toBe(collapse(text));
      }
    }
    // Reading the paper's own text would have found the same.
    expect(stored.reading.document).toMatchObject({ code, type: 'KH', date: '2023-06-30' });
    const found = stored.reading.plan;
    expect(found?.topics.map(({ text }) => text)).toEqual(draft.topics.map(({ text }) => text));
    expect(found?.assignments.map(({ duties }) => duties.length)).toEqual(
      draft.assignments.map(({ duties }) => duties.length),
    );

    const { version } = stored;
    await as(coordinator, (tx) => confirmPlan(tx, { planId, version, units: {} }));
    const plan = await as(coordinator, (tx) => getPlanWithDuties(tx, planId));
    const carried = plan.units.flatMap(({ duties }) => duties).filter((duty) => duty.carriedFrom);
    expect(carried.map(({ text }) => text)).toEqual([
      'Soạn bài trước ngày 15/3/2023 (chuyển tiếp từ năm 2023).',
    ]);
    expect(plan.topics.map(({ label }) => label)).toContain('Lịch tiêm của trẻ nhỏ năm 2024');
    expect(plan.units.map(({ unitName }) => unitName)).toContain('Trung tâm Văn hóa 31');
  });

  test('is taken back with its number cancelled, until its duties begin', async () => {
    const id = await begin(await planInForce('33'));
    const revision = await settleAll(id);
    const approve = () => as(leader, (tx) => approveComposition(tx, id, { revision }));
    const issue = () =>
      as(coordinator, (tx) =>
        issueComposition(tx, id, { revision, issuedOn: '2023-06-30' }, signedCopy()),
      );
    const given = { revision, reason: 'Sai thời hạn của một nhiệm vụ' };
    const recall = () => as(coordinator, (tx) => recallComposition(tx, id, given));
    await approve();
    await expect(recall()).rejects.toThrow(refusal('composition.not-issued'));
    const first = await issue();
    await expect(as(leader, (tx) => recallComposition(tx, id, given))).rejects.toThrow(
      refusal('access.denied'),
    );
    await recall();
    expect(await read(id)).toMatchObject({ status: 'draft', returnedReason: given.reason });
    const set = await as(coordinator, (tx) => getDraft(tx, first.planId));
    expect(set.status).toBe('discarded');
    const { lines } = await as(coordinator, (tx) =>
      listOutgoing(tx, { year: 2023 }, { size: 9, start: 0 }),
    );
    expect(lines.find(({ code }) => code === first.code)?.cancelled).toMatchObject({
      reason: given.reason,
    });
    await approve();
    const second = await issue();
    expect(second.code).not.toBe(first.code);
    const { version } = await as(coordinator, (tx) => getDraft(tx, second.planId));
    const { planId } = second;
    await as(coordinator, (tx) => confirmPlan(tx, { planId, version, units: {} }));
    await expect(recall()).rejects.toThrow(refusal('composition.in-force'));
  });

  test('goes back with a reason, and is approved by nobody who wrote of it', async () => {
    const id = await begin(await planInForce('32'));
    const revision = await settleAll(id);
    const wroteIt = coordinator.kind === 'person' ? coordinator.accountId : '';
    const both: Actor = {
      ...{ kind: 'person', accountId: wroteIt, name: 'Công chức', unitIds: [] },
      roles: ['coordinator', 'leader'],
    };
    await expect(as(both, (tx) => approveComposition(tx, id, { revision }))).rejects.toThrow(
      refusal('access.denied'),
    );
    await as(leader, (tx) => approveComposition(tx, id, { revision }));
    await expect(
      as(coordinator, (tx) => writeBasis(tx, id, { revision, text: 'Căn cứ khác' })),
    ).rejects.toThrow(refusal('composition.not-draft'));
    const reason = 'Bổ sung nội dung chuyển đổi số';
    await as(leader, (tx) => returnComposition(tx, id, { revision, reason }));
    expect(await read(id)).toMatchObject({ status: 'draft', returnedReason: reason, paper: null });
  });
});

test('every step refuses those it is not for', async () => {
  const planId = await planInForce('41');
  const id = await begin(planId);
  const member = person('member');
  const denied = refusal('access.denied');
  const on = { revision: 1 };
  await expect(
    as(member, (tx) => beginNextPlan(tx, planId, { clientKey: newId() })),
  ).rejects.toThrow(denied);
  await expect(as(leader, (tx) => writeBasis(tx, id, { ...on, text: 'Căn cứ' }))).rejects.toThrow(
    denied,
  );
  await expect(as(coordinator, (tx) => approveComposition(tx, id, on))).rejects.toThrow(denied);
  await expect(
    as(member, (tx) => returnComposition(tx, id, { ...on, reason: 'Chưa đủ' })),
  ).rejects.toThrow(denied);
  await expect(
    as(leader, (tx) => issueComposition(tx, id, { ...on, issuedOn: '2023-06-30' }, [])),
  ).rejects.toThrow(denied);
  await expect(as(leader, (tx) => discardComposition(tx, id, on))).rejects.toThrow(denied);
});

test('the text of a paper is read as the paper', async () => {
  const { written } = await read(await begin(await planInForce('42')));
  const { document } = readDocumentText(
    paperText({ ...written, code: '07/KH-UBND', date: '2024-01-05' }),
  );
  expect(document).toMatchObject({
    type: 'KH',
    code: '07/KH-UBND',
    date: '2024-01-05',
    place: 'An Bình',
  });
  expect(document.basis.map(({ text }) => text)[0]).toContain('30/12/2022');
});
