// Forms of superior bodies against a real database: versions by their days, cells with who wrote them,
// two who write at once, who may not.
import { beforeAll, describe, expect, test } from 'vitest';
import { inCommune, newId, readEvents } from '#lib/platform/index.server.ts';
import type { Actor } from '#lib/platform/index.ts';
import { addTestCommune, useTestDatabase } from '#lib/platform/testing.server.ts';
import { toPlainDate } from '#lib/vietnam/index.ts';
import { recordAct } from '#lib/plans/index.server.ts';
import { insertPlanInForce, NOW, person } from '#lib/plans/testing.server.ts';
import { periodAround } from '../period.ts';
import { defineQuestionnaire, tryQuestionnaire } from './define.server.ts';
import { filledText } from './fill.ts';
import type { DefineForm } from './form.ts';
import {
  findQuestionnaire,
  listQuestionnaires,
  readQuestionnaire,
  tabulateQuestionnaire,
  writeQuestionnaire,
} from './read.server.ts';
import { writeCells } from './write-cells.server.ts';

const database = useTestDatabase();
const administrator = person('administrator');
const coordinator = person('coordinator');
const half = periodAround('half-year', toPlainDate('2023-06-30'));
const asked: DefineForm = {
  title: 'Biểu số 02',
  agency: 'Sở Nội vụ',
  source: 'Công văn số 12/SNV ngày 05/01/2023',
  validFrom: '2023-01-01',
  columns: 'Trong kỳ | hoạt_động(đơn_vị: "{dòng}")\nGhi chú',
  rows: 'Đài phát thanh\nVăn phòng',
};
const as = <T>(actor: Actor, work: Parameters<typeof inCommune<T>>[1], now = NOW) =>
  inCommune(database().communeId, work, { write: true, actor, now });
const refusal = (code: string) => expect.objectContaining({ code });
const radio = newId();
let slug = '';

beforeAll(async () => {
  slug = await as(administrator, async (tx) => {
    const row = { commune_id: tx.communeId, position: 1 };
    await tx.db
      .insertInto('unit')
      .values([
        { ...row, id: radio, name: 'Đài phát thanh', slug: 'dai' },
        { ...row, id: newId(), name: 'Văn phòng', slug: 'van-phong' },
      ])
      .execute();
    const topic = newId();
    const topics = [{ id: topic, label: 'Một cửa', text: 'Một cửa.' }];
    await insertPlanInForce(tx, { id: newId(), topics });
    await recordAct(tx, {
      clientKey: newId(),
      kind: 'meeting',
      day: '2023-05-10',
      unitId: radio,
      title: 'Họp thôn',
      topics: [topic],
      outsidePlan: true,
    });
    return defineQuestionnaire(tx, asked);
  });
});

const read = () => as(coordinator, (tx) => readQuestionnaire(tx, slug, half));
const texts = async () => (await read()).filled.rows.map(({ cells }) => cells.map(filledText));

describe('a form', () => {
  test('is filled from the acts, and counts a renamed unit as the same', async () => {
    expect(await texts()).toEqual([
      ['1', ''],
      ['không phát sinh', ''],
    ]);
    await as(administrator, (tx) =>
      tx.db.updateTable('unit').set({ name: 'Đài truyền thanh' }).where('id', '=', radio).execute(),
    );
    expect((await texts())[0]).toEqual(['1', '']);
  });

  test('is tried without being kept', async () => {
    const columns = 'Tất cả | hoạt_động';
    const tried = await as(administrator, (tx) =>
      tryQuestionnaire(tx, { ...asked, title: 'Biểu thử', columns, rows: 'Xã' }, half),
    );
    expect(tried.filled.rows[0]?.cells.map(filledText)).toEqual(['1']);
    const kept = await as(administrator, (tx) => listQuestionnaires(tx));
    expect(kept.map((one) => one.slug)).toEqual([slug]);
  });

  test('of the same name is refused; a new version holds from its day on', async () => {
    const plain = { ...asked, columns: 'Số buổi | hoạt_động', rows: 'Xã' };
    await expect(as(administrator, (tx) => defineQuestionnaire(tx, plain))).rejects.toThrow(
      refusal('questionnaire.known'),
    );
    const next = { ...plain, slug, validFrom: '2023-07-01' };
    await as(administrator, (tx) => defineQuestionnaire(tx, next));
    expect((await read()).version.version).toBe(1);
    const later = periodAround('half-year', toPlainDate('2023-07-01'));
    const second = await as(coordinator, (tx) => readQuestionnaire(tx, slug, later));
    expect(second.version.version).toBe(2);
    const before = periodAround('year', toPlainDate('2022-05-05'));
    await expect(as(coordinator, (tx) => readQuestionnaire(tx, slug, before))).rejects.toThrow(
      refusal('questionnaire.not-in-force'),
    );
  });
});

describe('a cell written by hand', () => {
  const write = (seen: string, text: string, column = 1, now = NOW) =>
    as(
      coordinator,
      (tx) => writeCells(tx, slug, half, { seen, cells: [{ row: 0, column, text }] }),
      now,
    );

  test('keeps who wrote it and when, in page, document and sheet', async () => {
    await write('', '=2+3');
    const [first] = (await read()).filled.rows;
    expect(first?.cells[1]).toMatchObject({ kind: 'written', text: '=2+3', at: NOW });
    const document = await as(coordinator, (tx) => writeQuestionnaire(tx, slug, half));
    expect(JSON.stringify(document.blocks)).toContain('ghi ngày 30/06/2023');
    const table = await as(coordinator, (tx) => tabulateQuestionnaire(tx, slug, half));
    expect(table.rows[0]).toEqual(['Đài phát thanh', 1, '=2+3']);
    const events = await as(administrator, (tx) =>
      readEvents(tx, { kinds: ['questionnaire.filled'] }),
    );
    expect(events.map(({ data }) => data)).toEqual([
      expect.objectContaining({ version: 1, cells: [[0, 1]] }),
    ]);
  });

  test('of two who write at once the second is told; saying the same writes nothing', async () => {
    await expect(write('', 'khác')).rejects.toThrow(refusal('questionnaire.changed-meanwhile'));
    await write(NOW, '=2+3', 1, '2023-06-30T05:00:00.000Z');
    expect((await read()).seen).toBe(NOW);
    await write(NOW, '', 1, '2023-06-30T05:00:00.000Z');
    expect((await texts())[0]).toEqual(['1', '']);
  });

  test('is none where a formula counts', async () => {
    const { seen } = await read();
    await expect(write(seen, '5', 0)).rejects.toThrow(refusal('questionnaire.not-by-hand'));
  });
});

test('every action refuses those it is not for; another commune has no such form', async () => {
  const refused = refusal('access.denied');
  const cells = { seen: '', cells: [] };
  await expect(as(coordinator, (tx) => defineQuestionnaire(tx, asked))).rejects.toThrow(refused);
  await expect(as(coordinator, (tx) => tryQuestionnaire(tx, asked, half))).rejects.toThrow(refused);
  await expect(as(person('member'), (tx) => writeCells(tx, slug, half, cells))).rejects.toThrow(
    refused,
  );
  await expect(
    inCommune(database().communeId, (tx) => listQuestionnaires(tx), { now: NOW }),
  ).rejects.toThrow(refusal('access.sign-in'));
  const other = await addTestCommune('xã Bên Cạnh', 'ben-canh.example');
  await expect(
    inCommune(other, (tx) => findQuestionnaire(tx, slug), { actor: coordinator, now: NOW }),
  ).rejects.toThrow(refusal('questionnaire.not-found'));
});
