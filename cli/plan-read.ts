// loa plan read FILE [--json]: reads a plan and prints what was understood.
import { parseArgs } from 'node:util';
import { documentError } from '#lib/documents/index.ts';
import { readHere } from '#lib/documents/index.server.ts';
import { toPlanReading, type Plan, type PlanReading } from '#lib/plans/index.ts';
import { describeDocument, describeFindings, exitCodeFor } from './frame/describe-document.ts';
import { encodingOf, READ_OPTIONS, READ_USAGE } from './frame/read-options.ts';

export const help = 'đọc một kế hoạch (.txt, .docx, .pdf, .html) và in những gì hiểu được';
export const usage = `Cách dùng: loa plan read TỆP [--json] [--ocr] [--encoding BẢNG]\n${READ_USAGE}`;

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
  const reading = toPlanReading(
    await readHere(file, { ocr: values.ocr, ...(encoding && { encoding }) }),
  );
  process.stdout.write(values.json ? `${JSON.stringify(reading, null, 2)}\n` : describe(reading));
  if (reading.plan) return exitCodeFor(reading.findings);
  const { what, todo } = documentError('document.not-plan', {
    name: reading.source.file,
    type: reading.document.typeName ?? 'không rõ loại',
  });
  process.stderr.write(`${what}\n→ ${todo}\n`);
  return 1;
}

function describe(reading: PlanReading): string {
  const plan = reading.plan ? describePlan(reading.plan) : '';
  return `${describeDocument(reading)}${plan}${describeFindings(reading)}`;
}

function describePlan(plan: Plan): string {
  const duties = plan.assignments.reduce((sum, { duties: own }) => sum + own.length, 0);
  const lines = [
    '',
    `Thời gian: ${plan.period ? `${plan.period.from ?? '…'} đến ${plan.period.to ?? '…'}` : 'không nêu'}`,
    `Mục đích: ${plan.purposes.length} · Yêu cầu: ${plan.requirements.length} · Đối tượng: ${plan.audience.length}`,
    '',
    `${plan.topics.length} nội dung`,
    ...plan.topics.map((topic) => `  ${topic.number ?? '-'}. ${short(topic.text)}`),
    '',
    `${plan.measures.length} hình thức, biện pháp`,
    ...plan.measures.map(
      (measure) =>
        `  ${measure.number ?? '-'}. ${short(measure.text)} [${measure.channels.join(', ')}]`,
    ),
    '',
    `${plan.assignments.length} đơn vị, ${duties} việc`,
    ...plan.assignments.flatMap((assignment) => [
      `  ${assignment.number ?? '-'}. ${assignment.unit}${assignment.lead ? ' (đầu mối)' : ''}: ${assignment.duties.length} việc`,
      ...assignment.duties.map((duty) => `     - ${short(duty.text)}`),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

function short(text: string): string {
  return text.length > 90 ? `${text.slice(0, 89)}…` : text;
}
