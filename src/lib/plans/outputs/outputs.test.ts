// Papers made from plans and acts: nothing is invented, nothing is lost, citations keep their years.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WrittenDocument, type Block } from '#lib/documents/index.ts';
import { toPlainDate } from '#lib/vietnam/index.ts';
import type { Clause, Draft } from '../drafts/draft.ts';
import type { Occurrence } from '../occurrences/fold-occurrences.ts';
import { assignmentNotice } from './assignment-notice.ts';
import { meetingInvitation, meetingMinutes } from './meeting-papers.ts';
import { moveYear, nextDraft, unfinishedOf } from './next-plan.ts';
import { planDocument } from './plan-document.ts';

const office = { name: 'xã Đông Hòa', superiors: ['thành phố An Bình'], demoDay: null };

function clause(text: string, more: Partial<Clause> = {}): Clause {
  return {
    key: text,
    number: null,
    text,
    span: null,
    dropped: false,
    label: null,
    channels: [],
    due: null,
    every: null,
    cooperates: [],
    ...more,
  };
}

const draft: Draft = {
  title: 'Kế hoạch tuyên truyền cải cách hành chính năm 2023',
  period: { from: '2023-01-01', to: '2023-12-31', text: null, span: null },
  purposes: [clause('Nâng cao nhận thức;')],
  requirements: [],
  audience: [],
  topics: [
    clause('Chương trình tổng thể 2021 - 2025 và nhiệm vụ năm 2023'),
    clause('Bỏ', { dropped: true }),
  ],
  measures: [clause('Phát thanh trước ngày 15/6/2023')],
  assignments: [
    {
      key: 'a',
      number: '1',
      unit: 'Văn phòng',
      span: null,
      lead: true,
      dropped: false,
      duties: [clause('Theo Kế hoạch số 12/KH-UBND ngày 05/01/2023, niêm yết năm 2023')],
    },
  ],
  findings: [],
  nextKey: 1,
};

function words(blocks: readonly Block[]): string {
  return JSON.stringify(blocks);
}

describe('the plan as a document', () => {
  const document = planDocument({
    draft,
    office,
    code: '02/KH-UBND',
    date: '2023-01-05',
    bases: ['Căn cứ kế hoạch của thành phố'],
  });

  test('is a whole document with the parts that have words, and without what was dropped', () => {
    expect(WrittenDocument.parse(document)).toMatchObject({
      issuer: 'Ủy ban nhân dân xã Đông Hòa',
      superior: 'Ủy ban nhân dân thành phố An Bình',
      place: 'Đông Hòa',
      about: 'Tuyên truyền cải cách hành chính năm 2023',
      draft: false,
    });
    expect(words(document.blocks)).not.toContain('Bỏ');
    expect(words(document.blocks)).not.toContain('Yêu cầu"');
    expect(document.recipients).toEqual(['Văn phòng', 'Lưu: VT']);
  });
});

describe("next year's plan", () => {
  test.each([
    ['nhiệm vụ năm 2023', 'nhiệm vụ năm 2024'],
    ['trước ngày 15/6/2023', 'trước ngày 15/6/2024'],
    ['giai đoạn 2021 - 2023', 'giai đoạn 2021 - 2023'],
    ['giai đoạn 2023-2025', 'giai đoạn 2023-2025'],
    [
      'theo Quyết định số 12/QĐ-UBND ngày 05/01/2023',
      'theo Quyết định số 12/QĐ-UBND ngày 05/01/2023',
    ],
    ['Nghị quyết số 3/2023/NQ-HĐND', 'Nghị quyết số 3/2023/NQ-HĐND'],
    ['mã 120231', 'mã 120231'],
  ])('%s → %s', (before, after) => {
    expect(moveYear(before, 2023)).toBe(after);
  });

  test('moves nothing in words without its year', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!text.includes('2023'));
        expect(moveYear(text, 2023)).toBe(text);
      }),
    );
  });

  test('says where a year was moved, and moves the year of a citation nowhere', () => {
    const { draft: next, moved } = nextDraft(draft, 2023);
    expect(moved.map(({ after }) => after)).toEqual([
      'Kế hoạch tuyên truyền cải cách hành chính năm 2024',
      'Chương trình tổng thể 2021 - 2025 và nhiệm vụ năm 2024',
      'Phát thanh trước ngày 15/6/2024',
      'Theo Kế hoạch số 12/KH-UBND ngày 05/01/2023, niêm yết năm 2024',
    ]);
    expect(next.topics).toHaveLength(1);
  });

  test('knows what is undone', () => {
    const about = { id: 'd', unitName: 'Văn phòng', text: 'Niêm yết' };
    const duties = [
      { about, occurrences: [occurrence('overdue'), occurrence('evidenced')] },
      { about: { ...about, id: 'e' }, occurrences: [occurrence('done')] },
    ];
    const unfinished = unfinishedOf(duties);
    expect(unfinished.map(({ id, occurrences }) => [id, occurrences.length])).toEqual([['d', 1]]);
  });
});

describe('the notice to a unit', () => {
  test('lists its duties with partners and time; without a day they last as long as the plan', () => {
    const duty = {
      text: 'Niêm yết',
      dueOn: null,
      dueText: null,
      every: null,
      cooperates: ['Công an'],
    };
    const document = assignmentNotice(
      { title: 'Kế hoạch năm 2023', code: '02/KH-UBND', issuedOn: '2023-01-05' },
      {
        unitName: 'Văn phòng',
        duties: [
          duty,
          { ...duty, dueOn: '2023-06-15' },
          { ...duty, every: { count: 1, unit: 'month' } },
        ],
      },
      office,
    );
    expect(WrittenDocument.parse(document).blocks[1]).toMatchObject({
      rows: [
        ['1', 'Niêm yết', 'Công an', 'Trong kỳ kế hoạch'],
        ['2', 'Niêm yết', 'Công an', 'Trước ngày 15/06/2023'],
        ['3', 'Niêm yết', 'Công an', 'hằng tháng'],
      ],
    });
    expect(words(document.blocks)).toContain('Kế hoạch số 02/KH-UBND ngày 05/01/2023');
  });
});

describe('papers of a meeting', () => {
  const meeting = {
    title: 'Họp thôn về một cửa',
    summary: 'Phổ biến thủ tục',
    body: '',
    place: 'Nhà văn hóa',
    day: '2023-02-05',
    unitName: 'Văn phòng',
    topics: [{ number: '3', label: 'Thủ tục hành chính' }],
    people: null,
  };

  test('minutes say what the record knows; an unknown number of people is a dotted line, not 0', () => {
    const document = WrittenDocument.parse(meetingMinutes(meeting, office));
    expect(words(document.blocks)).toContain('Số người dự: ………');
    expect(words(document.blocks)).toContain('ngày 05 tháng 02 năm 2023');
    expect(document.coSignatory).toEqual({ title: 'Thư ký' });
  });

  test('the invitation names what is to be talked about and leaves the hour to the office', () => {
    const document = WrittenDocument.parse(meetingInvitation(meeting, office));
    expect(words(document.blocks)).toContain('Thủ tục hành chính');
    expect(document.date).toBeNull();
  });
});

function occurrence(state: Occurrence['state']): Occurrence {
  const [from, to] = [toPlainDate('2023-05-01'), toPlainDate('2023-05-31')];
  return {
    key: '2023-05',
    from,
    to,
    due: to,
    plannedDue: to,
    unit: 'u',
    state,
    late: false,
    actIds: [],
    unproven: 0,
    why: [],
    basis: 'plan',
    rule: 'last-working-day',
    duty: 'd',
    times: 1,
  };
}
