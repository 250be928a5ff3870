// Forms, answers and bases of a procedure in a real database: public where they are meant to be, guarded,
// and denied to whom they must be.
import { beforeAll, describe, expect, it } from 'vitest';
import { registerByHand } from '#lib/documents/index.server.ts';
import { inCommune, readEvents, storeFile, type Tx } from '#lib/platform/index.server.ts';
import { thePublic, type Actor, type Role } from '#lib/platform/index.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import { listOnEndedBases, readBases, readPublicBases } from '../bases/bases.server.ts';
import { countAnswer, readClarity } from '../clarity/clarity.server.ts';
import { applyChange } from '../import/apply.server.ts';
import { previewChange, receiveProcedures } from '../import/receive.server.ts';
import { getProcedure } from '../versions/register.server.ts';
import { findFormOf } from './form.ts';
import { addForm, findFormFile, removeForm, type NewForm } from './forms.server.ts';

const office = useTestDatabase();
const NOW = '2023-06-30T03:00:00.000Z';
const CODE = '1.000001';

function person(...roles: Role[]): Actor {
  const accountId = '01890000-0000-7000-8000-000000000001';
  return { kind: 'person', accountId, name: 'Đầu mối', roles, unitIds: [] };
}

function as<T>(work: (tx: Tx) => Promise<T>, actor: Actor = person('coordinator')): Promise<T> {
  return inCommune(office().communeId, work, { write: true, actor, now: NOW });
}
const look = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  inCommune(office().communeId, work, { now: NOW });

async function form(words = '', seen?: '1'): Promise<NewForm> {
  const bytes = new TextEncoder().encode(`Họ, tên: …… ${words}`);
  const name = 'Tờ khai.txt';
  const file = await storeFile(office().communeId, bytes, {
    name,
    maxBytes: 1000,
    allow: ['text/plain'],
  });
  const facts = {
    'ten-mau': 'Tờ khai',
    'loai-mau': 'blank',
    'cach-dien': 'Chép từ giấy chứng sinh',
  } as const;
  return { facts: { ...facts, 'da-xem': seen }, file, words };
}

beforeAll(async () => {
  const item = {
    metadata: { mã_thủ_tục: CODE, tên_thủ_tục: 'Cấp bản sao' },
    content: {},
    tables: {
      hinh_thuc_nop: [],
      thanh_phan_ho_so: [{ ten_giay_to: 'Tờ khai', so_luong: 'to-khai.txt' }],
      can_cu_phap_ly: [
        { so_ky_hieu: '10/2020/NĐ-CP', trich_yeu: 'Nghị định cũ', ngay_ban_hanh: '17-01-2020' },
        { so_ky_hieu: '11/2021/NĐ-CP', trich_yeu: 'Chưa vào sổ' },
      ],
    },
  };
  await as(async (tx) => {
    const id = await receiveProcedures(tx, { name: 'tệp', content: JSON.stringify(item) });
    const { seen } = await previewChange(tx, id, '2023-01-01');
    await applyChange(tx, id, { effectiveFrom: '2023-01-01', decidedOn: null, decision: '', seen });
  });
});

describe('a form', () => {
  it('is taken away by anybody while it is on the page', async () => {
    const id = await as(async (tx) => addForm(tx, CODE, await form()));
    const { forms } = await look((tx) => getProcedure(tx, CODE));
    expect(forms).toMatchObject([{ id, name: 'Tờ khai', kind: 'blank', fileName: 'Tờ khai.txt' }]);
    expect(findFormOf('to-khai.txt', forms)?.id).toBe(id);
    expect(findFormOf('khac.txt', forms)).toBeUndefined();
    expect((await look((tx) => findFormFile(tx, CODE, id)))?.name).toBe('to-khai.txt');
    expect(await look((tx) => findFormFile(tx, '1.000009', id))).toBeUndefined();
    await as((tx) => removeForm(tx, id));
    expect(await look((tx) => findFormFile(tx, CODE, id))).toBeUndefined();
    await expect(as((tx) => removeForm(tx, id))).rejects.toMatchObject({
      code: 'procedure.form-unknown',
    });
    const kinds = await as((tx) =>
      readEvents(tx, { kinds: ['procedure.form-added', 'procedure.form-removed'] }),
    );
    expect(kinds).toHaveLength(2);
  });

  it('with what looks like a person in it waits for somebody to say that it is made up', async () => {
    const words = 'CCCD 001187000123';
    await expect(as(async (tx) => addForm(tx, CODE, await form(words)))).rejects.toMatchObject({
      code: 'procedure.form-personal-data',
    });
    expect(await as(async (tx) => addForm(tx, CODE, await form(words, '1')))).toBeTruthy();
  });

  it('is attached and taken off by those who explain procedures only', async () => {
    const given = await form();
    const acts: ((tx: Tx) => Promise<unknown>)[] = [
      (tx) => addForm(tx, CODE, given),
      (tx) => removeForm(tx, CODE),
    ];
    for (const act of acts) {
      await expect(as(act, person('member'))).rejects.toMatchObject({ code: 'access.denied' });
      await expect(as(act, thePublic)).rejects.toMatchObject({ code: 'access.sign-in' });
    }
  });
});

describe('whether it was clear', () => {
  it('is counted for the office, by anybody, without an event', async () => {
    const before = await as((tx) => readEvents(tx, {}));
    for (const answer of ['clear', 'unclear', 'unclear', 'papers'] as const) {
      await as((tx) => countAnswer(tx, CODE, answer), thePublic);
    }
    expect(await as((tx) => readClarity(tx, CODE))).toEqual([
      { code: CODE, clear: 1, unclear: 2, parts: [{ part: 'papers', times: 1 }] },
    ]);
    expect(await as((tx) => readEvents(tx, {}))).toHaveLength(before.length);
    await expect(as((tx) => readClarity(tx), thePublic)).rejects.toMatchObject({
      code: 'access.sign-in',
    });
    await expect(as((tx) => countAnswer(tx, '9.000009', 'clear'), thePublic)).rejects.toMatchObject(
      {
        code: 'procedure.unknown',
      },
    );
  });
});

describe('the bases', () => {
  it('are found in the register, and said where they have ended', async () => {
    await as((tx) =>
      registerByHand(tx, {
        code: '10/2020/NĐ-CP',
        title: 'Nghị định cũ',
        issuer: 'Chính phủ',
        issuedOn: '2020-01-17',
        facts: {
          direction: 'incoming',
          arrivedOn: null,
          field: '',
          inForceOn: '2020-03-01',
          expiresOn: '2023-06-01',
          replacedBy: null,
        },
      }),
    );
    const { record } = await look((tx) => getProcedure(tx, CODE));
    const bases = await as((tx) => readBases(tx, record));
    expect(bases.map(({ code, stateName, hasEnded }) => [code, stateName, hasEnded])).toEqual([
      ['10/2020/NĐ-CP', 'Hết hiệu lực', true],
      ['11/2021/NĐ-CP', '', false],
    ]);
    expect(await as(listOnEndedBases)).toMatchObject([
      { code: CODE, documents: [{ code: '10/2020/NĐ-CP' }] },
    ]);
    await expect(as(listOnEndedBases, thePublic)).rejects.toMatchObject({ code: 'access.sign-in' });
  });

  it('say on the public page that they have ended, from the day they did', async () => {
    const bases = (day: string) =>
      look(async (tx) => readPublicBases(tx, await getProcedure(tx, CODE, day), day));
    expect((await bases('2023-05-31')).map(({ ended }) => ended)).toEqual([null, null]);
    expect(await bases('2023-06-30')).toMatchObject([
      {
        code: '10/2020/NĐ-CP',
        issuedOn: '2020-01-17',
        // The desk has the document, the public doesn't: no page, nothing of it but that it is over.
        href: null,
        ended: { how: 'expired', since: '2023-06-01', by: null },
      },
      { code: '11/2021/NĐ-CP', ended: null },
    ]);
  });
});
