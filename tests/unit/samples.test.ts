// The real documents beside the project, held against their expected answers. They are no part of the
// project: where their folder is absent, this says so and proves nothing.
import { sure } from '#lib/documents/index.ts';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, readDocumentText } from '#lib/documents/index.ts';
import { readHere } from '#lib/documents/index.server.ts';
import { toPlanReading, type PlanReading } from '#lib/plans/index.ts';
import { collapse } from '#lib/vietnam/index.ts';
import { blow } from '../support/damage.ts';
import { falseShare, judgeSamples } from '../support/judgements.server.ts';
import { findSamples } from '../support/samples.server.ts';
import { scoreReading, type Expected } from '../support/score.ts';

const samples = findSamples();
const folder = samples ?? '';
const present = samples !== undefined;
if (!present) process.stdout.write('samples: skipped, their folder is absent (set LOA_SAMPLES)\n');

const plans = present ? list('ke-hoach') : [];
const others = present ? list('van-ban') : [];
const first = present ? readdirSync(folder).filter((file) => file.endsWith('.txt')) : [];
const expected = present ? readdirSync(path.join(folder, 'expected')) : [];

function list(room: string): string[] {
  return readdirSync(path.join(folder, room)).map((file) => path.join(room, file));
}

describe.skipIf(!present)('sample documents', () => {
  test.each([...first, ...plans, ...others])(
    '%s: every clause stands where its span says',
    async (file) => {
      const reading = toPlanReading(await readHere(path.join(folder, file)));
      for (const clause of clausesIn(reading)) {
        expect(collapse(reading.text.slice(...clause.span))).toBe(clause.text);
      }
      for (const { span } of [...reading.findings, ...reading.references]) {
        expect(span[0]).toBeGreaterThanOrEqual(0);
        expect(span[1]).toBeGreaterThanOrEqual(span[0]);
        expect(span[1]).toBeLessThanOrEqual(reading.text.length);
      }
    },
  );

  test.each(expected)('%s: header, structure, units and citations', async (file) => {
    const answer = JSON.parse(
      readFileSync(path.join(folder, 'expected', file), 'utf8'),
    ) as Expected;
    const source = sure(
      ['ke-hoach', 'van-ban', '.']
        .map((room) => path.join(folder, room, answer.file))
        .find(existsSync),
    );
    const points = scoreReading(answer, await readHere(source));
    const wrong = points.filter(({ right }) => !right);
    // A general clause without a unit of its own may be left out, says its answer.
    const open = wrong.filter(
      ({ field }) => !(field === 'unit' && !answer.units?.every(({ countable }) => countable)),
    );
    expect(open).toEqual([]);
  });

  test.each([...first, ...plans, ...others])(
    '%s: damage never throws nor misplaces a clause',
    async (file) => {
      const raw = readFileSync(path.join(folder, file), 'utf8');
      fc.assert(
        fc.property(fc.array(blow, { minLength: 1, maxLength: 12 }), (blows) => {
          const text = cleanText(blows.reduce((words, hit) => hit(words), raw));
          const source = {
            file,
            format: 'txt' as const,
            encoding: 'utf-8',
            confidence: 1,
            sha256: '',
            recognition: null,
          };
          const reading = toPlanReading({ text, source, read: readDocumentText(text) });
          for (const clause of clausesIn(reading)) {
            expect(collapse(reading.text.slice(...clause.span))).toBe(clause.text);
          }
        }),
        { numRuns: 4 },
      );
    },
  );

  test('the plan the product grew from is read exactly', async () => {
    const reading = toPlanReading(await readHere(path.join(folder, sure(first[0]))));
    const plan = sure(reading.plan);
    expect(plan.purposes).toHaveLength(4);
    expect(plan.requirements).toHaveLength(6);
    expect(plan.audience).toHaveLength(1);
    expect(plan.period).toMatchObject({ from: '2023-01-01', to: '2023-12-31' });
    expect(plan.topics).toHaveLength(11);
    expect(plan.measures.map(({ channels }) => channels)).toEqual([
      ['meeting'],
      ['portal', 'noticeboard'],
      ['radio'],
      ['noticeboard', 'portal'],
      ['training'],
      ['masses'],
    ]);
    expect(plan.assignments.map(({ duties }) => duties.length)).toEqual([5, 4, 2, 3, 3, 1, 1, 2]);
    expect(plan.assignments.map(({ lead }) => lead).map(Number)).toEqual([1, 0, 0, 1, 0, 0, 0, 0]);
    expect(reading.references).toHaveLength(7);
    expect(reading.references.filter(({ date }) => date === null)).toHaveLength(1);
    expect(reading.document.recipients).toHaveLength(6);
    const rules = reading.findings.map(({ rule }) => rule);
    for (const rule of [
      'furniture.around',
      'publication.late',
      'reference.no-year',
      'unit.other-level',
      'words.misspelled',
      'words.doubled',
      'words.two-spellings',
    ]) {
      expect(rules).toContain(rule);
    }
  });

  test('every finding was looked at, and few are false alarms', async () => {
    const judged = await judgeSamples(folder);
    expect(judged.filter(({ isTrue }) => isTrue === undefined)).toEqual([]);
    expect(sure(falseShare(judged))).toBeLessThan(0.05);
    const own = judged.filter(({ file, isTrue }) => file === first[0] && isTrue);
    expect(own.filter(({ severity }) => severity !== 'note').length).toBeGreaterThanOrEqual(8);
  });

  test.each(present ? list('original') : [])('%s reads like its text', async (file) => {
    const reading = toPlanReading(await readHere(path.join(folder, file)));
    expect(reading.document.agency).not.toBeNull();
    expect(reading.document.signer?.name).toBeTruthy();
    for (const clause of clausesIn(reading)) {
      expect(collapse(reading.text.slice(...clause.span))).toBe(clause.text);
    }
  });
});

type Spanned = { text: string; span: [number, number] };

/** Everything that claims to be words of the document. */
function clausesIn(reading: PlanReading): Spanned[] {
  const { plan } = reading;
  const sections = (list: PlanReading['sections']): Spanned[] =>
    list
      .flatMap((section) => [section, ...sections(section.children)])
      .filter(({ text }) => text !== '');
  return [
    ...reading.document.basis,
    ...(reading.closing ? [reading.closing] : []),
    ...sections(reading.sections),
    ...reading.attachments.flatMap((attachment) => sections(attachment.sections)),
    ...(plan
      ? [
          ...plan.purposes,
          ...plan.requirements,
          ...plan.audience,
          ...plan.topics,
          ...plan.measures,
          ...(plan.budget ? [plan.budget] : []),
          ...(plan.period ? [plan.period] : []),
          ...plan.assignments.flatMap(({ duties, unit, unitSpan }) => [
            { text: unit, span: unitSpan },
            ...duties,
          ]),
          ...plan.assignments.flatMap(({ duties }) =>
            duties.flatMap(({ due }) => (due ? [due] : [])),
          ),
        ]
      : []),
  ];
}
