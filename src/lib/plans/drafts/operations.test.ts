import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collapse } from '#lib/vietnam/index.ts';
import { findClause, listsOf, sections, type Draft } from './draft.ts';
import { fixturePlan, fixtureText as source } from './drafts.samples.ts';
import { draftFromReading } from './from-reading.ts';
import { currentDraft, startHistory, take, takeAll, type Step } from './history.ts';
import { applyOperation, type Operation } from './operations.ts';

const start = draftFromReading('Phổ biến lịch tiêm phòng', fixturePlan, [], source);
const after = (...operations: Operation[]) =>
  operations.reduce((draft, operation) => applyOperation(draft, operation, source), start);
const cited = (draft: Draft, key: string) =>
  source.slice(...(findClause(draft, key)?.clause.span ?? [0, 0]));
const texts = (draft: Draft, unit: string) =>
  draft.assignments.find(({ key }) => key === unit)?.duties.map(({ text }) => text);

describe('a fresh draft', () => {
  test('cites the sentence of every clause and unit', () => {
    for (const { clauses } of listsOf(start)) {
      for (const clause of clauses) {
        expect(collapse(source.slice(...(clause.span ?? [0, 0])))).toBe(collapse(clause.text));
      }
    }
    expect(source.slice(...(start.assignments[1]?.span ?? [0, 0]))).toBe('Trường mầm non');
    expect(source.slice(...(start.period.span ?? [0, 0]))).toBe('năm 2024');
  });

  test('keeps dashes inside a clause on lines of their own', () => {
    const text = 'Công khai bằng:\n\n- Cổng thông\ntin;\n- Bảng niêm yết.';
    const clause = { text: collapse(text), span: [0, text.length] as const };
    const plan = { ...fixturePlan, purposes: [clause] };
    expect(draftFromReading('Kế hoạch', plan, [], text).purposes[0]?.text).toBe(
      'Công khai bằng:\n- Cổng thông tin;\n- Bảng niêm yết.',
    );
  });

  test('reads a wrapped sentence as one line', () => {
    expect(start.topics[1]?.text).toBe('Phổ biến cách theo dõi sau khi tiêm.');
  });
});

describe('what a person does to a draft', () => {
  test('retyping keeps the citation and lets an unchosen label follow', () => {
    const draft = after({ type: 'retype', key: 't1', text: '  Lịch tiêm cho trẻ dưới 5 tuổi ' });
    expect(draft.topics[0]).toMatchObject({
      text: 'Lịch tiêm cho trẻ dưới 5 tuổi',
      label: 'Lịch tiêm cho trẻ dưới 5 tuổi',
      span: start.topics[0]?.span,
    });
  });

  test('retyping leaves a label that was chosen', () => {
    const draft = after(
      { type: 'relabel', key: 't1', label: 'Lịch tiêm' },
      { type: 'retype', key: 't1', text: 'Lịch tiêm năm mới' },
    );
    expect(draft.topics[0]?.label).toBe('Lịch tiêm');
  });

  test('splitting divides words and citation alike, across a wrapped line too', () => {
    const at = 'Phổ biến cách theo dõi '.length;
    const draft = after({ type: 'split', key: 't2', at });
    const [, one, two] = draft.topics;
    expect([one?.text, two?.text]).toEqual(['Phổ biến cách theo dõi', 'sau khi tiêm.']);
    expect([cited(draft, 't2'), cited(draft, 'n1000')]).toEqual([one?.text, two?.text]);
  });

  test('splitting a retyped clause leaves the whole sentence cited by both', () => {
    const draft = after(
      { type: 'retype', key: 'u2d1', text: 'Nhắc phụ huynh. Dán thông báo ở cổng.' },
      { type: 'split', key: 'u2d1', at: 15 },
    );
    expect(draft.assignments[1]?.duties.map(({ span }) => span)).toEqual([
      start.assignments[1]?.duties[0]?.span,
      start.assignments[1]?.duties[0]?.span,
    ]);
  });

  test('splitting and joining again gives the same words and citation', () => {
    const draft = after({ type: 'split', key: 'u1d1', at: 31 }, { type: 'join', key: 'u1d1' });
    expect(draft.assignments).toEqual(start.assignments);
  });

  test('joining unites due date, cadence and partners', () => {
    const draft = after({ type: 'join', key: 'u1d1' });
    expect(draft.assignments[0]?.duties).toMatchObject([
      {
        due: { date: '2024-03-15' },
        every: { count: 1, unit: 'month' },
        cooperates: ['Trường mầm non'],
      },
    ]);
  });

  test('a duty goes to another unit', () => {
    const draft = after({ type: 'move', key: 'u1d2', to: 'u2' });
    expect(texts(draft, 'u2')).toEqual([
      'Nhắc phụ huynh.',
      'Phối hợp với Trường mầm non nhắc lịch hằng tháng.',
    ]);
    expect(texts(draft, 'u1')).toHaveLength(1);
  });

  test('a clause that becomes a topic gets a label', () => {
    expect(after({ type: 'move', key: 'm1', to: 'topics' }).topics[2]?.label).toBe(
      'Đọc trên loa thôn',
    );
  });

  test('joining units puts their duties together', () => {
    const draft = after({ type: 'join', key: 'u1' });
    expect(draft.assignments.map(({ unit, duties }) => [unit, duties.length])).toEqual([
      ['Trạm y tế', 3],
    ]);
  });

  test('dropping keeps the clause for restoring in its place', () => {
    const draft = after({ type: 'drop', key: 't1' });
    expect(draft.topics[0]?.dropped).toBe(true);
    expect(applyOperation(draft, { type: 'restore', key: 't1' }, source)).toEqual(start);
  });

  test.each<Operation>([
    { type: 'retype', key: 'gone', text: 'x' },
    { type: 'retype', key: 't1', text: '   ' },
    { type: 'split', key: 't1', at: 0 },
    { type: 'split', key: 't1', at: 10_000 },
    { type: 'join', key: 'm1' },
    { type: 'move', key: 't1', to: 'nowhere' },
    { type: 'shift', key: 't1', by: -1 },
    { type: 'name-unit', key: 'u1', unit: ' ' },
    { type: 'add', list: 'gone', text: 'x' },
  ])('$type that no longer fits changes nothing', (operation) => {
    expect(after(operation)).toBe(start);
  });
});

const keys = [
  'p1',
  't1',
  't2',
  'm1',
  'u1',
  'u2',
  'u1d1',
  'u1d2',
  'u2d1',
  'n1000',
  'n1001',
  'u1000',
  'x',
];
const key = fc.constantFrom(...keys);
const list = fc.constantFrom<string>(...sections, 'u1', 'u2', 'u1000', 'x');
const words = fc.string({ maxLength: 20, unit: fc.constantFrom('a', 'ệ', ' ', '\n', '.', '😀') });
const anyOperation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ type: fc.constant('retype' as const), key, text: words }),
  fc.record({ type: fc.constant('split' as const), key, at: fc.integer({ min: -2, max: 80 }) }),
  fc.record({ type: fc.constant('join' as const), key }),
  fc.record({
    type: fc.constant('shift' as const),
    key,
    by: fc.constantFrom(-1 as const, 1 as const),
  }),
  fc.record({ type: fc.constant('move' as const), key, to: list }),
  fc.record({ type: fc.constant('name-unit' as const), key, unit: words }),
  fc.record({ type: fc.constant('drop' as const), key }),
  fc.record({ type: fc.constant('restore' as const), key }),
  fc.record({ type: fc.constant('add' as const), list, text: words }),
  fc.record({ type: fc.constant('add-unit' as const), unit: words }),
  fc.record({ type: fc.constant('relabel' as const), key, label: words }),
);
const someOperations = fc.array(anyOperation, { maxLength: 25 });

/** Letters that show, which split, join and moves may only carry about. */
function shown(draft: Draft): string {
  const all = listsOf(draft).flatMap(({ clauses }) => clauses.map(({ text }) => text));
  return [...all.join('')]
    .filter((letter) => letter.trim() !== '')
    .sort()
    .join('');
}

describe('whatever is done', () => {
  test('keys stay unique and citations inside the text, in order', () => {
    fc.assert(
      fc.property(someOperations, (operations) => {
        const draft = after(...operations);
        const clauses = listsOf(draft).flatMap((entry) => entry.clauses);
        const all = [
          ...clauses.map((clause) => clause.key),
          ...draft.assignments.map((unit) => unit.key),
        ];
        expect(new Set(all).size).toBe(all.length);
        for (const { span, text } of clauses) {
          expect(text.trim()).not.toBe('');
          if (!span) continue;
          expect(0 <= span[0] && span[0] < span[1] && span[1] <= source.length).toBe(true);
        }
      }),
    );
  });

  test('no word is lost by splitting, joining, moving or dropping', () => {
    const kinds = new Set(['split', 'join', 'shift', 'move', 'drop', 'restore']);
    const carrying = someOperations.map((all) => all.filter(({ type }) => kinds.has(type)));
    fc.assert(
      fc.property(carrying, (operations) => {
        expect(shown(after(...operations))).toBe(shown(start));
      }),
    );
  });

  test('undoing everything gives the first draft, redoing everything the last', () => {
    fc.assert(
      fc.property(someOperations, (operations) => {
        let history = startHistory(start);
        for (const operation of operations) history = take(history, operation, source);
        const last = currentDraft(history, source);
        const steps = history.operations.length;
        for (let step = 0; step < steps; step += 1)
          history = take(history, { type: 'undo' }, source);
        expect(currentDraft(history, source)).toEqual(start);
        for (let step = 0; step < steps; step += 1)
          history = take(history, { type: 'redo' }, source);
        expect(currentDraft(history, source)).toEqual(last);
      }),
    );
  });

  test('many steps at once lead where they lead one by one', () => {
    const back = fc.constantFrom<Step>({ type: 'undo' }, { type: 'redo' });
    const someSteps = fc
      .tuple(someOperations, fc.array(back, { maxLength: 8 }), someOperations)
      .map(([some, turns, more]): Step[] => [...some, ...turns, ...more, ...turns]);
    fc.assert(
      fc.property(someSteps, (steps) => {
        const one = steps.reduce((now, step) => take(now, step, source), startHistory(start));
        expect(takeAll(startHistory(start), steps, source)).toEqual(one);
      }),
    );
  });

  test('steps that change nothing leave the very same history', () => {
    const history = startHistory(start);
    expect(takeAll(history, [{ type: 'undo' }, { type: 'drop', key: 'none' }], source)).toBe(
      history,
    );
  });
});
