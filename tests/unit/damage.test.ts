// Whatever comes in: papers of our own after any damage, and files whose bytes were knocked about. Reading
// never throws but with words for people, every clause stands where its span says, and no word is changed.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, readDocumentText, type Section } from '#lib/documents/index.ts';
import { readHere } from '#lib/documents/index.server.ts';
import { isLoaError } from '#lib/platform/index.ts';
import { readPlan } from '#lib/plans/index.ts';
import { collapse } from '#lib/vietnam/index.ts';
import { paperDocx, planPdf } from '../support/office-files.server.ts';
import { blow } from '../support/damage.ts';
import { sent, TEXT_LAYOUTS } from '../support/paper-layouts.ts';
import { loadPapers } from '../support/papers.server.ts';

const papers = loadPapers().map(({ paper }) => paper);
const layouts = Object.values(TEXT_LAYOUTS);

describe('damaged papers', () => {
  test('every clause stands where its span says', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...papers),
        fc.constantFrom(...layouts),
        fc.array(blow, { minLength: 1, maxLength: 10 }),
        (paper, layout, blows) => {
          const text = cleanText(blows.reduce((words, hit) => hit(words), layout(paper)));
          const read = readDocumentText(text);
          const plan = readPlan(text, read);
          const clauses = [
            ...read.document.basis,
            ...sections(read.sections),
            ...read.tables.flatMap(({ rows }) => rows.flat()),
            ...(plan?.topics ?? []),
            ...(plan?.assignments ?? []).flatMap(({ unit, unitSpan, duties }) => [
              { text: unit, span: unitSpan },
              ...duties,
              ...duties.flatMap(({ due, product }) =>
                [due, product].filter((each) => each !== null),
              ),
            ]),
          ];
          for (const clause of clauses)
            expect(collapse(text.slice(...clause.span))).toBe(collapse(clause.text));
        },
      ),
      { numRuns: 120 },
    );
  });

  test('no letter of the text is lost or made', () => {
    const letters = (words: string): string => words.normalize('NFC').replace(/[^\p{L}\d]/gu, '');
    fc.assert(
      fc.property(
        fc.constantFrom(...papers),
        fc.constantFrom('columns', 'interleaved'),
        (paper, layout) => {
          const raw = TEXT_LAYOUTS[layout]?.(paper) ?? '';
          expect(letters(cleanText(raw))).toBe(letters(raw));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('files whose bytes were knocked about', () => {
  const paper = papers.find(({ name }) => name === 'ke-hoach-bang-phan-cong') ?? papers[0];
  test.each(['docx', 'pdf', 'html', 'txt'])('%s', async (kind) => {
    if (!paper) throw new Error('no papers');
    const lines = paper.body.split(/\n+/).filter(Boolean);
    const whole = {
      docx: () => paperDocx(paper),
      pdf: () =>
        planPdf({
          ...paper,
          title: lines.slice(0, 2),
          body: lines.slice(2),
          recipients: sent(paper),
        }),
      html: async () =>
        Promise.resolve(
          Buffer.from(`<html><body><table><tr><td>${lines.join('</td></tr><tr><td>')}</table>`),
        ),
      txt: async () => Promise.resolve(Buffer.from(paper.body)),
    };
    const bytes = await whole[kind as keyof typeof whole]();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 30 }),
        fc.nat(bytes.length),
        fc.boolean(),
        async (changes, cut, truncated) => {
          const hurt = Uint8Array.from(truncated ? bytes.slice(0, cut) : bytes);
          for (const [at, value] of changes) if (at < hurt.length) hurt[at] = value;
          try {
            await readHere(hurt, { name: `tep.${kind}` });
          } catch (error) {
            // Refused in words for people, never by a parser's own accident.
            expect(isLoaError(error)).toBe(true);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});

type Spanned = { text: string; span: [number, number] };

function sections(list: readonly Section[]): Spanned[] {
  return list
    .flatMap((section) => [section, ...sections(section.children)])
    .filter(({ text }) => text !== '');
}
