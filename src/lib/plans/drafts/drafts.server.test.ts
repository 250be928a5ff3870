// The story of a plan at the desk, on a real database: taken in, corrected, confirmed, published.
import { describe, expect, test } from 'vitest';
import type { Actor, Role } from '#lib/platform/index.ts';
import { inCommune, readEvents, type Tx } from '#lib/platform/index.server.ts';
import { getEntry, registerConfirmed } from '#lib/documents/index.server.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import {
  confirmPlan,
  correctPlan,
  discardPlan,
  enterPlansIntoRegister,
  findPublishedPlan,
  getDraft,
  getPlanWithDuties,
  getPublicCoverage,
  listDutiesOfUnit,
  listPlans,
  listPublishedPlans,
  publishPlan,
  receivePlan,
  findPlanWithdrawal,
  withdrawPlan,
  plansOutsideRegister,
} from '../index.server.ts';
import { fixturePlan, fixtureText } from './drafts.samples.ts';
import type { ReadingForDraft } from './from-reading.ts';
import type { Step } from './history.ts';
import type { Acceptance } from './receive.server.ts';

const office = useTestDatabase();

function person(...has: Role[]): Actor {
  return {
    kind: 'person',
    accountId: '01900000-0000-7000-8000-000000000001',
    name: 'Đầu mối',
    roles: has,
    unitIds: [],
  };
}

const coordinator = person('coordinator');
const write = <T>(work: (tx: Tx) => Promise<T>, actor = coordinator) =>
  inCommune(office().communeId, work, { write: true, actor });
const read = <T>(work: (tx: Tx) => Promise<T>, actor = coordinator) =>
  inCommune(office().communeId, work, { actor });

/** The fixture plan with words of its own, so that tests don't meet each other's documents. */
function reading(mark: string, change: Partial<ReadingForDraft['document']> = {}): ReadingForDraft {
  return {
    text: `${fixtureText}\n${mark}`,
    source: { file: `${mark}.txt`, format: 'txt' },
    document: {
      type: 'KH',
      typeName: 'Kế hoạch',
      number: '7',
      symbol: 'KH-UBND',
      code: `${mark}/KH-UBND`,
      agency: 'ỦY BAN NHÂN DÂN XÃ AN BÌNH',
      place: 'An Bình',
      date: '2024-01-10',
      title: 'Phổ biến lịch tiêm phòng năm 2024',
      ...change,
    },
    findings: [],
    plan: fixturePlan,
  };
}

const receive = (given: ReadingForDraft, ...accepted: Acceptance[]) =>
  write((tx) => receivePlan(tx, { reading: given, file: null, accepted }));
const refused = (code: string) => expect.objectContaining({ code });
const kindsOf = (planId: string) =>
  read(async (tx) => {
    const events = await readEvents(tx, { subject: { type: 'plan', id: planId } });
    return events.map((event) => event.kind);
  });

describe('taking a plan in', () => {
  test('keeps the text, a draft and an event', async () => {
    const id = await receive(reading('nhan'));
    const draft = await read((tx) => getDraft(tx, id));
    expect(draft).toMatchObject({ status: 'draft', version: 1 });
    expect(draft.history.start.topics).toHaveLength(2);
    expect(await kindsOf(id)).toEqual(['plan.received']);
  });

  test('the same text again names the plan that is there', async () => {
    const id = await receive(reading('hai-lan'));
    await expect(receive(reading('hai-lan'))).rejects.toMatchObject({
      code: 'plan.known',
      details: { plan: id },
    });
  });

  test("of two who take the same text in at once, one is led to the other's", async () => {
    const both = await Promise.allSettled([
      receive(reading('cung-luc-nhan')),
      receive(reading('cung-luc-nhan')),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const late = both.find((one) => one.status === 'rejected');
    expect(late?.reason).toEqual(refused('plan.known'));
  });

  test('two texts of one title taken in at once get addresses of their own', async () => {
    const title = 'Kế hoạch tuyên truyền cùng tên';
    const ids = await Promise.all(
      ['cung-ten-1', 'cung-ten-2', 'cung-ten-3'].map((mark) => receive(reading(mark, { title }))),
    );
    const slugs = await Promise.all(
      ids.map(async (id) => (await read((tx) => getDraft(tx, id))).slug),
    );
    expect(new Set(slugs).size).toBe(3);
  });

  test('another text under the same number, day and agency waits for a yes', async () => {
    await receive(reading('dinh-chinh', { code: '9/KH-UBND' }));
    const again = reading('dinh-chinh-2', { code: '9/KH-UBND' });
    await expect(receive(again)).rejects.toEqual(refused('plan.same-number'));
    await expect(receive(again, 'same-number')).resolves.toBeTypeOf('string');
  });

  test('a plan of another commune waits for a yes', async () => {
    const foreign = reading('xa-khac', { agency: 'ỦY BAN NHÂN DÂN XÃ HÒA KHÁNH', place: null });
    await expect(receive(foreign)).rejects.toEqual(refused('plan.other-commune'));
    await expect(receive(foreign, 'other-commune')).resolves.toBeTypeOf('string');
  });

  test('what is no plan is called by its type, and nothing is kept', async () => {
    const decision = reading('quyet-dinh', { type: 'QĐ', typeName: 'Quyết định' });
    await expect(receive({ ...decision, plan: null })).rejects.toThrow(/là quyết định/);
    const untyped = reading('khong-loai', { type: null, typeName: null });
    await expect(receive({ ...untyped, plan: null })).rejects.toEqual(refused('plan.no-type'));
    const kept = await read((tx) =>
      tx.db
        .selectFrom('document')
        .select('id')
        .where('source_name', '=', 'quyet-dinh.txt')
        .execute(),
    );
    expect(kept).toEqual([]);
  });

  test('a discarded plan can be taken in anew', async () => {
    const id = await receive(reading('bo-roi'));
    await write((tx) => discardPlan(tx, id));
    expect((await read((tx) => listPlans(tx))).some((plan) => plan.id === id)).toBe(false);
    await expect(receive(reading('bo-roi'))).resolves.toBe(id);
    expect(await kindsOf(id)).toEqual(['plan.received', 'plan.discarded', 'plan.received']);
  });
});

describe('correcting', () => {
  const retype = (text: string) => [{ type: 'retype' as const, key: 't1', text }];

  test('a save on the latest version counts up; one on an older changes nothing', async () => {
    const planId = await receive(reading('sua'));
    const first = await write((tx) =>
      correctPlan(tx, { planId, version: 1, steps: retype('Một') }),
    );
    expect(first).toMatchObject({ saved: true, version: 2 });
    const late = await write((tx) => correctPlan(tx, { planId, version: 1, steps: retype('Hai') }));
    expect(late).toMatchObject({ saved: false, version: 2 });
    expect(late.history.operations).toEqual(retype('Một'));
  });

  test('the same save sent twice is saved once', async () => {
    const planId = await receive(reading('gui-lai'));
    const save = () => write((tx) => correctPlan(tx, { planId, version: 1, steps: retype('Một') }));
    await save();
    expect(await save()).toMatchObject({ saved: true, version: 2 });
    const { history } = await read((tx) => getDraft(tx, planId));
    expect(history.operations).toHaveLength(1);
  });

  test('of two who save at once, one is told', async () => {
    const planId = await receive(reading('cung-luc'));
    const results = await Promise.all(
      ['Một', 'Hai'].map((text) =>
        write((tx) => correctPlan(tx, { planId, version: 1, steps: retype(text) })),
      ),
    );
    expect(results.map((result) => result.saved).sort()).toEqual([false, true]);
  });

  test('a confirmed plan is corrected no more', async () => {
    const planId = await receive(reading('da-chot'));
    await write((tx) => confirmPlan(tx, { planId, version: 1, units: {} }));
    await expect(
      write((tx) => correctPlan(tx, { planId, version: 2, steps: retype('x') })),
    ).rejects.toEqual(refused('plan.not-draft'));
  });
});

describe('confirming', () => {
  test('makes rows that cite their sentences, finds the units by name, makes the missing ones', async () => {
    const planId = await receive(reading('xac-nhan'));
    const clinic = await write(async (tx) => {
      const id = '01900000-0000-7000-8000-0000000000aa';
      const values = { commune_id: tx.communeId, id, name: 'Trạm Y tế xã An Bình', slug: 'tram' };
      await tx.db.insertInto('unit').values(values).execute();
      return id;
    });
    const counts = await write((tx) => confirmPlan(tx, { planId, version: 1, units: {} }));
    expect(counts).toEqual({ topics: 2, measures: 1, units: 2, duties: 3 });
    const plan = await read((tx) => getPlanWithDuties(tx, planId));
    expect(plan).toMatchObject({ status: 'confirmed', from: '2024-01-01', to: '2024-12-31' });
    expect(plan.units[0]).toMatchObject({ unitId: clinic, namedAs: 'Trạm y tế', lead: true });
    expect(plan.units[1]).toMatchObject({ unitName: 'Trường mầm non', unitSlug: 'truong-mam-non' });
    const duty = plan.units[0]?.duties[0];
    expect(plan.text.slice(...(duty?.span ?? [0, 0]))).toBe(
      'Lập danh sách trước ngày 15/3. Gửi cho các thôn.',
    );
    expect(duty).toMatchObject({ dueOn: '2024-03-15', every: null });
    const duties = await read((tx) => listDutiesOfUnit(tx, clinic));
    expect(duties.filter((one) => one.planId === planId)).toHaveLength(2);
    expect(await kindsOf(planId)).toEqual(['plan.received', 'plan.confirmed']);
  });

  test('leaves out what was dropped and records that a person corrected', async () => {
    const planId = await receive(reading('bo-bot'));
    const steps = [
      { type: 'drop' as const, key: 't1' },
      { type: 'drop' as const, key: 'u2' },
    ];
    await write((tx) => correctPlan(tx, { planId, version: 1, steps }));
    const counts = await write((tx) => confirmPlan(tx, { planId, version: 2, units: {} }));
    expect(counts).toEqual({ topics: 1, measures: 1, units: 1, duties: 2 });
    expect(await kindsOf(planId)).toEqual(['plan.received', 'plan.corrected', 'plan.confirmed']);
  });

  test('takes a discarded entry of the document back into the register', async () => {
    const planId = await receive(reading('bo-roi-nhan'));
    const { document_id: documentId } = await read((tx) =>
      tx.db
        .selectFrom('plan')
        .select('document_id')
        .where('id', '=', planId)
        .executeTakeFirstOrThrow(),
    );
    const entry = await write((tx) => registerConfirmed(tx, documentId, 'own'));
    await write((tx) =>
      tx.db
        .updateTable('register_entry')
        .set({ status: 'discarded' })
        .where('id', '=', entry)
        .execute(),
    );
    await write((tx) => confirmPlan(tx, { planId, version: 1, units: {} }));
    const { status } = await read((tx) => getEntry(tx, entry));
    expect(status).toBe('registered');
  });

  test('enters the document into the register, once', async () => {
    const planId = await receive(reading('vao-so'));
    await write((tx) => confirmPlan(tx, { planId, version: 1, units: {} }));
    const entries = () =>
      read((tx) =>
        tx.db
          .selectFrom('register_entry')
          .innerJoin('plan', 'plan.document_id', 'register_entry.document_id')
          .select(['register_entry.document_id', 'register_entry.status', 'direction'])
          .where('plan.id', '=', planId)
          .execute(),
      );
    const [entry] = await entries();
    expect(entry).toMatchObject({ status: 'registered', direction: 'own' });
    const documentId = entry?.document_id ?? '';
    await write((tx) => registerConfirmed(tx, documentId, 'own'));
    expect(await entries()).toHaveLength(1);
    await expect(
      write((tx) => registerConfirmed(tx, documentId, 'own'), person('editor')),
    ).rejects.toEqual(refused('access.denied'));
  });

  test('from before there was a register is entered when somebody asks for it', async () => {
    const planId = await receive(reading('truoc-khi-co-so'));
    await write((tx) => confirmPlan(tx, { planId, version: 1, units: {} }));
    const outside = async () =>
      (await read((tx) => plansOutsideRegister(tx))).map((plan) => plan.id);
    expect(await outside()).not.toContain(planId);
    await write((tx) =>
      tx.db
        .updateTable('register_entry')
        .set({ document_id: null })
        .where('document_id', '=', (eb) =>
          eb.selectFrom('plan').select('document_id').where('id', '=', planId),
        )
        .execute(),
    );
    expect(await outside()).toContain(planId);
    await expect(write((tx) => enterPlansIntoRegister(tx), person('editor'))).rejects.toEqual(
      refused('access.denied'),
    );
    expect(await write((tx) => enterPlansIntoRegister(tx))).toBeGreaterThan(0);
    expect(await outside()).toEqual([]);
  });

  test('is refused while an error stands, and nothing is written', async () => {
    const planId = await receive(reading('con-loi'));
    const steps = [{ type: 'set-period' as const, from: null, to: null }];
    await write((tx) => correctPlan(tx, { planId, version: 1, steps }));
    await expect(write((tx) => confirmPlan(tx, { planId, version: 2, units: {} }))).rejects.toEqual(
      refused('plan.incomplete'),
    );
    expect((await read((tx) => getPlanWithDuties(tx, planId))).topics).toEqual([]);
  });

  test('is refused on another version than the one seen', async () => {
    const planId = await receive(reading('ban-cu'));
    await expect(write((tx) => confirmPlan(tx, { planId, version: 3, units: {} }))).rejects.toEqual(
      refused('plan.changed'),
    );
  });

  test('a chosen unit must be one of the office', async () => {
    const planId = await receive(reading('don-vi-la'));
    const units = { u1: '01900000-0000-7000-8000-00000000ffff' };
    await expect(write((tx) => confirmPlan(tx, { planId, version: 1, units }))).rejects.toEqual(
      refused('plan.unit-unknown'),
    );
  });
});

describe('publishing', () => {
  async function confirmed(mark: string, text = ''): Promise<string> {
    const given = reading(mark);
    const planId = await receive({ ...given, text: given.text + text });
    await write((tx) => confirmPlan(tx, { planId, version: 1, units: {} }));
    return planId;
  }

  test('shows the plan to the public', async () => {
    const planId = await confirmed('cong-khai');
    await write((tx) => publishPlan(tx, { planId, privacy: null }));
    const { slug } = await read((tx) => getDraft(tx, planId));
    const shown = await read((tx) => findPublishedPlan(tx, slug), { kind: 'public' });
    expect(shown?.reading.text).toContain('Đọc trên loa thôn.');
  });

  test('a draft is not shown and can not be published', async () => {
    const planId = await receive(reading('chua-chot'));
    await expect(write((tx) => publishPlan(tx, { planId, privacy: null }))).rejects.toEqual(
      refused('plan.not-confirmed'),
    );
  });

  test('personal numbers stop it until they are masked or allowed', async () => {
    const planId = await confirmed('so-rieng', '\nLiên hệ 0912 345 678.');
    await expect(write((tx) => publishPlan(tx, { planId, privacy: null }))).rejects.toEqual(
      refused('plan.personal-data'),
    );
    await write((tx) => publishPlan(tx, { planId, privacy: 'mask' }));
    const { slug, text } = await read((tx) => getDraft(tx, planId));
    const shown = await read((tx) => findPublishedPlan(tx, slug), { kind: 'public' });
    expect(shown?.reading.text).not.toContain('0912 345 678');
    expect(shown?.reading.text).toHaveLength(text.length);
  });
});

describe('taking a plan off the portal', () => {
  test('its page says so, its duties stay, and it can come back', async () => {
    const id = await receive(reading('go-xuong', { title: 'Phổ biến việc dọn kênh mương' }));
    await write((tx) => confirmPlan(tx, { planId: id, version: 1, units: {} }));
    await write((tx) => publishPlan(tx, { planId: id, privacy: null }));
    const { slug } = await read((tx) => getPlanWithDuties(tx, id));
    await write((tx) => withdrawPlan(tx, { planId: id, reason: 'Nhầm bản chưa ký' }));
    expect(await read((tx) => findPublishedPlan(tx, slug))).toBeUndefined();
    expect(await read((tx) => findPlanWithdrawal(tx, slug))).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect((await read((tx) => getPlanWithDuties(tx, id))).units.length).toBeGreaterThan(0);
    expect((await kindsOf(id)).at(-1)).toBe('plan.withdrawn');
    await expect(
      write((tx) => withdrawPlan(tx, { planId: id, reason: 'Nhầm bản chưa ký' })),
    ).rejects.toEqual(refused('plan.not-published'));
    await write((tx) => publishPlan(tx, { planId: id, privacy: null }));
    expect(await read((tx) => findPlanWithdrawal(tx, slug))).toBeUndefined();
    expect(await read((tx) => findPublishedPlan(tx, slug))).toBeDefined();
  });

  test('needs a reason, and the right to publish', async () => {
    const id = await receive(reading('go-thieu-ly-do'));
    await expect(write((tx) => withdrawPlan(tx, { planId: id, reason: ' ' }))).rejects.toThrow(
      'Ghi lý do',
    );
    const member = person('member');
    await expect(
      write((tx) => withdrawPlan(tx, { planId: id, reason: 'Nhầm bản' }), member),
    ).rejects.toEqual(refused('access.denied'));
  });
});

describe('two texts with one number at once', () => {
  test('the second is told of the first', async () => {
    const both = ['nhat', 'nhi'].map((mark) => ({
      ...reading(mark, { title: `Bản ${mark}` }),
      document: { ...reading('mot-so').document, title: `Bản ${mark}` },
    }));
    const done = await Promise.allSettled(both.map((each) => receive(each)));
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(done.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'plan.same-number' },
    });
  });
});

describe('what a person wrote beyond the document', () => {
  test('passes the guard too, in clauses, short names and the title', async () => {
    const planId = await receive(reading('viet-them'));
    const steps: Step[] = [
      { type: 'add', list: 'topics', text: 'Gọi bà Lan, số 0987 654 321.' },
      { type: 'retitle', title: 'Kế hoạch của ông Hùng 0912 345 678' },
    ];
    await write((tx) => correctPlan(tx, { planId, version: 1, steps }));
    await write((tx) => confirmPlan(tx, { planId, version: 2, units: {} }));
    await expect(write((tx) => publishPlan(tx, { planId, privacy: null }))).rejects.toEqual(
      refused('plan.personal-data'),
    );
    await write((tx) => publishPlan(tx, { planId, privacy: 'mask' }));
    const shown = JSON.stringify(
      await read(
        async (tx) => [await listPublishedPlans(tx), await getPublicCoverage(tx, planId)],
        { kind: 'public' },
      ),
    );
    expect(shown).not.toMatch(/0987 654 321|0912 345 678/);
    expect(shown).toContain('*** *21');
  });
});

test('of confirming and discarding at the same moment only one happens', async () => {
  for (const mark of ['mot', 'hai', 'ba', 'bon']) {
    const planId = await receive(reading(`cung-luc-${mark}`));
    const both = await Promise.allSettled([
      write((tx) => confirmPlan(tx, { planId, version: 1, units: {} })),
      write((tx) => discardPlan(tx, planId)),
    ]);
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  }
});

describe('who may not', () => {
  const nobody: Actor = { kind: 'public' };
  const member = person('member');

  test.each<[string, (tx: Tx, planId: string) => Promise<unknown>]>([
    ['take in', (tx) => receivePlan(tx, { reading: reading('x'), file: null, accepted: [] })],
    ['correct', (tx, planId) => correctPlan(tx, { planId, version: 1, steps: [{ type: 'undo' }] })],
    ['confirm', (tx, planId) => confirmPlan(tx, { planId, version: 1, units: {} })],
    ['publish', (tx, planId) => publishPlan(tx, { planId, privacy: null })],
    ['discard', (tx, planId) => discardPlan(tx, planId)],
  ])('a member of a unit can not %s, the public is asked to sign in', async (name, act) => {
    const planId = await receive(reading(`quyen-${name}`));
    await expect(write((tx) => act(tx, planId), member)).rejects.toEqual(refused('access.denied'));
    await expect(write((tx) => act(tx, planId), nobody)).rejects.toEqual(refused('access.sign-in'));
  });

  test('the public sees no list, draft or duties', async () => {
    const planId = await receive(reading('rieng'));
    for (const look of [
      (tx: Tx) => listPlans(tx),
      (tx: Tx) => getDraft(tx, planId),
      (tx: Tx) => getPlanWithDuties(tx, planId),
      (tx: Tx) => listDutiesOfUnit(tx, planId),
    ]) {
      await expect(read<unknown>(look, nobody)).rejects.toEqual(refused('access.sign-in'));
    }
  });
});
