// loa backup: one sealed file with everything of the installation, taken while it runs.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { backupError, sizeInWords } from '#lib/platform/index.ts';
import {
  dataFolder,
  getInstance,
  startDatabase,
  takeBackup,
  type BackupReport,
} from '#lib/platform/index.server.ts';
import { vietnamDate } from '#lib/vietnam/index.ts';
import { readPassphrase } from './frame/passphrase.server.ts';

export const help = 'sao lưu toàn bộ bản cài đặt vào một tệp niêm phong, trong khi Loa vẫn chạy';
export const usage = `
  loa backup [TỆP] --passphrase-file TỆP-MẬT-KHẨU

  TỆP                     mặc định: loa-<mã bản cài đặt>-<ngày>.loa ở thư mục hiện tại; không ghi đè
  --passphrase-file TỆP   mật khẩu niêm phong: dòng đầu của tệp, ít nhất 12 ký tự
  --khong-niem-phong      không niêm phong: ai có tệp là đọc được mọi dữ liệu và có khóa chủ
`;

const WITH_FINDINGS = 3;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      'passphrase-file': { type: 'string' },
      'khong-niem-phong': { type: 'boolean' },
    },
  });
  const passphrase = readPassphrase(values['passphrase-file']);
  if (positionals.length > 1 || (passphrase !== undefined && values['khong-niem-phong'])) {
    process.stderr.write(usage);
    return 2;
  }
  if (passphrase === undefined && !values['khong-niem-phong'])
    throw backupError('backup.not-sealed');
  const now = new Date().toISOString();
  const folder = dataFolder();
  const name = `loa-${getInstance(folder).id}-${vietnamDate(now)}.loa`;
  const file = path.resolve(positionals[0] ?? name);
  const database = await startDatabase({
    dataFolder: folder,
    command: 'backup',
    share: true,
    env: process.env,
  });
  try {
    return report(await takeBackup(database, { file, passphrase, now }), passphrase !== undefined);
  } finally {
    await database.stop();
  }
}

function report({ file, size, manifest, signedBy }: BackupReport, sealed: boolean): number {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const files = manifest.members.filter(({ name }) => name.startsWith('data/files/')).length;
  say(
    `Đã sao lưu vào ${file} (${sizeInWords(size)}${sealed ? ', đã niêm phong' : ', KHÔNG niêm phong'}).`,
  );
  say(
    `${manifest.communes.length} xã, ${rows} dòng trong ${manifest.tables.length} bảng, ${files} tệp; ký bằng khóa ${signedBy}.`,
  );
  if (!manifest.members.some(({ name }) => name === 'data/master.key')) {
    say(
      `Khóa chủ ${manifest.masterKey} lấy từ LOA_KEY nên KHÔNG nằm trong bản sao lưu: cất riêng.`,
    );
  }
  say(
    `Thử lại bản này: loa restore ${path.basename(file)} --chi-kiem-tra${sealed ? ' --passphrase-file …' : ''}`,
  );
  const faults = [
    ...manifest.lostFiles.map(
      (name) => `Tệp ${name} thiếu hoặc hỏng từ trước, không có trong bản sao lưu.`,
    ),
    ...manifest.communes.filter(({ fault }) => fault).map(({ name, fault }) => `${name}: ${fault}`),
  ];
  for (const fault of faults) say(`SAI: ${fault}`);
  return faults.length > 0 ? WITH_FINDINGS : 0;
}
