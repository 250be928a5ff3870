// How long reading takes: the median plan as text, a PDF of a hundred pages, and whether the time of a
// long text grows with its length and no faster. Counted in the processor's work: other programs share the
// machine.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cleanText, readDocumentText } from '#lib/documents/index.ts';
import { readHere } from '#lib/documents/index.server.ts';
import { toPlanReading } from '#lib/plans/index.ts';
import { findSamples, listSamples } from '#root/tests/support/samples.server.ts';
import { planPdf, planPieces } from '#root/tests/support/office-files.server.ts';
import { median, round, row } from './figures.ts';

const SAMPLE = path.resolve(import.meta.dirname, '../data/demo/ke-hoach-mau.txt');
const WARM_UP = 20;
const TIMES = 100;
const PAGES = 100;
/** What the body of the plan fills, as set for the trial. */
const PAGES_OF_BODY = 5.3;
const PDF_TIMES = 5;
const MEGABYTE = 1_000_000;

export async function benchReading(): Promise<string[]> {
  return [...(await plans()), ...(await longPdf()), ...longTexts()];
}

/** The plan of the demonstration, and each of the samples where they lie beside the project. */
async function plans(): Promise<string[]> {
  const bytes = readFileSync(SAMPLE);
  const own = await millisecondsOf(bytes, WARM_UP, TIMES);
  const rows = [
    row(
      'a plan as text: bytes to understood plan',
      `${round(own)} ms`,
      `median of ${TIMES}, ${round(bytes.byteLength / 1024)} kB`,
    ),
  ];
  const folder = findSamples();
  if (folder === undefined) return rows;
  const samples: number[] = [];
  for (const file of listSamples(folder).filter((each) => each.includes('ke-hoach')))
    samples.push(await millisecondsOf(readFileSync(file), 1, 5));
  const note = `${samples.length} plans, slowest ${round(Math.max(...samples))} ms; mark: 40 ms`;
  return [...rows, row('the median sample plan', `${round(median(samples))} ms`, note)];
}

async function millisecondsOf(bytes: Uint8Array, warm: number, times: number): Promise<number> {
  const taken: number[] = [];
  for (let time = 0; time < warm + times; time += 1) {
    const start = process.cpuUsage();
    const reading = toPlanReading(await readHere(bytes, { name: 'ke-hoach.txt' }));
    if (time >= warm) taken.push(spentSince(start));
    if (reading.text === '') throw new Error('nothing was read');
  }
  return median(taken);
}

/** The body of the plan over and over, until a hundred pages are full. */
async function longPdf(): Promise<string[]> {
  const pieces = planPieces(readFileSync(SAMPLE, 'utf8'));
  const times = Math.ceil(PAGES / PAGES_OF_BODY);
  const body = Array.from({ length: times }, () => pieces.body).flat();
  const pdf = await planPdf({ ...pieces, body });
  // The parser of PDFs is loaded once in a process.
  await readHere(await planPdf(pieces), { name: 'ke-hoach.pdf' });
  const taken: number[] = [];
  let letters = 0;
  for (let time = 0; time < PDF_TIMES; time += 1) {
    const start = process.cpuUsage();
    letters = (await readHere(pdf, { name: 'ke-hoach.pdf' })).text.length;
    taken.push(spentSince(start));
  }
  const first = `the first ${round(taken[0] ?? 0)} ms`;
  const note = `median of ${PDF_TIMES}, ${first}, ${round(letters / 1024)} kB of text; mark: 1,000 ms`;
  return [row(`a PDF of ${PAGES} pages`, `${round(median(taken))} ms`, note)];
}

/** Texts that were slow in other programs: one endless line, nothing but numbers, tables, citations. */
function longTexts(): string[] {
  const head = readFileSync(SAMPLE, 'utf8').slice(0, 1500);
  const kinds: Record<string, string> = {
    paragraphs: readFileSync(SAMPLE, 'utf8').split('\n').slice(20, 120).join('\n'),
    'one endless line': 'các cơ quan, đơn vị và từ ngày ',
    'numbers alone': '1\n2\n',
    tables: 'TT\nNội dung\nChủ trì\n1\nHọp\nCông an xã\n',
    citations: 'Quyết định số 12/QĐ-UBND ngày 01/02/2024 của ',
  };
  return Object.entries(kinds).map(([kind, unit]) => {
    const text = (megabytes: number): string =>
      `${head}\n${unit.repeat((megabytes * MEGABYTE) / unit.length)}`;
    const [small, large] = [readingOf(text(1)), readingOf(text(5))];
    const note = `1 MB ${round(small)} ms, 5 MB ${round(large)} ms; linear is 1`;
    return row(`5 MB of ${kind}`, `× ${round(large / small / 5, 1)}`, note);
  });
}

function readingOf(text: string): number {
  const start = process.cpuUsage();
  readDocumentText(cleanText(text));
  return spentSince(start);
}

/** Milliseconds of work: what the clock shows on a machine that has nothing else to do. */
function spentSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
