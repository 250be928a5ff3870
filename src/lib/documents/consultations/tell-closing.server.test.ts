// Mail that the last day of a consultation nears: to whom, when, and once.
import { beforeAll, expect, test } from 'vitest';
import { systemJob, type Actor, type Role } from '#lib/platform/index.ts';
import {
  addUnit,
  createAccount,
  prepareJobs,
  setMailServer,
  setUnitEmail,
} from '#lib/platform/index.server.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import { closingLetter } from './closing-letter.ts';
import { BEFORE, consultationSteps, FORM, on, person } from './consultations.samples.ts';
import { holdConsultation, prolongConsultation, withdrawConsultation } from './hold.server.ts';
import { sweepConsultations } from './upkeep.server.ts';

const database = useTestDatabase();
const { as, office, draft, kinds } = consultationSteps(() => database().communeId);
const administrator = person('administrator');
const manage = <Value>(work: Parameters<typeof as<Value>>[2]) => as(administrator, BEFORE, work);
const sweep = (day: string) => sweepConsultations(database().communeId, on(day));
let asker: Actor;

beforeAll(async () => {
  await prepareJobs(database().owner, String(database().app.user));
  const justice = await unit('Tư pháp', 'tu-phap@anbinh.example');
  asker = await account('tu-phap', 'leader', [justice, await unit('Văn hóa', '')]);
  await account('van-phong', 'coordinator', [await unit('Văn phòng', 'vp@anbinh.example')]);
});

const unit = (name: string, email: string) =>
  manage(async (tx) => {
    const id = await addUnit(tx, name);
    await setUnitEmail(tx, id, email);
    return id;
  });

async function account(login: string, role: Role, unitIds: string[]): Promise<Actor> {
  const given = { name: login, roles: [role], unitIds };
  const accountId = await as(systemJob('test'), BEFORE, (tx) =>
    createAccount(tx, { login, passwordHash: 'x', ...given }),
  );
  return { kind: 'person', accountId, ...given };
}

async function hold(title: string, closesOn = '2024-03-21', by = asker): Promise<string> {
  const entry = await draft(title);
  return as(by, BEFORE, (tx) => holdConsultation(tx, entry, { ...FORM, title, closesOn }));
}

async function mails(title: string) {
  const rows = await office(BEFORE, (tx) =>
    tx.db
      .selectFrom('mail_message')
      .select(['recipient', 'subject', 'body'])
      .orderBy('made_at')
      .execute(),
  );
  return rows.filter(({ body }) => body.includes(`“${title}”`));
}

const startMail = () =>
  manage((tx) =>
    setMailServer(tx, {
      ...{ host: '127.0.0.1', port: 2, security: 'none', username: '', password: '' },
      ...{ senderAddress: 'ubnd@anbinh.example', senderName: 'UBND xã An Bình' },
    }),
  );

test('goes to the units of who opened it, in the last five days, once for each last day', async () => {
  const title = 'Quy chế chợ quê';
  const id = await hold(title);
  // While the commune sends no mail the desk says it alone.
  await sweep('2024-03-18');
  expect(await mails(title)).toEqual([]);
  await startMail();
  // A Friday too early, and a Sunday on which nobody would read it.
  for (const day of ['2024-03-15', '2024-03-17']) await sweep(day);
  expect(await mails(title)).toEqual([]);
  for (const day of ['2024-03-18', '2024-03-18', '2024-03-20']) await sweep(day);
  const [mail, ...others] = await mails(title);
  expect(others).toEqual([]);
  expect(mail).toMatchObject({
    recipient: 'tu-phap@anbinh.example',
    subject: expect.stringContaining('(21/03/2024)'),
    body: expect.stringContaining('đến hết thứ Năm, ngày 21/03/2024.'),
  });
  await office(on('2024-03-20'), (tx) =>
    prolongConsultation(tx, id, { closesOn: '2024-04-10', shortReason: '' }),
  );
  for (const day of ['2024-03-21', '2024-04-09', '2024-04-10', '2024-04-11']) await sweep(day);
  expect(await mails(title)).toHaveLength(2);
  const told = (await kinds(id)).filter((kind) => kind === 'consultation.closing-told');
  expect(told).toHaveLength(2);
});

test('goes before the office leaves, where all of the last days are days off', async () => {
  await startMail();
  const title = 'Quy chế bãi bồi';
  await hold(title, '2024-05-01');
  await sweep('2024-04-25');
  expect(await mails(title)).toEqual([]);
  // The next day of work is the second of May.
  await sweep('2024-04-26');
  expect(await mails(title)).toHaveLength(1);
});

test('goes to the coordinators where who opened it has no address; of what was taken off not at all', async () => {
  await startMail();
  await hold('Quy chế giếng làng', '2024-03-21', person('leader'));
  const off = await hold('Quy chế bến đò');
  await office(on('2024-03-12'), (tx) => withdrawConsultation(tx, off, { reason: 'Còn sai' }));
  await sweep('2024-03-21');
  expect(await mails('Quy chế giếng làng')).toMatchObject([
    { recipient: 'vp@anbinh.example', body: expect.stringContaining('21/03/2024') },
  ]);
  expect(await mails('Quy chế bến đò')).toEqual([]);
});

const letter = (title: string, all = 0, waiting = 0) =>
  closingLetter(
    { title, closesOn: '2024-03-21', comments: { all, waiting } },
    'Ủy ban nhân dân xã An Bình',
  );

test('says how many comments came and how many nobody looked over', () => {
  const body = (all: number, waiting: number) => letter('Quy chế', all, waiting).body;
  expect(body(0, 0)).toContain('Chưa có ý kiến nào.');
  expect(body(3, 2)).toContain('Đã có 3 ý kiến, 2 ý kiến chưa ai xem.');
  expect(body(3, 0)).toContain('Đã có 3 ý kiến, đã xem hết.');
});

test('names what may still be done, and a long title in whole words', () => {
  const title = `${'Bảng nội quy quản lý và sử dụng nhà văn hóa thôn, '.repeat(2)}sân bóng`;
  const { subject, body } = letter(title);
  // On the last day itself it may still be made longer.
  expect(body).toContain('chậm nhất là ngày cuối');
  expect(body).toContain(`“${title}”`);
  expect(subject).toMatch(/: Bảng nội quy .*, Bảng nội quy quản lý và sử…$/);
  expect(letter('Quy chế chợ quê').subject).toMatch(/: Quy chế chợ quê$/);
});
