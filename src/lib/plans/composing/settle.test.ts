// An undone duty taken into the plan that is being written: under its unit, however either of them words it.
import { describe, expect, it } from 'vitest';
import type { Assignment } from '../drafts/draft.ts';
import type { Composition } from './composition.ts';
import { settleOwed } from './settle.ts';

const COMMUNE = 'xã Tiền Tiến';
const DUTY = '0198a1de-0000-7000-8000-000000000001';

function assignment(key: string, unit: string, dropped = false): Assignment {
  return { key, number: null, unit, span: null, lead: false, dropped, duties: [] };
}

/** A plan with these units, in which one duty of another plan is owed by `unit`. */
function composition(assignments: readonly Assignment[], unit: string): Composition {
  return {
    year: 2024,
    draft: {
      title: 'Kế hoạch tuyên truyền năm 2024',
      period: { from: '2024-01-01', to: '2024-12-31', text: null, span: null },
      ...{ purposes: [], requirements: [], audience: [], topics: [], measures: [] },
      ...{ assignments, findings: [], nextKey: 1000 },
    },
    ...{ moved: [], bases: [], units: [], paper: null },
    owed: [{ dutyId: DUTY, unit, text: 'Phát bài trên loa.', open: [], takenAs: null }],
  };
}

const taken = (assignments: readonly Assignment[], unit: string) =>
  settleOwed(composition(assignments, unit), { dutyId: DUTY, decision: 'take' }, COMMUNE)?.draft
    .assignments ?? [];

describe('an undone duty that is taken over', () => {
  it.each([
    ['Văn phòng HĐND& UBND xã', 'Văn phòng HĐND và UBND'],
    ['Đề nghị Ủy ban Mặt trận Tổ quốc xã', 'Ủy ban Mặt trận Tổ quốc'],
    ['Trạm Y tế xã Tiền Tiến', 'Trạm y tế'],
    ['Phòng Văn hóa và Thông tin', 'Phòng Văn hóa - Thông tin'],
  ])('stands under “%s”, whose unit is called “%s”', (named, unit) => {
    const after = taken([assignment('u1', 'Công an xã'), assignment('u2', named)], unit);
    expect(after.map((one) => [one.unit, one.duties.length])).toEqual([
      ['Công an xã', 0],
      [named, 1],
    ]);
    expect(after[1]?.duties[0]).toMatchObject({
      text: 'Phát bài trên loa (chuyển tiếp từ năm 2023)',
      carriedFrom: DUTY,
    });
  });

  it('stands under a unit of its own where the plan has only another, or dropped it', () => {
    const after = taken([assignment('u1', 'Trạm Y tế xã', true)], 'Trạm Y tế');
    expect(after.map((one) => [one.dropped, one.duties.length])).toEqual([
      [true, 0],
      [false, 1],
    ]);
  });
});
