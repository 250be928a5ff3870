// Answers of people: counted by procedure, the unclear first.
import { describe, expect, it } from 'vitest';
import { clarityOf, isClarityAnswer } from './clarity.ts';

describe('what people found clear', () => {
  it('is summed by procedure, with the parts named most often first', () => {
    const told = clarityOf([
      { code: '1.000001', answer: 'clear', times: 9 },
      { code: '1.000002', answer: 'unclear', times: 3 },
      { code: '1.000002', answer: 'fee', times: 1 },
      { code: '1.000002', answer: 'papers', times: 2 },
    ]);
    expect(told).toEqual([
      {
        code: '1.000002',
        clear: 0,
        unclear: 3,
        parts: [
          { part: 'papers', times: 2 },
          { part: 'fee', times: 1 },
        ],
      },
      { code: '1.000001', clear: 9, unclear: 0, parts: [] },
    ]);
  });

  it('takes known answers only', () => {
    expect(['clear', 'unclear', 'words', 'toString', ''].map(isClarityAnswer)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
