// Documents of our own, one or more of every type an office writes, in every state in which they reach
// it: what a person reads in them is read.
import { describe, expect, test } from 'vitest';
import { DOCUMENT_TYPES, sure } from '#lib/documents/index.ts';
import { LAYOUT_NAMES, loadPapers, readPaper } from '../support/papers.server.ts';
import { scoreReading } from '../support/score.ts';
import { holdMarks } from '../support/tally.ts';

const papers = loadPapers();

test('every type of document is there', () => {
  const types = new Set(papers.map(({ expected }) => expected.document['type']));
  expect(
    DOCUMENT_TYPES.map(({ type }) => type).filter((type) => !types.has(type) && type !== 'QC'),
  ).toEqual([]);
  // Rules of procedure come behind the decision that issues them.
  expect(papers.some(({ expected }) => expected.attached?.typeName === 'Quy chế')).toBe(true);
});

describe.each(LAYOUT_NAMES)('%s', (layout) => {
  test('is read as well as the marks ask', async () => {
    const points = [];
    for (const { paper, expected } of papers)
      points.push(...scoreReading(expected, await readPaper(paper, layout)));
    const missed = holdMarks(points).filter(({ met }) => !met);
    expect(missed.map(({ mark, share }) => `${mark.name}: ${share}`)).toEqual([]);
  });
});

test.each(papers.map(({ paper }) => paper.name))(
  '%s, as it was typed, is read exactly',
  async (name) => {
    const { paper, expected } = sure(papers.find((each) => each.paper.name === name));
    const points = scoreReading(expected, await readPaper(paper, 'columns'));
    expect(points.filter(({ right }) => !right)).toEqual([]);
  },
);
