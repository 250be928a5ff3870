import { describe, expect, it } from 'vitest';
import { keptAddresses } from '../kept-addresses.ts';
import { isFormerQuery } from './former-query.ts';

describe('a query of a former site', () => {
  it.each([
    ['p=123', true],
    ['Page_ID=7', true],
    ['tabid=5&itemid=7', true],
    ['utm_source=zalo', false],
    ['trang=2', false],
    ['p2=1', false],
    [`p=${'1'.repeat(101)}`, false],
    ['', false],
  ])('%j: %s', (query, former) => {
    expect(isFormerQuery(new URLSearchParams(query))).toBe(former);
  });

  it('is told by no word that a page of ours asks for', () => {
    for (const word of Object.keys(keptAddresses.words)) {
      expect(isFormerQuery(new URLSearchParams({ [word]: '1' })), word).toBe(false);
    }
  });
});
