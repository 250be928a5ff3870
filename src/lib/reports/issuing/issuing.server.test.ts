// From approval to the number, against a real database: signed copies, changes since approval, recall,
// the portal past the privacy guard; who may not is refused.
import { mkdtempSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { inCommune, newId, readEvents } from '#lib/platform/index.server.ts';
import type { Actor } from '#lib/platform/index.ts';
import {
  sampleSignatures,
  useTestDatabase,
  type SampleIdentity,
} from '#lib/platform/testing.server.ts';
import {
  getEntry,
  listLinks,
  listOutgoing,
  takeInSignedCopy,
} from '#lib/documents/index.server.ts';
import { recordAct, recordCommendation } from '#lib/plans/index.server.ts';
import { insertPlanInForce, NOW, person } from '#lib/plans/testing.server.ts';
import { changePaper, createReport, editText } from '../periodic/draft.server.ts';
import { readReport } from '../periodic/read.server.ts';
import { approveReport, checkReport, returnReport } from '../periodic/steps.server.ts';
import { issueReport, recallReport } from './issue.server.ts';
import {
  findPublicReport,
  listPublicReports,
  publishReport,
  unpublishReport,
} from './publish.server.ts';
import { addSignedCopy, findSignedFile, listSignedCopies } from './signed-copy.server.ts';

const DAY = '2023-06-30';
const database = useTestDatabase();
const coordinator = person('coordinator');
const leader = person('leader');
const unit = newId();
const plan = newId();
const topic = newId();
const { derOf, makeIdentity, signPdf } = await sampleSignatures();
let root: SampleIdentity;
let folder: string;

const as = <T>(actor: Actor, work: Parameters<typeof inCommune<T>>[1]) =>
  inCommune(database().communeId, work, { write: true, actor, now: NOW });
const refusal = (code: string) => expect.objectContaining({ code });
const read = (id: string) => as(coordinator, (tx) => readReport(tx, id));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'loa-issuing-'));
  process.env['LOA_DATA'] = folder;
  root = await makeIdentity({ name: 'Gốc thử nghiệm' });
  await mkdir(join(folder, 'chung-thu-goc'));
  await writeFile(join(folder, 'chung-thu-goc', 'goc.cer'), derOf(root));
  await writeFile(join(folder, 'chung-thu-goc', 'hong.pem'), 'không phải chứng thư');
  await as(coordinator, async (tx) => {
    const text = 'Tuyên truyền về bộ phận một cửa.';
    await insertPlanInForce(tx, {
      id: plan,
      topics: [{ id: topic, label: 'Một cửa', text }],
      document: {
        type: 'KH',
        code: '02/KH-UBND',
        agency: 'Ủy ban nhân dân xã',
        issued_on: '2023-01-05',
      },
    });
    await tx.db
      .insertInto('unit')
      .values({
        commune_id: tx.communeId,
        position: 1,
        id: unit,
        name: 'Đài truyền thanh',
        slug: 'dai',
      })
      .execute();
  });
});

const record = (title: string) =>
  as(coordinator, (tx) =>
    recordAct(tx, {
      clientKey: newId(),
      kind: 'meeting',
      day: '2023-05-10',
      unitId: unit,
      title,
      topics: [topic],
      outsidePlan: true,
      anotherAct: true,
    }),
  );

/** A report approved by a leader who had no hand in it. */
async function approved(judgement = 'Không có.', planIds: string[] = []) {
  const id = await as(coordinator, (tx) =>
    createReport(tx, { clientKey: newId(), kind: 'half-year', from: DAY, planIds }),
  );
  const { revision: first, content } = await read(id);
  let revision = first;
  for (const part of content.sections.flatMap(({ parts }) => parts)) {
    if (part.kind !== 'text' || !part.judgement) continue;
    await as(coordinator, (tx) => editText(tx, id, { revision, key: part.key, text: judgement }));
    revision += 1;
  }
  await as(coordinator, (tx) => checkReport(tx, id, { revision }));
  await as(leader, (tx) => approveReport(tx, id, { revision }));
  return { id, revision };
}

const scan = () =>
  sharp({ create: { width: 20, height: 30, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer();
const takeIn = (...files: { name: string; bytes: Uint8Array }[]) =>
  takeInSignedCopy(database().communeId, files, new Date(NOW));

async function signed(judgement?: string, planIds?: string[]) {
  const report = await approved(judgement, planIds);
  const pages = await takeIn({ name: 'trang-1.jpg', bytes: await scan() });
  await as(leader, (tx) =>
    addSignedCopy(tx, report.id, { revision: report.revision, signedOn: DAY }, pages),
  );
  return report;
}

const issue = (id: string, revision: number, given: object = {}) =>
  as(coordinator, (tx) => issueReport(tx, id, { revision, issuedOn: DAY, ...given }));

describe('a signed copy', () => {
  test('is judged by its bytes, and refused in words', async () => {
    const text = { name: 'ky.pdf', bytes: new TextEncoder().encode('chữ thường') };
    await expect(takeIn(text)).rejects.toThrow(refusal('file.type-refused'));
    await expect(takeIn()).rejects.toThrow(refusal('outgoing.no-signed-file'));
    const pdf = { name: 'ky.pdf', bytes: Buffer.from('%PDF-1.7\n%%EOF') };
    const page = { name: 'trang-2.jpg', bytes: await scan() };
    await expect(takeIn(pdf, page)).rejects.toThrow(refusal('outgoing.mixed-files'));
    expect(await takeIn(page, page)).toHaveLength(2);
  });

  test('signed digitally says who signed; tampered with it is refused', async () => {
    const signer = await makeIdentity({ name: 'Chủ tịch', by: root });
    const bytes = await signPdf(signer, NOW);
    const [page] = await takeIn({ name: 'ky.pdf', bytes });
    expect(page?.signatures).toMatchObject({
      verdict: 'trusted',
      signatures: [{ signer: 'Chủ tịch' }],
    });
    const tampered = Buffer.from(bytes);
    tampered[tampered.indexOf('ket qua')] = 75;
    await expect(takeIn({ name: 'ky.pdf', bytes: tampered })).rejects.toMatchObject({
      code: 'outgoing.signature-broken',
      what: expect.stringContaining('đã bị sửa'),
    });
  });

  test('of a stranger needs a person’s word before issuing', async () => {
    const { id, revision } = await approved();
    const stranger = await makeIdentity({ name: 'Người lạ' });
    const pages = await takeIn({ name: 'ky.pdf', bytes: await signPdf(stranger, NOW) });
    await as(coordinator, (tx) => addSignedCopy(tx, id, { revision, signedOn: DAY }, pages));
    await expect(issue(id, revision)).rejects.toThrow(refusal('outgoing.signer-unproven'));
    expect(await issue(id, revision, { signatureSeen: 'on' })).toMatch(/\/BC-UBND$/);
  });

  test('comes after approval, never from a day to come; a later one stands in its place', async () => {
    const { id, revision } = await approved();
    const pages = await takeIn({ name: 'trang-1.jpg', bytes: await scan() });
    const add = (signedOn: string) =>
      as(leader, (tx) => addSignedCopy(tx, id, { revision, signedOn }, pages));
    await expect(add('2023-07-01')).rejects.toThrow(refusal('report.signed-in-future'));
    await add(DAY);
    await add(DAY);
    const copies = await as(leader, (tx) => listSignedCopies(tx, id));
    expect(copies.map(({ copy }) => copy)).toEqual([2, 1]);
    const { sha256 } = pages[0]?.file ?? { sha256: '' };
    expect(await as(leader, (tx) => findSignedFile(tx, id, sha256))).toMatchObject({ sha256 });
    expect(
      await as(leader, (tx) => findSignedFile(tx, newId(), sha256).catch(() => undefined)),
    ).toBe(undefined);
    await as(leader, (tx) => returnReport(tx, id, { revision, reason: 'Sai nơi nhận' }));
    await expect(add(DAY)).rejects.toThrow(refusal('report.not-approved'));
  });
});

describe('issuing', () => {
  test('gives a number, freezes the paper, and puts it into the register with its plan', async () => {
    const { id, revision } = await signed('Không có.', [plan]);
    const code = await issue(id, revision);
    const report = await read(id);
    expect(report).toMatchObject({ status: 'issued', written: { code, date: DAY, draft: false } });
    const entry = await as(coordinator, (tx) => getEntry(tx, report.registerEntryId ?? ''));
    expect(entry).toMatchObject({ status: 'registered', code, issuedOn: DAY, direction: 'own' });
    const links = await as(coordinator, (tx) => listLinks(tx, entry.id));
    expect(JSON.stringify(links)).toContain('02/KH-UBND');
    const { lines } = await as(coordinator, (tx) =>
      listOutgoing(tx, { year: 2023, type: 'BC' }, { size: 50, start: 0 }),
    );
    expect(lines[0]).toMatchObject({
      code,
      subject: { type: 'report', id },
      registerEntryId: entry.id,
      signer: 'TM. ỦY BAN NHÂN DÂN; CHỦ TỊCH',
    });
    await record('Ghi sau khi ban hành');
    const after = await read(id);
    expect([after.written, after.changes]).toEqual([report.written, []]);
  });

  test('twice at once gives one number', async () => {
    const { id, revision } = await signed();
    const both = await Promise.allSettled([issue(id, revision), issue(id, revision)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('of figures that changed since approval needs a person’s word', async () => {
    const { id, revision } = await signed();
    await record('Ghi sau khi duyệt');
    expect((await read(id)).changes.length).toBeGreaterThan(0);
    await expect(issue(id, revision)).rejects.toThrow(refusal('report.changed-since-approval'));
    await issue(id, revision, { changesSeen: 'on' });
  });

  test('waits for the signed copy, and never dates before it', async () => {
    const { id, revision } = await approved();
    await expect(issue(id, revision)).rejects.toThrow(refusal('report.not-signed'));
    const other = await signed();
    await expect(issue(other.id, other.revision, { issuedOn: '2023-06-29' })).rejects.toThrow(
      refusal('report.issued-before-signing'),
    );
  });

  test('keeps recipients and signatory of this report', async () => {
    const id = await as(coordinator, (tx) =>
      createReport(tx, { clientKey: newId(), kind: 'month', from: DAY, planIds: [] }),
    );
    await as(coordinator, (tx) =>
      changePaper(tx, id, {
        revision: 1,
        recipients: '- Ủy ban nhân dân tỉnh;\n- Lưu: VT.',
        mark: 'TM.',
        onBehalfOf: 'Ủy ban nhân dân',
        inPlaceOf: 'Chủ tịch',
        title: 'Phó Chủ tịch',
      }),
    );
    expect((await read(id)).written).toMatchObject({
      recipients: ['Ủy ban nhân dân tỉnh', 'Lưu: VT'],
      signatory: { inPlaceOf: 'Chủ tịch', title: 'Phó Chủ tịch' },
    });
  });

  test('is taken back with a reason: the number stays cancelled, the text is open again', async () => {
    const { id, revision } = await signed();
    const code = await issue(id, revision);
    const { registerEntryId } = await read(id);
    await expect(
      as(leader, (tx) => returnReport(tx, id, { revision, reason: 'Sai số liệu' })),
    ).rejects.toThrow(refusal('report.issued'));
    await as(coordinator, (tx) => recallReport(tx, id, { revision, reason: 'Sai số liệu' }));
    expect(await read(id)).toMatchObject({ status: 'draft', returnedReason: 'Sai số liệu' });
    const { lines } = await as(coordinator, (tx) =>
      listOutgoing(tx, { year: 2023, words: code }, { size: 5, start: 0 }),
    );
    expect(lines[0]?.cancelled?.reason).toBe('Sai số liệu');
    const entry = await as(coordinator, (tx) => getEntry(tx, registerEntryId ?? ''));
    expect(entry.expiresOn).toBe(DAY);
    const events = await as(leader, (tx) => readEvents(tx, { subject: { type: 'report', id } }));
    expect(events.map(({ kind }) => kind).slice(-3)).toEqual([
      'report.signed',
      'report.issued',
      'report.recalled',
    ]);
  });
});

describe('the portal', () => {
  test('shows an issued report, past the privacy guard, until it is taken off', async () => {
    const { id, revision } = await signed('Liên hệ ông A, số điện thoại 0912345678.');
    const on = { revision };
    await expect(as(leader, (tx) => publishReport(tx, id, on))).rejects.toThrow(
      refusal('report.not-issued'),
    );
    await issue(id, revision);
    await expect(as(leader, (tx) => publishReport(tx, id, on))).rejects.toThrow(
      refusal('report.personal-data'),
    );
    await as(leader, (tx) => publishReport(tx, id, { ...on, privacy: 'mask' }));
    const [shown] = await as(leader, listPublicReports);
    expect(JSON.stringify((await read(id)).written)).toContain('0912345678');
    const slug = shown?.slug ?? '';
    expect(slug).toMatch(/^2023-\d\d-bc-ubnd$/);
    const paper = await as(leader, (tx) => findPublicReport(tx, slug));
    expect(paper).toBeDefined();
    expect(JSON.stringify([shown, paper])).not.toContain('0912345678');
    await as(leader, (tx) => unpublishReport(tx, id, on));
    expect(await as(leader, (tx) => findPublicReport(tx, slug))).toBeUndefined();
  });

  test('never shows the shortcoming of one person', async () => {
    await as(coordinator, (tx) =>
      recordCommendation(tx, {
        clientKey: newId(),
        kind: 'shortcoming',
        about: 'person',
        who: 'Công chức một cửa',
        title: 'Trả hồ sơ chậm không báo trước',
        day: '2023-06-01',
        unitId: unit,
        reason: 'Dân phản ánh',
      } as Parameters<typeof recordCommendation>[1]),
    );
    const { id, revision } = await signed();
    await issue(id, revision);
    await expect(as(leader, (tx) => publishReport(tx, id, { revision }))).rejects.toThrow(
      refusal('report.person-shortcoming'),
    );
  });
});

test('every action refuses those it is not for', async () => {
  const { id, revision } = await signed();
  const member = person('member');
  const refused = refusal('access.denied');
  const pages = await takeIn({ name: 'trang-1.jpg', bytes: await scan() });
  const sign = { revision, signedOn: DAY };
  await expect(as(member, (tx) => addSignedCopy(tx, id, sign, pages))).rejects.toThrow(refused);
  await expect(
    as(leader, (tx) => issueReport(tx, id, { revision, issuedOn: DAY })),
  ).rejects.toThrow(refused);
  await expect(
    as(leader, (tx) => recallReport(tx, id, { revision, reason: 'Sai số liệu' })),
  ).rejects.toThrow(refused);
  await expect(as(member, (tx) => publishReport(tx, id, { revision }))).rejects.toThrow(refused);
  await expect(as(member, (tx) => unpublishReport(tx, id, { revision }))).rejects.toThrow(refused);
});
