// The machine and the data folder: program, room, permissions, keys, what was left behind.
import { existsSync, readdirSync, readFileSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { findBackupNote } from '../backup/backup.server.ts';
import { keyFile, keyFingerprint } from '../keys.server.ts';
import { isRoot, SYSTEM_FOLDER } from '../postgres/place.server.ts';
import { fault, type Finding, judgeDisk, ok, warning } from './finding.ts';

const WANTED_NODE = 24;
const DAY_MS = 86_400_000;
const BACKUP_DAYS = 7;

export function examineMachine(dataFolder: string, databaseFolder: string | undefined): Finding[] {
  const folders = new Set([dataFolder, databaseFolder ?? dataFolder]);
  return [
    examineNode(process.versions.node),
    ...[...folders].filter((folder) => existsSync(folder)).map(examineDisk),
    ...examinePermissions(dataFolder),
    ...examineOrphans(isRoot() ? SYSTEM_FOLDER : undefined),
  ];
}

/** The master key must exist a second time, and backups must be recent (ruling 11). */
export function examineBackups(dataFolder: string, nowMs: number): Finding[] {
  const note = findBackupNote(dataFolder);
  const todo = 'Chạy: loa backup --passphrase-file TỆP, rồi cất bản đó ra ngoài máy này.';
  const findings = [examineKey(note?.masterKey, todo)];
  if (!note) {
    findings.push(warning('backup.age', 'Chưa sao lưu lần nào.', todo));
    return findings;
  }
  const days = Math.floor((nowMs - Date.parse(note.at)) / DAY_MS);
  const says = `Sao lưu gần nhất cách đây ${days} ngày (${note.file}).`;
  findings.push(days > BACKUP_DAYS ? warning('backup.age', says, todo) : ok('backup.age', says));
  if (!note.sealed) {
    const open = 'Bản sao lưu gần nhất không niêm phong: ai có tệp là đọc được tất cả.';
    findings.push(warning('backup.seal', open, todo));
  }
  return findings;
}

function examineKey(inBackup: string | undefined, todo: string): Finding {
  if (process.env['LOA_KEY']) {
    return ok(
      'key.kept',
      'Khóa chủ lấy từ LOA_KEY: bản sao lưu không chứa khóa này, hãy cất riêng.',
    );
  }
  if (!existsSync(keyFile()))
    return ok('key.kept', 'Chưa có khóa chủ (chưa có gì cần niêm phong).');
  if (inBackup === keyFingerprint()) return ok('key.kept', 'Khóa chủ đã có trong một bản sao lưu.');
  const says = `Khóa chủ ${keyFile()} chưa từng được sao lưu; mất tệp này là mất xác thực hai bước và mọi thứ đã niêm phong.`;
  return warning('key.kept', says, todo);
}

function examineNode(version: string): Finding {
  const says = `Node.js ${version}.`;
  if (Number(version.split('.')[0]) >= WANTED_NODE) return ok('node.version', says);
  return warning(
    'node.version',
    says,
    `Chạy bằng: npx loa …, lệnh này tự dùng Node ${WANTED_NODE}.`,
  );
}

function examineDisk(folder: string): Finding {
  const { bavail, bsize } = statfsSync(folder);
  return judgeDisk(folder, bavail * bsize);
}

function examinePermissions(folder: string): Finding[] {
  if (process.platform === 'win32') return [];
  const secrets = ['master.key', 'anchor-key.pem', 'database.json'];
  const open = [folder, ...secrets.map((name) => path.join(folder, name))].filter(
    (each) => existsSync(each) && (statSync(each).mode & 0o077) !== 0,
  );
  if (open.length === 0) return [ok('folder.closed', `Thư mục ${folder} chỉ chủ sở hữu vào được.`)];
  return open.map((each) =>
    fault('folder.closed', `Người khác trên máy vào được ${each}.`, `Chạy: chmod go-rwx ${each}`),
  );
}

/** Clusters that root's installations left in the system folder when their data folder was deleted. */
export function examineOrphans(systemFolder: string | undefined): Finding[] {
  if (systemFolder === undefined || !existsSync(systemFolder)) return [];
  return readdirSync(systemFolder)
    .filter((name) => /^[0-9a-f]{12}$/.test(name))
    .flatMap((id) => {
      const home = path.join(systemFolder, id);
      const note = path.join(home, 'data-folder');
      const owner = existsSync(note) ? readFileSync(note, 'utf8') : undefined;
      if (owner !== undefined && idOf(owner) === id) return [];
      const says = `Cơ sở dữ liệu ở ${home} không còn thư mục dữ liệu (${owner ?? 'không rõ'}).`;
      const todo = `Nếu chắc chắn không cần nữa: rm -r ${home}`;
      return [warning('cluster.orphaned', says, todo)];
    });
}

function idOf(folder: string): string | undefined {
  try {
    const text = readFileSync(path.join(folder, 'instance.json'), 'utf8');
    return (JSON.parse(text) as { id: string }).id;
  } catch {
    return undefined;
  }
}
