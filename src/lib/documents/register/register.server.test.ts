// The register over a real database: taken in, corrected, confirmed, linked, found again.
import { describe, expect, test } from 'vitest';
import { inCommune, readEvents, type Tx } from '#lib/platform/index.server.ts';
import { addTestCommune, useTestDatabase } from '#lib/platform/testing.server.ts';
import { roles, thePublic, type Actor, type Role } from '#lib/platform/index.ts';
import { canWithDocuments as can, type documentsPermissions } from '../permissions.ts';
import { toReading } from '../document-reading.ts';
import { registerDocument } from '../register.server.ts';
import { correctDraft } from './corrections.ts';
import { registerConfirmed } from './confirmed.server.ts';
import {
  correctDocument,
  discardEntry,
  getEntry,
  receiveDocument,
  registerByHand,
  registerEntry,
} from './entries.server.ts';
import type { EntryFacts } from './entry.ts';
import { takeInDocument, takeInPasted, type IncomingDocument } from './intake.server.ts';
import { findCited, listLinks, listUnknown } from './citations.server.ts';
import { listEntries } from './list.server.ts';
import { readValidity } from './states.server.ts';

const database = useTestDatabase();
const DAY = '2024-06-01';

function person(...has: Role[]): Actor {
  return {
    kind: 'person',
    accountId: '01970000-0000-7000-8000-000000000001',
    name: 'Văn thư',
    roles: has,
    unitIds: [],
  };
}

function as<Value>(actor: Actor, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return inCommune(database().communeId, work, { write: true, actor });
}

const clerk = <Value>(work: (tx: Tx) => Promise<Value>) => as(person('coordinator'), work);

const FACTS: EntryFacts = {
  direction: 'incoming',
  arrivedOn: null,
  field: '',
  inForceOn: null,
  expiresOn: null,
  replacedBy: null,
};

interface Paper {
  number: string;
  symbol?: string;
  type?: string;
  day?: string;
  body?: string;
}

/** A document of a commune as a file would give it. */
async function paper({
  number,
  symbol = 'QĐ-UBND',
  type = 'QUYẾT ĐỊNH',
  day,
  body,
}: Paper): Promise<IncomingDocument> {
  const text = [
    'ỦY BAN NHÂN DÂN\nXÃ AN BÌNH',
    `Số: ${number}/${symbol}`,
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
    `An Bình, ${day ?? 'ngày 10 tháng 3 năm 2024'}`,
    `${type}\nVề việc quản lý nhà văn hóa số ${number}`,
    body ?? 'Điều 1. Giao công chức văn hóa quản lý./.',
    'Nơi nhận:\n- Như Điều 1;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nPhạm Văn Mẫu',
  ].join('\n\n');
  return takeInPasted(database().communeId, text);
}

async function register(given: Paper, facts: Partial<EntryFacts> = {}): Promise<string> {
  const incoming = await paper(given);
  return clerk(async (tx) => {
    const id = await receiveDocument(tx, incoming);
    await registerEntry(tx, { id, version: 1, facts: { ...FACTS, ...facts } });
    return id;
  });
}

describe('a document on its way into the register', () => {
  test('is taken in as a draft with every field in its place, corrected, and confirmed', async () => {
    const incoming = await paper({ number: '41' });
    const id = await clerk((tx) => receiveDocument(tx, incoming));
    const draft = await clerk((tx) => getEntry(tx, id));
    expect(draft).toMatchObject({ status: 'draft', code: '41/QĐ-UBND', issuedOn: '2024-03-10' });
    for (const { span, value } of Object.values(draft.draft.facts)) {
      if (value !== null) expect(span).not.toBeNull();
    }
    const form = new FormData();
    form.set('khoa', 'f-title');
    form.set('gia-tri', 'Quản lý nhà văn hóa thôn');
    const corrected = correctDraft(draft.draft, form);
    if (!corrected.ok) throw new Error(corrected.message);
    const save = (version: number) =>
      clerk((tx) => correctDocument(tx, { id, version, draft: corrected.draft }));
    expect(await save(1)).toBe(true);
    // A second saver of the same version changes nothing.
    expect(await save(1)).toBe(false);
    await clerk((tx) => registerEntry(tx, { id, version: 2, facts: FACTS }));
    const listed = await clerk((tx) => listEntries(tx, DAY, { words: 'nha van hoa thon' }));
    expect(listed.entries.map((entry) => entry.id)).toEqual([id]);
    const events = await clerk((tx) => readEvents(tx, { subject: { type: 'document', id } }));
    expect(events.map(({ kind }) => kind)).toEqual(['document.received', 'document.registered']);
  });

  test('saved or confirmed by two at once, keeps what the first did and tells the second', async () => {
    const incoming = await paper({ number: '801' });
    const id = await clerk((tx) => receiveDocument(tx, incoming));
    const { draft, version } = await clerk((tx) => getEntry(tx, id));
    const save = () => clerk((tx) => correctDocument(tx, { id, version, draft }));
    expect((await Promise.all([save(), save()])).sort()).toEqual([false, true]);
    const facts = { ...FACTS, field: 'Thủy lợi' };
    const confirm = () => clerk((tx) => registerEntry(tx, { id, version: version + 1, facts }));
    const done = await Promise.allSettled([confirm(), confirm()]);
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(done).toContainEqual({
      status: 'rejected',
      reason: expect.objectContaining({ code: 'document.changed' }),
    });
  });

  test('is not taken in twice, nor registered under a number and day that are there', async () => {
    const id = await register({ number: '42' });
    const again = await paper({ number: '42' });
    await expect(clerk((tx) => receiveDocument(tx, again))).rejects.toMatchObject({
      code: 'document.known',
      details: { entry: id },
    });
    const other = await paper({ number: '42', body: 'Điều 1. Lời khác./.' });
    const second = await clerk((tx) => receiveDocument(tx, other));
    await expect(
      clerk((tx) => registerEntry(tx, { id: second, version: 1, facts: FACTS })),
    ).rejects.toMatchObject({ code: 'document.same-number' });
    await clerk((tx) => registerEntry(tx, { id: second, version: 1, facts: FACTS, again: true }));
  });

  test('may be let go before it is registered, not after, and taken in again', async () => {
    const incoming = await paper({ number: '43' });
    const id = await clerk((tx) => receiveDocument(tx, incoming));
    await clerk((tx) => discardEntry(tx, id));
    expect(await clerk((tx) => receiveDocument(tx, incoming))).toBe(id);
    await clerk((tx) => registerEntry(tx, { id, version: 1, facts: FACTS }));
    await expect(clerk((tx) => discardEntry(tx, id))).rejects.toMatchObject({
      code: 'document.in-register',
    });
  });

  test('a scan is kept without text, to be filled in by hand', async () => {
    // Reading scans is tried where files are read; here only that no text is needed.
    const bytes = new TextEncoder().encode('Trang chụp');
    const { file } = await takeInDocument(database().communeId, bytes, 'ban-chup.txt');
    const id = await clerk((tx) => receiveDocument(tx, { reading: null, file }));
    const entry = await clerk((tx) => getEntry(tx, id));
    expect(entry).toMatchObject({ text: null, code: null, source: { name: 'ban-chup.txt' } });
    await expect(
      clerk((tx) => registerEntry(tx, { id, version: 1, facts: FACTS })),
    ).rejects.toMatchObject({ code: 'document.incomplete' });
  });

  test.each([
    [{ inForceOn: '2024-05-01', expiresOn: '2024-04-01' }, 'document.force-order'],
    [{ replacedBy: '9/QĐ-UBND' }, 'document.replaced-undated'],
  ])('refuses %j', async (facts, code) => {
    const incoming = await paper({ number: `44${code.length}` });
    const id = await clerk((tx) => receiveDocument(tx, incoming));
    await expect(
      clerk((tx) => registerEntry(tx, { id, version: 1, facts: { ...FACTS, ...facts } })),
    ).rejects.toMatchObject({ code });
  });
});

describe('links', () => {
  test('a citation waits and finds its document when that is registered, by file or by hand', async () => {
    const citing = await register({
      number: '51',
      body: 'Căn cứ Nghị định số 77/2019/NĐ-CP ngày 10/10/2019 của Chính phủ;\n\nĐiều 1. Quyết định này thay thế Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2023 của Ủy ban nhân dân xã An Bình./.',
    });
    const unknown = await clerk((tx) => listUnknown(tx));
    expect(unknown.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['77/2019/NĐ-CP', '12/QĐ-UBND']),
    );
    const old = await register({ number: '12', day: 'ngày 05 tháng 01 năm 2023' });
    const decree = await clerk((tx) =>
      registerByHand(tx, {
        code: '77/2019/NĐ-CP',
        title: 'Tổ hợp tác',
        issuer: 'Chính phủ',
        issuedOn: '2019-10-10',
        facts: { ...FACTS, direction: 'cited' },
      }),
    );
    const links = await clerk((tx) => listLinks(tx, citing));
    expect(links.map(({ relation, target }) => [relation, target])).toEqual([
      ['cites', decree],
      ['replaces', old],
    ]);
    const state = async (day: string) =>
      (await clerk((tx) => readValidity(tx, [old], day))).get(old)?.state;
    expect(await state('2024-03-09')).toBe('in-force');
    expect(await state('2024-03-10')).toBe('replaced');
    expect(await state('2022-12-31')).toBe('not-yet');
    const ended = await clerk((tx) => listEntries(tx, DAY, { force: 'ended' }));
    expect(ended.entries.map(({ id }) => id)).toContain(old);
    const inForce = await clerk((tx) => listEntries(tx, DAY, { force: 'in-force' }));
    expect(inForce.entries.map(({ id }) => id)).not.toContain(old);
    const [cited] = await clerk((tx) =>
      findCited(tx, [{ code: '12/QĐ-UBND', issuedOn: '2023-01-05', issuer: null }], DAY),
    );
    expect(cited).toMatchObject({ entry: old, validity: { state: 'replaced' } });
    const events = await clerk((tx) =>
      readEvents(tx, { subject: { type: 'document', id: citing } }),
    );
    expect(events.filter(({ kind }) => kind === 'document.linked')).toHaveLength(2);
  });

  test('follow when the cited document turns out to be another', async () => {
    const citing = await register({
      number: '61',
      body: 'Điều 1. Thực hiện Quyết định số 62/QĐ-UBND ngày 01/02/2024 của Ủy ban nhân dân xã An Bình./.',
    });
    const target = await register({ number: '62', day: 'ngày 01 tháng 02 năm 2024' });
    const targetOf = async () => (await clerk((tx) => listLinks(tx, citing)))[0]?.target;
    expect(await targetOf()).toBe(target);
    const { draft, version } = await clerk((tx) => getEntry(tx, target));
    const form = new FormData();
    form.set('khoa', 'f-number');
    form.set('gia-tri', '63');
    const corrected = correctDraft(draft, form);
    if (!corrected.ok) throw new Error(corrected.message);
    await clerk((tx) => correctDocument(tx, { id: target, version, draft: corrected.draft }));
    expect(await targetOf()).toBeNull();
  });
});

test('a document that names another several times is linked to it once', async () => {
  const target = await register({ number: '71', day: 'ngày 01 tháng 03 năm 2024' });
  const of71 = 'Quyết định số 71/QĐ-UBND ngày 01/03/2024 của Ủy ban nhân dân xã An Bình';
  const citing = await register({
    number: '72',
    day: 'ngày 10 tháng 03 năm 2024',
    body: `Điều 1. Thực hiện ${of71}.\n\nĐiều 2. Báo cáo việc thực hiện ${of71}./.`,
  });
  const links = await clerk((tx) => listLinks(tx, citing));
  expect(links.filter((link) => link.target === target)).toHaveLength(1);
});

test('named with its day and without before it came in, a document is linked to once', async () => {
  const body = 'Quyết định số 73/QĐ-UBND';
  const issuer = 'của Ủy ban nhân dân xã An Bình';
  const citing = await register({
    number: '74',
    day: 'ngày 10 tháng 3 năm 2024',
    body: `Điều 1. Thực hiện ${body} ngày 01/03/2024 ${issuer}.\n\nĐiều 2. Báo cáo việc thực hiện ${body} ${issuer}./.`,
  });
  const links = () => clerk((tx) => listLinks(tx, citing));
  expect(await links()).toHaveLength(2);
  const target = await register({ number: '73', day: 'ngày 01 tháng 3 năm 2024' });
  expect((await links()).map((link) => link.target)).toEqual([target]);
});

describe('a document that another room confirmed', () => {
  const byHand = (code: string, issuer: string) =>
    clerk((tx) =>
      registerByHand(tx, { code, title: '', issuer, issuedOn: '2024-03-10', facts: FACTS }),
    );
  const confirmed = async (given: Paper): Promise<string> => {
    const { reading } = await paper(given);
    if (!reading) throw new Error('no text');
    return clerk(async (tx) => {
      const document = await registerDocument(tx, toReading(reading, []), null);
      return registerConfirmed(tx, document?.id ?? '', 'own');
    });
  };

  test('gives its text to the entry by hand that means it', async () => {
    const id = await byHand('91/QĐ-UBND', 'UBND xã An Bình');
    expect(await confirmed({ number: '91' })).toBe(id);
    const entry = await clerk((tx) => getEntry(tx, id));
    expect(entry).toMatchObject({ status: 'registered', direction: 'own', code: '91/QĐ-UBND' });
    expect(entry.text).toContain('Giao công chức');
  });

  test('leaves an entry of another office with the same number and day alone', async () => {
    const id = await byHand('92/QĐ-UBND', 'UBND tỉnh Hải Dương');
    expect(await confirmed({ number: '92' })).not.toBe(id);
    expect((await clerk((tx) => getEntry(tx, id))).text).toBeNull();
  });

  test('is linked to what it cites', async () => {
    const target = await register({ number: '93' });
    const body = 'Thực hiện Quyết định số 93/QĐ-UBND ngày 10/3/2024 của UBND xã An Bình./.';
    const id = await confirmed({ number: '94', body });
    const links = await clerk((tx) =>
      tx.db.selectFrom('document_link').select('target_id').where('entry_id', '=', id).execute(),
    );
    expect(links).toEqual([{ target_id: target }]);
  });
});

test('another commune sees nothing of it', async () => {
  const id = await register({ number: '71' });
  const neighbour = await addTestCommune('xã Bình Yên', 'binh-yen.example');
  const there = <Value>(work: (tx: Tx) => Promise<Value>) =>
    inCommune(neighbour, work, { actor: person('coordinator') });
  await expect(there((tx) => getEntry(tx, id))).rejects.toMatchObject({
    code: 'document.no-entry',
  });
  expect(await there((tx) => listEntries(tx, DAY))).toMatchObject({ total: 0 });
});

const allowed: Record<keyof typeof documentsPermissions, readonly Role[]> = {
  'document.see': [...roles],
  'document.receive': ['coordinator', 'administrator', 'editor'],
  'document.correct': ['coordinator', 'administrator', 'editor'],
  'document.register': ['coordinator', 'administrator', 'leader'],
  'document.discard': ['coordinator', 'administrator'],
  'document.publish': ['coordinator', 'editor', 'leader'],
  'consultation.hold': ['coordinator', 'leader'],
  'consultation.review': ['coordinator', 'editor', 'leader'],
  'consultation.see-sender': ['coordinator', 'leader'],
  'consultation.answer': ['coordinator', 'leader'],
  'outgoing.number': ['coordinator', 'administrator'],
  'outgoing.cancel': ['coordinator', 'administrator'],
  'paper.set': ['coordinator', 'administrator'],
};

describe('who may', () => {
  test.each(Object.entries(allowed))('%s', (name, has) => {
    const action = name as keyof typeof documentsPermissions;
    for (const role of roles) expect(can(person(role), action, {})).toBe(has.includes(role));
    expect(can(thePublic, action, {})).toBe(false);
  });

  test('the use cases ask', async () => {
    const incoming = await paper({ number: '81' });
    const id = await clerk((tx) => receiveDocument(tx, incoming));
    const { draft } = await clerk((tx) => getEntry(tx, id));
    const denied = expect.objectContaining({ code: 'access.denied' });
    const member = <Value>(work: (tx: Tx) => Promise<Value>) =>
      expect(as(person('member'), work)).rejects.toEqual(denied);
    await member((tx) => receiveDocument(tx, incoming));
    await member((tx) => correctDocument(tx, { id, version: 1, draft }));
    await member((tx) => registerEntry(tx, { id, version: 1, facts: FACTS }));
    await member((tx) => registerConfirmed(tx, id, 'own'));
    await member((tx) => discardEntry(tx, id));
    await member((tx) =>
      registerByHand(tx, {
        code: '1/QĐ-UBND',
        title: '',
        issuer: null,
        issuedOn: null,
        facts: FACTS,
      }),
    );
    await expect(as(thePublic, (tx) => listEntries(tx, DAY))).rejects.toMatchObject({
      code: 'access.sign-in',
    });
  });
});
