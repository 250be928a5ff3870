// What the appendices show: months with their counts, photographs that everybody may see.
import { describe, expect, test } from 'vitest';
import { plainDate, toPlainDate } from '#lib/vietnam/index.ts';
import { periodAround, spanOf } from '../period.ts';
import { actsOf, sourceOf } from '../reports.samples.ts';
import { appendixDigests, changedAppendices } from './appendix-changes.server.ts';
import { chartBlocks, photographBlocks } from './appendix-pictures.ts';
import type { ReportFacts } from './facts.ts';

type Acts = ReturnType<typeof actsOf>;
const half = periodAround('half-year', toPlainDate('2023-05-10'));

function facts(acts: Acts, more: Partial<ReportFacts> = {}): ReportFacts {
  const { period = half } = more;
  return {
    office: 'Ủy ban nhân dân xã An Bình',
    period,
    seq: 1,
    source: { ...sourceOf(acts, period), cells: [], occurrences: [] },
    plans: [],
    topics: [],
    units: [],
    duties: [],
    titles: new Map(acts.map(({ id }) => [id, `Việc ${id}`])),
    places: new Map([['a', 'Nhà văn hóa thôn']]),
    pictures: new Map(),
    praised: [],
    effects: [],
    shortcomings: [],
    adjustments: [],
    closedOn: null,
    ...more,
  };
}

const photo = (id: string, isPublic = true) => ({
  id: `e-${id}`,
  kind: 'photo',
  sha256: id.repeat(64).slice(0, 64),
  public: isPublic,
});
const withPhoto = (acts: Acts, isPublic = true): Acts =>
  acts.map((act) => ({ ...act, evidence: [photo(act.id, isPublic)] }));
const webOf = (acts: Acts) =>
  new Map(acts.map(({ id }) => [id.repeat(64).slice(0, 64), `f${id}`.repeat(64).slice(0, 64)]));

describe('charts', () => {
  test('count each month by itself, and leave out what did not happen', () => {
    const acts = actsOf(
      { id: 'a', day: '2023-01-31', quantities: { people: 30 } },
      { id: 'b', day: '2023-06-30', channel: 'radio', kind: 'radio-bulletin' },
      { id: 'c', day: '2023-06-01', channel: 'radio', kind: 'radio-bulletin' },
    );
    const [byMonth, people, ...more] = chartBlocks(facts(acts));
    expect(more).toEqual([]);
    expect(byMonth).toMatchObject({
      labelHead: 'Tháng',
      chart: {
        labels: ['T1', 'T2', 'T3', 'T4', 'T5', 'T6'],
        series: [
          { name: 'Đài xã', values: [null, null, null, null, null, 2] },
          { name: 'Hội nghị', values: [1, null, null, null, null, null] },
        ],
      },
    });
    expect(people).toMatchObject({
      chart: { series: [{ values: [30, null, null, null, null, null] }] },
    });
  });

  test('of one month, and of more months than paper is wide, go by channel', () => {
    const acts = actsOf({ id: 'a' }, { id: 'b' });
    const long = spanOf(plainDate(2022, 1, 1), plainDate(2023, 6, 30));
    for (const period of [periodAround('month', toPlainDate('2023-05-10')), long]) {
      expect(chartBlocks(facts(acts, { period }))).toMatchObject([
        { labelHead: 'Kênh', chart: { labels: ['Hội nghị'], series: [{ values: [2] }] } },
      ]);
    }
  });
});

describe('photographs', () => {
  const acts = withPhoto(actsOf({ id: 'a' }, { id: 'b', day: '2023-06-01' }));

  test('stand one an act with day, words and place', () => {
    const [words, block] = photographBlocks(facts(acts, { pictures: webOf(acts) }));
    expect(block).toEqual({
      kind: 'photographs',
      items: [
        {
          picture: expect.stringMatching(/^(?:fa)+$/),
          caption: '10/05/2023: Việc a (Nhà văn hóa thôn)',
        },
        { picture: expect.stringMatching(/^(?:fb)+$/), caption: '01/06/2023: Việc b' },
      ],
    });
    expect(words).toMatchObject({ text: expect.stringContaining('in 2 ảnh công khai') });
  });

  test('not public, of an act that is not, or no picture at all, are counted only', () => {
    const [first, ...others] = acts;
    const hidden = withPhoto(actsOf({ id: 'c' }), false);
    const quiet = withPhoto(actsOf({ id: 'd', public: false }));
    const all = [first, ...others, ...hidden, ...quiet].filter((act) => act !== undefined);
    const pictures = new Map([...webOf(all)].filter(([sha256]) => !sha256.startsWith('b')));
    const [words, block] = photographBlocks(facts(all, { pictures }));
    expect(block).toMatchObject({ items: [{ caption: expect.stringContaining('Việc a') }] });
    expect(words).toMatchObject({
      text: 'Trong kỳ có 4 ảnh minh chứng. Phụ lục này in 1 ảnh công khai, mỗi hoạt động một ảnh; 3 ảnh khác lưu trong hồ sơ minh chứng.',
    });
    expect(photographBlocks(facts(hidden, { pictures: webOf(hidden) }))).toEqual([]);
  });

  test('beyond what the appendix takes are spread over the period, the rest told', () => {
    const many = withPhoto(
      actsOf(...Array.from({ length: 90 }, (_, at) => ({ id: `x${String(100 + at)}` }))),
    );
    const [words, block] = photographBlocks(facts(many, { pictures: webOf(many) }));
    const captions = block?.kind === 'photographs' ? block.items.map(({ caption }) => caption) : [];
    expect(captions).toHaveLength(30);
    expect(captions[0]).toContain('x100');
    expect(captions.at(-1)).toContain('x187');
    expect(words).toMatchObject({ text: expect.stringContaining('60 ảnh khác') });
  });
});

describe('an appendix of photographs', () => {
  const bare = actsOf({ id: 'a', day: '2023-05-10' });
  const pictured = withPhoto(bare);

  test('has not changed when a job made its pictures small', () => {
    const drafted = facts(pictured);
    const kept = { appendixDigests: appendixDigests(drafted) };
    const now = facts(pictured, { pictures: webOf(pictured) });
    expect(photographBlocks(now)).not.toEqual(photographBlocks(drafted));
    expect(changedAppendices(kept, drafted, now)).toEqual([]);
  });

  test('has changed when a photograph was sent, and says of what', () => {
    const [drafted, now] = [facts(bare), facts(pictured)];
    const kept = { appendixDigests: appendixDigests(drafted) };
    const change = changedAppendices(kept, drafted, now).find(
      ({ title }) => title === 'Ảnh hoạt động',
    );
    expect(change).toMatchObject({ added: ['10/05/2023: Việc a (Nhà văn hóa thôn)'], gone: [] });
  });
});
