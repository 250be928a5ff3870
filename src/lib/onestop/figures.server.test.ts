// Declaring figures in a real database: versions, reasons, refusals, and the event beside each.
import { describe, expect, it } from 'vitest';
import { inCommune, readEvents } from '#lib/platform/index.server.ts';
import { thePublic, type Actor, type Role } from '#lib/platform/index.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import { toMonthKey } from '#lib/vietnam/index.ts';
import {
  declareFigures,
  importFigures,
  listFigureVersions,
  previewFigures,
} from './figures.server.ts';
import { parseFiguresCsv } from './figures-csv.ts';

const office = useTestDatabase();
const NOW = '2023-06-30T03:00:00.000Z';

function person(...roles: Role[]): Actor {
  const accountId = '01890000-0000-7000-8000-000000000001';
  return { kind: 'person', accountId, name: 'Thư ký biên tập', roles, unitIds: [] };
}

type Tx = Parameters<typeof listFigureVersions>[0];

function asEditor<T>(work: (tx: Tx) => Promise<T>, actor = person('editor')): Promise<T> {
  return inCommune(office().communeId, work, { write: true, actor, now: NOW });
}

const month = (key: string, late = 0) => ({
  month: toMonthKey(key),
  early: 10,
  onTime: 5,
  late,
  source: 'Sổ theo dõi hồ sơ',
});

describe('declaring a month', () => {
  it('keeps version, source and event; a correction needs its reason', async () => {
    await asEditor((tx) => declareFigures(tx, month('2023-01')));
    await expect(asEditor((tx) => declareFigures(tx, month('2023-01')))).rejects.toMatchObject({
      code: 'figures.unchanged',
    });
    await expect(asEditor((tx) => declareFigures(tx, month('2023-01', 2)))).rejects.toMatchObject({
      code: 'figures.reason-needed',
      field: 'reason',
    });
    const corrected = { ...month('2023-01', 2), reason: 'Sót hai hồ sơ đất đai' };
    expect(await asEditor((tx) => declareFigures(tx, corrected))).toMatchObject({ version: 2 });
    const [versions, events] = await asEditor(async (tx) => [
      await listFigureVersions(tx),
      await readEvents(tx, { kinds: ['case-figures.declared'] }),
    ]);
    expect(versions.map(({ version, late }) => [version, late])).toEqual([
      [1, 0],
      [2, 2],
    ]);
    expect(events.map(({ data }) => data)).toMatchObject([
      { month: '2023-01', version: 1, early: 10, onTime: 5, late: 0 },
      { month: '2023-01', version: 2, early: 10, onTime: 5, late: 2 },
    ]);
    expect(JSON.stringify(events)).not.toContain('Sót hai hồ sơ');
  });

  it('refuses a month to come, a version overtaken, and personal numbers in public words', async () => {
    const code = (input: Parameters<typeof declareFigures>[1]) =>
      asEditor((tx) => declareFigures(tx, input)).catch((error: { code: string }) => error.code);
    expect(await code(month('2023-07'))).toBe('figures.future-month');
    expect(await code({ ...month('2023-01', 3), reason: 'x', basedOn: 1 })).toBe('record.changed');
    expect(await code({ ...month('2023-02'), source: 'Sổ của bà 001187000123' })).toBe(
      'figures.personal-data',
    );
  });

  it.each([
    ['the public', thePublic, 'access.sign-in'],
    ['a leader', person('leader'), 'access.denied'],
    ['a member of a unit', person('member'), 'access.denied'],
  ])('is denied to %s', async (_who, actor, code) => {
    const declaring = asEditor((tx) => declareFigures(tx, month('2023-03')), actor);
    await expect(declaring).rejects.toMatchObject({ code });
    const rows = parseFiguresCsv('thang,truoc_han,dung_han,tre_han,nguon\n2023-03,1,1,0,Sổ\n');
    await expect(asEditor((tx) => importFigures(tx, rows, null), actor)).rejects.toMatchObject({
      code,
    });
    await expect(asEditor((tx) => previewFigures(tx, rows.rows), actor)).rejects.toMatchObject({
      code,
    });
  });
});

describe('importing a file', () => {
  const HEAD = 'thang,truoc_han,dung_han,tre_han,nguon';

  it('saves the whole file, passes over what stands already', async () => {
    const parsed = parseFiguresCsv(`${HEAD}\n2023-04,1,2,0,Sổ\n2023-05,3,4,1,Sổ\n`);
    const preview = await asEditor((tx) => previewFigures(tx, parsed.rows));
    expect(preview.map(({ state }) => state)).toEqual(['new', 'new']);
    expect(await asEditor((tx) => importFigures(tx, parsed, null))).toHaveLength(2);
    expect(await asEditor((tx) => importFigures(tx, parsed, null))).toHaveLength(0);
  });

  it('saves nothing of a file when one line is refused', async () => {
    const parsed = parseFiguresCsv(`${HEAD}\n2023-06,9,9,9,Sổ\n2023-04,1,2,7,Sổ\n`);
    await expect(asEditor((tx) => importFigures(tx, parsed, null))).rejects.toMatchObject({
      code: 'figures.reason-needed',
    });
    const faulty = parseFiguresCsv(`${HEAD}\n2023-06,9,9,9,Sổ\n2023-0x,1,2,7,Sổ\n`);
    await expect(asEditor((tx) => importFigures(tx, faulty, null))).rejects.toMatchObject({
      code: 'figures.file-faulty',
    });
    const months = (await asEditor(listFigureVersions)).map((one) => one.month);
    expect(months).not.toContain('2023-06');
  });
});
