// loa doctor: looks at the whole installation and says what is well, what to watch, what is wrong,
// and what to do about it.
import { parseArgs } from 'node:util';
import { dataFolder, examine } from '#lib/platform/index.server.ts';
import type { Finding } from '#lib/platform/index.ts';

export const help =
  'khám bản cài đặt: máy, cơ sở dữ liệu, chuỗi sự kiện, khóa, sao lưu; nêu việc cần làm';
export const usage = `
  loa doctor [--ky] [--json]

  --ky     kiểm tra mọi chuỗi sự kiện từ đầu, không chỉ 1000 sự kiện cuối
  --json   in kết quả dạng JSON
`;

const MARKS: Readonly<Record<Finding['state'], string>> = {
  ok: '  ổn    ',
  warning: '! lưu ý ',
  fault: '✗ LỖI   ',
};

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { ky: { type: 'boolean' }, json: { type: 'boolean' } },
  });
  const findings = await examine({
    dataFolder: dataFolder(),
    env: process.env,
    wholeChains: values.ky === true,
    nowMs: Date.now(),
  });
  const faults = findings.filter(({ state }) => state === 'fault').length;
  if (values.json) {
    process.stdout.write(`${JSON.stringify(findings, null, 2)}\n`);
  } else {
    for (const { state, says, todo } of findings) {
      process.stdout.write(`${MARKS[state]} ${says}\n${todo ? `${' '.repeat(9)}→ ${todo}\n` : ''}`);
    }
    const warnings = findings.filter(({ state }) => state === 'warning').length;
    process.stdout.write(`\n${findings.length} mục: ${faults} lỗi, ${warnings} lưu ý.\n`);
  }
  return faults > 0 ? 1 : 0;
}
