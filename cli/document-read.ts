// loa document read FILE [--json]: reads any official document and prints what was understood.
import { parseArgs } from 'node:util';
import { checkDocument, toReading, type Section } from '#lib/documents/index.ts';
import { readHere } from '#lib/documents/index.server.ts';
import { describeDocument, describeFindings, exitCodeFor } from './frame/describe-document.ts';
import { encodingOf, READ_OPTIONS, READ_USAGE } from './frame/read-options.ts';

export const help = 'đọc một văn bản hành chính và in những gì hiểu được';
export const usage = `Cách dùng: loa document read TỆP [--json] [--ocr] [--encoding BẢNG]\n${READ_USAGE}`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: READ_OPTIONS,
    allowPositionals: true,
  });
  const file = positionals[0];
  const encoding = encodingOf(values.encoding);
  if (file === undefined || positionals.length > 1 || encoding === 'unknown') {
    process.stderr.write(usage);
    return 2;
  }
  const read = await readHere(file, { ocr: values.ocr, ...(encoding && { encoding }) });
  const reading = toReading(read, checkDocument(read));
  if (values.json) process.stdout.write(`${JSON.stringify(reading, null, 2)}\n`);
  else {
    const outline = reading.sections.map(outlineLine).join('');
    process.stdout.write(`${describeDocument(reading)}\n${outline}${describeFindings(reading)}`);
  }
  return exitCodeFor(reading.findings);
}

function outlineLine(section: Section): string {
  const label = section.heading ?? section.text;
  const own = `${'  '.repeat(section.level)}${section.number ?? '·'} ${label.slice(0, 90)}\n`;
  return (
    own +
    section.children
      .filter(({ heading }) => heading !== null)
      .map(outlineLine)
      .join('')
  );
}
