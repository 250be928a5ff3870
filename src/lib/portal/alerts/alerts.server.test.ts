// Alerts in a real database: who may raise them, what they may say, and that they go by themselves.
import { beforeEach, describe, expect, it } from 'vitest';
import { inCommune, readEvents, type Tx } from '#lib/platform/index.server.ts';
import { type Actor, type Role, thePublic } from '#lib/platform/index.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import type { AlertForm } from './alert-form.ts';
import { endAlert, listAlerts, listLiveAlerts, prolongAlert, raiseAlert } from './alerts.server.ts';

const office = useTestDatabase();
const NOON = '2023-06-30T05:00:00.000Z';
const NINE_LATER = '2023-06-30T14:00:00.000Z';
const form: AlertForm = {
  urgency: 'warning',
  words: 'Mất điện thôn Đông',
  link: '',
  stretch: '6',
};

function person(...roles: Role[]): Actor {
  const accountId = '01890000-0000-7000-8000-000000000001';
  return { kind: 'person', accountId, name: 'Văn thư', roles, unitIds: [] };
}

function at<T>(now: string, work: (tx: Tx) => Promise<T>, actor = person('leader')): Promise<T> {
  return inCommune(office().communeId, work, { write: true, actor, now });
}

beforeEach(async () => {
  await at(NOON, async (tx) => {
    for (const { id } of await listLiveAlerts(tx)) await endAlert(tx, { id });
  });
});

describe('an alert', () => {
  it('stands on the pages until its end, and a page that shows it is not kept for longer', async () => {
    await at(NOON, (tx) => raiseAlert(tx, form));
    const read = await at(NOON, async (tx) => ({
      live: await listLiveAlerts(tx),
      boundary: tx.boundary.at,
    }));
    expect(read.live).toMatchObject([{ words: form.words, until: '2023-06-30T11:00:00.000Z' }]);
    expect(read.boundary).toBe('2023-06-30T11:00:00.000Z');
    expect(await at(NINE_LATER, listLiveAlerts)).toEqual([]);
    expect((await at(NINE_LATER, listAlerts)).over[0]).toMatchObject({ words: form.words });
  });

  it('is prolonged from now on, and ended at once; both are in the record', async () => {
    const id = await at(NOON, (tx) => raiseAlert(tx, form));
    await at(NOON, (tx) => prolongAlert(tx, { id, stretch: '24' }));
    expect(await at(NINE_LATER, listLiveAlerts)).toHaveLength(1);
    await at(NINE_LATER, (tx) => endAlert(tx, { id }));
    expect(await at(NINE_LATER, listLiveAlerts)).toEqual([]);
    await expect(at(NINE_LATER, (tx) => endAlert(tx, { id }))).rejects.toMatchObject({
      code: 'alert.not-found',
    });
    const events = await at(NOON, (tx) => readEvents(tx, { subject: { type: 'alert', id } }));
    expect(events.map(({ kind }) => kind)).toEqual([
      'alert.raised',
      'alert.prolonged',
      'alert.ended',
    ]);
    expect(JSON.stringify(events)).not.toContain('Mất điện');
  });

  it('is not one of four', async () => {
    for (let count = 0; count < 3; count += 1) await at(NOON, (tx) => raiseAlert(tx, form));
    await expect(at(NOON, (tx) => raiseAlert(tx, form))).rejects.toMatchObject({
      code: 'alert.too-many',
    });
  });

  it('names nobody’s number but the office’s own', async () => {
    const words = 'Gọi ông trưởng thôn 0912 345 678';
    await expect(at(NOON, (tx) => raiseAlert(tx, { ...form, words }))).rejects.toMatchObject({
      code: 'alert.personal-data',
      field: 'words',
    });
  });

  it.each([
    ['the public', thePublic, 'access.sign-in'],
    ['a member of a unit', person('member'), 'access.denied'],
    ['an administrator', person('administrator'), 'access.denied'],
  ])('is not raised, prolonged or ended by %s', async (_who, actor, code) => {
    const id = await at(NOON, (tx) => raiseAlert(tx, form));
    const works: ((tx: Tx) => Promise<unknown>)[] = [
      (tx) => raiseAlert(tx, form),
      (tx) => prolongAlert(tx, { id, stretch: '6' }),
      (tx) => endAlert(tx, { id }),
    ];
    for (const work of works) await expect(at(NOON, work, actor)).rejects.toMatchObject({ code });
  });

  it('is listed for who works here alone', async () => {
    await expect(at(NOON, listAlerts, thePublic)).rejects.toMatchObject({ code: 'access.sign-in' });
  });
});
