// loa restore: a backup into an empty installation, compared row for row before it counts.
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  checkBackup,
  dataFolder,
  restoreBackup,
  startDatabase,
  type CheckedBackup,
} from '#lib/platform/index.server.ts';
import { readPassphrase } from './frame/passphrase.server.ts';

export const help =
  'phục hồi một bản sao lưu vào bản cài đặt trống, so lại từng dòng trước khi nhận';
export const usage = `
  loa restore TỆP [--passphrase-file TỆP-MẬT-KHẨU] [--chi-kiem-tra]

  --passphrase-file TỆP   mật khẩu đã dùng khi sao lưu: dòng đầu của tệp
  --chi-kiem-tra          chỉ đọc hết bản sao lưu và kiểm tra, không ghi gì
`;

const WITH_FINDINGS = 3;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { 'passphrase-file': { type: 'string' }, 'chi-kiem-tra': { type: 'boolean' } },
  });
  const [named, ...others] = positionals;
  if (named === undefined || others.length > 0) {
    process.stderr.write(usage);
    return 2;
  }
  const file = path.resolve(named);
  const passphrase = readPassphrase(values['passphrase-file']);
  if (values['chi-kiem-tra']) {
    const checked = await checkBackup(file, passphrase);
    describe(checked);
    say('Bản sao lưu nguyên vẹn; chưa phục hồi gì.');
    return 0;
  }
  // Not shared: nobody may write while the installation is being put back.
  const database = await startDatabase({
    dataFolder: dataFolder(),
    command: 'restore',
    env: process.env,
  });
  try {
    const report = await restoreBackup(database, { file, passphrase });
    describe(report);
    if (report.applied.length > 0)
      say(`Đã cập nhật lược đồ thêm ${report.applied.length} tệp, đến ${report.applied.at(-1)}.`);
    for (const name of report.setAside) say(`Tệp có sẵn khác nội dung được giữ lại ở ${name}.`);
    for (const fault of report.anchorFaults) say(`SAI: ${fault}`);
    say('Đã phục hồi; mọi bảng, tệp và chuỗi sự kiện giống hệt bản sao lưu.');
    const known = report.manifest.lostFiles.length + report.anchorFaults.length;
    return known > 0 ? WITH_FINDINGS : 0;
  } finally {
    await database.stop();
  }
}

function describe({ manifest, sealed, signedBy }: CheckedBackup): void {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  say(
    `Bản sao lưu lúc ${manifest.madeAt} của bản cài đặt ${manifest.instance} (Loa ${manifest.program}, PostgreSQL ${manifest.postgres}), ${sealed ? 'đã niêm phong' : 'không niêm phong'}, ký bằng khóa ${signedBy}.`,
  );
  for (const { name, events, fault } of manifest.communes) {
    say(
      `  ${name}: ${events} sự kiện${fault ? `; chuỗi đã sai từ trước: ${fault}` : ', chuỗi nguyên vẹn'}`,
    );
  }
  say(`  ${rows} dòng trong ${manifest.tables.length} bảng, ${manifest.members.length} phần.`);
  for (const name of manifest.lostFiles) say(`  thiếu từ trước: ${name}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
