// One evidence for several acts against a real database: one file, two acts, nothing sent twice.
import { beforeAll, describe, expect, test } from 'vitest';
import { readEvents, storeFile, type StoredFile } from '#lib/platform/index.server.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import { removeEvidence } from './evidence.server.ts';
import { getAct } from './get-act.server.ts';
import { anAct, asActor, person, setUpOffice, type SampleOffice } from './office.samples.ts';
import { recordAct, withdrawAct } from './record-act.server.ts';
import type { EvidenceInput } from './record-act.ts';
import { listReusableEvidence, listSharedUses, reuseEvidence } from './reuse-evidence.server.ts';

const database = useTestDatabase();
let office: SampleOffice;
let announcer: ReturnType<typeof person>;
beforeAll(async () => {
  office = await setUpOffice(database().communeId);
  announcer = person('member', office.radio);
});
const refusal = (code: string) => expect.objectContaining({ code });

async function stored(name: string): Promise<StoredFile> {
  const bytes = new TextEncoder().encode(`Biên bản ${name} ${Math.random()}`);
  return storeFile(office.communeId, bytes, { name, maxBytes: 1_000, allow: ['text/plain'] });
}

async function recorded(evidence: EvidenceInput[] = [], unitId = office.radio): Promise<string> {
  const actor = person('coordinator');
  const act = anAct(office, { evidence, unitId });
  return (await asActor(office, actor, (tx) => recordAct(tx, act))).id;
}

const offered = (actId: string, actor = announcer) =>
  asActor(office, actor, (tx) => listReusableEvidence(tx, actId));
const reuse = (actId: string, evidence: string[], actor = announcer) =>
  asActor(office, actor, (tx) => reuseEvidence(tx, { actId, evidence }));
const filesOf = async (actId: string) =>
  (await asActor(office, announcer, (tx) => getAct(tx, actId))).files;

describe('evidence that is there already', () => {
  test('proves another act of the unit by the same bytes, and each act says so', async () => {
    const file = await stored('bien-ban.txt');
    const first = await recorded([{ kind: 'file', file, caption: 'Biên bản họp', isPublic: true }]);
    const second = await recorded();
    const [one] = (await offered(second)).filter(({ sha256 }) => sha256 === file.sha256);
    expect(one).toMatchObject({ caption: 'Biên bản họp', act: { id: first } });
    await reuse(second, [one?.id ?? '']);
    // What is public for one act isn't so for another by itself.
    expect(await filesOf(second)).toMatchObject([
      { kind: 'file', caption: 'Biên bản họp', isPublic: false, file: { sha256: file.sha256 } },
    ]);
    const uses = await asActor(office, announcer, (tx) =>
      listSharedUses(tx, second, [file.sha256]),
    );
    expect(uses.get(file.sha256)).toEqual([{ id: first, title: 'Bản tin về một cửa' }]);
    const events = await asActor(office, announcer, (tx) =>
      readEvents(tx, { subject: { type: 'act', id: second } }),
    );
    expect(events.map(({ kind }) => kind)).toEqual(['act.recorded', 'evidence.added']);
    expect(events[1]?.data).toMatchObject({ sha256: file.sha256, public: false });
    // It stands there now, so it is offered no more, and choosing it again is refused.
    expect((await offered(second)).map(({ sha256 }) => sha256)).not.toContain(file.sha256);
    await expect(reuse(second, [one?.id ?? ''])).rejects.toEqual(refusal('evidence.not-offered'));
  });

  test('is offered once however many acts it proves, as it was sent last, newest first', async () => {
    const [file, newer] = [await stored('hai-lan.txt'), await stored('moi-hon.txt')];
    await recorded([{ kind: 'file', file, caption: 'Lần đầu' }]);
    const last = await recorded([{ kind: 'file', file, caption: 'Lần sau' }]);
    await recorded([{ kind: 'file', file: newer }]);
    const act = await recorded();
    const found = (await offered(act)).filter(({ sha256 }) =>
      [file.sha256, newer.sha256].includes(sha256),
    );
    expect(found).toMatchObject([
      { sha256: newer.sha256, web: null },
      { sha256: file.sha256, caption: 'Lần sau', act: { id: last } },
    ]);
  });

  test('is offered only while it stands, and only of the same unit', async () => {
    const file = await stored('da-go.txt');
    const source = await recorded([{ kind: 'file', file }]);
    const foreign = await recorded(
      [{ kind: 'file', file: await stored('khac.txt') }],
      office.justice,
    );
    const act = await recorded();
    const ids = async () => (await offered(act)).map((one) => one.act.id);
    expect(await ids()).toContain(source);
    expect(await ids()).not.toContain(foreign);
    const [evidence] = await filesOf(source);
    await asActor(office, announcer, (tx) =>
      removeEvidence(tx, { id: evidence?.id ?? '', reason: 'Gửi nhầm tệp' }),
    );
    expect(await ids()).not.toContain(source);
    await expect(reuse(act, [evidence?.id ?? ''])).rejects.toEqual(refusal('evidence.not-offered'));
    const [other] = await filesOf(foreign);
    await expect(reuse(act, [other?.id ?? ''])).rejects.toEqual(refusal('evidence.not-offered'));
  });

  test('a signed list is offered to those who may open it', async () => {
    const file = await stored('danh-sach.txt');
    const source = await recorded([{ kind: 'attendance-list', file }]);
    const act = await recorded();
    const stranger = person('member', office.justice);
    const has = async (actor: typeof announcer) =>
      (await offered(act, actor)).some((one) => one.act.id === source);
    expect(await has(announcer)).toBe(true);
    expect(await has(stranger)).toBe(false);
  });

  test('is added by the unit only, and not to what was withdrawn', async () => {
    const source = await recorded([{ kind: 'file', file: await stored('ghi.txt') }]);
    const [evidence] = await filesOf(source);
    const act = await recorded();
    const stranger = person('member', office.justice);
    await expect(reuse(act, [evidence?.id ?? ''], stranger)).rejects.toEqual(
      refusal('access.denied'),
    );
    await asActor(office, announcer, (tx) => withdrawAct(tx, { id: act, reason: 'Ghi nhầm ngày' }));
    await expect(reuse(act, [evidence?.id ?? ''])).rejects.toEqual(refusal('act.withdrawn'));
  });
});
