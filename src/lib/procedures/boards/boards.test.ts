// Codes that survive the telephone, and boards that say what needs a hand.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boardItems, sheetState, type Sheet } from './board-state.ts';
import { makeSheetCode, readSheetCode, showSheetCode } from './sheet-code.ts';

const SIGNS = 'CDFGHJKLMNPQRTVX234679';

describe('the code of a sheet', () => {
  const code = fc
    .array(fc.nat({ max: SIGNS.length - 1 }), { minLength: 5, maxLength: 5 })
    .map((draws) => makeSheetCode(() => draws.shift() ?? 0));

  it('is read however it is typed', () => {
    fc.assert(
      fc.property(code, (made) => {
        expect(readSheetCode(made)).toBe(made);
        expect(readSheetCode(` ${showSheetCode(made).toLowerCase()}. `)).toBe(made);
      }),
    );
  });

  it('tells one wrong sign', () => {
    fc.assert(
      fc.property(code, fc.nat({ max: 5 }), fc.constantFrom(...SIGNS), (made, at, sign) => {
        fc.pre(made[at] !== sign);
        const wrong = made.slice(0, at) + sign + made.slice(at + 1);
        expect(readSheetCode(wrong)).toBeUndefined();
      }),
    );
  });

  it.each(['', 'ABC', 'CCCCCCC', 'C0CCCC'])('%s is none', (text) => {
    expect(readSheetCode(text)).toBeUndefined();
  });
});

const holding = (code: string, recordSha256: string, field = 'Hộ tịch') => ({
  code,
  title: `Thủ tục ${code}`,
  field,
  number: 1,
  recordSha256,
});
const sheet = (code: string, recordSha256: string, more: Partial<Sheet> = {}): Sheet => ({
  id: `${code}-${recordSha256}-${more.postedAt ?? ''}`,
  boardId: 'b',
  shortCode: 'CCCCCC',
  code,
  version: 1,
  recordSha256,
  telephone: '1',
  printedAt: '2023-06-01T00:00:00.000Z',
  postedAt: '2023-06-01T01:00:00.000Z',
  postedBy: null,
  photoSha256: null,
  removedAt: null,
  ...more,
});
const board = { id: 'b', name: 'Bảng', place: '', fields: ['Hộ tịch'] };

describe('a board', () => {
  it('lists exactly the sheets that carry what changed, what is missing, what is right', () => {
    const holdings = [
      holding('1.000001', 'new'),
      holding('1.000002', 'same'),
      holding('1.000003', 'x'),
      holding('1.000009', 'y', 'Đất đai'),
    ];
    const sheets = [
      sheet('1.000001', 'old'),
      sheet('1.000002', 'same'),
      sheet('1.000004', 'gone'),
      sheet('1.000003', 'x', { postedAt: null }),
      sheet('1.000001', 'new', { boardId: 'other' }),
    ];
    const items = boardItems(board, sheets, holdings, () => '1');
    expect(
      items.map(({ code, state, reason, waiting }) => [code, state, reason, waiting !== null]),
    ).toEqual([
      ['1.000001', 'stale', 'record', false],
      ['1.000004', 'stale', 'abolished', false],
      ['1.000003', 'missing', null, true],
      ['1.000002', 'current', null, false],
    ]);
  });

  it('holds each sheet to the number of its own procedure', () => {
    const holdings = [holding('1.000001', 'a'), holding('1.000002', 'a')];
    const sheets = holdings.map(({ code }) => sheet(code, 'a'));
    const numbers = (code: string) => (code === '1.000001' ? '2' : '1');
    expect(
      boardItems(board, sheets, holdings, numbers).map(({ code, reason }) => [code, reason]),
    ).toEqual([
      ['1.000001', 'telephone'],
      ['1.000002', null],
    ]);
  });

  it('wants nothing before its time, and has taken down what hangs after it', () => {
    const holdings = [
      holding('1.000001', 'a', 'Hộ tịch'),
      holding('1.000002', 'a', 'Đất đai'),
      holding('1.000003', 'a', 'Y tế'),
      holding('1.000004', 'new', 'Y tế'),
    ];
    const sheets = [
      sheet('1.000001', 'a'),
      sheet('1.000003', 'a'),
      sheet('1.000004', 'old'),
      sheet('1.000004', 'new', { postedAt: null }),
    ];
    const phase = { 'Hộ tịch': 'before', 'Đất đai': 'before', 'Y tế': 'after' } as const;
    const phaseOf = (field: string) => phase[field as keyof typeof phase];
    const all = { ...board, fields: [] };
    expect(
      boardItems(all, sheets, holdings, () => '1', phaseOf).map(
        ({ code, state, reason, waiting }) => [code, state, reason, waiting],
      ),
    ).toEqual([
      ['1.000003', 'stale', 'ended', null],
      // It has changed as well, but is only to be taken down.
      ['1.000004', 'stale', 'ended', null],
      // Hung early is hung.
      ['1.000001', 'current', null, null],
    ]);
  });

  it('knows a telephone number that changed, and forgets sheets that were taken down', () => {
    expect(sheetState(sheet('1.000001', 'a'), { recordSha256: 'a' }, '2')).toBe('telephone');
    const down = sheet('1.000001', 'a', { removedAt: '2023-06-02T00:00:00.000Z' });
    expect(boardItems(board, [down], [holding('1.000001', 'a')], () => '1')).toMatchObject([
      { state: 'missing' },
    ]);
  });
});
