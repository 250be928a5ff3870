// Calls in a real database: answered at once or seen to by a unit, counted, and nothing of the caller kept.
import { describe, expect, it } from 'vitest';
import { addUnit, inCommune, readEvents, type Tx } from '#lib/platform/index.server.ts';
import { thePublic, type Actor, type Role } from '#lib/platform/index.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import { CallForm, tallyCalls } from './call.ts';
import { listCalls, logCall, settleCall } from './calls.server.ts';

const office = useTestDatabase();
const NOW = '2023-06-30T03:00:00.000Z';

function person(...roles: Role[]): Actor {
  const accountId = '01890000-0000-7000-8000-000000000001';
  return { kind: 'person', accountId, name: 'Trực máy', roles, unitIds: [] };
}

function as<T>(work: (tx: Tx) => Promise<T>, actor = person('member'), now = NOW): Promise<T> {
  return inCommune(office().communeId, work, { write: true, actor, now });
}

const call = (more: Record<string, string> = {}) =>
  CallForm.parse({
    loai: 'procedure',
    'cau-hoi': 'Khai sinh cho cháu cần giấy gì?',
    'tra-loi': 'Đã đọc danh mục giấy tờ.',
    ...more,
  });

describe('a call', () => {
  it('is answered at once, or waits with a unit and a day until somebody answers', async () => {
    const unit = await as((tx) => addUnit(tx, 'Tư pháp – hộ tịch'), person('administrator'));
    await as((tx) => logCall(tx, call({ 'ma-thu-tuc': '1.001193.H22' })));
    const waiting = { 'tra-loi': '', 'don-vi': unit, han: '2023-06-29', 'ma-thu-tuc': '1.001193' };
    const id = await as((tx) => logCall(tx, call(waiting)));
    const calls = await as((tx) => listCalls(tx, '2023-06-01'));
    expect(tallyCalls(calls, '2023-06-30')).toEqual({
      total: 2,
      atOnce: 1,
      open: 1,
      overdue: 1,
      asked: [{ code: '1.001193', times: 2 }],
    });
    await expect(as((tx) => settleCall(tx, id, ' '))).rejects.toMatchObject({
      code: 'call.answer-needed',
    });
    const later = '2023-07-01T02:00:00.000Z';
    await as((tx) => settleCall(tx, id, 'Đã gọi lại.'), person('member'), later);
    await expect(as((tx) => settleCall(tx, id, 'Lần nữa'))).rejects.toMatchObject({
      code: 'call.settled',
    });
    const after = tallyCalls(await as((tx) => listCalls(tx, '2023-06-01')), '2023-07-01');
    expect(after).toMatchObject({ atOnce: 1, open: 0, overdue: 0 });
    const events = await as((tx) => readEvents(tx, { kinds: ['call.logged', 'call.settled'] }));
    expect(events.map(({ kind }) => kind).toSorted()).toEqual([
      'call.logged',
      'call.logged',
      'call.settled',
    ]);
    expect(JSON.stringify(events)).not.toContain('Khai sinh');
  });

  it('keeps nothing of who called', async () => {
    const told = call({ 'cau-hoi': 'Chị ở số máy 0912345678 hỏi khai sinh' });
    await expect(as((tx) => logCall(tx, told))).rejects.toMatchObject({
      code: 'call.personal-data',
      field: 'cau-hoi',
    });
  });

  it('without an answer needs a unit and a day', () => {
    const read = CallForm.safeParse({ loai: 'other', 'cau-hoi': 'Đèn đường hỏng' });
    expect(read.error?.issues.map(({ path }) => path[0])).toEqual(['don-vi', 'han']);
    expect(CallForm.safeParse({ ...call(), 'ma-thu-tuc': '1.2' }).success).toBe(false);
  });

  it('is written down and read by those who work here', async () => {
    const acts: ((tx: Tx) => Promise<unknown>)[] = [
      (tx) => logCall(tx, call()),
      (tx) => settleCall(tx, '01890000-0000-7000-8000-000000000009', 'x'),
    ];
    for (const act of acts) {
      await expect(as(act, person('leader'))).rejects.toMatchObject({ code: 'access.denied' });
      await expect(as(act, thePublic)).rejects.toMatchObject({ code: 'access.sign-in' });
    }
    await expect(as((tx) => listCalls(tx, '2023-06-01'), thePublic)).rejects.toMatchObject({
      code: 'access.sign-in',
    });
  });
});
