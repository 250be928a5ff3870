// The real records and decisions beside the project, through a whole office: what each source says comes
// out again, field by field, and a second import of the same file changes nothing. The samples are no part
// of the project; where their folder is absent, this says so and proves nothing.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { inCommune, type Tx } from '#lib/platform/index.server.ts';
import type { Actor } from '#lib/platform/index.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import { collapse } from '#lib/vietnam/index.ts';
import {
  applyChange,
  previewChange,
  readWholeRegister,
  receiveProcedures,
} from '#lib/procedures/index.server.ts';
import { readProcedureCode, toExport } from '#lib/procedures/index.ts';
import { findSamples } from '../support/samples.server.ts';

const folder = path.join(findSamples() ?? '', 'thu-tuc');
const files = existsSync(folder) ? readdirSync(folder).toSorted() : [];
if (files.length === 0) {
  process.stdout.write('procedure samples: skipped, their folder is absent (set LOA_SAMPLES)\n');
}
const exports = files.filter((name) => /^\d\d-[a-z]+-\d\.\d{6}/.test(name));
const decisions = files.filter((name) => !exports.includes(name));

const office = useTestDatabase();
const DAY = '2025-12-01';
const officer: Actor = {
  kind: 'person',
  accountId: '01890000-0000-7000-8000-000000000001',
  name: 'Đầu mối',
  roles: ['coordinator'],
  unitIds: [],
};
const as = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  inCommune(office().communeId, work, { write: true, actor: officer, now: `${DAY}T03:00:00.000Z` });

const textOf = (name: string) => readFileSync(path.join(folder, name), 'utf8');

function bring(name: string) {
  return as(async (tx) => {
    const id = await receiveProcedures(tx, { name, content: textOf(name) });
    return { id, ...(await previewChange(tx, id, DAY)) };
  });
}

/** Every value of a source with its place in it: `tables.papers.0.name` → words. */
function valuesOf(value: unknown, place = ''): [place: string, value: unknown][] {
  if (typeof value !== 'object' || value === null) return [[place, value]];
  const inside = Object.entries(value).flatMap(([name, one]) => valuesOf(one, `${place}.${name}`));
  return inside.length > 0 ? inside : [[place, value]];
}

/** The words of a text without the marks of its table and its footnotes. */
function wordsOf(text: string): string {
  return collapse(text.replace(/[|*#]|\[\d+\]/g, ' '));
}

beforeAll(async () => {
  for (const name of files) {
    const { id, seen } = await bring(name);
    const application = { effectiveFrom: DAY, decidedOn: null, decision: '', seen };
    await as((tx) => applyChange(tx, id, application));
  }
}, 60_000);

const readAgain = async (code: string) => {
  const { items } = await as((tx) => readWholeRegister(tx, { size: 500, start: 0 }));
  const found = items.find(({ version }) => version.code === code);
  return found && toExport(found.record, found.origin);
};

describe.skipIf(files.length === 0)('the sample records', () => {
  it.each(exports)('%s: every field of the source comes out again, none beside', async (name) => {
    const source: unknown = JSON.parse(textOf(name).replace(/^(?:#[^\n]*\n)+/, ''));
    const again = await readAgain(/\d\.\d{6}/.exec(name)?.[0] ?? '');
    expect(valuesOf(source).length).toBeGreaterThan(20);
    expect(new Map(valuesOf(again))).toEqual(new Map(valuesOf(source)));
  });

  it.each(decisions)('%s: no row with a code is lost, nor a cell of one', async (name) => {
    const { reading } = await bring(name);
    const words = wordsOf(textOf(name));
    const alone = textOf(name)
      .split('\n')
      .filter((line) => readProcedureCode(line) !== undefined);
    const codes = new Set(reading.items.map(({ record }) => record.code));
    const told = reading.faults.map(({ message }) => message).join('\n');
    expect(codes.size).toBeGreaterThan(0);
    expect(alone.filter((code) => !codes.has(code) && !told.includes(code))).toEqual([]);
    for (const { act, record, origin } of reading.items) {
      const cells = Object.values(origin['danh_mục'] ?? {}).map(String);
      expect(cells.filter((cell) => !words.includes(wordsOf(cell)))).toEqual([]);
      // What is abolished without having been in the register was told, not entered.
      if (act === 'abolish') continue;
      const again = await readAgain(record.code);
      expect(again?.['danh_mục']).toEqual(origin['danh_mục']);
      expect(again?.['metadata']).toMatchObject({ tên_thủ_tục: record.title });
    }
  });

  it.each(files)('%s: a second time changes nothing', async (name) => {
    const { id, counts, seen } = await bring(name);
    expect(counts).toMatchObject({ new: 0, changed: 0, abolished: 0, older: 0 });
    const application = { effectiveFrom: DAY, decidedOn: null, decision: '', seen };
    await expect(as((tx) => applyChange(tx, id, application))).rejects.toMatchObject({
      code: 'procedure.nothing-to-apply',
    });
  });
});
