// loa document check FILE [--json]: reads a document and prints what somebody should look at before it
// goes out. A plan is checked as a plan too.
import { parseArgs } from 'node:util';
import { readHere } from '#lib/documents/index.server.ts';
import { toPlanReading } from '#lib/plans/index.ts';
import { describeFindings, exitCodeFor } from './frame/describe-document.ts';

export const help = 'soát lỗi thể thức, viện dẫn, đánh số, chính tả của một văn bản';
export const usage =
  'Cách dùng: loa document check TỆP [--json]\nKết thúc với mã 3 khi có lỗi phải sửa. Các quy tắc: docs/findings.md\n';

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const file = positionals[0];
  if (file === undefined || positionals.length > 1) {
    process.stderr.write(usage);
    return 2;
  }
  const reading = toPlanReading(await readHere(file));
  const { document, source, findings } = reading;
  if (values.json) {
    const { type, code, date, title } = document;
    const answer = { source, document: { type, code, date, title }, findings };
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
  } else {
    const name = `${document.typeName ?? 'Văn bản'} ${document.code ?? '(chưa có số)'}`;
    const said = describeFindings(reading) || '\nKhông thấy điều gì cần sửa.\n';
    process.stdout.write(`${name}: ${source.file}\n${said}`);
  }
  return exitCodeFor(findings);
}
