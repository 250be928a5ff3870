// loa score: how well documents are read. Real samples with expected answers, where they lie beside the
// project, and the papers of our own in every state of damage; ends with 1 where a mark is missed.
import { parseArgs } from 'node:util';
import { readHere } from '#lib/documents/index.server.ts';
import { falseShare, judgeSamples } from '#root/tests/support/judgements.server.ts';
import { LAYOUT_NAMES, loadPapers, readPaper } from '#root/tests/support/papers.server.ts';
import { expectedAnswers, findSamples, listSamples } from '#root/tests/support/samples.server.ts';
import { scoreQuestions } from '#root/tests/support/procedure-score.server.ts';
import { scoreReading, type Point } from '#root/tests/support/score.ts';
import { byField, holdMarks, tallyOf } from '#root/tests/support/tally.ts';

export const help = 'chấm điểm việc đọc văn bản trên bộ mẫu và trên các văn bản tự soạn';
export const usage = `
  --wrong   in từng chỗ đọc sai
`;

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { wrong: { type: 'boolean', default: false } } });
  const folder = findSamples();
  const samples = folder === undefined ? undefined : await scoreSamples(folder);
  const papers = await scorePapers();
  let met = true;
  if (samples && folder !== undefined) {
    met = printScore('samples with an expected answer', samples, values.wrong) && met;
    printByFile(samples);
    await printAlarms(folder);
    scoreQuestions(folder, say);
  } else say('samples: skipped, their folder is not beside the project (LOA_SAMPLES names it)');
  for (const [layout, points] of papers) {
    const { right, wrong, missing } = tallyOf(points);
    say(`papers, ${layout}: ${right} right, ${wrong} wrong, ${missing} missing`);
    if (values.wrong) printWrong(points);
  }
  const all = [...papers.values()].flat();
  return printScore(`papers of our own in ${papers.size} states`, all, false) && met ? 0 : 1;
}

async function scoreSamples(folder: string): Promise<Point[]> {
  const points: Point[] = [];
  for (const { file, expected } of expectedAnswers(folder))
    points.push(...scoreReading(expected, await readHere(file)));
  return points;
}

async function scorePapers(): Promise<Map<string, Point[]>> {
  const papers = loadPapers();
  const found = new Map<string, Point[]>();
  for (const layout of LAYOUT_NAMES) {
    const points: Point[] = [];
    for (const { paper, expected } of papers)
      points.push(...scoreReading(expected, await readPaper(paper, layout)));
    found.set(layout, points);
  }
  return found;
}

/** Fields, then the marks; whether all of them are met. */
function printScore(title: string, points: readonly Point[], wrong: boolean): boolean {
  say(`\n${title}`);
  for (const [field, own] of byField(points)) {
    const { right, wrong: bad, missing } = tallyOf(own);
    say(`  ${field.padEnd(22)} ${right} right, ${bad} wrong, ${missing} missing`);
  }
  if (wrong) printWrong(points);
  const marks = holdMarks(points);
  for (const { mark, share, tally, met } of marks) {
    const sums = `${tally.right} right, ${tally.wrong} wrong, ${tally.missing} missing`;
    say(
      `  ${met ? 'met   ' : 'MISSED'} ${mark.name.padEnd(20)} ${percent(share)} (mark ${percent(mark.least)}): ${sums}`,
    );
  }
  return marks.every(({ met }) => met);
}

/** File by file, and each mark with the file left out whose absence lowers it most (ruling 38). */
function printByFile(points: readonly Point[]): void {
  const files = Map.groupBy(points, ({ file }) => file);
  for (const [file, own] of files) {
    const { right, wrong, missing } = tallyOf(own);
    if (wrong + missing > 0) say(`  ${file}: ${right} right, ${wrong} wrong, ${missing} missing`);
  }
  const lowest = new Map<string, number>();
  for (const file of files.keys()) {
    for (const { mark, share } of holdMarks(points.filter((point) => point.file !== file)))
      lowest.set(mark.name, Math.min(share, lowest.get(mark.name) ?? 1));
  }
  const words = [...lowest].map(([name, share]) => `${name} ${percent(share)}`).join(', ');
  say(`  leaving out one file, the lowest: ${words}`);
}

/** What each rule found over all samples, and how much of it people judged to be no defect. */
async function printAlarms(folder: string): Promise<void> {
  const judged = await judgeSamples(folder);
  const open = judged.filter(({ isTrue }) => isTrue === undefined);
  const share = falseShare(judged);
  const rate = share === null ? 'none judged yet' : `${percent(share)} of those judged`;
  say(
    `\nfindings over ${listSamples(folder).length} samples: ${judged.length}; false alarms: ${rate}`,
  );
  const rules = [...Map.groupBy(judged, ({ rule }) => rule)];
  for (const [rule, own] of rules.sort((a, b) => b[1].length - a[1].length)) {
    const count = (verdict: boolean): number =>
      own.filter(({ isTrue }) => isTrue === verdict).length;
    const files = new Set(own.map(({ file }) => file)).size;
    say(`  ${rule.padEnd(26)} ${count(true)} true, ${count(false)} false, in ${files} files`);
  }
  for (const { file, rule, place } of open) say(`  not judged: ${rule} ${place} in ${file}`);
}

function printWrong(points: readonly Point[]): void {
  for (const { file, field, right, expected, found } of points) {
    if (!right)
      say(`    ${file} ${field}: ${JSON.stringify(expected)} was read as ${JSON.stringify(found)}`);
  }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
