// Mail against a real database and a small SMTP server on loopback.
import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { SMTPServer } from 'smtp-server';
import type { Actor } from '../actor.ts';
import { thePublic } from '../actor.ts';
import { inCommune, newId, prepareJobs } from '../index.server.ts';
import { readEvents } from '../events/read.server.ts';
import { useTestDatabase } from '../testing.server.ts';
import type { MailServerForm } from './mail-server.ts';
import { MailServerForm as Form } from './mail-server.ts';
import { putMail, sendMail, sendTestMail, sweepMail } from './outbox.server.ts';
import { dropMailServer, findMailServer, setMailServer } from './server.server.ts';

const database = useTestDatabase();
const administrator: Actor = {
  kind: 'person',
  accountId: newId(),
  name: 'Quản trị',
  roles: ['administrator'],
  unitIds: [],
};
const member: Actor = { ...administrator, roles: ['member'] };
/** Friday 30 June 2023: nine in the morning, and nine in the evening, in Vietnam. */
const WORKING = '2023-06-30T02:00:00.000Z';
const EVENING = '2023-06-30T14:00:00.000Z';
const MINUTE = 60_000;
const refusal = (code: string) => expect.objectContaining({ code });

const taken: string[] = [];
/** What the server says to a recipient; undefined takes the message. */
let answer: { code: number } | undefined;
let port = 0;
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  allowInsecureAuth: true,
  onRcptTo: (_address, _session, callback) =>
    callback(answer && Object.assign(new Error('no'), { responseCode: answer.code })),
  onData: (stream, _session, callback) => {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      taken.push(Buffer.concat(parts).toString('utf8'));
      callback();
    });
  },
});

beforeAll(async () => {
  await prepareJobs(database().owner, String(database().app.user));
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  port = (smtp.server.address() as { port: number }).port;
}, 60_000);
afterAll(() => new Promise<void>((resolve) => smtp.close(() => resolve())));
afterEach(() => {
  answer = undefined;
  taken.length = 0;
});

const as = <T>(actor: Actor, work: Parameters<typeof inCommune<T>>[1], now = WORKING) =>
  inCommune(database().communeId, work, { write: true, actor, now });

const aServer = (given: Partial<MailServerForm> = {}): MailServerForm => ({
  host: '127.0.0.1',
  port,
  security: 'none',
  username: '',
  password: '',
  senderAddress: 'ubnd@anbinh.example',
  senderName: 'UBND xã An Bình',
  ...given,
});
const setUp = (given: Partial<MailServerForm> = {}, actor = administrator) =>
  as(actor, (tx) => setMailServer(tx, aServer(given)));
const put = (inOfficeHours = false) =>
  as({ kind: 'system', job: 'test' }, (tx) =>
    putMail(tx, { to: 'dai@anbinh.example', subject: 'Nhắc việc', body: 'Một.\n', inOfficeHours }),
  );
const send = (id: string, now = WORKING, nowMs = Date.now()) =>
  sendMail(database().communeId, id, { now, nowMs });
const look = (id: string) =>
  as({ kind: 'system', job: 'test' }, (tx) =>
    tx.db.selectFrom('mail_message').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  );

describe('the server', () => {
  test('is kept with its password sealed, which is never shown', async () => {
    await setUp({ security: 'tls', username: 'ubnd', password: 'lúa-chín-vàng' });
    const row = await as(administrator, (tx) =>
      tx.db.selectFrom('mail_server').selectAll().executeTakeFirstOrThrow(),
    );
    expect(row.password?.toString('utf8')).not.toContain('chín');
    expect(JSON.stringify({ ...row, password: '' })).not.toContain('chín');
    const shown = await as(administrator, findMailServer);
    expect(shown).toMatchObject({ username: 'ubnd', hasPassword: true });
    expect(shown).not.toHaveProperty('password');
  });

  test('keeps its password while nothing else changes, and sends it to no other server', async () => {
    await setUp({ security: 'tls', username: 'ubnd', senderName: 'Văn phòng' });
    expect(await as(administrator, findMailServer)).toMatchObject({ hasPassword: true });
    const elsewhere = setUp({ host: 'xa.example', security: 'tls', username: 'ubnd' });
    await expect(elsewhere).rejects.toEqual(refusal('mail.password-needed'));
  });

  test('is for administrators alone', async () => {
    await expect(setUp({}, member)).rejects.toEqual(refusal('access.denied'));
    await expect(as(member, findMailServer)).rejects.toEqual(refusal('access.denied'));
    await expect(as(thePublic, dropMailServer)).rejects.toEqual(refusal('access.sign-in'));
    const test = sendTestMail(database().communeId, member, 'a@anbinh.example');
    await expect(test).rejects.toEqual(refusal('access.denied'));
  });

  test('takes no password over a line in clear, and no address with a second line', () => {
    expect(Form.safeParse(aServer({ username: 'ubnd', password: 'x' })).success).toBe(false);
    expect(Form.safeParse(aServer({ senderName: 'UBND\r\nBcc: a@b.example' })).success).toBe(false);
  });
});

describe('mail', () => {
  test('is tried out at once, and the answer told', async () => {
    await setUp();
    await sendTestMail(database().communeId, administrator, 'a@anbinh.example');
    expect(taken).toHaveLength(1);
    answer = { code: 550 };
    const refused = sendTestMail(database().communeId, administrator, 'a@anbinh.example');
    await expect(refused).rejects.toEqual(refusal('mail.test-failed'));
  });

  test('goes out once, under the Message-ID it was written down with', async () => {
    const id = await put();
    const { message_id } = await look(id);
    await Promise.all([send(id), send(id), sweepMail(database().communeId)]);
    await send(id);
    expect(taken).toHaveLength(1);
    expect(taken[0]).toContain(`Message-ID: ${message_id}`);
    expect(await look(id)).toMatchObject({ state: 'sent', tries: 1 });
    const events = await as(administrator, (tx) => readEvents(tx, { kinds: ['mail.sent'] }));
    expect(JSON.stringify(events)).not.toContain('dai@');
  });

  test('waits for the office to open', async () => {
    const id = await put(true);
    await send(id, EVENING);
    expect(taken).toHaveLength(0);
    await sweepMail(database().communeId, { now: WORKING });
    expect(taken).toHaveLength(1);
  });

  test('is repeated once after a crash, under the same Message-ID, and then no more', async () => {
    const id = await put();
    // A process died after the server took the message and before that was recorded.
    const crash = () =>
      as({ kind: 'system', job: 'test' }, (tx) =>
        tx.db
          .updateTable('mail_message')
          .set({ state: 'going', settled_at: null, tried_at: '2023-06-30T02:00:00.000Z' })
          .where('id', '=', id)
          .execute(),
      );
    await send(id);
    await crash();
    await send(id, WORKING, Date.parse(WORKING) + MINUTE);
    expect(taken).toHaveLength(1);
    await send(id, WORKING, Date.parse(WORKING) + 20 * MINUTE);
    expect(taken).toHaveLength(2);
    await crash();
    await send(id, WORKING, Date.parse(WORKING) + 40 * MINUTE);
    expect(taken).toHaveLength(2);
    expect(await look(id)).toMatchObject({ state: 'unsure' });
    const ids = taken.map((text) => /^Message-ID: (.+)$/m.exec(text)?.[1]);
    expect(new Set(ids).size).toBe(1);
  });

  test('a server that cannot be reached or says "later" gets it again; one that refuses does not', async () => {
    const later = await put();
    answer = { code: 451 };
    await send(later);
    expect(await look(later)).toMatchObject({ state: 'waiting', trouble: 'later' });
    answer = undefined;
    await send(later);
    expect(await look(later)).toMatchObject({ state: 'sent', tries: 2 });

    answer = { code: 550 };
    const refused = await put();
    await send(refused);
    expect(await look(refused)).toMatchObject({ state: 'failed', trouble: 'refused' });

    await setUp({ port: 1 });
    const away = await put();
    await send(away);
    expect(await look(away)).toMatchObject({ state: 'waiting', trouble: 'unreachable' });
    await setUp();
    answer = undefined;
    await send(away);
    expect(await look(away)).toMatchObject({ state: 'sent', unsure: 0 });
  });

  test('a line that breaks while the message is on its way counts as one unsure try', async () => {
    const breaking = await startBreaking();
    await setUp({ port: breaking.port });
    const id = await put();
    await send(id);
    expect(await look(id)).toMatchObject({ state: 'waiting', unsure: 1, trouble: 'unknown' });
    await send(id);
    expect(await look(id)).toMatchObject({ state: 'unsure', unsure: 2 });
    breaking.server.close();
    await setUp();
  });

  test('stays unsent without a server', async () => {
    const id = await put();
    await as(administrator, dropMailServer);
    await send(id);
    expect(await look(id)).toMatchObject({ state: 'waiting', tries: 0 });
    await expect(put()).rejects.toEqual(refusal('mail.no-server'));
  });
});

/** Speaks SMTP until the message has come, and hangs up instead of saying that it did. */
async function startBreaking(): Promise<{ server: Server; port: number }> {
  const server = createServer((socket: Socket) => {
    socket.on('error', () => undefined);
    socket.write('220 here\r\n');
    let inside = false;
    socket.on('data', (bytes) => {
      const text = bytes.toString();
      if (inside) socket.destroy();
      else if (/^DATA/i.test(text)) {
        inside = true;
        socket.write('354 go on\r\n');
      } else socket.write('250 ok\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, port: (server.address() as { port: number }).port };
}
